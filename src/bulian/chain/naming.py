"""Names that facts use, and what of a chain they name: the chain, its cluster, a stage, a segment or a node.

A name is the thing whose whole word it is; else the longest word of the chain that stands in it and makes
up enough of it. Everything is compared in one script and without the places before a name.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bulian.chain.catalogue import Catalogue
from bulian.extract.fold import fold
from bulian.model.chain import Chain
from bulian.vocab.regions import regions

What = Literal["node", "segment", "stage", "chain", "cluster"]
_SHORTEST = 3
_SURE = 4
_ENOUGH = 0.5
_TAIL = re.compile(r"(?:产业链|产业集群|产业|行业|领域|产业带|集群|环节|项目|企业)+$")


@dataclass(frozen=True, slots=True)
class Named:
    """What a name names in a chain.

    Attributes:
        what, id: a node, segment, stage, the chain itself, or a cluster it belongs to.
        word: the catalogue's word that met. whole: it is the name as a whole, not a part of it.
    """

    what: What
    id: str
    word: str
    whole: bool


class Words:
    """Every word of a chain, and what it names."""

    def __init__(self, chain: Chain) -> None:
        self._named: dict[str, tuple[What, str]] = {}
        for cluster in chain.clusters:
            self._add("cluster", cluster, (cluster,))
        self._add("chain", chain.id, (chain.name.zh, chain.name.en, *chain.words))
        for stage, label in chain.stages:
            self._add("stage", stage, (f"{chain.name.zh}{label}",))
        for segment in chain.segments:
            self._add("segment", segment.id, (segment.name.zh, segment.name.en, *segment.words))
        for node in chain.nodes:
            self._add("node", node.id, (node.name.zh, node.name.en, *node.words))
        self._longest = sorted((word for word in self._named if len(word) >= _SHORTEST), key=_longest_first)
        self._labels = {label: stage for stage, label in chain.stages}

    def _add(self, what: What, key: str, words: tuple[str, ...]) -> None:
        for word in words:
            if word:
                self._named[one_form(word)] = (what, key)

    def find(self, name: str) -> Named | None:
        """What a name names in this chain; None where it names nothing of it."""
        plain = one_form(name)
        for form in (plain, without_places(plain), _TAIL.sub("", without_places(plain))):
            if form in self._named:
                return Named(*self._named[form], form, whole=True)
        bare = without_places(plain)
        for word in self._longest:
            if word in bare and (len(word) >= _SURE or len(word) >= _ENOUGH * len(bare)):
                return Named(*self._named[word], word, whole=False)
        return None

    def nodes_in(self, text: str) -> list[Named]:
        """Every node that a sentence names by a word long enough to be sure of, longest words first."""
        plain = one_form(text)
        found: dict[str, Named] = {}
        for word in self._longest:
            if len(word) >= _SURE and word in plain:
                plain = plain.replace(word, "\n")
                what, key = self._named[word]
                if what == "node" and key not in found:
                    found[key] = Named(what, key, word, whole=False)
        return list(found.values())

    def stage_called(self, label: str) -> str | None:
        """The stage that this chain calls so (原料, 生产 …): only to be asked where the chain is meant."""
        return self._labels.get(one_form(label))


def words_of(catalogue: Catalogue) -> dict[str, Words]:
    """The words of every chain by its id."""
    return {chain.id: Words(chain) for chain in catalogue.chains}


def one_form(name: str) -> str:
    """A name in Simplified characters, half width, small letters, without blanks and quotes."""
    return one_form_of_folded(fold(name))


def one_form_of_folded(name: str) -> str:
    """The same of a name that is folded already (`extract.fold`)."""
    return "".join(name.split()).strip("“”‘’\"'").casefold()


def without_places(name: str) -> str:
    """A name without the divisions before it: 重庆市体外诊断产业链 → 体外诊断产业链.

    Only whole names of divisions are taken off, as 重庆 belongs to 重庆小面.
    """
    while match := _places().match(name):
        if match.end() == len(name):
            return name
        name = name[match.end() :]
    return name


@cache
def _places() -> re.Pattern[str]:
    names = {region.name for region in regions().values()} | {"全国", "西部地区", "西部"}
    return re.compile("|".join(sorted(map(re.escape, names), key=_longest_first)))


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
