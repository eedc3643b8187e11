"""About the data: which documents there are, how old they are, what was read, and what nobody could read."""

from collections import Counter
from decimal import Decimal

from bulian.ledger.sources import columns
from bulian.ledger.storing import quarantined
from bulian.model.stored import Source
from bulian.publish.figure import Counted, Figure
from bulian.publish.numbers import digits
from bulian.publish.periods import period_words
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    per_document = Counter(one.source.doc for one in site.ground.facts.values())
    sources = sorted(site.ground.sources.values(), key=lambda one: (one.published_on or "", one.name))
    return {
        "documents": [(one, _count(site, one), _published(site, one)) for one in reversed(sources)],
        "total": per_document.total(),
        "quarantined": quarantined(site.ledger),
        "unread": [
            (one, column)
            for one in sources
            for column in columns(site.ledger, one.doc)
            if column.role == "unread"
        ],
        "undated": [one for one in sources if one.published_on is None],
    }


def _count(site: Site, source: Source) -> Figure | None:
    ids = tuple(fact_id for fact_id, one in site.ground.facts.items() if one.source.doc == source.doc)
    if not ids:
        return None
    return Figure(Decimal(len(ids)), digits(Decimal(len(ids)), site.words), Counted("facts", ids))


def _published(site: Site, source: Source) -> str:
    return period_words(source.published_on, site.words) if source.published_on else ""


PAGE = Page("about", "/about", _fill, nav=14)
