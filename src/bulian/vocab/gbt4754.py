"""Industrial classification of the national economy (国民经济行业分类), GB/T 4754-2017: its codes, as people
write them too, and what lies within what."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Level = Literal["section", "division", "group", "class"]
_LEVELS = ("section", "division", "group", "class")


@dataclass(frozen=True, slots=True)
class Industry:
    """An entry of the standard: `parent` is the code above it, "" for a section (门类)."""

    code: str
    level: Level
    name: str
    parent: str


@cache
def gbt4754() -> dict[str, Industry]:
    """Every entry by its code; codes are text, as leading zeros count.

    >>> gbt4754()["3061"].name
    '玻璃纤维及制品制造'
    """
    table: dict[str, Industry] = {}
    for row in rows(FOLDER / "gbt4754.csv", ("code", "level", "name_zh", "parent_code")):
        code = row.text("code")
        if code in table:
            raise row.wrong(f"{code} stands here twice; keep one row", f"{code} 出现两次，请保留一行")
        level = cast(Level, row.one_of("level", _LEVELS))
        table[code] = Industry(code, level, row.text("name_zh"), row.optional("parent_code"))
    return table


def industry(code: str) -> Industry | None:
    """The industry of a code as people write it: with or without its section's letter; None if there is none.

    >>> industry("C2761").code, industry("I").name, industry("9999")
    ('2761', '信息传输、软件和信息技术服务业', None)
    """
    plain = code.strip().upper()
    known = gbt4754()
    if plain in known:
        return known[plain]
    found = known.get(plain[1:]) if plain[1:].isdigit() else None
    return found if found and section_of(found.code) == plain[0] else None


def lineage(code: str) -> Iterator[Industry]:
    """The industry itself and everything it is part of, up to its section."""
    step = gbt4754().get(code)
    while step:
        yield step
        step = gbt4754().get(step.parent)


def within(code: str, whole: str) -> bool:
    """Whether an industry is `whole` or a part of it.

    >>> within("2761", "C"), within("2761", "27"), within("2761", "276"), within("27", "2761")
    (True, True, True, False)
    """
    return any(step.code == whole for step in lineage(code))


def section_of(code: str) -> str:
    """The letter of the section (门类) that an industry belongs to; "" where there is no such code."""
    return next((step.code for step in lineage(code) if step.level == "section"), "")
