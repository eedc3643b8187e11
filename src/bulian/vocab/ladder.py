"""The ladder of firms (企业梯度) and the lines of size (规上, 限上), as dated data."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bulian.vocab.gbt4754 import industry, lineage
from bulian.vocab.marked_yaml import load_entry
from bulian.vocab.table import FOLDER, rows


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung, from the foot up.

    Attributes:
        words: what registers call the title; () for the rung of size.
        methods: keys of the official methods with its criteria, oldest first; () where there is none.
        lasts: years for which it holds where a register gives no end; None without end.
        sized: told by revenue and code, not by a title.
    """

    key: str
    zh: str
    en: str
    words: tuple[str, ...]
    methods: tuple[str, ...]
    lasts: int | None
    sized: bool


@dataclass(frozen=True, slots=True)
class SizeLine:
    """A line of yearly revenue in yuan for firms whose code lies within `codes`; years are inclusive."""

    codes: tuple[str, ...]
    at_least: Decimal
    first: int | None
    last: int | None
    zh: str
    en: str

    def holds_in(self, year: int) -> bool:
        """Whether it is the line of a year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@cache
def rungs() -> tuple[Rung, ...]:
    """Every rung, from the foot up.

    >>> [rung.key for rung in rungs()][:2]
    ['above', 'hightech']
    """
    entry = load_entry(FOLDER / "ladder.yaml")
    entry.refuse_others("key", "rungs")
    found = []
    for one in entry.entries("rungs"):
        one.refuse_others("key", "zh", "en", "words", "methods", "lasts", "sized")
        lasts = one.optional("lasts")
        found.append(
            Rung(
                one.text("key"), one.text("zh"), one.text("en"), one.words("words"), one.words("methods"),
                int(lasts) if lasts else None, bool(one.get("sized", False)),
            )
        )  # fmt: skip
    return tuple(found)


@cache
def size_lines() -> tuple[SizeLine, ...]:
    """Every line of size, as the file orders them."""
    columns = ("codes", "at_least", "from", "to", "zh", "en")
    found = []
    for row in rows(FOLDER / "size_lines.csv", columns):
        known = [industry(code) for code in row.several("codes")]
        if not all(known):
            raise row.wrong(
                "codes holds one that is not in GB/T 4754-2017", "codes 里有 GB/T 4754-2017 没有的代码"
            )
        codes = tuple(one.code for one in known if one)
        first, last = (int(text) if (text := row.optional(name)) else None for name in ("from", "to"))
        found.append(SizeLine(codes, row.decimal("at_least"), first, last, row.text("zh"), row.text("en")))
    return tuple(found)


def size_line(code: str, year: int) -> SizeLine | None:
    """The line for an industry in a year, the narrowest code first; None where none is known.

    >>> size_line("3581", 2023).at_least, size_line("6513", 2023).at_least
    (Decimal('20000000'), Decimal('20000000'))
    """
    for step in lineage(code):
        for line in size_lines():
            if step.code in line.codes and line.holds_in(year):
                return line
    return None
