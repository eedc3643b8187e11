"""About the data: which documents there are, how old they are, what was read, and what nobody could read."""

from collections.abc import Sequence
from decimal import Decimal

from bulian.ledger.sources import unread_columns
from bulian.ledger.storing import quarantined
from bulian.model.stored import Source
from bulian.publish.figure import Counted, Figure
from bulian.publish.numbers import digits
from bulian.publish.periods import period_words
from bulian.publish.site.coverage import coverage
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.part import part_of
from bulian.publish.site.site import Site

_MOST = 100


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    sources = sorted(site.ground.sources.values(), key=lambda one: (one.published_on or "", one.name))
    part, unread = part_of(sources[::-1], "documents", asked, _MOST), unread_columns(site.ledger)
    return {
        "part": part,
        "documents": [
            (one, _count(site, site.ground.of_document.get(one.doc, ())), _published(site, one))
            for one in part.shown
        ],
        "total": len(site.ground.facts),
        "coverage": coverage(site),
        "span": _span(site, [one for one in sources if one.published_on]),
        "quarantined": quarantined(site.ledger),
        "unread": [(one, column) for one in sources for column in unread.get(one.doc, ())],
        "undated": [one for one in sources if one.published_on is None],
    }


def _span(site: Site, dated: Sequence[Source]) -> tuple[str, str] | None:
    """When the oldest and the newest of the dated documents came out."""
    return (_published(site, dated[0]), _published(site, dated[-1])) if dated else None


def _count(site: Site, ids: Sequence[str]) -> Figure | None:
    if not ids:
        return None
    return Figure(Decimal(len(ids)), digits(Decimal(len(ids)), site.words), Counted("facts", tuple(ids)))


def _published(site: Site, source: Source) -> str:
    return period_words(source.published_on, site.words) if source.published_on else ""


PAGE = Page("about", "/about", _fill, nav=14)
