"""What a user brings to an input–output table: a city's or district's totals, and coefficients by sector.

Both are CSV files by sector, `#` lines are remarks, sectors stand by code or name:

    sector,output                       in 10,000 CNY, as the table
    sector,factor,per_output,unit       per 10,000 CNY of output: 14,jobs,0.008,person
"""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulian.errors import BadRequest, VocabularyError
from bulian.vocab.io_table import Sector

_TOTALS = ("sector", "output")
_FACTORS = ("sector", "factor", "per_output", "unit")


@dataclass(frozen=True, slots=True)
class Totals:
    """An area's output by sector, in 10,000 CNY, in the order of the table; what is not listed is zero."""

    file: str
    output: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """Jobs, tax or energy per 10,000 CNY of output, by sector; None where the file has none."""

    name: str
    unit: str
    per_output: tuple[float | None, ...]


def find_sector(asked: str, sectors: Sequence[Sector]) -> int:
    """The place of a sector, by code, name, or a part of its name that no other has.

    Raises:
        BadRequest: there is none, or several fit; names those that do.
    """
    word = asked.strip()
    exact = [n for n, one in enumerate(sectors) if word in (one.code, one.name_zh, one.name_en)]
    fits = exact or [
        n
        for n, one in enumerate(sectors)
        if word and (word in one.name_zh or word.lower() in one.name_en.lower())
    ]
    if len(fits) == 1:
        return fits[0]
    shown = [sectors[n] for n in fits] or list(sectors)
    en = "; ".join(f"{one.code} {one.name_en}" for one in shown)
    zh = "；".join(f"{one.code} {one.name_zh}" for one in shown)
    if fits:
        raise BadRequest(f"{asked!r} may be one of: {en}. Give the code.", f"“{asked}”可指：{zh}。请写代码。")
    raise BadRequest(f"no sector is called {asked!r}. There are: {en}.", f"没有“{asked}”这个部门。有：{zh}。")


def read_totals(path: Path, sectors: Sequence[Sector]) -> Totals:
    """An area's output by sector.

    Raises:
        BadRequest: the file is not there, or a sector is unknown. VocabularyError: a row does not fit.
    """
    found = [0.0] * len(sectors)
    for line, (sector, output) in _rows(path, _TOTALS):
        place = _place(path, line, sector, sectors)
        if found[place]:
            raise VocabularyError(
                path.name, line, f"{sector} stands here twice; sum the rows", f"{sector} 出现两次，请先加总"
            )
        found[place] = _number(path, line, output)
    if not any(found):
        raise BadRequest(
            f"{path.name} lists no output above zero. Fill in the totals.",
            f"{path.name} 没有大于零的产出。请填写。",
        )
    return Totals(path.name, tuple(found))


def read_factors(path: Path, sectors: Sequence[Sector]) -> tuple[Factor, ...]:
    """Coefficients by factor, in the order in which the factors first stand.

    Raises:
        BadRequest: the file is not there. VocabularyError: a row does not fit, or a unit changes.
    """
    found: dict[str, tuple[str, list[float | None]]] = {}
    for line, (sector, factor, per_output, unit) in _rows(path, _FACTORS):
        known = found.setdefault(factor, (unit, [None] * len(sectors)))
        if known[0] != unit:
            raise VocabularyError(
                path.name,
                line,
                f"{factor} is in {known[0]} above; keep one unit",
                f"{factor} 前面的单位是 {known[0]}，请统一",
            )
        known[1][_place(path, line, sector, sectors)] = _number(path, line, per_output)
    return tuple(Factor(name, unit, tuple(values)) for name, (unit, values) in found.items())


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    try:
        told = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(
            f"{path} cannot be read ({error}). Name a CSV file in UTF-8 with the columns "
            f"{','.join(columns)}.",
            f"{path} 读不了（{error}）。请指明一个 UTF-8 的 CSV 文件，列为 {','.join(columns)}。",
        ) from error
    lines = [(number, line) for number, line in enumerate(told, start=1) if line.strip() and line[0] != "#"]
    cells = list(csv.reader(line for _, line in lines))
    head = ",".join(columns)
    if not cells or tuple(cells[0]) != columns:
        raise VocabularyError(path.name, 1, f"the header must read {head}", f"表头应为 {head}")
    for (number, _), row in zip(lines, cells, strict=True):
        if len(row) != len(columns):
            raise VocabularyError(path.name, number, f"write {head}", f"应写 {head}")
    return [(number, row) for (number, _), row in zip(lines[1:], cells[1:], strict=True)]


def _place(path: Path, line: int, sector: str, sectors: Sequence[Sector]) -> int:
    try:
        return find_sector(sector, sectors)
    except BadRequest as error:
        raise VocabularyError(path.name, line, error.en, error.zh) from error


def _number(path: Path, line: int, text: str) -> float:
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0:
        raise VocabularyError(
            path.name, line, f"{text!r} is no amount of zero or more", f"“{text}”不是不小于零的数"
        )
    return value
