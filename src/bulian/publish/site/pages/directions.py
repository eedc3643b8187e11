"""Directions of attraction against clusters, chains and 33618; what none covers."""

from collections.abc import Mapping

from bulian.assess.cluster.crosswalk import Cross
from bulian.model.chain import Name
from bulian.plan.directions import Aim, Directions, Named
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site
from bulian.vocab.taxonomy import Cluster


def fill(site: Site, asked: Asked) -> dict[str, object]:
    """What the page of a version shows; of the one in force where none is asked for.

    Raises:
        NotFound: there is no such version.
    """
    versions, named = site.answers.desk.directions, asked.get("version")
    found = next((one for one in versions if named in (None, one.taxonomy.key)), None)
    if found is None and named is not None:
        raise NotFound(f"There is no version {named!r} of directions.", f"没有“{named}”这一版招商方向。")
    if found is None:
        return {"found": None}
    owners = site.answers.desk.owners if found is versions[0] else {}
    return {
        "found": found,
        "version": found.taxonomy.zh if site.lang == "zh" else found.taxonomy.en,
        "directions": [_direction(site, found, one, owners) for one in found.taxonomy.clusters],
        "no_clusters": found.clusters is None,
        "uncovered": [_name(site, one) for one in found.uncovered],
        "uncarried": [_name(site, one) for one in found.uncarried],
        "chains": [(one.id, _words(site, one.name)) for one in found.chains_uncovered],
        "outside": [_aim(site, one) for one in found.outside],
        "versions": [_version(site, one, one is found) for one in versions],
    }


def _direction(site: Site, found: Directions, one: Cluster, owners: Mapping[str, str]) -> dict[str, object]:
    touched = [each for each in found.chains if each.direction == one.key and (each.named or each.nodes)]
    aims = sorted((aim for aim in found.aims if aim.direction == one.key), key=lambda aim: aim.by_chain)
    return {
        "name": _name(site, one),
        "stated": next(iter(found.stated[one.key]), ""),
        "aims": [_aim(site, aim) for aim in aims],
        "words": [each.zh if site.lang == "zh" else each.en for each in one.segments] or one.products,
        "clusters": _met(site, found.crosses(one, found.clusters)),
        "city": _met(site, found.crosses(one, found.city)),
        "chains": [(each.chain.id, _words(site, each.chain.name), each.covers) for each in touched],
        "owner": owners.get(one.zh, owners.get(one.key, "")),
    }


def _version(site: Site, one: Directions, shown: bool) -> dict[str, object]:
    version = one.taxonomy
    return {
        "key": version.key, "title": version.zh if site.lang == "zh" else version.en, "shown": shown,
        "source": version.source, "names": [_name(site, each) for each in version.clusters],
    }  # fmt: skip


def _met(site: Site, cells: tuple[Cross, ...]) -> list[tuple[str, bool]]:
    return [(_name(site, cell.other), cell.how == "overlap") for cell in cells]


def _aim(site: Site, one: Aim) -> dict[str, object]:
    return {
        "name": one.name, "fact": one.facts[0], "by_chain": one.by_chain,
        "chains": [(each.chain.id, _place(site, each)) for each in one.chains],
        "clusters": [_name(site, each) for each in one.clusters],
        "city": [_name(site, each) for each in one.city],
    }  # fmt: skip


def _place(site: Site, one: Named) -> str:
    chain = _words(site, one.chain.name)
    return chain if one.part is None else f"{chain}·{_words(site, one.part)}"


def _name(site: Site, one: Cluster) -> str:
    return one.zh if site.lang == "zh" else one.en


def _words(site: Site, name: Name) -> str:
    return name.zh if site.lang == "zh" else name.en or name.zh


PAGE = Page("directions", "/directions", fill)
