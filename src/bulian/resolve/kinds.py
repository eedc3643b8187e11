"""What a name names: a firm, a park, a chain … by how it ends, and by what facts say of it."""

from collections.abc import Iterable
from functools import cache

from bulian.model.fact import Relation
from bulian.resolve.entity import Kind
from bulian.vocab.regions import regions
from bulian.vocab.words import word_kinds

_OF_SUFFIX: dict[str, Kind] = {
    "park": "park", "cluster": "cluster", "chain": "chain", "industry": "industry", "base": "park",
    "project": "project", "body": "body", "site": "site",
}  # fmt: skip
_PLACE_ENDS = ("省", "市", "区", "县", "自治州", "自治区", "镇", "乡", "街道", "旗")
_OF_HEAD: dict[str, Kind] = {"leads": "firm", "produces": "firm", "invests_in": "firm"}
_OF_TAIL: dict[str, Kind] = {"leads": "chain", "located_in": "place"}


def kind_of_name(name: str) -> Kind:
    """The kind that a name shows by its ending; "other" where it shows none, as most firms' short names.

    >>> kind_of_name("重庆三峰环境集团股份有限公司"), kind_of_name("智能视觉产业"), kind_of_name("重庆市")
    ('firm', 'industry', 'place')
    """
    form = _longest_end(name, word_kinds("legal_forms.csv"))
    if form:
        return "branch" if form == "branch" else "firm"
    if name in _region_names():
        return "place"
    suffix = _longest_end(name, word_kinds("name_suffixes.csv"))
    if suffix:
        return _OF_SUFFIX[suffix]
    return "place" if name.endswith(_PLACE_ENDS) else "other"


def kinds_by_role(relations: Iterable[Relation]) -> dict[str, Kind]:
    """What relations tell of names whose ending tells nothing: who leads a chain or produces is a firm."""
    told: dict[str, Kind] = {}
    for relation in relations:
        for name, kind in (
            (relation.head, _OF_HEAD.get(relation.type)),
            (relation.tail, _OF_TAIL.get(relation.type)),
        ):
            if kind and told.get(name) != "firm":
                told[name] = kind
    return told


def _longest_end(name: str, kinds: dict[str, str]) -> str | None:
    """The kind of the longest word that ends the name and leaves something before it."""
    return next((kinds[name[start:]] for start in range(1, len(name)) if name[start:] in kinds), None)


@cache
def _region_names() -> frozenset[str]:
    return frozenset(region.name for region in regions().values())
