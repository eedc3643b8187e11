"""Candidates from the chains of a district: nodes not known to be there; without peers no likelihood."""

from collections.abc import Iterable

from bulian.chain.gapping import Gap, gaps
from bulian.chain.view import ChainView
from bulian.plan.opportunity.lists import Lists
from bulian.plan.opportunity.nouns import Candidate, Criterion, Merit, NodeGap, Told

NO_PEERS: Told = ("unknown: no peer table", "不明：无同类地区表")


def node_gaps(views: Iterable[ChainView]) -> tuple[NodeGap, ...]:
    """Every required node that is missing, unknown or only claimed, chain by chain."""
    found = []
    for view in views:
        told = gaps(view.graph, view.states, view.farther)
        found += [_node_gap(view, gap) for gap in (*told.fill, *told.unsearched)]
    return tuple(found)


def candidates(found: Iterable[NodeGap], lists: Lists) -> tuple[Candidate, ...]:
    """A candidate for each node on which something hangs."""
    return tuple(_candidate(gap, lists) for gap in found)


def _node_gap(view: ChainView, gap: Gap) -> NodeGap:
    node = gap.state.node
    return NodeGap(
        view.chain.name.zh, node.name.zh, gap.state.status, gap.worth.open, gap.worth.completeness,
        tuple(dict.fromkeys(one.firm for one in gap.near)),
        tuple(one.fact.fact.id for one in gap.state.wanted),
        tuple(code for code, _ in node.codes),
    )  # fmt: skip


def _candidate(gap: NodeGap, lists: Lists) -> Candidate:
    name, told = f"{gap.chain} · {gap.node}", f"{gap.chain} · {gap.node}"
    jobs, carbon, land = lists.brought(name, gap.codes)
    merits = (
        Merit("likelihood", None, NO_PEERS), _unknown("complexity"), Merit("chain", gap.open, (told, told)),
        _unknown("demand"), jobs, carbon, land, _unknown("resilience"),
    )  # fmt: skip
    return Candidate(name, merits, lists.barriers(name, gap.codes), lists.filtered_by, (gap,))


def _unknown(criterion: Criterion) -> Merit:
    return Merit(criterion, None, NO_PEERS)
