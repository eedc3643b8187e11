"""What happened when: dated events of all documents, the newest first."""

from itertools import groupby

from bulian.model.fact import Event
from bulian.model.stored import Sourced
from bulian.publish.periods import period_words
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.site import Site


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    told = dated(site)
    years = [
        (period_words(year, site.words), [hit(site, one) for one in several])
        for year, several in groupby(told, key=lambda one: _date(one.fact)[:4])
    ]
    return {"years": years}


def dated(site: Site) -> list[Sourced]:
    """Every event, the newest first."""
    told = [one for one in site.ground.facts.values() if isinstance(one.fact, Event)]
    return sorted(told, key=lambda one: (_date(one.fact), one.fact.id), reverse=True)


def _date(fact: object) -> str:
    return fact.date if isinstance(fact, Event) else ""


PAGE = Page("events", "/events", _fill, nav=5)
