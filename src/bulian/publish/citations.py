"""Citations: every place a figure rests on, quoted, with its file, place, date and source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.model.document import Document
from bulian.model.fact import Observation
from bulian.model.place import Cell, Place, Span
from bulian.model.stored import Source
from bulian.publish.evidence import Evidence
from bulian.publish.figure import Figure
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Citation, Label, Name, Quote, Text, Words
from bulian.publish.passages import line_of, line_starts, page_of, paragraph_numbers, script_of, sentence
from bulian.publish.periods import period_words
from bulian.publish.wording import Wording, filled

_SHORT = 12


@dataclass(frozen=True, slots=True)
class _Lines:
    """A document's lines and paragraphs, found once for all its citations."""

    document: Document
    starts: list[int]
    numbers: list[int]
    script: str


def citations(
    fact_ids: Iterable[str], data: Mapping[str, Evidence], documents: Mapping[str, Document], words: Wording
) -> tuple[Citation, ...]:
    """One citation for each sentence or cell that the facts stand in, in the order of the facts."""
    lines: dict[str, _Lines | None] = {}
    places: dict[tuple[str, Place], list[Evidence]] = {}
    for fact_id in fact_ids:
        datum = data[fact_id]
        doc = datum.fact.doc
        if doc not in lines:
            document = documents.get(doc)
            lines[doc] = _lines(document) if document else None
        places.setdefault((doc, _sentence(datum, lines[doc])), []).append(datum)
    return tuple(_citation(place, group, lines[doc], words) for (doc, place), group in places.items())


def _sentence(datum: Evidence, lines: _Lines | None) -> Place:
    """The sentence around the fact's quote, or the quote where its document is not at hand, or the cell."""
    place = datum.fact.place
    if isinstance(place, Cell) or lines is None:
        return place
    text = lines.document.text
    if text[place.start : place.end] != place.quote:
        return place
    start, end = sentence(text, place)
    return Span(start, end, text[start:end])


def place_words(document: Document, place: Place, words: Wording) -> str:
    """Where a place is, in words: a page, a paragraph or a cell."""
    return _place_words(place, _lines(document), words)


def cell_words(cell: Cell, words: Wording) -> str:
    """Where a cell is, in words."""
    return filled(words["citation.cell"], sheet=cell.sheet, ref=cell.ref)


def _lines(document: Document) -> _Lines:
    starts = line_starts(document.text)
    return _Lines(document, starts, paragraph_numbers(document.text, starts), script_of(document.text))


def _citation(place: Place, data: list[Evidence], lines: _Lines | None, words: Wording) -> Citation:
    quotes = _cell_quotes(place, data) if isinstance(place, Cell) else (_quote(place, data, lines),)
    origin = (
        *file_name(data[0].source),
        *_stop(words),
        *_where(data[0], lines, words),
        *_stop(words),
        *published(data[0].source, words),
        *_publisher(data[0].source, words),
        *_also(data[0], lines, words),
        *_corrections(data, words),
        *((Words(words["mark.made_up"], "made_up"),) if data[0].synthetic else ()),
    )
    return Citation(tuple(datum.id for datum in data), quotes, origin)


def _quote(place: Span, data: list[Evidence], lines: _Lines | None) -> Quote:
    script = lines.script if lines else script_of(place.quote)
    return Quote(place.quote, data[0].fact.doc, _marks(data, place.start, place.end), script)


def _marks(data: list[Evidence], start: int, end: int) -> tuple[tuple[int, int], ...]:
    marks = set()
    for one in data:
        number = number_at(one)
        if number and start <= number[0] and number[1] <= end:
            marks.add((number[0] - start, number[1] - start))
    return tuple(sorted(marks))


def number_at(one: Evidence) -> tuple[int, int] | None:
    """Where in its document's text the number of a fact begins and ends; None where it has none there."""
    fact = one.fact
    if not isinstance(fact, Observation) or fact.surface_start is None:
        return None
    return fact.surface_start, fact.surface_start + len(fact.surface)


def _cell_quotes(cell: Cell, data: list[Evidence]) -> tuple[Quote, ...]:
    """The headers that give the cell its meaning, then the cell."""
    doc = data[0].fact.doc
    texts = list(dict.fromkeys(header.text.strip() for header in cell.headers))
    script = script_of("".join(texts))
    own = Quote(cell.quote, doc, ((0, len(cell.quote)),), script)
    return (*(Quote(text, doc, (), script) for text in texts if text), own)


def file_name(source: Source) -> Text:
    """The file's name below `sources/`."""
    return (Name(source.name, (source.doc,)),)


def published(source: Source, words: Wording) -> Text:
    """When a document was published, and that this is inferred where it is."""
    if source.published_on is None:
        return (words.words("citation.undated"),)
    key = "citation.inferred" if source.dated == "inferred" else "citation.published"
    return words.say(key, date=Label(period_words(source.published_on, words), (source.doc,)))


def _publisher(source: Source, words: Wording) -> Text:
    return (*_stop(words), Name(source.publisher, (source.doc,))) if source.publisher else ()


def _where(datum: Evidence, lines: _Lines | None, words: Wording) -> Text:
    return (Label(_place_words(datum.fact.place, lines, words), (datum.id,)),)


def _place_words(place: Place, lines: _Lines | None, words: Wording) -> str:
    if isinstance(place, Cell):
        return cell_words(place, words)
    if lines is None:
        ends = {"first": str(place.start + 1), "last": str(place.end)}
        return filled(words["citation.characters"], **ends)
    page = page_of(lines.document, place.start)
    if page:
        return filled(words["citation.page"], n=str(page))
    return filled(words["citation.paragraph"], n=str(lines.numbers[line_of(lines.starts, place.start)]))


def _also(datum: Evidence, lines: _Lines | None, words: Wording) -> Text:
    if not datum.fact.also:
        return ()
    joint = words["join.list"]
    places = joint.join(_place_words(place, lines, words) for place in datum.fact.also[:_SHORT])
    return (*_stop(words), *words.say("citation.also", places=Label(places, (datum.id,))))


def _corrections(data: list[Evidence], words: Wording) -> Text:
    text: Text = ()
    for datum in data:
        if isinstance(datum, Datum) and datum.correction:
            figure: Figure = figure_of(datum, words)
            by = Name(datum.correction.by, (datum.id,))
            why = Label(datum.correction.why, (datum.id,))
            text = (*text, *_stop(words), *words.say("citation.corrected", by=by, value=figure, why=why))
    return text


def _stop(words: Wording) -> Text:
    return (Words(words["join.space"]),)
