"""The sentence a fact rests on in its surroundings, or the cell with its row and headers."""

from collections.abc import Iterator

import typer

from bulian.cli.printing import console
from bulian.cli.say import language, say
from bulian.cli.show import joined
from bulian.model.document import Document, Table
from bulian.model.fact import Observation
from bulian.model.place import Cell, Place, Span, cell_position
from bulian.model.stored import Source, sourced_row
from bulian.publish.passages import line_of, line_starts, page_of, paragraph_numbers
from bulian.steps.asking import Place as Found

_AROUND = 1  # lines of text before and after, rows of a table before and after
_LONGEST = 400  # characters of a line shown to either side of the quote
_WIDEST = 12


def source(found: Found) -> None:
    """Print one fact: what it says, the words around it, where they stand, who says so, who judged it."""
    fact, document = found.sourced.fact, found.document
    typer.echo(_headline(found))
    typer.echo()
    for line in _surroundings(document, fact.place):
        console().print(line, markup=False)
    typer.echo()
    for label, text in _about(found):
        typer.echo(f"{say(label)}：{text}" if language() == "zh" else f"{say(label)}: {text}")


def _headline(found: Found) -> str:
    row = sourced_row(found.sourced)
    fact = found.sourced.fact
    made_up = say("synthetic") if row["synthetic"] else ""
    if not isinstance(fact, Observation):
        return f"{fact.id}  {' '.join(joined(row))}{made_up}"
    parts = (fact.subject or "—", fact.indicator, fact.aspect, f"{row['value']} {fact.unit}")
    told = (fact.bound, fact.modality, fact.period or "—", fact.basis or "")
    return f"{fact.id}  {' '.join((*parts, *told)).rstrip()}{made_up}"


def _surroundings(document: Document, place: Place) -> Iterator[str]:
    if isinstance(place, Span):
        yield from _lines(document.text, place)
        return
    table = next((table for table in document.tables if table.sheet == place.sheet), None)
    if table is not None:
        yield from _rows(table, place)


def _lines(text: str, span: Span) -> Iterator[str]:
    starts = line_starts(text)
    first, last = line_of(starts, span.start), line_of(starts, max(span.start, span.end - 1))
    begin = max(starts[max(first - _AROUND, 0)], span.start - _LONGEST)
    after = last + _AROUND + 1
    end = min(starts[after] if after < len(starts) else len(text), span.end + _LONGEST)
    marked = f"{text[begin : span.start]}【{text[span.start : span.end]}】{text[span.end : end]}"
    for line in marked.splitlines():
        if line.strip():
            yield f"  {line.strip()}"


def _rows(table: Table, place: Cell) -> Iterator[str]:
    row, column = cell_position(place.ref)
    headers = {cell_position(header.cell) for header in place.headers}
    rows = sorted({at[0] for at in headers} | set(range(row - _AROUND, row + _AROUND + 1)))
    columns = sorted({at[1] for at in headers} | set(range(column - _WIDEST // 2, column + _WIDEST // 2)))
    for r in rows:
        cells = {c: table.cells[r, c].text.strip() for c in columns if (r, c) in table.cells}
        if cells:
            shown = (f"【{text}】" if (r, c) == (row, column) else text for c, text in cells.items())
            yield f"  {r + 1:>4}  {'  │  '.join(shown)}"


def _about(found: Found) -> Iterator[tuple[str, str]]:
    fact, told = found.sourced.fact, found.sourced.source
    yield "source.place", _where(found.document, fact.place, told)
    if isinstance(fact.place, Cell) and fact.place.headers:
        yield (
            "source.headers",
            "；".join(f"{header.cell} {header.text.strip()}" for header in fact.place.headers),
        )
    if fact.also:
        yield "source.also", "；".join(_where(found.document, place, told) for place in fact.also)
    date = told.published_on
    yield "source.published", say(f"source.dated.{told.dated}", date=date) if date else say("source.undated")
    if told.publisher:
        yield "source.publisher", " ".join(filter(None, (told.publisher, told.address)))
    gone = f"；{say('source.retired', at=told.retired_at)}" if told.retired_at else ""
    yield "source.recorded", f"{told.recorded_at}{gone}"
    yield "source.rule", fact.rule
    for judged in found.judgements:
        verdict = say(f"verdict.{judged.verdict}")
        yield (
            "source.judged",
            say("source.judgement", by=judged.by, at=judged.at, verdict=verdict, why=judged.why),
        )


def _where(document: Document, place: Place, told: Source) -> str:
    if isinstance(place, Cell):
        return say("source.cell", name=told.name, sheet=place.sheet, cell=place.ref)
    starts = line_starts(document.text)
    number = paragraph_numbers(document.text, starts)[line_of(starts, place.start)]
    where = say("source.characters", name=told.name, paragraph=number, start=place.start, end=place.end)
    page = page_of(document, place.start)
    return where + (say("source.page", page=page) if page else "")
