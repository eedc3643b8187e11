"""One chain as it stands in a workspace; every answer about it starts from this."""

from dataclasses import dataclass

from bulian.chain.edits import Edit, Orphan
from bulian.chain.graph import Graph
from bulian.chain.naming import Words
from bulian.chain.presence import NodeState
from bulian.chain.strength import Strength
from bulian.chain.telling import Told
from bulian.ledger.scope import Seen
from bulian.model.chain import Chain, Placement, Searched
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities


@dataclass(frozen=True, slots=True)
class ChainView:
    """One chain as it stands in a workspace; every answer starts from it.

    Attributes:
        chain: with the district's changes. edits: these changes. orphans: those whose target is gone.
        told: all that facts tell of it. states: every node's status, by id.
        farther: placements of firms outside the district; they never count as present here.
        unplaced: firms that facts tie to the chain without saying on which node.
        illustrated: how nodes would stand by made-up firms and tables alone; {} where there are none.
        strengths: by node, what the district entered of it in `chains/CHAIN.strength.csv`.
        facts: what the evidence ids stand for. seen: what the scope let through and left out.
    """

    chain: Chain
    graph: Graph
    told: Told
    states: dict[str, NodeState]
    farther: tuple[Placement, ...]
    unplaced: tuple[str, ...]
    searched: tuple[Searched, ...]
    facts: dict[str, Sourced]
    who: Identities
    words: Words
    seen: Seen
    edits: tuple[Edit, ...]
    orphans: tuple[Orphan, ...]
    home: str
    illustrated: dict[str, NodeState]
    strengths: dict[str, Strength]
