"""Candidates: which nodes of all chains a clause of a business scope may speak of.

BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; k1 = 1.2, b = 0.75) over
character 1- to 3-grams of a node's names, synonyms and the names of its GB/T 4754 classes, in one inverted
index of all chains; beside it an automaton that finds the node's own words in the clause. Scores are given as
a share of what the clause could reach at most, so that they compare across clauses; a gram that no node has
counts as the rarest.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.chain.naming import one_form
from bulian.model.chain import Chain, Node
from bulian.vocab.gbt4754 import gbt4754
from bulian.vocab.scopes import Verb, kind_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOP = 20
_K1, _B = 1.2, 0.75
_LENGTHS = (1, 2, 3)
_CHUNK = 4_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A node as the index numbers it; `kind` is what a firm must do to be on it."""

    chain: str
    node: str
    name: str
    kind: Verb
    codes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Met:
    """A word of a node that stands in a text, from `start` to `end`."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node that a text may speak of. `share` is its BM25 share, `met` its longest word there, if any."""

    spot: int
    share: float
    met: Met | None


@dataclass(frozen=True, slots=True)
class Index:
    """All nodes of all chains, to be asked by text.

    Attributes:
        grams: number of each gram. rare: its idf. weights: BM25 of gram and node, a sparse matrix.
        words: what the automaton looks for, and the nodes of each word.
        classes: class of GB/T 4754 by name. of_class: nodes and their share among the nodes of a chain.
    """

    spots: tuple[Spot, ...]
    grams: Mapping[str, int]
    rare: "NDArray[np.float64]"
    weights: Any = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    holders: Mapping[str, tuple[int, ...]] = field(repr=False)
    automaton: Any = field(repr=False)
    classes: Mapping[str, str] = field(repr=False)
    of_class: Mapping[str, Mapping[int, float]] = field(repr=False)

    def met(self, text: str) -> dict[int, Met]:
        """The longest word of each node in a text; words inside a longer one do not count."""
        found: dict[int, Met] = {}
        for word, start, end in self.automaton.find_matches_as_indexes(text):
            for spot in self.holders[self.words[word]]:
                before = found.get(spot)
                if before is None or end - start > before.end - before.start:
                    found[spot] = Met(self.words[word], start, end)
        return found


def index_of(chains: Sequence[Chain]) -> Index:
    """The index of these chains, in their order."""
    held = [(chain, node) for chain in chains for node in chain.nodes]
    texts = [_texts(node) for _, node in held]
    counts = [Counter(gram for text in each for gram in grams_of(text)) for each in texts]
    grams = {gram: at for at, gram in enumerate(sorted({gram for each in counts for gram in each}))}
    spots = tuple(_spot(chain, node) for chain, node in held)
    rare, weights = _bm25(counts, grams)
    holders: dict[str, list[int]] = defaultdict(list)
    for spot, (_, node) in enumerate(held):
        for word in dict.fromkeys(one_form(word) for word in (node.name.zh, *node.words)):
            if len(word) > 1:
                holders[word].append(spot)
    words = tuple(sorted(holders))
    return Index(
        spots, grams, rare, weights, words, {word: tuple(found) for word, found in holders.items()},
        AhoCorasick(words, matchkind=MatchKind.LeftmostLongest),
        {one.name: one.code for one in gbt4754().values() if one.level == "class"}, _of_class(spots),
    )  # fmt: skip


def candidates(index: Index, texts: Sequence[str]) -> list[list[Candidate]]:
    """For every text the nodes it may speak of: the best by BM25, and all whose word stands in it."""
    found = []
    for start in range(0, len(texts), _CHUNK):
        part = texts[start : start + _CHUNK]
        shares = shares_of(index, part)
        if len(index.spots) > TOP:
            best = np.argpartition(-shares, TOP, axis=1)[:, :TOP]
        else:
            best = np.tile(np.arange(len(index.spots)), (len(part), 1))
        found += [_of_one(index, *one) for one in zip(part, shares, best, strict=True)]
    return found


def shares_of(index: Index, texts: Sequence[str]) -> "NDArray[np.float64]":
    """The BM25 share of every node for every text, 0 to 1: a row a text, a column a node."""
    from scipy.sparse import csr_array

    unknown = float(index.rare.max(initial=1.0))
    rows, columns, most = [], [], np.zeros(len(texts))
    for row, text in enumerate(texts):
        for gram in dict.fromkeys(grams_of(text)):
            column = index.grams.get(gram)
            most[row] += unknown if column is None else index.rare[column]
            if column is not None:
                rows.append(row)
                columns.append(column)
    asked = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(index.grams)))
    scores = np.asarray((asked @ index.weights).todense())
    return np.minimum(scores / (np.maximum(most, 1e-9) * (_K1 + 1))[:, None], 1.0)


def grams_of(text: str) -> list[str]:
    """Character 1-, 2- and 3-grams, in their order."""
    return [text[at : at + length] for length in _LENGTHS for at in range(len(text) - length + 1)]


def _of_one(
    index: Index, text: str, shares: "NDArray[np.float64]", best: "NDArray[np.int64]"
) -> list[Candidate]:
    met = index.met(text)
    spots = sorted({*(int(spot) for spot in best if shares[spot] > 0), *met})
    return [Candidate(spot, float(shares[spot]), met.get(spot)) for spot in spots]


def _texts(node: Node) -> list[str]:
    names = [
        node.name.zh,
        *node.words,
        *(gbt4754()[code].name for code, _ in node.codes if code in gbt4754()),
    ]
    return list(dict.fromkeys(one_form(name) for name in names))


def _spot(chain: Chain, node: Node) -> Spot:
    codes = {code: float(weight) for code, weight in node.codes}
    heaviest = max(codes, key=lambda code: codes[code], default="")  # of equal ones the first listed
    return Spot(chain.id, node.id, node.name.zh, kind_of(heaviest), codes)


def _bm25(counts: Sequence[Counter[str]], grams: Mapping[str, int]) -> tuple["NDArray[np.float64]", Any]:
    """The idf of every gram and the BM25 weight of gram and node."""
    from scipy.sparse import csr_array

    nodes = len(counts)
    holding = Counter(gram for each in counts for gram in each)
    rare = np.array([log(1 + (nodes - holding[gram] + 0.5) / (holding[gram] + 0.5)) for gram in grams])
    mean = sum(sum(each.values()) for each in counts) / max(nodes, 1)
    rows, columns, weights = [], [], []
    for node, each in enumerate(counts):
        norm = _K1 * (1 - _B + _B * sum(each.values()) / mean)
        for gram, times in each.items():
            rows.append(grams[gram])
            columns.append(node)
            weights.append(rare[grams[gram]] * times * (_K1 + 1) / (times + norm))
    return rare, csr_array((weights, (rows, columns)), shape=(len(grams), nodes))


def _of_class(spots: Sequence[Spot]) -> dict[str, dict[int, float]]:
    """For a class of the standard the nodes it may mean: ρ of the node over the sum in its chain."""
    table: dict[str, dict[int, float]] = defaultdict(dict)
    total: dict[tuple[str, str], float] = defaultdict(float)
    for one in spots:
        for code, weight in one.codes.items():
            total[one.chain, code] += weight
    for at, one in enumerate(spots):
        for code, weight in one.codes.items():
            table[code][at] = weight / total[one.chain, code]
    return dict(table)
