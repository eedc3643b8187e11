"""Facts: search in both scripts at once, filter, and go to the sentence."""

import re
from dataclasses import dataclass

from bulian.assess.datum import datum_of
from bulian.ledger.paging import COUNTED, counted, page
from bulian.ledger.query import FactQuery
from bulian.model.fact import Event, Observation, Relation
from bulian.model.place import Cell
from bulian.model.stored import Sourced
from bulian.publish.citations import cell_words
from bulian.publish.figure import Figure
from bulian.publish.naming import beside
from bulian.publish.numbers import figure_of
from bulian.publish.passages import script_of
from bulian.publish.periods import period_words
from bulian.publish.site.html import asked_number
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.part import part_start, rows_of_a_part
from bulian.publish.site.site import Site
from bulian.vocab.indicators import indicators_in_english

_A_PAGE = 40
_FILTERS = ("kind", "modality", "year")


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact in a list: its number or its verb, who it speaks of, when, and the words around it.

    `cell` says where in its table a number stands, whose quote would only repeat it; "" in running text.
    """

    sourced: Sourced
    figure: Figure | None
    subject: str
    what: str
    object: str
    period: str
    quote: str
    script: str
    cell: str


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    start, most = asked_number(asked, "from"), rows_of_a_part(asked, _A_PAGE)
    query = _query(asked)
    found = page(site.ledger, query, limit=most, offset=start)
    if start and found.total and not found.facts:  # an old link, or a place typed by hand: the last page
        start = part_start(start, counted(site.ledger, query), most)
        found = page(site.ledger, query, limit=most, offset=start)
    further = len(found.facts) == most and (start + most < found.total or found.total >= COUNTED)
    return {
        "hits": [hit(site, one) for one in found.facts],
        "total": found.total,
        "more_than_counted": found.total >= COUNTED,
        "filters": [(name, _choices(asked, name, found.counts[name])) for name in _FILTERS],
        "before": _moved(asked, start - most) if start and site.live else None,
        "after": _moved(asked, start + most) if site.live and further else None,
    }


def hit(site: Site, one: Sourced) -> Hit:
    """A fact as a list shows it."""
    fact, words = one.fact, site.words
    period = getattr(fact, "period", None) or getattr(fact, "date", None)
    when = period_words(period, words) if period else words["mark.undated"]
    quote, script = fact.place.quote, script_of(fact.place.quote)
    cell = cell_words(fact.place, words) if isinstance(fact.place, Cell) else ""
    match fact:
        case Observation():
            # A rejected number is no datum in force and is still shown where it is asked for.
            datum = site.ground.data.get(fact.id) or datum_of(one, site.ground.names)
            subject, what = fact.subject or words["mark.nobody"], beside(fact.indicator, words)
            figure = figure_of(datum, words) if datum else None
            return Hit(one, figure, subject, what, "", when, quote, script, cell)
        case Relation():
            return Hit(
                one, None, fact.head, words[f"relation.{fact.type}"], fact.tail, "", quote, script, cell
            )
        case Event():
            who = words["join.list"].join(fact.participants)
            return Hit(one, None, who, words[f"event.{fact.type}"], "", when, quote, script, cell)
        case _:
            who = fact.subject or words["mark.nobody"]
            return Hit(one, None, who, words[f"kind.{fact.type}"], "", when, fact.text, script, cell)


def _query(asked: Asked) -> FactQuery:
    kind, modality = asked.get("kind"), asked.get("modality")
    return FactQuery(
        words=_words(asked.get("q", "")),
        kind=kind or None,
        modality=modality or None,  # type: ignore[arg-type]  # one that does not exist finds nothing
        period=asked.get("year") or None,
    )


def _words(typed: str) -> str | None:
    """What to search for: for the English name of an indicator, alone or as pages print it, the Chinese."""
    name = indicators_in_english().get(_CHINESE.sub("", typed).strip().casefold())
    return name or typed or None


_CHINESE = re.compile("[\u4e00-\u9fff]+$")


def _choices(asked: Asked, name: str, counts: dict[str, int]) -> list[tuple[str, int, dict[str, str], bool]]:
    """Each value with its count, the question it leads to, and whether it is chosen."""
    given = asked.get(name, "")
    kept = {key: value for key, value in asked.items() if key not in (name, "from", "lang")}
    return [
        (value, count, kept | {name: "" if value == given else value}, value == given)
        for value, count in counts.items()
        if value != "None"
    ]


def _moved(asked: Asked, start: int) -> dict[str, str]:
    return {**asked, "from": str(max(start, 0)) if start > 0 else ""}


PAGE = Page("facts", "/facts", _fill, nav=4)
