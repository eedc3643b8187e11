"""One version of directions of attraction, as the page of the one in force shows it."""

from bulian.publish.site.page import Page
from bulian.publish.site.pages.directions import fill
from bulian.publish.site.site import Site


def _every(site: Site) -> list[dict[str, str]]:
    return [{"version": one.taxonomy.key} for one in site.answers.desk.directions]


PAGE = Page("directions_of", "/directions/{version}", fill, every=_every)
