"""Which columns hold the labels of rows, and what they are: places, firms, industries, indicators, times."""

from collections.abc import Sequence
from dataclasses import dataclass

from bulian.extract.deferred import deferred
from bulian.extract.tables.blocks import Block
from bulian.extract.tables.columns import Head
from bulian.extract.tables.context import Context
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.label import Label, read_label
from bulian.extract.tables.measures import is_complete, known
from bulian.extract.tables.places import place_of
from bulian.extract.tables.words import words


@dataclass(frozen=True, slots=True)
class Stub:
    """A column of labels and what they are: "place", "subject", "industry", "indicator" or "period"."""

    column: int
    kind: str


def stubs_of(grid: Grid, block: Block, heads: Sequence[Head], context: Context) -> list[Stub]:
    """The columns of labels; where the header does not settle what they are, the labels do."""
    measured = [is_complete(head.phrase) for head in heads if head.kind == "value"]
    stubs = []
    for head in heads:
        if head.kind in _STUB_KINDS:
            kind = _settle_stub(grid, block, head, context, measured)
            stubs.append(Stub(head.column, kind))
    return stubs


def _settle_stub(grid: Grid, block: Block, head: Head, context: Context, measured: Sequence[bool]) -> str:
    if head.kind in ("period", "place", "subject"):
        return head.kind
    names = [label.name for label in labels_of(grid, block, head.column) if not label.part]
    within = context.place.code if context.place else ""
    places = sum(place_of(name, within) is not None or _is_like_place(name) for name in names)
    totals = sum(name in words("total") for name in names)
    if places and 2 * (places + totals) > len(names):
        return "place"
    firms = sum(name.endswith(_FIRM_ENDS) for name in names)
    if firms and 2 * (firms + totals) > len(names):
        return "subject"
    if head.kind == "industry" and not any(is_complete(name) or _ORDINAL.search(name) for name in names):
        return "industry"
    industries = sum(name.endswith(("业", "业）")) for name in names)
    if head.kind == "stub" and head.header and measured and all(measured) and not any(map(known, names)):
        return "industry" if 2 * industries > len(names) else "subject"
    return "indicator"


def _is_like_place(name: str) -> bool:
    """A street, town or county by its last word, known to the divisions or not."""
    short = 2 <= len(name) <= 5 and name.endswith(_DIVISION_ENDS) and not name.endswith(_MILES)
    return name.endswith(_TOWN_ENDS) or short


def labels_of(grid: Grid, block: Block, column: int) -> list[Label]:
    """The labels of a column, of a sample of rows where there are many."""
    step = max(1, len(block.body) // _SAMPLE)
    cells = (grid.rows[row].get(column) for row in block.body[::step])
    return [read_label(cell.text) for cell in cells if cell]


_STUB_KINDS = ("place", "subject", "indicator", "industry", "item", "period", "stub")
_FIRM_ENDS = ("公司", "集团", "厂", "合作社", "研究院", "医院", "学校", "银行")
_TOWN_ENDS = ("街道", "镇", "乡", "村", "社区", "街道办事处", "新区", "开发区", "高新区", "经开区")
_DIVISION_ENDS = ("区", "县", "市", "州", "旗", "里", "邻")
_MILES = ("公里", "英里", "海里")
_ORDINAL = deferred(r"第[一二三]产业")
_SAMPLE = 400
