"""The status of a node, decided by counting evidence; probabilities only rank within a status.

present: firms of at least two groups. single_source: of one. claimed: a document says it is there and names
no firm. planned: a project would fill it. missing: a firm table that claims to cover the area, not too old,
was placed on this chain and holds no such firm. unknown: nobody has looked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulian.chain.telling import Mention
from bulian.model.chain import Chain, Change, Node, Placement, Searched, Status
from bulian.vocab.thresholds import chain_thresholds

_MONTHS = 12
THERE: tuple[Status, ...] = ("present", "single_source")


@dataclass(frozen=True, slots=True)
class NodeState:
    """How one node stands.

    Attributes:
        status: what the evidence says, or what a person set (`set_by`).
        firms: placements that count, the surest first. doubtful: those too unsure to count.
        probability: P_v = 1 − Π (1 − π), 0 where nobody counts.
        groups: how many firms count once those of one group are one.
        mentions: claims, plans and directions that speak of this node.
        searched: the table that allows to say 缺; None where none does.
        by_evidence: what the evidence says where a person set something else.
    """

    node: Node
    status: Status
    firms: tuple[Placement, ...]
    doubtful: tuple[Placement, ...]
    probability: float
    groups: int
    mentions: tuple[Mention, ...]
    searched: Searched | None
    set_by: Change | None = None
    by_evidence: Status | None = None

    @property
    def is_there(self) -> bool:
        """Whether at least one firm is on the node."""
        return self.status in THERE

    @property
    def wanted(self) -> tuple[Mention, ...]:
        """The directions of attraction (招商方向) that name this node."""
        return tuple(one for one in self.mentions if one.kind == "target")


def node_states(
    chain: Chain,
    placements: Iterable[Placement],
    mentions: Iterable[Mention] = (),
    searched: Sequence[Searched] = (),
    now: str = "",
) -> dict[str, NodeState]:
    """The state of every node, by id, in the catalogue's order.

    Args:
        placements: firms in the district; `searched`: firm tables that were placed on this chain.
        now: the day of asking, ISO 8601; a table without it is not counted as recent.
    """
    on_node: dict[str, list[Placement]] = defaultdict(list)
    for one in placements:
        on_node[one.node].append(one)
    said: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.named.what == "node":
            said[mention.named.id].append(mention)
    table = recent(searched, now)
    by_hand = {node: (status, change) for node, status, change in chain.statuses}
    return {node.id: _state(node, on_node[node.id], said[node.id], table, by_hand) for node in chain.nodes}


def recent(searched: Sequence[Searched], now: str) -> Searched | None:
    """The newest table of the district that is young enough to say that something is missing; else None."""
    limit = int(chain_thresholds()["register_months"])
    usable = [one for one in searched if now and one.area == "district" and _months(one.dated, now) <= limit]
    return max(usable, key=lambda one: one.dated, default=None)


def _months(earlier: str, later: str) -> int:
    first, last = date.fromisoformat(earlier[:10]), date.fromisoformat(later[:10])
    return _MONTHS * (last.year - first.year) + last.month - first.month


def _state(
    node: Node,
    placed: list[Placement],
    said: list[Mention],
    searched: Searched | None,
    by_hand: Mapping[str, tuple[Status, Change]],
) -> NodeState:
    floor = float(chain_thresholds()["counted_probability"])
    counted = sorted(
        (one for one in placed if one.probability >= floor and one.evidence != "statement"),
        key=lambda one: (-one.probability, one.firm),
    )
    kept = {id(one) for one in counted}
    rest = tuple(one for one in placed if id(one) not in kept)
    groups = len({one.group or one.firm for one in counted})
    status = _status(groups, rest, said, searched)
    absent = 1.0
    for one in counted:
        absent *= 1.0 - one.probability
    set_status, change = by_hand.get(node.id, (status, None))
    return NodeState(
        node, set_status, tuple(counted), rest, 1.0 - absent, groups, tuple(said), searched, change,
        status if change else None,
    )  # fmt: skip


def _status(
    groups: int, rest: tuple[Placement, ...], said: list[Mention], searched: Searched | None
) -> Status:
    if groups:
        return "single_source" if groups == 1 else "present"
    if any(one.kind == "claim" for one in said) or any(one.evidence == "statement" for one in rest):
        return "claimed"
    if any(one.kind == "plan" for one in said):
        return "planned"
    return "missing" if searched else "unknown"
