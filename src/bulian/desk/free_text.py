"""A name in what people wrote in their own words (自由文本): taken out where it surely is the name.

王敏 may be the beginning of 王敏杰. So a Chinese name of two characters is surely meant only where no further
character of a name can follow: at the end, before a sign, or before a word of `vocab/after_names.csv`. What
is not sure stays as it is and is told, for a person to correct.
"""

from dataclasses import dataclass

from bulian.extract.fold import fold
from bulian.vocab.words import word_list

_LONG = 3
"""From so many characters on a Chinese name is hardly ever the beginning of another."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A text without a name, how often it was taken out, and how often it may still stand."""

    text: str
    taken: int
    left: int


def without(text: str, name: str, instead: str) -> Cleared:
    """Take a name out of a text, in either script, and put an id in its place.

    >>> without("王敏说要扩产，王敏杰没来。", "王敏", "P3")
    Cleared(text='P3说要扩产，王敏杰没来。', taken=1, left=1)
    """
    folded, wanted = fold(text), fold(name).strip()
    if len(folded) != len(text):  # folding that changes lengths would cut in the wrong place
        folded = text
    made, taken, left, start = [], 0, 0, 0
    while wanted and (at := folded.find(wanted, start)) >= 0:
        end = at + len(wanted)
        sure = _begins(folded, at, wanted) and _ends(folded[end:], wanted)
        made += [text[start:at], instead if sure else text[at:end]]
        taken, left, start = taken + sure, left + (not sure), end
    return Cleared("".join((*made, text[start:])), taken, left)


def _begins(text: str, at: int, name: str) -> bool:
    """In a script with blanks a name begins after a sign or a blank."""
    return _is_han(name[0]) or not (at and text[at - 1].isalnum())


def _ends(rest: str, name: str) -> bool:
    if not rest or not rest[0].isalnum():
        return True
    if not _is_han(name[-1]):
        return _is_han(rest[0])
    if not _is_han(rest[0]) or len(name) >= _LONG:
        return True
    return rest.startswith(word_list("after_names.csv"))


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"
