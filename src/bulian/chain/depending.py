"""On whom it all depends, by node, chain and district: shares as far as facts give them, else bounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from bulian.assess.datum import Datum
from bulian.chain.naming import Words
from bulian.chain.presence import NodeState
from bulian.measure.dominance import Bounds, Dominance, dominance
from bulian.measure.extent import stated_extent
from bulian.measure.quotient import Share, share_of
from bulian.model.chain import Chain
from bulian.vocab.share_measures import share_measures
from bulian.vocab.thresholds import chain_thresholds

Of = Literal["node", "chain", "district"]
_OPEN = Bounds(Decimal(0), Decimal(1))


@dataclass(frozen=True, slots=True)
class Part:
    """A firm's or a chain's number over the same number of the district, in one period.

    Attributes:
        name: the firm or chain. chain: it is a chain or cluster.
        ahead: one of both is expected or meant, not measured.
        share: None where the two numbers do not belong together (`refused` says why, in (en, zh)).
    """

    name: str
    chain: bool
    part: Datum
    whole: Datum
    ahead: bool
    share: Share | None
    refused: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class NodeDependence:
    """How a node is divided among its firms; without shares only their number bounds it."""

    state: NodeState
    dominance: Dominance
    complete: bool


@dataclass(frozen=True, slots=True)
class Alert:
    """A share that passes a threshold: for certain, or possibly where only the upper bound does."""

    of: Of
    name: str
    low: Decimal
    high: Decimal
    threshold: Decimal
    certain: bool


@dataclass(frozen=True, slots=True)
class Dependence:
    """On whom a chain and its district depend.

    Attributes:
        nodes: nodes with a firm, the most concentrated first.
        district: shares of the district's output that facts allow, the greatest first; `firms` their
            division, None where there is none.
        alerts: what passes the thresholds of vocab/chain_thresholds.csv.
    """

    nodes: tuple[NodeDependence, ...]
    district: tuple[Part, ...]
    firms: Dominance | None
    alerts: tuple[Alert, ...]


def dependence(
    states: Mapping[str, NodeState], parts: Sequence[Part], losses: Iterable[tuple[str, float]] = ()
) -> Dependence:
    """On whom it depends; `losses` are the firms with the share of end products that stops without each."""
    nodes = tuple(_node(state) for state in states.values() if state.firms and state.is_there)
    firms = [one for one in parts if one.share and not one.chain]
    held = [_bounds(one.share) for one in _largest(firms) if one.share]
    fits = sum((one.low for one in held), Decimal(0)) <= 1
    alerts = [*_node_alerts(nodes), *_chain_alerts(losses), *_district_alerts(parts)]
    return Dependence(
        tuple(sorted(nodes, key=lambda one: (-one.dominance.top.low, one.dominance.effective_high or 0))),
        tuple(sorted(parts, key=lambda one: -(one.share.point if one.share else Decimal(-1)))),
        dominance(held, complete=False) if held and fits else None,
        tuple(alerts),
    )


def _bounds(share: Share) -> Bounds:
    return Bounds(share.low, share.high)


def part_of(parts: Iterable[Part], firm: str) -> Part | None:
    """The surest share of the district's output that facts give of a firm; None where they give none."""
    held = _largest(one for one in parts if one.name == firm and one.share and not one.chain)
    return held[0] if held else None


def _largest(parts: Iterable[Part]) -> list[Part]:
    """One share a firm: the measured one before the expected, then of the newest period."""
    best: dict[str, Part] = {}
    for one in parts:
        before = best.get(one.name)
        if before is None or (before.ahead, before.part.newness) > (one.ahead, one.part.newness):
            best[one.name] = one
    return list(best.values())


def _node(state: NodeState) -> NodeDependence:
    """Firms of one group hold one share. Only a searched node is known to have no further firm."""
    complete = state.searched is not None
    return NodeDependence(state, _among(state.groups, complete), complete)


@cache
def _among(holders: int, complete: bool) -> Dominance:
    """What the number of holders alone bounds."""
    return dominance([_OPEN] * holders, complete=complete)


def _node_alerts(nodes: Iterable[NodeDependence]) -> list[Alert]:
    level = chain_thresholds()["alert_node_top"]
    return [
        Alert("node", one.state.node.name.zh, one.dominance.top.low, one.dominance.top.high, level, True)
        for one in nodes
        if one.dominance.top.low >= level
    ]


def _chain_alerts(losses: Iterable[tuple[str, float]]) -> list[Alert]:
    level = chain_thresholds()["alert_chain_loss"]
    exact = [(firm, Decimal(repr(loss))) for firm, loss in losses]
    return [Alert("chain", firm, loss, loss, level, True) for firm, loss in exact if loss >= level]


def _district_alerts(parts: Iterable[Part]) -> list[Alert]:
    found = []
    for one in parts:
        level = chain_thresholds()["alert_district_chain" if one.chain else "alert_district_firm"]
        if one.share and one.share.low >= level:
            found.append(Alert("district", one.name, one.share.low, one.share.high, level, not one.ahead))
    return found


def parts_of(
    data: Sequence[Datum], home: str, firms: Iterable[str], chain: Chain, words: Words
) -> tuple[Part, ...]:
    """What firms and the chain have of the district's output, for every period that both numbers speak of.

    Args:
        data: numbers in force. home: the district's name as they have it. firms: their fullest names.
    """
    wanted = set(firms)
    wholes: dict[tuple[str, str, str], list[Datum]] = {}
    for one in data:
        if one.subject == home and one.fact.aspect == "level" and one.fact.period and not one.synthetic:
            wholes.setdefault((one.indicator, one.fact.unit, one.fact.period), []).append(one)
    found = []
    for one in data:
        name = one.subject
        measure = share_measures().get(one.indicator)
        if name is None or measure is None or one.synthetic or one.fact.aspect != "level":
            continue
        is_chain = name not in wanted and _is_chain(words, name)
        if name != home and (is_chain or name in wanted):
            key = (measure, one.fact.unit, one.fact.period or "")
            found += [_part(name, is_chain, one, whole) for whole in wholes.get(key, ())]
    return tuple(found)


def _is_chain(words: Words, name: str) -> bool:
    named = words.find(name)
    return named is not None and named.whole and named.what in ("chain", "cluster")


def _part(name: str, is_chain: bool, part: Datum, whole: Datum) -> Part:
    share = share_of(stated_extent(part.value, part.bound), stated_extent(whole.value, whole.bound))
    if share.beyond:
        reason = (
            f"{part.fact.surface} is more than the whole, {whole.fact.surface}: the two are not of one kind",
            f"{part.fact.surface} 比整体 {whole.fact.surface} 还多：两个数口径不同",
        )
        return Part(name, is_chain, part, whole, part.ahead or whole.ahead, None, reason)
    return Part(name, is_chain, part, whole, part.ahead or whole.ahead, share)
