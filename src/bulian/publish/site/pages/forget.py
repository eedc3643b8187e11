"""A person forgotten (清空): first a look at what goes and what stays, then the act, with a reason."""

from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    return {"persons": [one for one in site.answers.desk.persons if not one.forgotten]}


PAGE = Page("forget", "/forget", _fill, in_house=True)
