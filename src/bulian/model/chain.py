"""The nouns of an industrial chain (产业链): segments, nodes, inputs, and firms on nodes.

Chain ⊃ stage (up, mid, down, service) ⊃ segment (环节) ⊃ node (a product, a process or a service).
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Stage = Literal["up", "mid", "down", "service"]
STAGES: tuple[Stage, ...] = ("up", "mid", "down", "service")
InputKind = Literal["essential", "substitutable", "auxiliary"]
Status = Literal["present", "single_source", "claimed", "planned", "missing", "unknown"]
"""有据, 仅一家, 自称, 在建, 缺, 不明. 缺 and 不明 are never added together."""
Evidence = Literal["relation", "statement", "register", "judged"]
"""What a placement rests on: a relation in a document, a statement only, a firm table, a person's act."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in three scripts; `hant` and `en` are "" where nobody gave one."""

    zh: str
    hant: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Who laid something over the shipped catalogue, when and why; `line` is its line in the journal."""

    by: str
    at: str
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a chain (环节) that holds nodes. `words` are its other names, in Simplified Chinese."""

    id: str
    stage: Stage
    name: Name
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A product, process or service of a chain.

    Attributes:
        words: its other names in any script.
        codes: GB/T 4754-2017 codes with their weights, which sum to 1.
        hs: headings of the Harmonized System 2022, six digits.
        weight: w_v, its importance; 1 where nobody says otherwise.
        final: an end product, by which the buildable share is counted.
        extension: beyond the chain as it is (延链); not in the required set.
        change: who added or renamed it; None for what is shipped.
    """

    id: str
    segment: str
    name: Name
    words: tuple[str, ...] = ()
    codes: tuple[tuple[str, Decimal], ...] = ()
    hs: tuple[str, ...] = ()
    weight: Decimal = Decimal(1)
    final: bool = False
    extension: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """An edge `supplier` → `user`: what one node needs of another.

    Attributes:
        kind: essential ones are all needed; of a group of substitutable ones one is enough; auxiliary help.
        group: the name of the group of substitutes, "" for the other kinds.
        share: cost share of the supplier in the user, 0 to 1; None: unknown.
        source: what the edge rests on.
        change: who added it; None for what is shipped.
    """

    supplier: str
    user: str
    kind: InputKind
    group: str = ""
    share: Decimal | None = None
    source: str = ""
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """An industrial chain as a catalogue describes it.

    Attributes:
        words: other names of the chain. clusters: broader industries that it belongs to.
        stages: what this chain calls its stages (原料, 生产 …).
        statuses: node statuses that a person set, with who, when and why.
        origin: "shipped", or the workspace's own file.
    """

    id: str
    name: Name
    version: str
    words: tuple[str, ...]
    clusters: tuple[str, ...]
    stages: tuple[tuple[Stage, str], ...]
    segments: tuple[Segment, ...]
    nodes: tuple[Node, ...]
    inputs: tuple[Input, ...]
    statuses: tuple[tuple[str, Status, Change], ...] = ()
    origin: str = "shipped"

    def node(self, node_id: str) -> Node | None:
        """The node with this id; None where there is none."""
        return next((node for node in self.nodes if node.id == node_id), None)

    def stage_of(self, node: Node) -> Stage:
        """The stage that the node's segment belongs to."""
        return next(segment.stage for segment in self.segments if segment.id == node.segment)

    @property
    def required(self) -> tuple[Node, ...]:
        """V_c: the nodes that a complete chain has; extensions are none of them."""
        return tuple(node for node in self.nodes if not node.extension)


@dataclass(frozen=True, slots=True)
class Placement:
    """A firm on a node.

    Attributes:
        firm: the fullest name of the firm. group: the group of firms it belongs to; None: unknown.
        node: id of the node.
        probability: that the firm is active there, 0 to 1; it ranks within a status and never decides one.
        evidence: what it rests on. facts: ids of the facts. why: how the name met the node, in (en, zh).
        area: "district", "city", "region" or "nation"; None where no source says where the firm is.
        synthetic: the firm is made up for illustration.
        judged: the line of the journal that placed it by hand.
    """

    firm: str
    node: str
    probability: float
    evidence: Evidence
    facts: tuple[str, ...] = ()
    why: tuple[str, str] = ("", "")
    group: str | None = None
    area: str | None = None
    synthetic: bool = False
    judged: int | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """A firm table that claims to cover an area and was placed on a chain: what allows to say 缺.

    `dated` is the day the table speaks of, ISO 8601. `synthetic`: it is made up and only illustrates.
    """

    name: str
    dated: str
    area: str = "district"
    synthetic: bool = False
