"""Divisions at the beginning of names: which codes a word may stand for, and how two places lie."""

from functools import cache
from typing import Literal

from bulian.vocab.regions import Region, regions

Codes = tuple[str, ...]
"""What a place may be, as codes cut to their level: "50" Chongqing, "500104" a district of it, "" China."""
Relation = Literal["same", "within", "missing", "other"]
_COUNTRY = "中国"
_ANYWHERE: Codes = ("",)
_CUT = {"province": 2, "prefecture": 4, "county": 6}


@cache
def gazetteer() -> dict[str, Codes]:
    """Every division by its name and by its name without 省, 市, 区, 县; China too.

    >>> gazetteer()["大渡口区"], gazetteer()["朝阳"]
    (('500104',), ('110105', '2113', '220104'))
    """
    found: dict[str, set[str]] = {_COUNTRY: {""}}
    for region in regions().values():
        for form in (region.name, region.short):
            if len(form) > 1:
                found.setdefault(form, set()).add(_cut(region))
    return {form: tuple(sorted(codes)) for form, codes in found.items()}


@cache
def bare_counties() -> frozenset[str]:
    """Words that are a county's name without its 区 or 县 and nothing greater: 东方, 长安; brands too."""
    greater = {region.short for region in regions().values() if region.level != "county"}
    names = {region.name for region in regions().values()}
    return frozenset({region.short for region in regions().values()} - greater - names)


@cache
def reach() -> dict[str, tuple[int, ...]]:
    """By its first two characters, how long a division's name may be, the longest first."""
    found: dict[str, set[int]] = {}
    for form in gazetteer():
        found.setdefault(form[:2], set()).add(len(form))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def inside(inner: Codes, outer: Codes) -> Codes:
    """Those of the inner codes that lie in one of the outer: of the five 鼓楼区 the one of 南京."""
    return tuple(code for code in inner if code.startswith(outer))


def relation(one: Codes, other: Codes) -> Relation:
    """How two places stand to each other; "missing" where a name tells none, or only the country.

    >>> relation(("50",), ("500104",)), relation(("50",), ("51",)), relation((), ("50",))
    ('within', 'other', 'missing')
    """
    if not one or not other or one == _ANYWHERE or other == _ANYWHERE:
        return "missing"
    if len(one) == len(other) == 1:  # nearly always, and asked for every two bearers of a brand
        first, second = one[0], other[0]
        if first == second:
            return "same"
        return "within" if first.startswith(second) or second.startswith(first) else "other"
    if not set(one).isdisjoint(other):
        return "same"
    return "within" if inside(one, other) or inside(other, one) else "other"


def _cut(region: Region) -> str:
    """A municipality stands in the list twice, as a province and as its own prefecture: once is enough."""
    above = regions().get(region.parent)
    if region.level == "prefecture" and above and above.name == region.name:
        return region.code[:2]
    return region.code[: _CUT[region.level]]
