"""The brief: what the documents say of a district, every figure with its source."""

from collections import defaultdict
from collections.abc import Iterable

from bulian.assess.datum import Datum
from bulian.model.document import highest_access
from bulian.model.stored import Source
from bulian.publish.citations import citations, file_name
from bulian.publish.computed import count
from bulian.publish.excerpts import excerpts
from bulian.publish.figure import Counted
from bulian.publish.material import Material, View, view
from bulian.publish.numbering import cited, inlines
from bulian.publish.paper import (
    Inline,
    Label,
    Name,
    NumberedTable,
    Paper,
    TableCell,
    Text,
    Words,
)
from bulian.publish.periods import period_words
from bulian.publish.sections.ahead import ahead
from bulian.publish.sections.cells import column, files_left_out, first_few
from bulian.publish.sections.conflicts import conflicts
from bulian.publish.sections.current import current
from bulian.publish.sections.gaps import gaps
from bulian.publish.sections.highlights import highlights
from bulian.publish.wording import Wording

_SECTIONS = (highlights, current, ahead, conflicts, gaps)
_FILES = 60


def brief(material: Material, lang: str = "zh") -> Paper:
    """The brief in `lang`, "zh" or "en": headlines, latest figures, targets, disagreements, gaps, citations.

    Raises:
        BadRequest: there is no wording for `lang`.
    """
    seen = view(material, lang)
    sections = tuple(write(seen) for write in _SECTIONS) if seen.data else (gaps(seen),)
    lead = _lead(seen)
    ids = cited((*lead, *inlines(sections)))
    data = {datum.id: datum for datum in seen.data}
    return Paper(
        lang=lang,
        title=seen.words.say("paper.title", district=_district(seen)),
        subtitle=_subtitle(seen),
        lead=lead,
        sections=sections,
        citations=citations(ids, data, material.documents, seen.words),
        files=_files(seen),
        excerpts=excerpts(ids, data, material.documents, seen.words),
        built_on=material.built_on,
    )


def _district(seen: View) -> Name:
    return Name(seen.home.name, ("bulian.toml",))


def _subtitle(seen: View) -> Text:
    built = Label(period_words(seen.material.built_on[:10], seen.words), ("build",))
    told = seen.words.say("paper.subtitle", documents=_documents(seen), date=built)
    return (*told, *_dates(seen), *_access(seen))


def _dates(seen: View) -> Text:
    """As of which day, and as known on which, the facts were chosen."""
    words, scope = seen.words, seen.material.scope
    told: Text = ()
    for key, day in (("paper.as_of", scope.as_of), ("paper.known_on", scope.known_on)):
        if day:
            told = (*told, *words.say(key, date=Label(period_words(day, words), (day,))))
    return told


def _access(seen: View) -> Text:
    """How far the paper may go: as far as the most confidential source it uses."""
    access = highest_access(source.access for source in seen.material.sources)
    return seen.words.say("paper.access", access=seen.words.words(f"access.{access}"))


def _documents(seen: View) -> Inline:
    return count(Counted("documents", tuple(source.doc for source in seen.material.sources)), seen.words)


def _lead(seen: View) -> Text:
    """What was read, of which time, and what is not known: one sentence, its clauses only where they hold."""
    words = seen.words
    if not seen.data:
        return words.say("lead.nothing")
    clauses = [(*_read(seen), *_span(seen.data, seen)), *_doubts(seen)]
    text: Text = ()
    for clause in clauses:
        text = (*text, *((Words(words["join.clause"]),) if text else ()), *clause)
    return (*text, Words(words["join.stop"].rstrip()))


def _read(seen: View) -> Text:
    facts = Counted("facts", tuple(dict.fromkeys(sourced.fact.id for sourced in seen.facts)))
    numbers = Counted("facts", tuple(dict.fromkeys(datum.id for datum in seen.data)))
    parts = {"facts": count(facts, seen.words), "numbers": count(numbers, seen.words)}
    return seen.words.say("lead.read", documents=_documents(seen), **parts)


def _span(data: Iterable[Datum], seen: View) -> Text:
    """The years that the real actual numbers cover."""
    dated = {
        day.year: datum
        for datum in data
        if not datum.ahead and not datum.synthetic
        for day in datum.days or ()
    }
    if not dated:
        return ()
    first, last = min(dated), max(dated)
    labels = {
        name: Label(period_words(str(year), seen.words), (dated[year].id,))
        for name, year in (("first", first), ("last", last))
    }
    return seen.words.say("lead.span" if first != last else "lead.span_one", **labels)


def _doubts(seen: View) -> list[Text]:
    words = seen.words
    against = [one.sides[0].data[0].id for one in seen.disagreements if not one.compatible]
    undated = [datum.id for datum in seen.data if datum.fact.period is None]
    counted = (
        ("lead.conflicts", Counted("facts", tuple(dict.fromkeys(against)))),
        ("lead.undated", Counted("facts", tuple(dict.fromkeys(undated)))),
        ("lead.quarantined", Counted("documents", tuple(one.name for one in seen.material.quarantined))),
        ("lead.unread", Counted("documents", tuple(dict.fromkeys(doc for doc, _ in seen.material.unread)))),
    )
    doubts = [words.say(key, n=count(trace, words)) for key, trace in counted if trace.ids]
    return doubts if against else [words.say("lead.clean"), *doubts]


def _files(seen: View) -> NumberedTable:
    """Every document read, the newest first, with how many facts it gave."""
    words = seen.words
    facts: dict[str, dict[str, None]] = defaultdict(dict)
    for sourced in seen.facts:
        facts[sourced.fact.doc][sourced.fact.id] = None
    newest = sorted(seen.material.sources, key=lambda source: source.name)
    newest.sort(key=lambda source: source.published_on or "", reverse=True)
    shown, left = first_few(newest, _FILES)
    columns = (
        column("file", "head", 46, words),
        column("publisher", "text", 24, words),
        column("published", "text", 20, words),
        column("facts", "number", 10, words),
    )
    rows = tuple(_file_row(source, tuple(facts[source.doc]), words) for source in shown)
    note = files_left_out((one.doc for one in shown), (one.doc for one in left), words)
    return NumberedTable(words.say("caption.files"), columns, rows, (*note, *_withheld(seen)))


def _withheld(seen: View) -> Text:
    """How many documents and facts may not leave the house."""
    words, material = seen.words, seen.material
    if not material.withheld_sources:
        return ()
    documents = Counted("documents", tuple(one.doc for one in material.withheld_sources))
    facts = Counted("facts", tuple(dict.fromkeys(one.fact.id for one in material.withheld)))
    return words.say("withheld.files", documents=count(documents, words), facts=count(facts, words))


def _file_row(source: Source, ids: tuple[str, ...], words: Wording) -> tuple[TableCell, ...]:
    made_up = (Words(words["mark.made_up"], "made_up"),) if source.synthetic else ()
    dated: Text = (words.words("citation.undated"),)
    if source.published_on:
        dated = (Label(period_words(source.published_on, words), (source.doc,)),)
    title: Text = (Name(source.title, (source.doc,)),) if source.title else ()
    return (
        TableCell((*file_name(source), *made_up), title),
        TableCell((Name(source.publisher, (source.doc,)),) if source.publisher else ()),
        TableCell(dated),
        TableCell((count(Counted("facts", ids), words),)),
    )
