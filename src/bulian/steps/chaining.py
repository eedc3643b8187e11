"""Chains of a workspace: what is there and missing, on whom it depends, what breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bulian.assess.datum import data_in_force
from bulian.chain.areas import Areas
from bulian.chain.catalogue import Catalogue
from bulian.chain.completing import Completeness, completeness
from bulian.chain.depending import Dependence, dependence, parts_of
from bulian.chain.edits import Edit
from bulian.chain.gapping import Gaps, gaps
from bulian.chain.graph import graph_of
from bulian.chain.headings import heading_above
from bulian.chain.leading import Leader, leaders
from bulian.chain.losing import Losses, losses
from bulian.chain.naming import Words
from bulian.chain.presence import NodeState, node_states
from bulian.chain.strength import Strength, strengths
from bulian.chain.telling import Setting, Told, merge, tell
from bulian.chain.view import ChainView
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.keeping import kept
from bulian.ledger.opening import read_ledger
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.ledger.sources import document
from bulian.model.chain import Chain, Placement, Searched
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities
from bulian.steps import placing
from bulian.steps.asking import look
from bulian.steps.changing import chain_catalogue, edits_of
from bulian.steps.identifying import identities
from bulian.steps.placing import Placed
from bulian.steps.writing import write_whole
from bulian.vocab.thresholds import chain_thresholds

_HERE = (None, "district")


@dataclass(frozen=True, slots=True)
class Shown:
    """What `chain show` answers."""

    view: ChainView
    completeness: Completeness
    leaders: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all chains of a workspace stand on, read once for however many are asked for."""

    workspace: Workspace
    catalogue: Catalogue
    seen: Seen
    who: Identities
    setting: Setting
    tables: Placed
    facts: dict[str, Sourced]
    now: str


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
        searched: further firm tables placed on this chain. placed: the placements that came of them.

    Raises:
        BadRequest: there is no such chain. LedgerError: the workspace was not built yet.
    """
    catalogue = chain_catalogue(workspace, scope.known_on)
    chain = catalogue.find(name)
    return _view(_ground(workspace, catalogue, scope, now), chain, searched, placed)


def chain_views(
    workspace: Workspace, names: Sequence[str] | None = None, *, now: str, scope: Scope = NOW
) -> tuple[ChainView, ...]:
    """Several chains, by default all, as they stand; what they share is read once.

    Raises:
        BadRequest: there is no such chain. LedgerError: the workspace was not built yet.
    """
    catalogue = chain_catalogue(workspace, scope.known_on)
    chains = catalogue.chains if names is None else [catalogue.find(name) for name in names]
    ground = kept(("chains", workspace.root, scope, now), lambda: _ground(workspace, catalogue, scope, now))
    return tuple(kept(("chain", chain.id), partial(_view, ground, chain), ground) for chain in chains)


def _ground(workspace: Workspace, catalogue: Catalogue, scope: Scope, now: str) -> _Ground:
    seen, who = look(workspace, scope=scope), identities(workspace)
    setting = Setting(Areas(seen.facts, who, workspace.region), _headings(workspace, seen.facts))
    tables = placing.placed(workspace, catalogue, seen, who)
    facts = {one.fact.id: one for one in seen.facts}
    return _Ground(workspace, catalogue, seen, who, setting, tables, facts, now)


def _view(
    ground: _Ground, chain: Chain, searched: Sequence[Searched] = (), placed: Sequence[Placement] = ()
) -> ChainView:
    workspace, seen, who = ground.workspace, ground.seen, ground.who
    words = Words(chain)
    of_tables = placing.placements(ground.tables, chain, workspace.region, who, ground.setting.areas)
    looked = (*searched, *placing.searched(ground.tables, workspace.region))
    told = tell(chain, words, seen.facts, who, ground.setting)
    edits = tuple(edit for edit in edits_of(workspace, seen.scope.known_on) if edit.chain == chain.id)
    stands = merge([*told.placements, *placed, *of_tables, *_by_hand(edits, who)])
    stands = _without_withdrawn(stands, edits, who)
    firms = [one for one in stands if not one.synthetic]
    made_up = [one for one in stands if one.synthetic]
    real = [one for one in firms if one.probability >= _counted()]
    here = [one for one in firms if one.area in _HERE]
    return ChainView(
        chain=chain,
        graph=graph_of(chain),
        told=Told(tuple(real), told.mentions, (*told.made_up, *made_up)),
        states=node_states(
            chain, here, told.mentions, [one for one in looked if not one.synthetic], ground.now
        ),
        farther=tuple(one for one in real if one.area not in _HERE),
        unplaced=_unplaced(ground.catalogue, chain, told, {one.firm for one in real}),
        searched=tuple(one for one in looked if not one.synthetic),
        facts=ground.facts,
        who=who,
        words=words,
        seen=seen,
        edits=edits,
        orphans=tuple(one for one in ground.catalogue.orphans if one.edit.chain == chain.id),
        home=workspace.name,
        illustrated=_illustrated(chain, made_up, looked, ground.now),
        strengths=_strengths(workspace, chain),
    )


def _strengths(workspace: Workspace, chain: Chain) -> dict[str, Strength]:
    file = workspace.root / "chains" / f"{chain.id}.strength.csv"
    return strengths(file, {node.id for node in chain.nodes})


def _counted() -> float:
    """Below this a placement is shown as unsure and counts nowhere."""
    return float(chain_thresholds()["counted_probability"])


def _illustrated(
    chain: Chain, made_up: Sequence[Placement], looked: Sequence[Searched], now: str
) -> dict[str, NodeState]:
    """Made-up firms and made-up tables by themselves, never with what is real."""
    tables = [one for one in looked if one.synthetic]
    if not tables and not made_up:
        return {}
    return node_states(chain, made_up, (), tables, now)


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
    return gaps(view.graph, view.states, view.farther, view.strengths)


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
