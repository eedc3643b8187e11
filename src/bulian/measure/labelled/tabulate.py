"""Tabulate: any measure of a table, with its labels put back."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.measure.labelled.axes import By, Padding, Shape, keys, stands_for
from bulian.measure.labelled.columns import each, encode, reasons, repeated, table
from bulian.measure.labelled.panel import Names, Panel, read_panel
from bulian.model.measure import Array, Measured, Why

Parts = dict[str, Measured]


def tabulate(native: Any, names: Names, measure: Callable[[Array], Any]) -> Any:
    """What a measure says of each year's table, as a table of the kind given.

    Args:
        native: a long table. names: of its columns. measure: of (regions, activities), with its settings
            bound, as `location_quotient` or `partial(shrunk_quotient, kappa=50)`; gives `Measured`, an array,
            a dataclass of them, or the interval of `count_bootstrap`.

    Returns:
        A row for each region and activity, each region, each activity, or each activity and activity, by the
        shape of what the measure gives; columns of the keys, the values, and `why` (empty where there is a
        value).

    Raises:
        BadRequest: as `read_panel`, or the measure gives something else, or values of several shapes.
    """
    panel = read_panel(native, names)
    found = [_parts(measure(one), measure) for one in panel.values]
    return _labelled(panel, found, panel.years, _by(panel, found, measure, list(panel.values[:1])))


def tabulate_change(
    native: Any, names: Names, measure: Callable[[Array, Array], Any], *, before: object, after: object
) -> Any:
    """The same for a measure of two years, `structural_change` or `shift_share` with its reference bound.

    Raises:
        BadRequest: as `tabulate`; a year is not in the table.
    """
    panel = read_panel(native, names)
    if panel.years is None:
        raise BadRequest(
            "a change needs years: say in Names which column they are in.",
            "要算变动就得有年份：请在 Names 里写明年份列。",
        )
    tables = [panel.at(before), panel.at(after)]
    found = [_parts(measure(*tables), measure)]
    return _labelled(panel, found, None, _by(panel, found, measure, tables))


def tabulate_sectors(native: Any, names: Names, measure: Callable[[Array], Any]) -> Any:
    """The same for a table from sectors to sectors, `leontief` of `technical_coefficients` with its output
    bound.

    Both sides list the same sectors, sorted; one that stands on one side only is zero on the other. In
    `names` region is the column of those that sell, activity of those that buy.

    Returns:
        A row for each two sectors, or for each sector under the name of those that sell.

    Raises:
        BadRequest: as `tabulate`.
    """
    panel = _squared(read_panel(native, names))
    found = [_parts(measure(one), measure) for one in panel.values]
    shape = next(iter(found[0].values())).value.shape
    regions = panel.values.shape[1]
    if shape not in ((regions,), (regions, regions)):
        raise BadRequest(
            f"the measure gives {shape}, which is not by the {regions} sectors.",
            f"测度给出的形状是 {shape}，不是按 {regions} 个部门。",
        )
    return _labelled(panel, found, panel.years, "regions" if len(shape) == 1 else "cells")


def _squared(panel: Panel) -> Panel:
    """The panel with one list of labels on both sides."""
    sides = [
        nw.from_dict({"": side}, backend=side.implementation) for side in (panel.regions, panel.activities)
    ]
    sectors, codes = encode(nw.concat(sides)[""])
    sell, buy = np.split(codes, [len(panel.regions)])
    values = np.zeros((len(panel.values), len(sectors), len(sectors)))
    values[:, sell[:, None], buy] = panel.values
    return replace(panel, values=values, regions=sectors, activities=sectors)


def _by(panel: Panel, found: list[Parts], measure: Callable[..., Any], tables: Sequence[Array]) -> By:
    def padded(padding: Padding) -> Shape:
        return _shape([_parts(measure(*(np.pad(one, padding) for one in tables)), measure)])

    return stands_for(panel, _shape(found), padded)


def _shape(found: list[Parts]) -> Shape:
    return next(iter(found[0].values())).value.shape


def _parts(found: Any, measure: Callable[..., Any]) -> Parts:
    name = str(getattr(getattr(measure, "func", measure), "__name__", "value"))  # of a partial, what it binds
    if name == "<lambda>":
        name = "value"
    parts = _measured(found, name)
    if not parts:
        raise BadRequest(
            f"{type(found).__name__} is nothing that can be labelled; a measure gives Measured or an array.",
            f"{type(found).__name__} 无法配上名称；测度应返回 Measured 或数组。",
        )
    if len({part.value.shape for part in parts.values()}) > 1:
        listed, one = ", ".join(parts), f"lambda x: {name}(x).{next(iter(parts))}"
        raise BadRequest(
            f"{name} gives values of several shapes ({listed}). Take one: {one}.",
            f"{name} 同时给出几种形状的值（{listed}）。请取其一：{one}。",
        )
    return parts


def _measured(found: Any, name: str) -> Parts:
    """Values with their reasons, by name: of a dataclass its fields, where an interval has one reason for
    all."""
    if isinstance(found, Measured):
        return {name: found}
    if isinstance(found, np.ndarray):
        return {name: _without_gaps(found, name)}
    told = {one.name: getattr(found, one.name) for one in fields(found)} if is_dataclass(found) else {}
    why = told.pop("why", None)
    if why is not None:
        return {name: Measured(part, why) for name, part in told.items()}
    named = (_measured(part, name) for name, part in told.items() if isinstance(part, Measured | np.ndarray))
    return {name: part for parts in named for name, part in parts.items()}


def _without_gaps(found: NDArray[Any], name: str) -> Measured:
    if np.isnan(found).any():
        raise BadRequest(
            f"{name} lacks values and gives no reasons. Return Measured(value, why), or a value for each.",
            f"{name} 有的格没有值，又没有说明原因。请返回 Measured(value, why)，或每格都给值。",
        )
    return Measured(found, np.zeros(found.shape, np.int8))


def _labelled(panel: Panel, found: list[Parts], years: Any, by: By) -> Any:
    columns: dict[str, Any] = {}
    if years is not None and panel.names.year:
        columns[panel.names.year] = each(years, next(iter(found[0].values())).value.size)
    for name, (labels, codes) in keys(panel, by).items():
        columns[name] = repeated(labels, codes, len(found))
    for part in found[0]:
        columns[part] = np.concatenate([one[part].value.ravel() for one in found])
    columns["why"] = reasons([_worst(year).why for year in found], panel.regions)
    return table(columns, panel.regions)


def _worst(parts: Parts) -> Measured:
    """The reason of the first part that lacks a value."""
    first, *others = parts.values()
    why = first.why
    for other in others:
        why = np.where(why == Why.FINE, other.why, why)
    return Measured(first.value, why.astype(np.int8))
