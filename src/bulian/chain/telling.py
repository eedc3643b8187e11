"""What facts tell of a chain: firms on its nodes, leaders, claims, plans, directions, links and projects."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bulian.chain.areas import Areas
from bulian.chain.naming import Named, Words
from bulian.model.chain import Chain, Placement
from bulian.model.fact import Event, Observation, Relation, Statement
from bulian.model.place import Cell, Place
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities

Kind = Literal["lead", "member", "makes", "section", "claim", "plan", "target", "link"]
_PROJECTS = ("park", "project", "site")
_NO_FIRM = (*_PROJECTS, "place", "cluster", "chain", "industry", "body")
_PARTS = ("node", "segment", "stage")
_PLANNED = ("construction_started", "planned", "signed", "launched")
_DONE = ("completed", "settled")
_PROBABILITY = {"produces": (0.95, 0.8), "leads": (0.9, 0.75), "member_of": (0.85, 0.7)}
"""How sure a relation makes a placement, where the name is the node's word and where it only holds it: ours,
to rank by until labelled pairs calibrate it (docs/methods/chain.md)."""
_KIND: dict[str, Kind] = {"produces": "makes", "leads": "lead", "member_of": "member"}


@dataclass(frozen=True, slots=True)
class Mention:
    """What a fact says of a part of the chain, without putting a firm on a node.

    Attributes:
        kind: a firm leads it, is a member, makes something of it, or is told of in the section on it; a
            document claims or plans it, wants to attract it, or links it.
        named: the part, and the word that met it. who: the firm or subject.
        other: for a link, the part that is fed.
    """

    kind: Kind
    named: Named
    who: str
    fact: Sourced
    other: Named | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the facts: where firms are, and the heading above a fact, by its id."""

    areas: Areas
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """All that facts tell of one chain.

    `placements` put firms on nodes; `mentions` are the rest; `made_up` are placements of synthetic rows,
    which count nowhere.
    """

    placements: tuple[Placement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    made_up: tuple[Placement, ...] = ()


@dataclass(slots=True)
class _Gathered:
    placements: list[Placement] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def tell(chain: Chain, words: Words, facts: Iterable[Sourced], who: Identities, setting: Setting) -> Told:
    """What these facts tell of a chain; every firm under its fullest name."""
    reader = _Reader(chain, words, who, setting)
    found = _Gathered()
    for one in facts:
        reader.read(one, found)
    merged = merge(found.placements)
    return Told(
        tuple(one for one in merged if not one.synthetic),
        tuple(_without_directions(found.mentions)),
        tuple(one for one in merged if one.synthetic),
    )


def _without_directions(mentions: Sequence[Mention]) -> list[Mention]:
    """Without the claims that rest on the words of a direction: what a district turns to is not there yet."""
    meant: dict[tuple[str, Named], list[Place]] = {}
    for one in mentions:
        if one.kind == "target":
            meant.setdefault((one.fact.fact.doc, one.named), []).append(one.fact.fact.place)
    return [
        one
        for one in mentions
        if one.kind != "claim"
        or not any(_overlap(one.fact.fact.place, place)
                   for place in meant.get((one.fact.fact.doc, one.named), ()))
    ]  # fmt: skip


def _overlap(one: Place, other: Place) -> bool:
    if isinstance(one, Cell) or isinstance(other, Cell):
        return one == other
    return one.start < other.end and other.start < one.end


def merge(placements: Sequence[Placement]) -> list[Placement]:
    """One placement a firm and node: the surest, with the facts of all; by node and firm."""
    best: dict[tuple[str, str, bool], Placement] = {}
    facts: dict[tuple[str, str, bool], dict[str, None]] = {}
    for one in placements:
        key = (one.node, one.firm, one.synthetic)
        if key not in best or _strength(one) > _strength(best[key]):
            best[key] = one
        facts.setdefault(key, {}).update(dict.fromkeys(one.facts))
    return [_with_facts(best[key], tuple(facts[key])) for key in sorted(best)]


def _strength(one: Placement) -> tuple[bool, float]:
    return one.evidence != "statement", one.probability


def _with_facts(one: Placement, facts: tuple[str, ...]) -> Placement:
    return Placement(
        one.firm, one.node, one.probability, one.evidence, facts, one.why, one.group, one.area,
        one.synthetic, one.judged,
    )  # fmt: skip


class _Reader:
    """Reads one fact after the other with the chain's words and the names in force."""

    def __init__(self, chain: Chain, words: Words, who: Identities, setting: Setting) -> None:
        self._chain, self._words, self._who = chain, words, who
        self._areas, self._headings = setting.areas, setting.headings

    def read(self, one: Sourced, found: _Gathered) -> None:
        fact = one.fact
        if isinstance(fact, Relation):
            self._relation(fact, one, found)
        elif isinstance(fact, Event):
            self._event(fact, one, found)
        elif isinstance(fact, Statement):
            self._statement(fact, one, found)
        else:
            self._observation(fact, one, found)

    def _relation(self, fact: Relation, one: Sourced, found: _Gathered) -> None:
        if fact.type in _PROBABILITY:
            named = self._words.find(fact.tail)
            if named:
                self._firm(fact, named, one, found)
        elif fact.type == "targets":
            self._mention("target", self._words.find(fact.tail), fact.head, one, found)
        elif fact.type == "part_of":
            self._part(fact, one, found)
        elif fact.type == "located_in":
            self._under_heading(fact, one, found)

    def _under_heading(self, fact: Relation, one: Sourced, found: _Gathered) -> None:
        """A firm told of in the section on this chain; what itself is called after the chain is no firm."""
        heading = self._headings.get(fact.id)
        if heading and not self._is(fact.head, _NO_FIRM) and self._words.find(fact.head) is None:
            named = self._words.find(heading)
            self._mention("section", named, self._who.name_of(fact.head), one, found)

    def _part(self, fact: Relation, one: Sourced, found: _Gathered) -> None:
        """A part of this chain, called by its own word, or by what the chain calls a stage (原料)."""
        whole = self._words.find(fact.tail)
        named = self._words.find(fact.head)
        if named is None and whole and whole.what == "chain":
            stage = self._words.stage_called(fact.head)
            named = Named("stage", stage, fact.head, whole=True) if stage else None
        if named is None or named.what not in _PARTS:
            return
        if not self._is(fact.tail, _PROJECTS):
            self._mention("claim", named, fact.head, one, found)

    def _firm(self, fact: Relation, named: Named, one: Sourced, found: _Gathered) -> None:
        if self._is(fact.head, _NO_FIRM):
            self._project(fact.head, one, found)
            return
        if named.what == "node":
            found.placements.append(self._placement(fact, named, one))
        if fact.type != "produces" or named.what != "node":
            found.mentions.append(Mention(_KIND[fact.type], named, self._who.name_of(fact.head), one))

    def _placement(self, fact: Relation, named: Named, one: Sourced) -> Placement:
        firm = self._who.name_of(fact.head)
        sure, less = _PROBABILITY[fact.type]
        how_en = "is" if named.whole else "holds"
        how_zh = "就是" if named.whole else "含有"
        return Placement(
            firm, named.id, sure if named.whole else less, "relation", (fact.id,),
            (
                f"{fact.type}: “{fact.tail}” {how_en} the node's word “{named.word}”",
                f"{fact.type}：“{fact.tail}”{how_zh}该环节的名称“{named.word}”",
            ),
            self._who.group_of(firm), self._areas.of(firm), one.source.synthetic,
        )  # fmt: skip

    def _event(self, fact: Event, one: Sourced, found: _Gathered) -> None:
        kind: Kind | None = "plan" if fact.type in _PLANNED else "claim" if fact.type in _DONE else None
        if kind is None:
            return
        for participant in fact.participants:
            named = self._words.find(participant)
            if named and named.what in ("node", "segment"):
                self._mention(kind, named, participant, one, found)

    def _statement(self, fact: Statement, one: Sourced, found: _Gathered) -> None:
        kind: Kind = "claim" if fact.type == "claim" else "plan" if fact.modality == "plan" else "target"
        for named in self._words.nodes_in(fact.text):
            self._mention(kind, named, fact.subject or "", one, found)

    def _observation(self, fact: Observation, one: Sourced, found: _Gathered) -> None:
        """Production lines that stand are a claim for what they make; no firm is named."""
        if fact.unit != "lines" or fact.modality != "actual" or fact.synthetic:
            return
        for named in self._words.nodes_in(fact.place.quote):
            self._mention("claim", named, fact.subject or "", one, found)

    def _project(self, name: str, one: Sourced, found: _Gathered) -> None:
        """What a project is called may tell which node it would fill."""
        self._mention("plan", self._words.find(name), name, one, found)

    def _mention(self, kind: Kind, named: Named | None, who: str, one: Sourced, found: _Gathered) -> None:
        if named is not None and not one.source.synthetic:
            found.mentions.append(Mention(kind, named, who, one))

    def _is(self, name: str, kinds: tuple[str, ...]) -> bool:
        entity = self._who.entity(name)
        return entity is not None and entity.kind in kinds
