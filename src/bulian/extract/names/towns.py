"""Towns and street offices (镇, 乡, 街道), which no table of divisions holds: told by what stands before."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.vocab.townships import townships


def find_towns(folded: str, places: Iterable[Name]) -> Iterator[Name]:
    """Every mention of a town that the text names after its county, or more than once at a clear beginning.

    A place right before belongs to the mention (宜兴丁蜀镇), not to the name.

    >>> text = "云栖镇紧邻江北。云栖镇有企业8家，全镇产值3亿元，各乡镇同。"
    >>> [(town.start, town.text) for town in find_towns(text, ())]
    [(0, '云栖镇'), (8, '云栖镇')]
    """
    ends = {place.end: place.start for place in places if not place.text.endswith(("镇", "乡", "街道"))}
    taken = [(place.start, place.end) for place in places]
    named: Counter[str] = Counter()
    for match in _TOWN.finditer(folded):
        for length in (2, 3):
            start = match.start("unit") - length
            name = folded[start : match.end()]
            if start < 0 or not _NAME.fullmatch(name) or _NO_NAME.search(name):
                continue
            if start in ends or (name in _known() and _BEGINS.search(folded, max(0, start - 1), start)):
                named[name] += 2
            elif start == 0 or _BEFORE.search(folded, max(0, start - 2), start):
                named[name] += 1
    for name in _settled(named):
        for match in re.finditer(re.escape(name), folded):
            start = ends.get(match.start(), match.start())
            if not any(a <= match.start() and match.end() <= b for a, b in taken):
                yield Name(start, match.end(), folded[start : match.end()], name, "place")


@cache
def _known() -> frozenset[str]:
    """The townships that the vocabulary lists, which need to be named only once."""
    return frozenset(town.name for listed in townships().values() for town in listed)


def _settled(named: Counter[str]) -> list[str]:
    """Of 丁蜀镇 and 在丁蜀镇 the one more often seen to begin there."""
    good = {name for name, count in named.items() if count >= _OFTEN}
    return sorted(
        name for name in good
        if not any(other != name and (other.endswith(name) or name.endswith(other))
                   and (named[other], -len(other)) > (named[name], -len(name)) for other in good)
    )  # fmt: skip


_OFTEN = 2
_BEGINS = deferred(r"(?:^|[^一-鿿])\Z")
_TOWN = deferred(r"(?P<unit>镇|乡(?!镇)|街道)(?!村|企|长|域|愁|亲|土|情|办|党委书)")
_NAME = deferred(r"[一-鿿]+")
_BEFORE = deferred(r"(?:[^一-鿿]|[和与及的了在到从对为于是由以向将位至经，、]|其中|分布)\Z")
_NO_NAME = deferred(
    r"[城乡村小集古市各全该本名]镇\Z|城乡|乡镇|[回返下还老家归]乡\Z|[镇各]街道\Z|(?:重点|中心|建制|特色|一般|贫困|示范|边境)[镇乡]\Z"
    r"|\A[和与及的了在到从对为于是由以向将位至经有各等全我本该此]|[个多些]|[镇乡].+[镇乡]"
)
