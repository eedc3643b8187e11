"""Where in a document a fact stands, for people: its sentence, its paragraph, its page."""

from bisect import bisect_right

from bulian.extract.fold import fold
from bulian.model.document import Document
from bulian.model.place import Span

_ENDS = "。！？!?；;\n"
_CLOSING = '”’」』）)"'
_REACH = 160
_SAMPLE = 4000


def sentence(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the sentence around a span, at most 160 characters to either side.

    >>> sentence("去年一般。外资企业87家，其中港资41家。今年再看。", Span(5, 12, "外资企业87家"))
    (5, 21)
    """
    start = max(text.rfind(sign, 0, span.start) for sign in _ENDS) + 1
    ends = [at for sign in _ENDS if (at := text.find(sign, span.end)) >= 0]
    end = min(ends, default=len(text))
    if end < len(text) and text[end] != "\n":
        end += 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    start, end = max(start, span.start - _REACH), min(max(end, span.end), span.end + _REACH)
    return start + _blanks(text[start : span.start]), end


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of a text begin."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def paragraph_numbers(text: str, starts: list[int]) -> list[int]:
    """For each line the number of its paragraph, from 1; blank lines belong to the paragraph before them."""
    ends = [*starts[1:], len(text) + 1]
    numbers, number = [], 0
    for start, end in zip(starts, ends, strict=True):
        number += bool(text[start : end - 1].strip())
        numbers.append(max(number, 1))
    return numbers


def line_of(starts: list[int], offset: int) -> int:
    """Index of the line that holds an offset."""
    return bisect_right(starts, offset) - 1


def page_of(document: Document, offset: int) -> int | None:
    """The page, from 1, that holds an offset; None for a document without pages."""
    return bisect_right(document.pages, offset) or None if document.pages else None


def script_of(text: str) -> str:
    """ "zh-Hant" where folding to Simplified changes more characters than it could in a Simplified text.

    >>> script_of("總產值約為三百億元"), script_of("总产值约为三百亿元")
    ('zh-Hant', 'zh-Hans')
    """
    sample = text[:_SAMPLE]
    changed = sum(
        one != other and "\u4e00" <= one <= "\u9fff" for one, other in zip(sample, fold(sample), strict=True)
    )
    return "zh-Hant" if changed * 20 > len(sample) else "zh-Hans"
