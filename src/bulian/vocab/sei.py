"""Strategic emerging industries (战略性新兴产业, 2018): fields, groups, and a district's map to GB/T 4754.

The map is the table of Order No. 23 of the National Bureau of Statistics (2018), which a district loads as
CSV with the columns `code`, `name`, `gb_code`, `gb_name`; a `*` after a GB code says that only part of the
class is strategic. It is not shipped: nobody here has read it whole.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulian.errors import VocabularyError
from bulian.vocab.gbt4754 import industry
from bulian.vocab.table import FOLDER, Row, rows

COLUMNS = ("code", "name", "gb_code", "gb_name")


@dataclass(frozen=True, slots=True)
class Strategic:
    """A line of the map: `partly` says that only part of the class (a starred code) is strategic."""

    code: str
    name: str
    gb_code: str
    partly: bool


@cache
def sei_groups() -> dict[str, str]:
    """The names of the nine fields and their groups, by code.

    >>> sei_groups()["4"], len(sei_groups())
    ('生物产业', 49)
    """
    return {
        row.text("code"): row.text("name_zh")
        for row in rows(FOLDER / "sei2018.csv", ("code", "name_zh", "parent"))
    }


def sei_map(file: Path) -> dict[str, tuple[Strategic, ...]]:
    """The map that a district loaded, by class of GB/T 4754.

    Raises:
        VocabularyError: a line does not fit; names file and line.
    """
    try:
        found = [_strategic(row) for row in rows(file, COLUMNS)]
    except UnicodeDecodeError as error:
        raise VocabularyError(
            file.name, 1, "is not in UTF-8; save it so", "不是 UTF-8 编码，请另存"
        ) from error
    table: dict[str, tuple[Strategic, ...]] = {}
    for row, one in found:
        before = table.get(one.gb_code, ())
        if any((other.code, other.gb_code) == (one.code, one.gb_code) for other in before):
            raise row.wrong(
                f"{one.code} {one.gb_code} stands here twice", f"{one.code} {one.gb_code} 出现两次"
            )
        table[one.gb_code] = (*before, one)
    return table


def _strategic(row: Row) -> tuple[Row, Strategic]:
    code, written = row.text("code"), row.text("gb_code")
    if ".".join(code.split(".")[:2]) not in sei_groups():
        raise row.wrong(f"{code} is in no group of 2018", f"{code} 不属于 2018 年分类的任何一组")
    plain = written.rstrip("*＊")
    known = industry(plain)
    if known is None:
        raise row.wrong(f"{plain} is no code of GB/T 4754-2017", f"GB/T 4754-2017 里没有代码 {plain}")
    return row, Strategic(code, row.text("name"), known.code, partly=plain != written)
