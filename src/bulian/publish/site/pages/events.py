"""What happened when: dated events of all documents, the newest first."""

from itertools import groupby

from bulian.publish.periods import period_words
from bulian.publish.site.ground import date_of
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.part import part_of
from bulian.publish.site.site import Site

_MOST = 100


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    part = part_of(site.ground.events, "events", asked, _MOST)
    years = [
        (period_words(year, site.words), [hit(site, one) for one in several])
        for year, several in groupby(part.shown, key=lambda one: date_of(one)[:4])
    ]
    return {"years": years, "part": part}


PAGE = Page("events", "/events", _fill, nav=5)
