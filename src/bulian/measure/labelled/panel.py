"""Panels: a long table read into years × regions × activities, with every row that does not fit named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.measure.labelled.columns import encode
from bulian.model.measure import Array

Frame = nw.DataFrame[Any]
Labels = nw.Series[Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What the columns are called; `year` is None where the table has a single time."""

    region: str = "region"
    activity: str = "activity"
    value: str = "value"
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """`values` (years, regions, activities), NaN where suppressed, and the labels of each axis, sorted.

    `years` is None where the table has no years; `values` has one then.
    """

    values: Array
    years: Labels | None
    regions: Labels
    activities: Labels
    names: Names

    def at(self, year: object) -> Array:
        """The table of one year.

        Raises:
            BadRequest: the year is not in the table; names those that are.
        """
        listed = [] if self.years is None else self.years.to_list()
        if year not in listed:
            raise BadRequest(
                f"there is no year {year}; the table has {_some(listed)}. Add its rows, or ask for another "
                "year.",
                f"表里没有 {year} 年，只有 {_some(listed)}。请补上该年的行，或换一个年份。",
            )
        return np.asarray(self.values[listed.index(year)])


def read_panel(native: Any, names: Names) -> Panel:
    """A long table as a panel.

    Args:
        native: a pandas or Polars DataFrame or an Arrow Table. names: of its columns.

    Raises:
        BadRequest: a column is missing, a key is empty, a value is no number or infinite, a label stands
            twice, there is only one region or activity, or all values are zero. Names the row, counted from
            1.
    """
    frame = _frame(native, names)
    value = _values(frame, names)
    years, t = (None, np.zeros(len(value), np.intp)) if names.year is None else _axis(frame, names.year)
    regions, r = _axis(frame, names.region)
    activities, a = _axis(frame, names.activity)
    shape = (1 if years is None else len(years), len(regions), len(activities))
    place = np.ravel_multi_index((t, r, a), shape)
    _refuse_twice(frame, names, place)
    _refuse_too_few(names, shape, value)
    values = np.zeros(shape)
    values.ravel()[place] = value
    return Panel(values, years, regions, activities, names)


def _frame(native: Any, names: Names) -> Frame:
    try:
        frame: Frame = nw.from_native(native, eager_only=True)
    except TypeError:
        raise BadRequest(
            f"a {type(native).__name__} is no table. Give a pandas or Polars DataFrame or an Arrow "
            "Table; collect a "
            "lazy one first.",
            f"{type(native).__name__} 不是表。请给 pandas、Polars 的 DataFrame 或 Arrow 表；惰性表请先 "
            "collect。",
        ) from None
    wanted = [names.region, names.activity, names.value, *([names.year] if names.year else [])]
    for name in wanted:
        if name not in frame.columns:
            raise BadRequest(
                f"there is no column {name!r}; the table has {_some(frame.columns)}. Say in Names what it is "
                "called.",
                f"没有“{name}”这一列；表里有 {_some(frame.columns)}。请在 Names 里写明列名。",
            )
    if frame.is_empty():
        raise BadRequest("the table has no rows.", "表里没有行。")
    return frame


def _values(frame: Frame, names: Names) -> Array:
    column = frame[names.value]
    if not column.dtype.is_numeric():
        row, found = _first_text(column)
        raise BadRequest(
            f"{names.value} holds text where numbers belong, first in row {row}: "
            f"{found!r}{_of(frame, names, row)}. "
            "Mend it, leave a suppressed value empty, and turn the column into numbers.",
            f"“{names.value}”列应为数，却有文字，先见于第 {row} 行：{found!r}{_of(frame, names, row)}。"
            "请改正；未公布的留空；再把这一列转成数。",
        )
    value = column.cast(nw.Float64).to_numpy().astype(np.float64)
    if np.isinf(value).any():
        row = int(np.argmax(np.isinf(value))) + 1
        raise BadRequest(
            f"{names.value} is infinite in row {row}{_of(frame, names, row)}. Mend it, or leave it empty.",
            f"“{names.value}”第 {row} 行是无穷大{_of(frame, names, row)}。请改正，或留空。",
        )
    return np.asarray(value)


def _first_text(column: Labels) -> tuple[int, object]:
    """The first row that does not read as a number; the first at all where each would."""
    listed = column.to_list()
    for row, found in enumerate(listed, start=1):
        if found is not None and not _reads_as_number(str(found)):
            return row, found
    return 1, listed[0]


def _reads_as_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _axis(frame: Frame, name: str) -> tuple[Labels, NDArray[np.intp]]:
    column = frame[name]
    gaps = column.is_null().to_numpy()
    if gaps.any():
        row = int(np.argmax(gaps)) + 1
        raise BadRequest(
            f"{name} is empty in row {row}: nobody can say what the row is about. Fill it in, or drop "
            "the row.",
            f"第 {row} 行的“{name}”是空的，不知道说的是谁。请补上，或删去这一行。",
        )
    return encode(column)


def _refuse_twice(frame: Frame, names: Names, place: NDArray[np.intp]) -> None:
    order = np.argsort(place, kind="stable")
    twice = np.flatnonzero(place[order][1:] == place[order][:-1])
    if len(twice):
        first, second = (int(order[twice[0] + step]) + 1 for step in (0, 1))
        raise BadRequest(
            f"rows {first} and {second} both speak of one cell{_of(frame, names, first)}; {len(twice)} "
            "rows in all "
            "repeat one. Sum them if they are parts, or drop those that are wrong.",
            f"第 {first} 行与第 {second} 行说的是同一格{_of(frame, names, first)}；重复的共 {len(twice)} 行。"
            "若是各部分请先加总，否则请删去错的。",
        )


def _refuse_too_few(names: Names, shape: tuple[int, ...], value: Array) -> None:
    for count, name in ((shape[1], names.region), (shape[2], names.activity)):
        if count < 2:
            raise BadRequest(
                f"{name} has a single label, in all rows; shares and advantages need at least two to "
                "compare. Add the "
                "others, or a row for all the rest.",
                f"各行的“{name}”都一样；占比与优势至少要有两个才能比。请补上其他的，或加一行“其余”。",
            )
    if not np.nansum(np.abs(value)):
        raise BadRequest(
            f"{names.value} is zero or empty in every row, so there are no shares. Check the column and "
            "its unit.",
            f"“{names.value}”每一行都是零或空，算不出占比。请检查这一列及其单位。",
        )


def _of(frame: Frame, names: Names, row: int) -> str:
    keys = [names.region, names.activity, *([names.year] if names.year else [])]
    return f" ({', '.join(str(frame[key][row - 1]) for key in keys)})"


def _some(listed: Sequence[object]) -> str:
    return ", ".join(map(str, listed[:8])) + (f" … ({len(listed)})" if len(listed) > 8 else "")
