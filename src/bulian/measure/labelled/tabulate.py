"""Tabulate: any measure of a table, with its labels put back."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.measure.labelled.columns import each, reasons, repeated, table
from bulian.measure.labelled.panel import Names, Panel, read_panel
from bulian.model.measure import Array, Measured, Why


def tabulate(native: Any, names: Names, measure: Callable[[Array], Any]) -> Any:
    """What a measure says of each year's table, as a table of the kind given.

    Args:
        native: a long table. names: of its columns. measure: of (regions, activities), with its settings
            bound, as `location_quotient` or `partial(shrunk_quotient, kappa=50)`; gives `Measured`, a
            dataclass of them, or the interval of `count_bootstrap`.

    Returns:
        A row for each region and activity, each region, or each activity and activity, by the shape of what
        the measure gives; columns of the keys, the values, and `why` (empty where there is a value).

    Raises:
        BadRequest: as `read_panel`, or the measure gives something else, or values of several shapes.
    """
    panel = read_panel(native, names)
    found = [_parts(measure(one), measure) for one in panel.values]
    return _labelled(panel, found, panel.years)


def tabulate_change(
    native: Any, names: Names, measure: Callable[[Array, Array], Any], *, before: object, after: object
) -> Any:
    """The same for a measure of two years, `structural_change` or `shift_share` with its reference bound.

    Raises:
        BadRequest: as `read_panel`; a year is not in the table.
    """
    panel = read_panel(native, names)
    if panel.years is None:
        raise BadRequest(
            "a change needs years: say in Names which column they are in.",
            "要算变动就得有年份：请在 Names 里写明年份列。",
        )
    return _labelled(panel, [_parts(measure(panel.at(before), panel.at(after)), measure)], None)


def _parts(found: Any, measure: Callable[..., Any]) -> dict[str, Measured]:
    name = str(getattr(getattr(measure, "func", measure), "__name__", "value"))  # of a partial, what it binds
    if isinstance(found, Measured):
        return {name: found}
    parts = _measured(found)
    if not parts:
        raise BadRequest(
            f"{type(found).__name__} is nothing that can be labelled; a measure gives Measured.",
            f"{type(found).__name__} 无法配上名称；测度应返回 Measured。",
        )
    if len({part.value.shape for part in parts.values()}) > 1:
        listed, one = ", ".join(parts), f"lambda x: {name}(x).{next(iter(parts))}"
        raise BadRequest(
            f"{name} gives values of several shapes ({listed}). Take one: {one}.",
            f"{name} 同时给出几种形状的值（{listed}）。请取其一：{one}。",
        )
    return parts


def _measured(found: Any) -> dict[str, Measured]:
    """The fields of a result that hold values with reasons; an interval has one reason for all its values."""
    told = {one.name: getattr(found, one.name) for one in fields(found)} if is_dataclass(found) else {}
    why = told.get("why")
    if why is None:
        return {name: part for name, part in told.items() if isinstance(part, Measured)}
    return {name: Measured(part, why) for name, part in told.items() if name != "why"}


def _labelled(panel: Panel, found: list[dict[str, Measured]], years: Any) -> Any:
    first = next(iter(found[0].values()))
    keys = _keys(panel, first.value.shape)
    columns: dict[str, Any] = {}
    if years is not None and panel.names.year:
        columns[panel.names.year] = each(years, first.value.size)
    for name, (labels, codes) in keys.items():
        columns[name] = repeated(labels, codes, len(found))
    for part in found[0]:
        columns[part] = np.concatenate([one[part].value.ravel() for one in found])
    columns["why"] = reasons([_worst(year).why for year in found], panel.regions)
    return table(columns, panel.regions)


def _worst(parts: dict[str, Measured]) -> Measured:
    """The reason of the first part that lacks a value."""
    first, *others = parts.values()
    why = first.why
    for other in others:
        why = np.where(why == Why.FINE, other.why, why)
    return Measured(first.value, why.astype(np.int8))


def _keys(panel: Panel, shape: tuple[int, ...]) -> dict[str, tuple[Any, NDArray[np.intp]]]:
    """By column its labels and, for each cell of one year, the code."""
    regions, activities = (panel.names.region, panel.regions), (panel.names.activity, panel.activities)
    r, a = len(panel.regions), len(panel.activities)
    if shape == (r, a):
        return _grid(regions, activities)
    if shape == (r,):
        return {regions[0]: (regions[1], np.arange(r))}
    if shape == (a,):
        return {activities[0]: (activities[1], np.arange(a))}
    if shape == (a, a):
        return _grid(activities, (f"{activities[0]}_2", activities[1]))
    raise BadRequest(
        f"the measure gives {shape}, which is neither by region nor by activity.",
        f"测度给出的形状是 {shape}，既不按地区也不按行业。",
    )


def _grid(one: tuple[str, Any], other: tuple[str, Any]) -> dict[str, tuple[Any, NDArray[np.intp]]]:
    rows, columns = len(one[1]), len(other[1])
    return {
        one[0]: (one[1], np.repeat(np.arange(rows), columns)),
        other[0]: (other[1], np.tile(np.arange(columns), rows)),
    }
