"""Peer rows: a long table, a file or a DataFrame, read into a peer table; a row that is off is named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.measure.labelled.panel import Names, read_panel
from bulian.model.measure import Array
from bulian.plan.entry.peer_table import PeerTable

NOTE, MADE_UP = "数据性质", ("合成", "synthetic")
"""The column that says of a row what it is, and the words that say it is made up."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns of a file as text, and the line each row stands in. `note` says 合成 where a row is made up."""

    name: str
    lines: Sequence[int]
    region: Sequence[str]
    activity: Sequence[str]
    year: Sequence[str]
    value: Sequence[str]
    note: Sequence[str] = ()


def of_frame(frame: Any, names: Names, called: str = "table") -> PeerTable:
    """A pandas, Polars or Arrow table as a peer table; rows are counted from 1 in errors.

    Raises:
        BadRequest: as `read_panel`; a year is no number, or a value is below zero.
    """
    panel = read_panel(frame, names)
    if panel.years is None:
        raise _yearless(called)
    years = _years([str(one) for one in panel.years.to_list()], range(1, len(panel.years) + 1), called)
    order = np.argsort(years)
    regions, activities = (tuple(map(str, axis.to_list())) for axis in (panel.regions, panel.activities))
    if (panel.values < 0).any():
        t, r, a = np.argwhere(panel.values < 0)[0]
        raise _negative(called, f"{regions[r]}, {activities[a]}, {years[t]}")
    told = nw.from_native(frame, eager_only=True)
    made_up = _made_up(map(str, told[NOTE].unique().to_list() if NOTE in told.columns else []))
    return _table(called, tuple(years[order].tolist()), regions, activities, panel.values[order], made_up)


def of_rows(rows: Rows) -> PeerTable:
    """Rows of a file as a peer table.

    Raises:
        BadRequest: a row has an empty key, a year or a value that is no number, a value below zero or a cell
            that another row has; one region or one activity only; all zeros.
    """
    _refuse_empty(rows)
    year, value = _years(rows.year, rows.lines, rows.name), _values(rows)
    axes = [np.unique(np.asarray(one), return_inverse=True) for one in (year, rows.region, rows.activity)]
    shape = (len(axes[0][0]), len(axes[1][0]), len(axes[2][0]))
    place = np.ravel_multi_index(tuple(codes for _, codes in axes), shape)
    _refuse_twice(rows, place)
    _refuse_few(rows.name, shape, value)
    values = np.zeros(shape)
    values.ravel()[place] = value
    labels = [tuple(one.tolist()) for one, _ in axes]
    return _table(rows.name, labels[0], labels[1], labels[2], values, _made_up(set(rows.note)))


def _made_up(notes: Iterable[str]) -> bool:
    return any(word in note for note in notes for word in MADE_UP)


def _table(
    name: str, years: tuple[int, ...], regions: tuple[str, ...], activities: tuple[str, ...], values: Array,
    made_up: bool = False,
) -> PeerTable:  # fmt: skip
    hidden = np.isnan(values)
    return PeerTable(name, years, regions, activities, np.where(hidden, 0.0, values), hidden, made_up)


def _refuse_empty(rows: Rows) -> None:
    if not rows.lines:
        raise BadRequest(f"{rows.name} has no rows.", f"{rows.name} 里没有行。")
    for column, found in (("region", rows.region), ("activity", rows.activity)):
        for line, text in zip(rows.lines, found, strict=True):
            if not text:
                raise BadRequest(
                    f"{rows.name}, line {line}: the {column} is empty. Fill it in, or drop the row.",
                    f"{rows.name} 第 {line} 行没有写{'地区' if column == 'region' else '行业'}。请补上，"
                    "或删去这一行。",
                )


def _years(texts: Sequence[str], lines: Sequence[int], name: str) -> NDArray[np.int64]:
    known: dict[str, int] = {}
    for line, text in zip(lines, texts, strict=True):
        if text not in known:
            digits = text.strip().removesuffix("年").removesuffix(".0")
            if not (digits.isdecimal() and len(digits) == 4):
                raise BadRequest(
                    f"{name}, line {line}: {text!r} is no year. Write four digits, one year a row.",
                    f"{name} 第 {line} 行：“{text}”不是年份。请写四位数字，一行一个年份。",
                )
            known[text] = int(digits)
    return np.array([known[text] for text in texts], np.int64)


_EMPTY = {"", "…", "..", "-", "—", "x", "X", "S", "na", "NA", "nan", "NaN", "N/A", "n/a"}


def _values(rows: Rows) -> Array:
    found = np.empty(len(rows.lines))
    for place, (line, text) in enumerate(zip(rows.lines, rows.value, strict=True)):
        try:
            found[place] = float("nan") if text in _EMPTY else float(text.replace(",", ""))
        except ValueError:
            found[place] = float("inf")
        if np.isinf(found[place]):
            raise BadRequest(
                f"{rows.name}, line {line} ({_of(rows, place)}): {text!r} is no number. Mend it; leave a "
                "suppressed value empty.",
                f"{rows.name} 第 {line} 行（{_of(rows, place)}）：“{text}”不是数。请改正；未公布的留空。",
            )
        if found[place] < 0:
            raise _negative(rows.name, f"line {line}, {_of(rows, place)}")
    return found


def _of(rows: Rows, place: int) -> str:
    return f"{rows.region[place]}, {rows.activity[place]}, {rows.year[place]}"


def _refuse_twice(rows: Rows, place: NDArray[np.intp]) -> None:
    order = np.argsort(place, kind="stable")
    twice = np.flatnonzero(place[order][1:] == place[order][:-1])
    if len(twice):
        first, second = int(order[twice[0]]), int(order[twice[0] + 1])
        lines = f"{rows.lines[first]}, {rows.lines[second]}"
        raise BadRequest(
            f"{rows.name}, lines {lines}: both speak of {_of(rows, first)}. Sum them if they are parts, or "
            "drop one.",
            f"{rows.name} 第 {lines} 行都在说 {_of(rows, first)}。若是各部分请先加总，否则请删去一行。",
        )


def _refuse_few(name: str, shape: tuple[int, ...], value: Array) -> None:
    for count, en, zh in ((shape[1], "region", "地区"), (shape[2], "activity", "行业")):
        if count < 2:
            raise BadRequest(
                f"{name} has a single {en} in all its rows; there is nothing to compare. Add the others.",
                f"{name} 每一行都是同一个{zh}，没有可比的。请补上其他{zh}。",
            )
    if not np.nansum(value):
        raise BadRequest(
            f"every value in {name} is zero or empty. Check the column and its unit.",
            f"{name} 里的值全是零或空。请检查这一列及其单位。",
        )


def _negative(name: str, where: str) -> BadRequest:
    return BadRequest(
        f"{name}: the value is below zero ({where}). Amounts cannot be; mend the row.",
        f"{name}：值小于零（{where}）。数量不会小于零，请改正这一行。",
    )


def _yearless(name: str) -> BadRequest:
    return BadRequest(
        f"{name} has no column of years. Name it: entry is a change from one year to another.",
        f"{name} 没有年份列。请指明：扎根是从一年到另一年的变化。",
    )
