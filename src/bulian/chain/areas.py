"""Where a firm is, by what facts state: in the district, its city, its region, or elsewhere."""

from collections.abc import Iterable

from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities
from bulian.vocab.regions import Region, regions

AREAS = ("district", "city", "region", "nation")
"""From near to far: 区内, 市内 (the prefecture, or the province-level city), 区域 (the province), 全国."""


class Areas:
    """The area of every firm that a fact locates."""

    def __init__(self, facts: Iterable[Sourced], who: Identities, region: str) -> None:
        home = regions().get(region)
        self._of: dict[str, str] = {}
        for one in facts:
            fact = one.fact
            if isinstance(fact, Relation) and fact.type == "located_in":
                self._keep(who.name_of(fact.head), _area(fact.tail, home))

    def of(self, firm: str) -> str | None:
        """The nearest area that a fact gives the firm; None where no fact says where it is."""
        return self._of.get(firm)

    def _keep(self, firm: str, area: str | None) -> None:
        if area is None:
            return
        before = self._of.get(firm)
        if before is None or AREAS.index(area) < AREAS.index(before):
            self._of[firm] = area


def _area(place: str, home: Region | None) -> str | None:
    """How near a place is to home; None where its name holds no division that is known."""
    if home is None:
        return None
    if home.name in place:
        return "district"
    above = _above(home)
    for area, region in zip(("city", "region"), above, strict=False):
        if region.name in place:
            return area
    known = any(region.name in place for region in regions().values() if region.level == "province")
    return "nation" if known else None


def _above(home: Region) -> list[Region]:
    """The city or prefecture of a district, then its province; a province-level city is both."""
    found = []
    parent = regions().get(home.parent)
    while parent:
        found.append(parent)
        parent = regions().get(parent.parent)
    return found
