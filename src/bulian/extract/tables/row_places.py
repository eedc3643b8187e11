"""Places that the rows of a table are about: each row's own, and what they are all parts of."""

from collections.abc import Sequence

from bulian.extract.tables.blocks import Block
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.label import Label
from bulian.extract.tables.places import Place, common_parent, place_of
from bulian.extract.tables.stub import Stub, labels_of
from bulian.extract.tables.words import words


def common_place(grid: Grid, block: Block, stubs: Sequence[Stub]) -> str:
    """The code of the division that all places of the rows lie in, "" where there is none."""
    codes = []
    for stub in stubs:
        if stub.kind == "place":
            found = [place_of(label.name) for label in labels_of(grid, block, stub.column)]
            codes += [place.code for place in found if place]
    return common_parent(codes)


def whole_place(grid: Grid, block: Block, stubs: Sequence[Stub], title: Place | None) -> str:
    """What the rows' places are parts of: the total's own label (全国), else the title's place."""
    for stub in stubs:
        if stub.kind == "place":
            names = (label.name for label in labels_of(grid, block, stub.column))
            total = next((name for name in names if name in _WHOLES), "")
            return total or (f"全{title.name[-1]}" if title and title.name[-1:] in "国省市区县州" else "")
    return ""


def place_in_row(label: Label, outer: Place | None, title: Place | None, within: str) -> Place | None:
    """The place that a row's label names, inside the one of an outer column; the whole for a total."""
    if label.name in words("total") or label.phrase in words("total"):
        whole = outer or title
        return whole or (Place(label.name) if label.name.startswith("全") else None)
    within = outer.code if outer and outer.code else within
    found = place_of(label.name, within) or place_of(label.phrase, within)
    if found:
        return found
    if title and title.currency != "CNY" and label.name.endswith(_DISTRICT_ENDS):
        return Place(
            title.name + label.name, currency=title.currency
        )  # a district of a city that the divisions do not list
    return Place(label.name, currency=title.currency if title else "CNY")


def is_wider(place: Place, other: Place) -> bool:
    """Whether a place holds another one, by their codes."""
    prefix = place.code.rstrip("0")
    return bool(prefix) and place.code != other.code and other.code.startswith(prefix)


_WHOLES = frozenset(f"全{unit}" for unit in "国省市区县州旗")
_DISTRICT_ENDS = ("区", "乡", "镇", "市")
