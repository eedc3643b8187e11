"""Divisions under one name: 重庆 and 重庆市, 沙坪坝区 and 重庆市沙坪坝区; never two places of one name."""

from collections import defaultdict
from functools import cache

from bulian.extract.names.places import official_name
from bulian.vocab.regions import Region, regions

_SHORT_ENOUGH = ("province", "prefecture")


def place_name(name: str) -> str | None:
    """The official name of the one division that is called so; None where none or several are.

    >>> place_name("重庆"), place_name("沙坪坝区"), place_name("鼓楼区")
    ('重庆市', '重庆市沙坪坝区', None)
    """
    found = _by_name().get(name, frozenset())
    return next(iter(found)) if len(found) == 1 else None


@cache
def _by_name() -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for region in regions().values():
        official = official_name(region)
        for form in _forms(region, official):
            names[form].add(official)
    return {form: frozenset(found) for form, found in names.items()}


def _forms(region: Region, official: str) -> set[str]:
    """As official, bare, after each of the places above alone, and cities and provinces in short (重庆)."""
    above = regions().get(region.parent)
    forms = {official, region.name}
    if above:
        forms |= {f"{above.name}{region.name}", f"{above.short}{region.name}"}
    if region.level in _SHORT_ENOUGH:
        forms.add(region.short)
    return forms
