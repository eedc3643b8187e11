"""Chains of a workspace: what is there and missing, on whom it depends, what breaks; and changes to them."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulian.assess.datum import data_in_force
from bulian.chain.areas import Areas
from bulian.chain.catalogue import Catalogue, load_catalogue
from bulian.chain.completing import Completeness, completeness
from bulian.chain.depending import Dependence, dependence, parts_of
from bulian.chain.differing import Difference, differences
from bulian.chain.edits import BOOK, KINDS, STATUSES, Edit, Orphan, act_of, apply, edit_of
from bulian.chain.gapping import Gaps, gaps
from bulian.chain.graph import Graph, graph_of
from bulian.chain.headings import heading_above
from bulian.chain.leading import Leader, leaders
from bulian.chain.losing import Losses, Scenario, losses, scenario
from bulian.chain.naming import Words
from bulian.chain.presence import NodeState, node_states
from bulian.chain.telling import Setting, Told, merge, tell
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import journal
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.ledger.sources import document
from bulian.model.chain import Chain, Change, Node, Placement, Searched
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities
from bulian.steps.asking import look
from bulian.steps.identifying import identities
from bulian.steps.writing import write_whole

_HERE = (None, "district")


@dataclass(frozen=True, slots=True)
class ChainView:
    """One chain as it stands in a workspace; every answer starts from it.

    Attributes:
        chain: with the district's changes. edits: these changes. orphans: those whose target is gone.
        told: all that facts tell of it. states: every node's status, by id.
        farther: placements of firms outside the district; they never count as present here.
        unplaced: firms that facts tie to the chain without saying on which node.
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


@dataclass(frozen=True, slots=True)
class Shown:
    """What `chain show` answers."""

    view: ChainView
    completeness: Completeness
    leaders: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class ChainDiff:
    """What `chain diff` answers: what differs, and the changes that lost their target."""

    catalogue: Catalogue
    differences: tuple[Difference, ...]
    orphans: tuple[Orphan, ...]


@dataclass(frozen=True, slots=True)
class SavedScenario:
    """A scenario that somebody kept by name."""

    chain: str
    name: str
    without: tuple[str, ...]
    change: Change


def chain_catalogue(workspace: Workspace | None, known_on: str | None = None) -> Catalogue:
    """Every chain that is known: the shipped ones with the district's changes, and its own.

    Args:
        known_on: only with the changes made by the end of that day, month or year.

    Raises:
        VocabularyError: a file in `chains/` does not fit; names the file and the line.
    """
    if workspace is None:
        return load_catalogue(None)
    return load_catalogue(workspace.root / "chains", _edits(workspace, known_on))


def chain_view(
    workspace: Workspace,
    name: str,
    *,
    now: str,
    scope: Scope = NOW,
    searched: Sequence[Searched] = (),
    placed: Sequence[Placement] = (),
) -> ChainView:
    """One chain as it stands.

    Args:
        name: its id or any of its names. now: the time of asking, ISO 8601.
        searched: firm tables that were placed on this chain. placed: the placements that came of them.

    Raises:
        BadRequest: there is no such chain. LedgerError: the workspace was not built yet.
    """
    catalogue = chain_catalogue(workspace, scope.known_on)
    chain = catalogue.find(name)
    seen, who = look(workspace, scope=scope), identities(workspace)
    words = Words(chain)
    setting = Setting(Areas(seen.facts, who, workspace.region), _headings(workspace, seen.facts))
    told = tell(chain, words, seen.facts, who, setting)
    edits = tuple(edit for edit in _edits(workspace, scope.known_on) if edit.chain == chain.id)
    stands = merge([*told.placements, *placed, *_by_hand(edits, who)])
    stands = _without_withdrawn(stands, edits, who)
    real = [one for one in stands if not one.synthetic]
    here = [one for one in real if one.area in _HERE]
    return ChainView(
        chain=chain,
        graph=graph_of(chain),
        told=Told(tuple(real), told.mentions, (*told.made_up, *(one for one in stands if one.synthetic))),
        states=node_states(chain, here, told.mentions, searched, now),
        farther=tuple(one for one in real if one.area not in _HERE),
        unplaced=_unplaced(catalogue, chain, told, {one.firm for one in real}),
        searched=tuple(searched),
        facts={one.fact.id: one for one in seen.facts},
        who=who,
        words=words,
        seen=seen,
        edits=edits,
        orphans=tuple(one for one in catalogue.orphans if one.edit.chain == chain.id),
        home=workspace.name,
    )


def _headings(workspace: Workspace, facts: Sequence[Sourced]) -> dict[str, str]:
    """The heading above every sentence that says where somebody is."""
    wanted = [
        (one.fact.doc, one.fact.id, one.fact.place.start)
        for one in facts
        if isinstance(one.fact, Relation) and one.fact.type == "located_in"
    ]
    with read_ledger(workspace.ledger) as ledger:
        texts = {doc: document(ledger, doc).text for doc in {doc for doc, _, _ in wanted}}
    found = {fact: heading_above(texts[doc], start) for doc, fact, start in wanted}
    return {fact: heading for fact, heading in found.items() if heading}


def _unplaced(catalogue: Catalogue, chain: Chain, told: Told, on_nodes: set[str]) -> tuple[str, ...]:
    """Firms tied to the chain, or to a cluster that holds no other chain, and standing on no node."""
    shared = {name for other in catalogue.chains if other.id != chain.id for name in other.clusters}
    tied = {
        one.who
        for one in told.mentions
        if one.kind in ("lead", "member", "makes", "section")
        and not (one.named.what == "cluster" and one.named.id in shared)
    }
    return tuple(sorted(tied - on_nodes))


def chain_show(view: ChainView) -> Shown:
    """How complete the chain is, who stands where, and who leads it."""
    return Shown(
        view,
        completeness(view.chain, view.graph, view.states, view.farther),
        leaders(view.graph, view.states, view.told, view.seen.facts, view.who),
    )


def chain_gaps(view: ChainView) -> Gaps:
    """补链, 强链, 延链, with what filling each node is worth."""
    return gaps(view.graph, view.states, view.farther)


def chain_depend(view: ChainView) -> Dependence:
    """On whom the chain and the district depend."""
    data = data_in_force(view.seen.facts, view.who)
    firms = {one.firm for one in view.told.placements} | set(view.unplaced)
    parts = parts_of(data, view.who.name_of(view.home), firms, view.chain, view.words)
    lost = [(one.name, one.impact) for one in chain_lose(view).firms]
    return dependence(view.states, parts, lost)


def chain_lose(view: ChainView) -> Losses:
    """What breaks without each firm and each node."""
    return losses(view.graph, view.states, view.unplaced)


def chain_scenario(view: ChainView, without: Sequence[str]) -> Scenario:
    """What breaks without these firms and nodes at once; names in either script, nodes also by id.

    Raises:
        BadRequest: one of them is no node and no firm on a node.
    """
    return scenario(view.chain, view.graph, view.states, [_target(view, name) for name in without])


def _target(view: ChainView, name: str) -> str:
    firm = view.who.name_of(name)
    if any(one.firm == firm for state in view.states.values() for one in state.firms):
        return firm
    node = find_node(view.chain, view.words, name)
    return node.id if node else name


def find_node(chain: Chain, words: Words, name: str) -> Node | None:
    """A node by its id or any of its whole names; None where there is none."""
    by_id = chain.node(name.strip())
    named = words.find(name)
    return by_id or (chain.node(named.id) if named and named.what == "node" and named.whole else None)


def chain_sheets(view: ChainView, output: Path, *, lang: str, now: str) -> Path:
    """Write the map and the lists that districts print (一图N清单) as one spreadsheet; returns where it lies.

    Raises:
        BadRequest: the ending is not .xlsx. WorkspaceError: `output` cannot be written.
    """
    from bulian.publish.chains.sheets import Lists, chain_sheets_xlsx

    if output.suffix.lower() != ".xlsx":
        raise BadRequest(f"{output}: the lists are written as .xlsx.", f"{output}：清单只写成 .xlsx。")
    told = chain_show(view)
    lists = Lists(
        view.home, view.chain, view.states, view.told, told.completeness, told.leaders, chain_gaps(view),
        view.searched, view.facts, view.seen.scope, len(view.seen.withheld),
    )  # fmt: skip
    write_whole(output, chain_sheets_xlsx(lists, lang=lang, now=now))
    return output


def chain_diff(workspace: Workspace, name: str | None = None) -> ChainDiff:
    """What the district's chains have otherwise than the shipped ones, and changes that lost their target."""
    catalogue = chain_catalogue(workspace)
    edits = tuple(_edits(workspace))
    chains = [catalogue.find(name)] if name else list(catalogue.chains)
    ids = {chain.id for chain in chains}
    lost = {id(one.edit.change) for one in catalogue.orphans}
    laid = tuple(edit for edit in edits if id(edit.change) not in lost)
    found = [
        one
        for chain in chains
        for one in differences(catalogue.shipped.get(chain.id), chain, _laid(catalogue, laid))
    ]
    orphans = tuple(one for one in catalogue.orphans if one.edit.chain in ids or not name)
    return ChainDiff(catalogue, tuple(found), orphans)


def _laid(catalogue: Catalogue, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    lost = {one.edit.change.line for one in catalogue.orphans}
    return tuple(edit for edit in edits if edit.change.line not in lost)


def chain_edit(workspace: Workspace, name: str, typed: str, *, by: str, why: str, now: str) -> Edit:
    """Lay one change over a chain; it is kept in the journal and survives every upgrade of the catalogue.

    Args:
        typed: as "remove-node magbead", "rename magbead 磁性微粒", "add-edge U>V essential",
            "add-edge U>V substitutable 固相载体", "remove-edge U>V", "add-node ID SEGMENT 名称",
            "add-word magbead 磁颗粒", "set-status magbead missing", "place 三峰环境 grate".

    Raises:
        BadRequest: what is typed is no change, or names a node that is not there.
        JournalError: nobody signed it, or it has no reason.
    """
    chain = chain_catalogue(workspace).find(name)
    words = Words(chain)
    do, fields = _typed(typed)
    edit = Edit(chain.id, do, _settled(chain, words, do, fields), Change(by, now, why, 0))
    act = act_of(edit)
    for orphan in apply({chain.id: chain}, [edit])[1]:
        raise BadRequest(f"{typed!r}: {orphan.en}.", f"“{typed}”：{orphan.zh}。")
    entry = journal.append(workspace.journal, BOOK, act)
    return Edit(edit.chain, edit.do, edit.fields, Change(by, now, why, entry.seq))


_SHAPES = {
    "add-node": ("id", "segment", "name"),
    "remove-node": ("id",),
    "rename": ("id", "name"),
    "add-word": ("id", "word"),
    "add-edge": ("edge", "kind", "group"),
    "remove-edge": ("edge",),
    "set-status": ("id", "status"),
    "place": ("firm", "id"),
    "unplace": ("firm", "id"),
}


def _typed(typed: str) -> tuple[str, dict[str, str]]:
    verb, *rest = _split(typed) or [""]
    shape = _SHAPES.get(verb)
    if shape is None or not len(shape) - ("group" in shape) <= len(rest) <= len(shape):
        known = "; ".join(f"{name} {' '.join(parts).upper()}" for name, parts in _SHAPES.items())
        raise BadRequest(
            f"{typed!r} is no change. Write one of: {known}.", f"“{typed}”不是改动。可写：{known}。"
        )
    fields = dict(zip(shape, rest, strict=False))
    if "edge" in fields:
        supplier, _, user = fields.pop("edge").partition(">")
        fields |= {"supplier": supplier, "user": user}
    return verb.replace("-", "_"), fields


def _split(typed: str) -> list[str]:
    """The words of a change; a name with blanks stands in quotes."""
    try:
        return shlex.split(typed)
    except ValueError:
        return []


def _settled(chain: Chain, words: Words, do: str, fields: dict[str, str]) -> dict[str, str]:
    """Nodes by their ids; kinds and statuses checked."""
    if do == "add_node":
        return fields
    told = dict(fields)
    for key in ("id", "supplier", "user"):
        if key in told:
            node = find_node(chain, words, told[key])
            if node is None:
                raise BadRequest(
                    f"{chain.name.zh} has no node {told[key]!r}.",
                    f"{chain.name.zh}没有“{told[key]}”这个环节。",
                )
            told[key] = node.id
    for key, allowed in (("kind", KINDS), ("status", STATUSES)):
        if key in told and told[key] not in allowed:
            raise BadRequest(
                f"{key} {told[key]!r} is unknown. Choose one of {', '.join(allowed)}.",
                f"不认识 {key}“{told[key]}”。可选：{'、'.join(allowed)}。",
            )
    return told


def chain_save(view: ChainView, workspace: Workspace, scenario_name: str, without: Sequence[str], *,
               by: str, why: str, now: str) -> None:  # fmt: skip
    """Keep a scenario by name in the journal; a later one of the same name takes its place.

    Raises:
        JournalError: it has no name, nobody signed it, or it has no reason.
    """
    if not (scenario_name.strip() and by.strip() and why.strip()):
        raise JournalError(
            "A scenario is kept with its name, who made it and why.", "保存情景须写名称、是谁、为什么。"
        )
    act = {
        "at": now, "by": by, "why": why, "chain": view.chain.id, "do": "scenario", "name": scenario_name,
        "without": [_target(view, name) for name in without],
    }  # fmt: skip
    journal.append(workspace.journal, BOOK, act)


def chain_scenarios(workspace: Workspace) -> tuple[SavedScenario, ...]:
    """The scenarios that were kept, by chain and name; of several of one name the last."""
    found: dict[tuple[str, str], SavedScenario] = {}
    for entry in journal.read(workspace.journal, BOOK):
        act = entry.act
        if act.get("do") == "scenario":
            change = Change(str(act["by"]), str(act["at"]), str(act["why"]), entry.seq)
            key = (str(act["chain"]), str(act["name"]))
            found[key] = SavedScenario(*key, tuple(map(str, act["without"])), change)
    return tuple(found[key] for key in sorted(found))


def _edits(workspace: Workspace, known_on: str | None = None) -> list[Edit]:
    entries = journal.read(workspace.journal, BOOK)
    until = last_day(known_on) if known_on else None
    found = [edit for entry in entries if (edit := edit_of(entry))]
    return [edit for edit in found if until is None or edit.change.at[:10] <= until]


def _by_hand(edits: Sequence[Edit], who: Identities) -> list[Placement]:
    """Firms that a person put on a node."""
    found = []
    for edit in edits:
        if edit.do == "place":
            firm = who.name_of(edit.fields["firm"])
            why = edit.change.why
            told = (f"placed by {edit.change.by}: {why}", f"{edit.change.by}放上去的：{why}")
            found.append(
                Placement(
                    firm, edit.fields["id"], 1.0, "judged", (), told, who.group_of(firm), "district",
                    judged=edit.change.line,
                )
            )  # fmt: skip
    return found


def _without_withdrawn(placed: list[Placement], edits: Sequence[Edit], who: Identities) -> list[Placement]:
    """Without the firms that a person took off a node after the last time somebody put them on it."""
    last: dict[tuple[str, str], str] = {}
    for edit in edits:
        if edit.do in ("place", "unplace"):
            last[who.name_of(edit.fields["firm"]), edit.fields["id"]] = edit.do
    return [one for one in placed if last.get((one.firm, one.node)) != "unplace"]
