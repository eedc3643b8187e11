"""Directions of attraction against clusters, chains and 33618; what none covers."""

from bulian.assess.cluster.crosswalk import Cross
from bulian.model.chain import Name
from bulian.plan.directions import Aim, Directions
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.taxonomy import Cluster


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    found = site.answers.desk.directions
    if found is None:
        return {"found": None}
    return {
        "found": found,
        "version": found.taxonomy.zh if site.lang == "zh" else found.taxonomy.en,
        "directions": [_direction(site, found, one) for one in found.taxonomy.clusters],
        "uncovered": [_name(site, one) for one in found.uncovered],
        "uncarried": [_name(site, one) for one in found.uncarried],
        "chains": [(one.id, _chain(site, one.name)) for one in found.chains_uncovered],
        "outside": [_aim(one) for one in found.outside],
    }


def _direction(site: Site, found: Directions, one: Cluster) -> dict[str, object]:
    touched = [each for each in found.chains if each.direction == one.key and (each.named or each.nodes)]
    return {
        "name": _name(site, one),
        "stated": next(iter(found.stated[one.key]), ""),
        "aims": [_aim(aim) for aim in found.aims if aim.direction == one.key],
        "words": [each.zh if site.lang == "zh" else each.en for each in one.segments] or one.products,
        "clusters": _met(site, found.crosses(one, found.clusters)),
        "city": _met(site, found.crosses(one, found.city)),
        "chains": [(each.chain.id, _chain(site, each.chain.name), each.covers) for each in touched],
        "owner": site.answers.desk.owners.get(one.zh, site.answers.desk.owners.get(one.key, "")),
    }  # fmt: skip


def _met(site: Site, cells: tuple[Cross, ...]) -> list[tuple[str, bool]]:
    return [(_name(site, cell.other), cell.how == "overlap") for cell in cells]


def _aim(one: Aim) -> tuple[str, str]:
    return one.name, one.facts[0]


def _name(site: Site, one: Cluster) -> str:
    return one.zh if site.lang == "zh" else one.en


def _chain(site: Site, name: Name) -> str:
    return name.zh if site.lang == "zh" else name.en or name.zh


PAGE = Page("directions", "/directions", _fill)
