"""Input–output tables (投入产出表) in our long layout: the national one of 2020, or one a user brings."""

import csv
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulian.errors import BadRequest, VocabularyError
from bulian.vocab.table import FOLDER, rows

HOME = FOLDER / "input_output"
_COLUMNS = ("row", "column", "origin", "value")
_ORIGINS = ("domestic", "import", "value_added")
# Printed tables are rounded; what is off by more than a thousandth is another table, or a wrong cell.
_SLACK = 1e-3


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of a table: its code there and its names."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class IoTable:
    """A table of `sectors`, in 10,000 CNY.

    Attributes:
        name: what it is and of whom, as (en, zh).
        domestic, imported: sales from row to column, sectors by sectors.
        value_added: by sector. final_use: of domestic products, by sector. output: by sector.
    """

    name: tuple[str, str]
    sectors: tuple[Sector, ...]
    domestic: tuple[tuple[float, ...], ...]
    imported: tuple[tuple[float, ...], ...]
    value_added: tuple[float, ...]
    final_use: tuple[float, ...]
    output: tuple[float, ...]

    def gaps(self) -> tuple[float, float]:
        """By how much of its output the worst column, and the worst row, fails to balance."""
        columns, rows_off = self._off()
        return max(map(abs, columns)), max(map(abs, rows_off))

    def _off(self) -> tuple[list[float], list[float]]:
        places = range(len(self.sectors))
        columns, rows_off = [], []
        for place in places:
            whole = self.output[place] or 1.0
            bought = math.fsum(part[place] for part in (*self.domestic, *self.imported))
            columns.append((bought + self.value_added[place] - self.output[place]) / whole)
            sold = math.fsum(self.domestic[place]) + self.final_use[place]
            rows_off.append((sold - self.output[place]) / whole)
        return columns, rows_off

    def refuse_unbalanced(self, file: str) -> None:
        """Raise where a column or a row is off by more than a thousandth of its output."""
        for what, what_zh, off in zip(("column", "row"), ("列", "行"), self._off(), strict=True):
            worst = max(range(len(off)), key=lambda place: abs(off[place]))
            if abs(off[worst]) > _SLACK:
                sector = self.sectors[worst]
                raise BadRequest(
                    f"{file}: the {what} of {sector.code} {sector.name_en} is off by {off[worst]:+.1%} of "
                    "its output. Purchases and value added must sum to output, sales and final use too: look "
                    "for a missing cell or another unit.",
                    f"{file}：{sector.code} {sector.name_zh}这一{what_zh}差了总产出的 {off[worst]:+.1%}。"
                    "中间投入加增加值应等于总产出，中间使用加最终使用也是：请查缺格或单位。",
                )


@cache
def national_table() -> IoTable:
    """The table of China, 2020, with 42 sectors.

    >>> table = national_table()
    >>> len(table.sectors), table.sectors[13].name_zh
    (42, '金属冶炼和压延加工品')
    """
    name = (
        "China 2020, 42 sectors (National Bureau of Statistics)",
        "2020年全国42部门投入产出表（国家统计局）",
    )
    return read_table(HOME / "china_2020_42.csv", sectors(), name)


@cache
def sectors() -> tuple[Sector, ...]:
    """The 42 sectors in the order of the table."""
    listed = rows(HOME / "sectors_42.csv", ("code", "name_zh", "name_en"))
    return tuple(Sector(row.text("code"), row.text("name_zh"), row.text("name_en")) for row in listed)


def read_table(path: Path, of: tuple[Sector, ...], name: tuple[str, str]) -> IoTable:
    """A table in the long layout: row, column, origin, value; cells that are not there are zero.

    Raises:
        VocabularyError: a row does not fit. BadRequest: columns or rows do not balance.
    """
    place = {sector.code: number for number, sector in enumerate(of)}
    count = len(of)
    flows = {origin: [[0.0] * count for _ in range(count)] for origin in ("domestic", "import")}
    added, final, output = [0.0] * count, [0.0] * count, [0.0] * count
    for line, (row, column, origin, value) in _cells(path):
        at, to = place.get(row), place.get(column)
        if origin == "value_added" and to is not None:
            added[to] += value
        elif at is not None and to is not None and origin in flows:
            flows[origin][at][to] = value
        elif at is not None and column in ("final_use", "output"):
            (final if column == "final_use" else output)[at] = value
        else:
            raise VocabularyError(
                path.name, line,
                f"{row} to {column} is no cell of this table; write sector codes, final_use or output",
                f"{row} 到 {column} 不是这张表里的格；请写部门代码、final_use 或 output",
            )  # fmt: skip
    table = IoTable(
        name,
        of,
        _frozen(flows["domestic"]),
        _frozen(flows["import"]),
        tuple(added),
        tuple(final),
        tuple(output),
    )
    table.refuse_unbalanced(path.name)
    return table


def _cells(path: Path) -> list[tuple[int, tuple[str, str, str, float]]]:
    """By line the cells of a file; plain reading, as a table has thousands."""
    told = path.read_text("utf-8-sig").splitlines()
    lines = [(number, line) for number, line in enumerate(told, start=1) if line and line[0] != "#"]
    head = ",".join(_COLUMNS)
    if not lines or lines[0][1].strip() != head:
        raise VocabularyError(path.name, 1, f"the header must read {head}", f"表头应为 {head}")
    cells = csv.reader(line for _, line in lines[1:])
    return [
        (number, _cell(path.name, number, row)) for (number, _), row in zip(lines[1:], cells, strict=True)
    ]


def _cell(file: str, line: int, cells: list[str]) -> tuple[str, str, str, float]:
    try:
        row, column, origin, value = cells
        number = float(value)
    except ValueError:
        number, origin = math.nan, ""
    if not math.isfinite(number) or origin not in _ORIGINS:
        raise VocabularyError(
            file, line,
            f"{cells} is no cell: row, column, one of {', '.join(_ORIGINS)}, a number",
            f"{cells} 不成一格：应为 行、列、{'、'.join(_ORIGINS)} 之一、数",
        )  # fmt: skip
    return row, column, origin, number


def _frozen(table: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, table))
