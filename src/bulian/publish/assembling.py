"""From sections to a whole paper: title, dates, access, numbered citations, excerpts, the files behind it."""

from collections import defaultdict
from dataclasses import dataclass

from bulian.model.document import highest_access
from bulian.model.stored import Source
from bulian.publish.citations import citations, file_name
from bulian.publish.computed import count
from bulian.publish.evidence import Evidence, evidence
from bulian.publish.excerpts import excerpts
from bulian.publish.figure import Counted
from bulian.publish.material import View
from bulian.publish.numbering import cited, inlines
from bulian.publish.paper import (
    Inline,
    Label,
    Name,
    NumberedTable,
    Paper,
    Section,
    TableCell,
    Text,
    Words,
)
from bulian.publish.periods import period_words
from bulian.publish.sections.cells import column, files_left_out, first_few
from bulian.publish.wording import Wording

_FILES = 60


@dataclass(frozen=True, slots=True)
class Standard:
    """A method or catalogue that a paper applies, listed among its files.

    Attributes:
        key: its own, as `bulian evaluate` and `bulian chain` have it. document: what it rests on.
        dated: since when it holds, ISO 8601; "" where nobody says. standing: how its text was checked.
    """

    key: str
    name: str
    document: str
    dated: str
    standing: Words


@dataclass(frozen=True, slots=True)
class Outline:
    """What one kind of paper says; everything else follows from it.

    Attributes:
        further: facts that it cites beside those in force: numbers as they once were.
    """

    title: Text
    lead: Text
    sections: tuple[Section, ...]
    further: tuple[Evidence, ...] = ()
    standards: tuple[Standard, ...] = ()


def assembled(seen: View, told: Outline) -> Paper:
    """The whole paper, with a citation for every fact that its figures rest on."""
    documents = seen.material.documents
    ids = cited((*told.lead, *inlines(told.sections)))
    found = {one.id: one for one in told.further} | evidence(seen.facts, seen.data)
    return Paper(
        lang=seen.words.lang,
        title=told.title,
        subtitle=_subtitle(seen),
        lead=told.lead,
        sections=told.sections,
        citations=citations(ids, found, documents, seen.words),
        files=_files(seen, told.standards),
        excerpts=excerpts(ids, found, documents, seen.words),
        built_on=seen.material.built_on,
    )


def district_name(seen: View) -> Name:
    """The district as the workspace calls it."""
    return Name(seen.home.name, ("bulian.toml",))


def _subtitle(seen: View) -> Text:
    built = Label(period_words(seen.material.built_on[:10], seen.words), ("build",))
    told = seen.words.say("paper.subtitle", documents=documents_read(seen), date=built)
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


def documents_read(seen: View) -> Inline:
    """How many documents were read."""
    return count(Counted("documents", tuple(source.doc for source in seen.material.sources)), seen.words)


def _files(seen: View, standards: tuple[Standard, ...]) -> NumberedTable:
    """Every document read, the newest first, with how many facts it gave; then the methods applied."""
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
    rows = [_file_row(source, tuple(facts[source.doc]), words) for source in shown]
    rows += [_standard_row(one, words) for one in standards]
    note = files_left_out((one.doc for one in shown), (one.doc for one in left), words)
    return NumberedTable(words.say("caption.files"), columns, tuple(rows), (*note, *_withheld(seen)))


def _standard_row(one: Standard, words: Wording) -> tuple[TableCell, ...]:
    dated: Text = (Label(period_words(one.dated, words), (one.key,)),) if one.dated else ()
    return (
        TableCell((Name(one.name, (one.key,)),), (one.standing,)),
        TableCell((Name(one.document, (one.key,)),) if one.document else ()),
        TableCell(dated),
        TableCell(()),
    )


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
