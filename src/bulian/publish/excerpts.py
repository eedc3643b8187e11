"""Excerpts: what the sources say around each citation, so that a figure can be read where it stands.

Only the lines cited and their neighbours are shown, and of a table the rows cited and their headers: a paper
on two thousand documents stays a paper.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bulian.model.document import Document, Table
from bulian.model.place import Cell, Span, cell_name, cell_position
from bulian.publish.citations import file_name, number_at, published
from bulian.publish.evidence import Evidence
from bulian.publish.paper import Excerpt, Grid, GridCell, Line, Name, Text, Words
from bulian.publish.passages import line_of, line_starts, paragraph_numbers, script_of
from bulian.publish.wording import Wording

_NEIGHBOURS = 1
_LONG_LINE = 1200
_AROUND = 300
_WIDE = 12


def excerpts(
    fact_ids: Iterable[str], data: Mapping[str, Evidence], documents: Mapping[str, Document], words: Wording
) -> tuple[Excerpt, ...]:
    """An excerpt of each document that is cited, in the order of the facts."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for fact_id in fact_ids:
        groups[data[fact_id].fact.doc].append(data[fact_id])
    return tuple(_excerpt(group, documents.get(doc), words) for doc, group in groups.items())


def _excerpt(data: list[Evidence], document: Document | None, words: Wording) -> Excerpt:
    source = data[0].source
    made_up = (Words(words["mark.made_up"], "made_up"),) if source.synthetic else ()
    title: Text = (Name(source.title, (source.doc,)),) if source.title else file_name(source)
    space = Words(words["join.space"])
    lines, grids = _lines(data, document), _grids(data, document)
    text = document.text if document and document.text else "".join(datum.fact.place.quote for datum in data)
    whole = (*title, space, *file_name(source), space, *published(source, words), *made_up)
    return Excerpt(source.doc, whole if source.title else whole[2:], script_of(text), lines, grids)


def _lines(data: list[Evidence], document: Document | None) -> tuple[Line, ...]:
    spans = [(datum, datum.fact.place) for datum in data if isinstance(datum.fact.place, Span)]
    if not spans:
        return ()
    if document is None:
        return tuple(_quote_alone(datum, place) for datum, place in spans)
    starts = line_starts(document.text)
    numbers = paragraph_numbers(document.text, starts)
    shown = _with_neighbours(document.text, starts, [place for _, place in spans])
    return tuple(_shown(document.text, starts, numbers, shown, spans))


def _with_neighbours(text: str, starts: list[int], places: list[Span]) -> list[int]:
    """The lines that hold the quotes, and the line with text before and after each."""
    held = [index for index, start in enumerate(starts) if text[start : _end(text, starts, index)].strip()]
    shown: set[int] = set()
    for place in places:
        first, last = line_of(starts, place.start), line_of(starts, max(place.end - 1, place.start))
        before, after = bisect_left(held, first), bisect_right(held, last)
        shown |= set(held[max(before - _NEIGHBOURS, 0) : after + _NEIGHBOURS])
    return sorted(shown)


def _end(text: str, starts: list[int], index: int) -> int:
    return starts[index + 1] - 1 if index + 1 < len(starts) else len(text)


def _quote_alone(datum: Evidence, place: Span) -> Line:
    """The quote without its surroundings, where the document itself is not at hand."""
    start, end = number_at(datum) or (place.start, place.start)
    value = (start - place.start, end - place.start, datum.id)
    return Line(0, place.quote, ((0, len(place.quote)),), (value,), True)


def _shown(
    text: str, starts: list[int], numbers: list[int], shown: list[int], spans: list[tuple[Evidence, Span]]
) -> Iterator[Line]:
    """The lines to show, with what is quoted in each; long lines are cut around their quotes."""
    previous = 0
    for index in shown:
        start, end = starts[index], _end(text, starts, index)
        inside = [(datum, place) for datum, place in spans if place.start < end and place.end > start]
        for first, last in _windows(start, end, [place for _, place in inside]):
            gap = bool(text[previous:first].strip())
            yield _line(text, (first, last), inside, numbers[index], gap)
            previous = last


def _windows(start: int, end: int, places: list[Span]) -> list[tuple[int, int]]:
    """The parts of a line to show: all of it, or some characters around each quote of a long one."""
    if end - start <= _LONG_LINE:
        return [(start, end)]
    if not places:
        return [(start, start + _AROUND)]
    windows: list[tuple[int, int]] = []
    for place in sorted(places, key=lambda place: place.start):
        first, last = max(place.start - _AROUND, start), min(place.end + _AROUND, end)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows


def _line(
    text: str, window: tuple[int, int], inside: list[tuple[Evidence, Span]], number: int, gap: bool
) -> Line:
    first, last = window
    quotes = {
        (max(place.start, first) - first, min(place.end, last) - first)
        for _, place in inside
        if place.start < last and place.end > first
    }
    values = []
    for datum, place in inside:
        start, end = number_at(datum) or (place.start, place.start)
        if first <= start < last:
            values.append((start - first, min(end, last) - first, datum.id))
    return Line(number, text[first:last], tuple(sorted(quotes)), tuple(sorted(values)), gap)


def _grids(data: list[Evidence], document: Document | None) -> tuple[Grid, ...]:
    sheets: dict[str, list[Evidence]] = defaultdict(list)
    for datum in data:
        if isinstance(datum.fact.place, Cell):
            sheets[datum.fact.place.sheet].append(datum)
    tables = {table.sheet: table for table in document.tables} if document else {}
    return tuple(_grid(sheet, group, tables.get(sheet)) for sheet, group in sheets.items())


def _grid(sheet: str, data: list[Evidence], table: Table | None) -> Grid:
    facts: dict[tuple[int, int], list[str]] = defaultdict(list)
    headers: dict[tuple[int, int], str] = {}
    cells: dict[tuple[int, int], str] = {}
    for datum in data:
        place = datum.fact.place
        if isinstance(place, Cell):
            at = cell_position(place.ref)
            facts[at].append(datum.id)
            cells[at] = place.quote
            headers |= {cell_position(header.cell): header.text for header in place.headers}
    if table:
        headers |= {at: table.cells[at].text for at in headers if at in table.cells}
        cells = {at: cell.text for at, cell in table.cells.items()} | cells
    columns = _columns(cells, facts, headers)
    return Grid(sheet, tuple(_letters(column) for column in columns), _rows(cells, facts, headers, columns))


def _columns(
    cells: Mapping[tuple[int, int], str],
    facts: Mapping[tuple[int, int], list[str]],
    headers: Mapping[tuple[int, int], str],
) -> list[int]:
    """All columns of a narrow sheet; of a wide one those that are cited or give meaning."""
    everything = sorted({column for _, column in {**cells, **headers}})
    if len(everything) <= _WIDE:
        return everything
    return sorted({column for _, column in (*facts, *headers)})


def _rows(
    cells: Mapping[tuple[int, int], str],
    facts: Mapping[tuple[int, int], list[str]],
    headers: Mapping[tuple[int, int], str],
    columns: list[int],
) -> tuple[tuple[str, tuple[GridCell, ...]], ...]:
    texts = {**cells, **headers}
    rows = sorted({row for row, _ in (*facts, *headers)})
    made: list[tuple[str, tuple[GridCell, ...]]] = []
    for previous, row in pairwise([-1, *rows]):
        if previous >= 0 and row > previous + 1:
            made.append(("", ()))
        shown = tuple(
            GridCell(
                texts.get((row, column), ""), tuple(facts.get((row, column), ())), (row, column) in headers
            )
            for column in columns
        )
        made.append((str(row + 1), shown))
    return tuple(made)


def _letters(column: int) -> str:
    return cell_name(0, column).rstrip("1")
