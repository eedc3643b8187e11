"""Taxonomies (产业分类版本): which clusters a district or city names, defined by codes, products and lists.

A taxonomy is a version: it has days from and to which it holds, and a source. A new one is a new file; the
old one stays, and reports of its time keep it. A district's own lie in its workspace under `clusters/`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bulian.errors import BadRequest
from bulian.model.period import days

Criterion = Literal["listed", "code", "product"]
"""Why a firm belongs: a register lists it; its code lies within the cluster's; its product has the words."""
Kind = Literal["clusters", "directions"]

CITY = "cq_33618"
"""The city's system; its cells stand in the official template of that name."""

_CLASS = re.compile(r"([一二三五]?)([十百千万]+)亿级")
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
_FIRST = {"": 1, "一": 1, "二": 2, "三": 3, "五": 5}
_HUNDRED_MILLION = Decimal(10) ** 8


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a cluster (细分领域): the first whose code or product fits a firm holds it."""

    key: str
    zh: str
    en: str
    codes: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """产业集群: a name and the rule by which a firm belongs to it.

    Attributes:
        names: what documents and registers call it, its own name first.
        codes: of GB/T 4754, of any level; products: words of which a firm's product must hold one.
        include: each group of criteria is enough by itself; within a group all must hold.
        scale: the class it aims at (百亿级), as printed; None without.
        parts: keys of clusters of the same taxonomy that it is made of.
        quality: the quality metric chosen beside its scale; None where none is.
    """

    key: str
    zh: str
    en: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    include: tuple[tuple[Criterion, ...], ...] = (("listed",), ("code",), ("product",))
    scale: str | None = None
    parts: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()
    quality: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A stated step from a cluster of another taxonomy to one of this one, and why."""

    taxonomy: str
    cluster: str
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One version of a district's clusters.

    Attributes:
        kind: clusters to grow, or directions in which to attract (招商方向).
        valid_from, valid_to: ISO 8601; `valid_to` is None while it holds.
        source: the document that names the clusters, by its name below sources/, or an address.
        file: the file it stands in, for errors and for the reader.
    """

    key: str
    zh: str
    en: str
    kind: Kind
    valid_from: str
    valid_to: str | None
    source: str
    clusters: tuple[Cluster, ...]
    links: tuple[Link, ...] = ()
    file: str = ""

    def cluster(self, name: str) -> Cluster | None:
        """The cluster of a key or a name."""
        return next((one for one in self.clusters if name == one.key or name in one.names), None)

    def holds_on(self, day: str) -> bool:
        """Whether it is in force on a day."""
        first = days(self.valid_from)[0].isoformat()
        return first <= day and (self.valid_to is None or day <= days(self.valid_to)[1].isoformat())


def in_force(several: Iterable[Taxonomy], day: str, named: str | None = None) -> Taxonomy:
    """The taxonomy of clusters in force on a day, or the one named.

    Raises:
        BadRequest: there is none.
    """
    known = list(several)
    if named is not None:
        for one in known:
            if named in (one.key, one.zh, one.en):
                return one
        listed = [one.key for one in known]
        raise BadRequest(
            f"There is no taxonomy {named!r}. Choose one of {', '.join(listed)}.",
            f"没有分类“{named}”。可选：{'、'.join(listed)}。",
        )
    own = [one for one in known if one.key != CITY and one.kind == "clusters" and one.holds_on(day)]
    if not own:
        raise BadRequest(
            f"No taxonomy of clusters holds on {day}. Write one into clusters/, as the how-to tells, or name "
            f"one, like --taxonomy {CITY}.",
            f"{day} 没有生效的集群分类。请按说明在 clusters/ 里写一份，"
            f"或指明一个已有的，如 --taxonomy {CITY}。",
        )
    return own[-1]


def whole(taxonomy: Taxonomy, cluster: Cluster) -> Cluster:
    """A cluster with the codes, products and segments of its parts."""
    found = cluster
    for key in cluster.parts:
        part = taxonomy.cluster(key)
        if part:
            inner = whole(taxonomy, part)
            found = replace(
                found,
                names=tuple(dict.fromkeys((*found.names, *inner.names))),
                codes=tuple(dict.fromkeys((*found.codes, *inner.codes))),
                products=tuple(dict.fromkeys((*found.products, *inner.products))),
                segments=(*found.segments, *inner.segments),
            )
    return found


def class_edge(scale: str) -> Decimal:
    """Where a class of scale begins, in yuan; `ValueError` for what is no class.

    >>> class_edge("百亿级"), class_edge("五千亿级"), class_edge("万亿级")
    (Decimal('10000000000'), Decimal('500000000000'), Decimal('1000000000000'))
    """
    found = _CLASS.fullmatch(scale)
    if not found:
        raise ValueError(f"{scale!r} is no class like 百亿级")
    size = _FIRST[found[1]]
    for unit in found[2]:
        size *= _UNITS[unit]
    return size * _HUNDRED_MILLION
