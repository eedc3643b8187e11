"""The brief: what the documents say of a district, every figure with its source."""

from collections.abc import Iterable

from bulian.assess.datum import Datum
from bulian.publish.assembling import Outline, assembled, district_name, documents_read
from bulian.publish.computed import count
from bulian.publish.figure import Counted
from bulian.publish.material import Material, View, view
from bulian.publish.paper import Label, Paper, Text, Words
from bulian.publish.periods import period_words
from bulian.publish.sections.ahead import ahead
from bulian.publish.sections.conflicts import conflicts
from bulian.publish.sections.current import current
from bulian.publish.sections.gaps import gaps
from bulian.publish.sections.highlights import highlights

_SECTIONS = (highlights, current, ahead, conflicts, gaps)


def brief(material: Material, lang: str = "zh") -> Paper:
    """The brief in `lang`, "zh" or "en": headlines, latest figures, targets, disagreements, gaps, citations.

    Raises:
        BadRequest: there is no wording for `lang`.
    """
    seen = view(material, lang)
    title = seen.words.say("paper.title", district=district_name(seen))
    sections = tuple(write(seen) for write in _SECTIONS) if seen.data else (gaps(seen),)
    return assembled(seen, Outline(title, _lead(seen), sections))


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
    return seen.words.say("lead.read", documents=documents_read(seen), **parts)


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
