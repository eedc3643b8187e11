"""Who is responsible: the bodies that a text names for a task, by the words of vocab/owner_cues.csv."""

import re
from dataclasses import dataclass

from bulian.extract.fold import fold
from bulian.vocab.targets import OwnerCue, body_ends, owner_cues

_STOP = re.compile(r"[。；;！!\n）)】\]]")
_JOINT = re.compile(r"[、,，和及与/]|等")
_BRACKETS = ("（", "(")
_OPENING = "：:为是由"
_LONGEST = 24
_BODY = re.compile(r"^[\u4e00-\u9fff（）()·]{2,24}$")


@dataclass(frozen=True, slots=True)
class Responsible:
    """A body that a text names, and how: "lead" or "joint"."""

    name: str
    role: str


def responsible_in(text: str) -> tuple[Responsible, ...]:
    """Everyone a passage names as responsible, each once, in the order of the text.

    >>> [one.name for one in responsible_in("建成厂房（牵头单位：区经信委；责任单位：区住建委、建桥园区）")]
    ['区经信委', '区住建委', '建桥园区']
    >>> [one.name for one in responsible_in("由区招商局牵头，年内引进企业十家。")]
    ['区招商局']
    """
    folded = fold(text)
    found: dict[str, Responsible] = {}
    taken: list[range] = []
    hits = sorted(
        ((match.start(), cue) for cue in owner_cues() for match in re.finditer(re.escape(cue.word), folded)),
        key=lambda hit: (hit[0], -len(hit[1].word)),
    )
    for at, cue in hits:
        if not any(at in one for one in taken):
            taken.append(range(at, at + len(cue.word)))
            for name in _names(folded, at, cue):
                found.setdefault(name, Responsible(name, cue.role))
    return tuple(found.values())


def _names(text: str, at: int, cue: OwnerCue) -> list[str]:
    passage = _after(text, at + len(cue.word)) if cue.follows else _before(text, at, cue.opens)
    names = [name for part in _JOINT.split(passage) if _BODY.match(name := part.strip(" \u3000"))]
    return names if cue.follows else [name for name in names if name.endswith(body_ends())]


def _after(text: str, start: int) -> str:
    """What follows a cue that is opened by a colon or the like; nothing else names anyone."""
    if start >= len(text) or text[start] not in _OPENING:
        return ""
    end = _STOP.search(text, start + 1)
    return text[start + 1 : end.start() if end else len(text)]


def _before(text: str, at: int, opens: str) -> str:
    """What stands between the opening word, or a bracket, and the cue, if both stand in one clause."""
    before = text[max(at - _LONGEST, 0) : at]
    opening = max((before.rfind(word), len(word)) for word in (opens, *_BRACKETS) if word)
    passage = before[opening[0] + opening[1] :] if opening[0] >= 0 else ""
    return "" if _STOP.search(passage) else passage
