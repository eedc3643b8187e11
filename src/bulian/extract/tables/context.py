"""What stands around a block: its titles and caption, the sheet's name, the file's name and folders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from bulian.extract.deferred import deferred
from bulian.extract.fold import fold
from bulian.extract.tables.blocks import Block
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.label import read_label, tidy
from bulian.extract.tables.measures import is_complete, title_measure
from bulian.extract.tables.period import When, take_when, whole_when
from bulian.extract.tables.places import Place, place_in, place_of, titled_place
from bulian.extract.tables.units import table_units
from bulian.extract.tables.words import is_synthetic
from bulian.extract.title import title_of
from bulian.model.document import Document, Table
from bulian.model.fact import Aspect
from bulian.model.place import HeaderCell, cell_name
from bulian.vocab.units import Unit


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the whole of a block unless a header or label says otherwise.

    Attributes:
        place: of the nearest title or name that names one, else the home given; None where none does.
        whens: what titles, sheet, file and folders say of the time, the nearest first.
        units: of the titles (单位：亿元、%).
        measure: the indicator or scope in the titles, "" where none is.
        currency: what 元 means where a row names no place of its own.
        aspect: "growth" where the title says so (固定资产投资增速).
        title, place_cell, when_cell, unit_cell, measure_cell: the cells that say it, None where no cell does.
        synthetic: a title, the sheet or the file is marked as made up.
    """

    place: Place | None
    whens: tuple[When, ...]
    units: tuple[Unit, ...]
    currency: str
    measure: str
    aspect: Aspect | None
    place_cell: HeaderCell | None
    when_cell: HeaderCell | None
    unit_cell: HeaderCell | None
    measure_cell: HeaderCell | None
    synthetic: bool


_LONGEST_CAPTION = 60
_LABELS = 40  # rows whose labels tell in which money a table counts
_HEAD = 1500  # where a title stands


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text around the block, and its cell where it stands in one."""

    text: str
    cell: HeaderCell | None
    title: bool


def context_of(document: Document, table: Table, grid: Grid, block: Block, *, home: str | None) -> Context:
    """Reads the lines around a block, the nearest first; each thing is taken from the first that says it."""
    lines = _lines(document, table, grid, block)
    outer = [_line(grid, at) for at in reversed(block.outer)]
    own = sum(line.cell is not None or line.title for line in lines)
    around = [*lines[:own], *outer, *lines[own:]]
    place, place_cell = _place(around, home)
    whens, when_cell = _whens(around)
    units, unit_cell = _units(lines)
    measure, aspect, measure_cell = _measure(lines, place)
    column = min(block.columns, default=0)
    labels = [tidy(cell.text) for row in block.body[:_LABELS] if (cell := grid.rows[row].get(column))]
    notes = [tidy(cell.text) for row in block.notes for cell in grid.rows[row].values()]
    synthetic = document.metadata.synthetic or any(
        map(is_synthetic, [*(line.text for line in lines), *notes])
    )
    return Context(
        place, whens, units, _currency(lines, place, labels), measure, aspect, place_cell, when_cell,
        unit_cell, measure_cell, synthetic,
    )  # fmt: skip


def _lines(document: Document, table: Table, grid: Grid, block: Block) -> list[_Line]:
    lines = []
    lines += [_line(grid, at) for at in reversed(block.titles)]
    for row in block.header:
        for column, cell in grid.rows[row].items():
            if _UNITS.match(tidy(cell.text)):  # 单位：亿元 in the corner of the header
                at = HeaderCell(cell_name(row, column), cell.text.strip())
                lines.insert(0, _Line(tidy(cell.text), at, title=True))
    lines += [_Line(tidy(text), None, title=True) for text in reversed(table.caption) if not _is_prose(text)]
    for row in (*block.notes, *block.body[-2:]):
        for column, cell in grid.rows[row].items():
            if _UNITS.match(tidy(cell.text)):  # 单位：万元 below the table
                at = HeaderCell(cell_name(row, column), cell.text.strip())
                lines.append(_Line(tidy(cell.text), at, title=True))
    title = _title_of(document)
    lines += [_Line(title, None, title=True)] if title else []
    path = PurePosixPath(document.name)
    names = [table.sheet, _stem(path.name), *(parent.name for parent in path.parents)]
    names += [document.metadata.publisher or ""]
    return [*lines, *(_Line(tidy(name), None, title=False) for name in names if name)]


def _line(grid: Grid, at: tuple[int, int]) -> _Line:
    cell = grid.cell(*at)
    text = cell.text if cell else ""
    return _Line(tidy(text), HeaderCell(cell_name(*at), text.strip()), title=True)


def _is_prose(text: str) -> bool:
    """A sentence above a table tells of other places and years than its numbers."""
    return len(text) > _LONGEST_CAPTION or text.rstrip().endswith(("。", "；", "："))


def _title_of(document: Document) -> str:
    """The document's own title, folded; "" for a workbook."""
    head = document.text[:_HEAD]
    return tidy(title_of(fold(head), head) or "") if head else ""


def _stem(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return stem if stem and len(suffix) <= 5 else name


def _place(lines: Sequence[_Line], home: str | None) -> tuple[Place | None, HeaderCell | None]:
    around = place_in(home)[0] if home and place_in(home) else None  # type: ignore[index]  # not None here
    shared: tuple[Place, HeaderCell | None] | None = None
    for line in lines:
        found = titled_place(line.text, around.code if around else "")
        if found and found[0].code:
            # 鼓楼区 in the title, 南京市 in the folder's name: the one settles which the other is.
            inner = place_of(shared[0].name, found[0].code) if shared else None
            return (inner, shared[1]) if shared and inner else shared or (found[0], line.cell)
        if found and shared is None:
            shared = found[0], line.cell
    if shared:
        return shared
    if any("全国" in line.text for line in lines if line.title):
        return Place("全国"), None
    if around is None and home:
        around = Place(home)
    return around, None


def _currency(lines: Iterable[_Line], place: Place | None, labels: Iterable[str]) -> str:
    """A table's money: its place's, else that of the places its rows name, else Taiwan's by its years."""
    if place and (place.code or place.currency != "CNY"):
        return place.currency
    listed = {found.currency for found in map(place_of, labels) if found}
    if len(listed) == 1:
        return listed.pop()
    return "TWD" if any(_TAIWAN.search(line.text) for line in lines) else "CNY"


_TAIWAN = deferred(r"民国\d{2,3}年|新台币|台湾|台闽")


def _whens(lines: Iterable[_Line]) -> tuple[tuple[When, ...], HeaderCell | None]:
    whens: list[When] = []
    cell = None
    for line in lines:
        when = _of_title(line.text) if line.title else _of_name(line.text)
        if when and (line.title or when.year is not None or when.months):
            cell = cell if whens else line.cell
            whens.append(when)
    return tuple(whens), cell


def _of_title(text: str) -> When | None:
    return whole_when(text) or take_when(text)[0]


def _of_name(text: str) -> When | None:
    """The name of a sheet, file or folder may end in a bare year or month: 大渡口2023, 202411."""
    plain = text.replace("_", " ")
    when = whole_when(plain) or take_when(plain)[0]
    year = None if when and (when.year is not None) else _BARE_YEAR.search(plain)
    if year is None:
        return when
    return replace(when, year=int(year.group())) if when else When(year=int(year.group()))


_BARE_YEAR = deferred(r"(?<![\d.-])(?:19[5-9]|20[0-4])\d(?![\d.-])")


def _units(lines: Iterable[_Line]) -> tuple[tuple[Unit, ...], HeaderCell | None]:
    for line in lines:
        if line.title:
            marked = _UNITS.search(line.text)
            units = table_units(marked["units"]) if marked else _bare_units(line.text)
            if units:
                return units, line.cell
    return (), None


_UNITS = deferred(r"(?:计量|计算|金额)?单位\s*[:：]?\s*(?P<units>[^（）()\s]+)")


def _bare_units(text: str) -> tuple[Unit, ...]:
    """百万港元 or 亿元、% by itself, or in the brackets of a title."""
    whole = table_units(text) if len(text) <= 12 else ()
    return whole or read_label(text).units


def _measure(lines: Iterable[_Line], place: Place | None) -> tuple[str, Aspect | None, HeaderCell | None]:
    best: tuple[str, Aspect | None, HeaderCell | None] = ("", None, None)
    for line in lines:
        label = read_label(line.text.removeprefix("指标：")) if "单位：" not in line.text else read_label("")
        found = titled_place(label.phrase)
        rest = label.phrase.replace(found[1], "", 1) if found else label.phrase
        phrase = title_measure(_without(rest, place))
        if is_complete(phrase):
            growth = label.aspect == "growth" and "及" not in line.text
            return phrase, "growth" if growth else None, line.cell
        if phrase and not best[0]:
            best = (phrase, None, line.cell)
    return best


def _without(phrase: str, place: Place | None) -> str:
    """The phrase without the place's last name before it: 坪林区人口 in the file of 新北市坪林区."""
    name = place.name if place else ""
    tail = next((name[cut:] for cut in range(len(name) - 2) if phrase.startswith(name[cut:])), "")
    return phrase.removeprefix(tail)
