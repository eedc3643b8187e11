"""Industrial classification of the national economy (国民经济行业分类), GB/T 4754-2017."""

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
