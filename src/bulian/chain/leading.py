"""链主: who leads a chain, by whose word and when; whom it pulls along; what it wants and depends on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bulian.chain.graph import Graph
from bulian.chain.naming import one_form
from bulian.chain.presence import NodeState
from bulian.chain.telling import Mention, Told
from bulian.extract.fold import fold
from bulian.model.chain import Placement
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities
from bulian.vocab.lead_words import Rank, lead_words
from bulian.vocab.regions import regions

Level = Literal["nation", "province", "prefecture", "county"]
_LINKS = ("cooperates_with", "upstream_of", "invests_in")
_NATION = ("全国", "国家", "中国")


@dataclass(frozen=True, slots=True)
class Designation:
    """One sentence that puts a firm at the head of a chain or a part of it.

    Attributes:
        rank: 链主, 龙头 or 骨干, as the sentence calls it; None where it uses another word.
        of: what it leads, as the fact names it. level: of the place that the sentence names before it; None
            where it names none. grantor: who gave the title; None: the sentence does not say.
        said_on: when the document was published; None: undated.
    """

    firm: str
    rank: Rank | None
    of: str
    level: Level | None
    grantor: str | None
    said_on: str | None
    fact: Sourced


@dataclass(frozen=True, slots=True)
class Want:
    """An input of a leader's node without a firm here, essential ones first; `status` says what is known."""

    node: str
    essential: bool
    state: NodeState


@dataclass(frozen=True, slots=True)
class Leader:
    """A firm at the head of a chain.

    Attributes:
        nodes: where it stands on the chain; empty: no fact says where, so its suppliers cannot be told.
        pull: firms here on nodes that feed its nodes, by the catalogue; `inputs` is how many nodes do.
        links: facts that tie it to other firms or to the place: who supplies, cooperates, invests.
        leans_on: of `pull`, those that are the only ones on their node: what the leader depends on.
        wants: its want-list.
        group: its group of firms; None: unknown.
    """

    firm: str
    group: str | None
    designations: tuple[Designation, ...]
    nodes: tuple[str, ...]
    pull: tuple[Placement, ...]
    inputs: int
    links: tuple[Sourced, ...]
    leans_on: tuple[Placement, ...]
    wants: tuple[Want, ...]


def leaders(
    graph: Graph, states: Mapping[str, NodeState], told: Told, facts: Iterable[Sourced], who: Identities
) -> tuple[Leader, ...]:
    """Every firm that a fact puts at the head of the chain; those called 链主 first."""
    said: dict[str, list[Designation]] = {}
    for mention in told.mentions:
        if mention.kind == "lead":
            said.setdefault(mention.who, []).append(_designation(mention))
    tied = _links(facts, who)
    on_node: dict[str, list[str]] = {}
    for one in told.placements:
        on_node.setdefault(one.firm, []).append(one.node)
    found = [
        _leader(
            graph, states, firm, tuple(sorted(heads, key=_standing)), tuple(on_node.get(firm, ())), tied, who
        )
        for firm, heads in said.items()
    ]
    return tuple(sorted(found, key=_order))


def _order(leader: Leader) -> tuple[int, str]:
    return min(map(_standing, leader.designations)), leader.firm


def _standing(one: Designation) -> int:
    """链主 before 龙头 before 骨干, whatever else last."""
    ranks = [rank for _, rank in lead_words()]
    return ranks.index(one.rank) if one.rank else len(ranks)


def _designation(mention: Mention) -> Designation:
    fact = mention.fact.fact
    quote, tail = fold(fact.place.quote), fact.tail if isinstance(fact, Relation) else mention.named.id
    rank = next((rank for word, rank in lead_words() if word in quote), None)
    return Designation(
        mention.who, rank, tail, _level(tail), None, mention.fact.source.published_on, mention.fact
    )


def _level(name: str) -> Level | None:
    plain = one_form(name)
    if plain.startswith(_NATION):
        return "nation"
    found = [region for region in regions().values() if plain.startswith(region.name)]
    return min(found, key=lambda region: len(region.code.rstrip("0"))).level if found else None


def _links(facts: Iterable[Sourced], who: Identities) -> dict[str, list[Sourced]]:
    """Facts that tie a firm to another party, by the firm."""
    found: dict[str, list[Sourced]] = {}
    for one in facts:
        fact = one.fact
        if isinstance(fact, Relation) and fact.type in _LINKS:
            for end in {who.name_of(fact.head), who.name_of(fact.tail)}:
                found.setdefault(end, []).append(one)
    return found


def _leader(
    graph: Graph, states: Mapping[str, NodeState], firm: str, heads: tuple[Designation, ...],
    nodes: tuple[str, ...], tied: Mapping[str, list[Sourced]], who: Identities,
) -> Leader:  # fmt: skip
    inputs = dict.fromkeys(each for node in nodes for each in graph.suppliers[graph.number[node]])
    essential = {each for node in nodes for each in graph.and_or.essential[graph.number[node]]}
    pull = tuple(one for each in inputs for one in states[graph.ids[each]].firms if one.firm != firm)
    wants = [
        Want(graph.ids[each], each in essential, states[graph.ids[each]])
        for each in inputs
        if not states[graph.ids[each]].is_there
    ]
    return Leader(
        firm, who.group_of(firm), heads, nodes, pull, len(inputs), tuple(tied.get(firm, ())),
        tuple(one for one in pull if states[one.node].groups == 1),
        tuple(sorted(wants, key=lambda want: not want.essential)),
    )  # fmt: skip
