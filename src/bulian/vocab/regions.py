"""Administrative divisions of China down to the county (行政区划, GB/T 2260), as of 2024."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Level = Literal["province", "prefecture", "county"]
_LEVELS = ("province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Region:
    """A division: `short` is its name without 省, 市, 区 or 县; `parent` the code above, "" for none."""

    code: str
    name: str
    short: str
    level: Level
    parent: str


@cache
def regions() -> dict[str, Region]:
    """Every division by its six-digit code.

    >>> regions()["500104"].name
    '大渡口区'
    """
    table: dict[str, Region] = {}
    for row in rows(FOLDER / "regions.csv", ("code", "name", "short", "level", "parent")):
        code = row.text("code")
        if len(code) != 6 or not code.isdigit():
            raise row.wrong(f"{code} is no code of six digits", f"{code} 不是六位代码")
        if code in table:
            raise row.wrong(f"{code} stands here twice; keep one row", f"{code} 出现两次，请保留一行")
        level = cast(Level, row.one_of("level", _LEVELS))
        table[code] = Region(code, row.text("name"), row.text("short"), level, row.optional("parent"))
    return table


def within(code: str, whole: str) -> bool:
    """Whether a division is `whole` or lies in it.

    >>> within("500104", "500000"), within("500000", "500104")
    (True, False)
    """
    while code and code != whole:
        code = regions()[code].parent if code in regions() else ""
    return code == whole
