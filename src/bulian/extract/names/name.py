"""A name as it stands in a document, and all names of a document."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "firm", "cluster", "chain", "industry", "park", "base", "project", "product", "site", "place", "body"
]


@dataclass(frozen=True, slots=True)
class Name:
    """One mention: `text` as folded, `canonical` as the document itself settles it, in Simplified Chinese.

    A place's canonical name is its full one (重庆市大渡口区), also where it stands as 大渡口 or 我区.
    """

    start: int
    end: int
    text: str
    canonical: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name that the document introduces for a full one; the span is the evidence."""

    short: str
    full: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """All mentions in order of place, the aliases introduced, and the place the document is about.

    `home` is the full name of that place (本区 of the text); None where none stands out. `kinds` holds what
    the mentions of a canonical name are.
    """

    mentions: tuple[Name, ...]
    aliases: tuple[Alias, ...] = ()
    home: str | None = None
    starts: tuple[int, ...] = field(init=False, repr=False)
    kinds: dict[str, set[Kind]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Kept beside the mentions because `within` is asked for every clause of every rule.
        object.__setattr__(self, "starts", tuple(name.start for name in self.mentions))
        kinds: dict[str, set[Kind]] = {}
        for name in self.mentions:
            kinds.setdefault(name.canonical, set()).add(name.kind)
        object.__setattr__(self, "kinds", kinds)

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """The mentions that lie between the two."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        return tuple([name for name in self.mentions[low:high] if name.end <= end]) if low < high else ()
