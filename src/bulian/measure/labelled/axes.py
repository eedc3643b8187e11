"""Axes: what the values of a measure stand for: cells, regions, activities, or activities two by two."""

import warnings
from collections.abc import Callable
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.measure.labelled.panel import Panel

By = Literal["cells", "regions", "activities", "pairs"]
"""A value for each region and activity, each region, each activity, or each activity and activity."""

Shape = tuple[int, ...]
Padding = tuple[tuple[int, int], tuple[int, int]]

Keys = dict[str, tuple[Any, NDArray[np.intp]]]
"""By column its labels and, for each value of one year, the code."""

_REGION: Padding = ((0, 1), (0, 0))
_ACTIVITY: Padding = ((0, 0), (0, 1))


def stands_for(panel: Panel, shape: Shape, padded: Callable[[Padding], Shape]) -> By:
    """What values of this shape stand for.

    With as many regions as activities the shape does not tell. `padded` then says which shape the measure
    gives of the same table with one more activity, or region, that is empty, and that does; vectors bound to
    the measure are seldom by both.

    Raises:
        BadRequest: nothing fits, or the measure takes neither table.
    """
    regions, activities = panel.values.shape[1:]
    fitting = _fitting(shape, regions, activities)
    if not fitting:
        raise BadRequest(
            f"the measure gives {shape}, which is neither by region nor by activity.",
            f"测度给出的形状是 {shape}，既不按地区也不按行业。",
        )
    if len(fitting) > 1:
        fitting = [
            *_fitting(_tried(padded, _ACTIVITY), regions, activities + 1),
            *_fitting(_tried(padded, _REGION), regions + 1, activities),
        ]
    if not fitting:
        raise BadRequest(
            f"the table has as many regions as activities ({regions}), so the shape of the result does not "
            "tell what it is of. If both are sectors use tabulate_sectors; else add a region of zeros.",
            f"表里地区与行业一样多（{regions}），从结果的形状看不出是按什么算的。若两边都是部门，请用 "
            "tabulate_sectors；否则请加一个数值为 0 的地区。",
        )
    return fitting[0]


def keys(panel: Panel, by: By) -> Keys:
    """The labels of the values of one year."""
    r, a = panel.values.shape[1:]
    region, activity = panel.names.region, panel.names.activity
    if by == "cells":
        return {
            region: (panel.regions, np.repeat(np.arange(r), a)),
            activity: (panel.activities, np.tile(np.arange(a), r)),
        }
    if by == "pairs":
        return {
            activity: (panel.activities, np.repeat(np.arange(a), a)),
            f"{activity}_2": (panel.activities, np.tile(np.arange(a), a)),
        }
    if by == "regions":
        return {region: (panel.regions, np.arange(r))}
    return {activity: (panel.activities, np.arange(a))}


def _fitting(shape: Shape | None, regions: int, activities: int) -> list[By]:
    shapes = ((regions, activities), (regions,), (activities,), (activities, activities))
    return [by for by, one in zip(get_args(By), shapes, strict=True) if one == shape]


def _tried(padded: Callable[[Padding], Shape], padding: Padding) -> Shape | None:
    """None where the measure refuses a table that does not fit what is bound to it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return padded(padding)
        except (BadRequest, ValueError):
            return None
