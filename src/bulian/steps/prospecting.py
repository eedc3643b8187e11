"""Whom to attract for a missing link, through whom, and what a person said no to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bulian.chain.areas import Areas
from bulian.chain.naming import one_form
from bulian.chain.placing import FirmRow, Spotted, place
from bulian.chain.retrieve import index_of
from bulian.chain.view import ChainView
from bulian.corpus.workspace import Workspace
from bulian.desk import book
from bulian.desk.values import number
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.model.chain import Node, Placement
from bulian.model.fact import Event, Relation
from bulian.plan.firm_index import OutsideFirm, firm_named, nearest
from bulian.plan.introducing import Introduction, Network
from bulian.plan.knowing import links_of_facts, links_of_groups, links_of_row, links_of_tables
from bulian.plan.prospect_parts import Signal
from bulian.plan.prospecting import (
    Candidate,
    LeftOut,
    Place,
    Prospects,
    Rejection,
    Wanted,
    left_out,
    prospect,
    ranked,
    standing,
)
from bulian.resolve.identities import Identities
from bulian.steps.asking import look
from bulian.steps.chaining import chain_gaps, chain_lose, chain_views
from bulian.steps.changing import chain_catalogue
from bulian.steps.identifying import identities
from bulian.steps.placing import firm_registers
from bulian.steps.searching import Searched, search
from bulian.vocab.prospects import prospect_words
from bulian.vocab.registers import register

BOOK = "prospects"
_GROWING = ("construction_started", "completed", "launched", "signed", "settled", "listed", "planned")
_RESIDENT = ("leads", "produces", "located_in", "member_of")
_HERE = (None, "district")
_FREE = ("idle", "reuse")
_SOMEBODY = ("firm", "branch", "body", "other", "park")
_OF_ONE, _OF_MANY, _MOST_NODES = 400, 20, 100


@dataclass(frozen=True, slots=True)
class Introduced:
    """Who can introduce us to a firm: the strongest chain from each resident, the strongest first."""

    firm: str
    row: OutsideFirm | None
    chains: tuple[Introduction, ...]
    residents: int
    seen: Seen


def prospects(
    workspace: Workspace, name: str | None = None, *, most: int = 20, now: str, scope: Scope = NOW
) -> Prospects:
    """Firms elsewhere that could fill a node, each with its parts, reasons and what is not known.

    Args:
        name: a chain, or a node by id or name; None: the gaps of every chain.
        most: how many to give.

    Raises:
        BadRequest: there is no such chain or node, or the scope is public.
        LedgerError: the workspace was not built yet.
    """
    _refuse_public(scope)
    views = _views(workspace, name, now, scope)
    wanted = _wanted(views, name)
    searched = search(workspace, chain_catalogue(workspace, scope.known_on))
    seen, who = views[0].seen, views[0].who
    by_facts = [one for view in views for one in _of_facts(view, wanted)]
    found = [*_of_tables(searched, views, wanted), *by_facts]
    known = _Known(workspace, seen, who)
    candidates = [replace(one, signals=known.signals(one.firm)) for one in found]
    places = {made: Place(workspace.region, _free_land(workspace, scope, made)) for made in (False, True)}
    rejected = rejections(workspace, scope)
    out, good = [], []
    for one in candidates:
        where = places[one.firm.synthetic]
        why = left_out(one, where, known.residents(one.firm.synthetic), rejected)
        if why:
            out.append(why)
        else:
            good.append(prospect(known.introduced(one), where, now))
    real, made_up = ([one for one in good if one.is_made_up is made] for made in (False, True))
    tables = tuple((one.path.name, one.dated) for one in searched.tables)
    return Prospects(
        wanted, ranked(real, most), ranked(made_up, most), _once(out), tables, len(by_facts), seen
    )


def path(workspace: Workspace, firm: str, *, scope: Scope = NOW) -> Introduced:
    """The strongest introductions to a firm, from everybody here who can give one; none where there is none.

    Raises:
        BadRequest: neither a document nor an outside table knows the firm, or the scope is public.
        LedgerError: the workspace was not built yet.
    """
    _refuse_public(scope)
    seen, who = look(workspace, scope=scope), identities(workspace, scope=scope)
    searched = search(workspace, chain_catalogue(workspace, scope.known_on))
    row = firm_named(searched.index, firm) if searched.tables else None
    goal = who.name_of(firm)
    if row is None and who.entity(firm) is None:
        raise BadRequest(
            f"no document and no outside firm table knows {firm}.", f"资料和外地名录里都没有“{firm}”。"
        )
    known = _Known(workspace, seen, who)
    made_up = row is not None and row.synthetic
    links = [*known.links, *(links_of_tables(searched.index, goal, who) if searched.tables else ())]
    here = known.residents(made_up)
    network = Network(one for one in links if made_up or not one.synthetic)
    chains = network.introductions(goal, here)
    best = sorted(chains.values(), key=lambda one: (-one.strength, len(one.links), one.names))
    return Introduced(goal, row, tuple(best), len(here), seen)


def reject(workspace: Workspace, firm: str, node: str, *, by: str, why: str, now: str) -> None:
    """Say no to a firm for a node, "" for all; it is kept and honoured until `restore`.

    Raises:
        JournalError: nobody signed it, or it has no reason.
    """
    _enter(workspace, "reject", firm, node, (by, why, now))


def restore(workspace: Workspace, firm: str, node: str, *, by: str, why: str, now: str) -> None:
    """Take a rejection back.

    Raises:
        BadRequest: nobody rejected it. JournalError: nobody signed it, or it has no reason.
    """
    if not any((one.firm, one.node) == (firm, node) for one in rejections(workspace)):
        raise BadRequest(f"nobody rejected {firm} there.", f"“{firm}”没有被否决过。")
    _enter(workspace, "restore", firm, node, (by, why, now))


def rejections(workspace: Workspace, scope: Scope = NOW) -> tuple[Rejection, ...]:
    """Every no that is in force."""
    until = last_day(scope.known_on) if scope.known_on else "9999"
    entries = signing.read(workspace.journal, BOOK)
    return standing((one.seq, one.act) for one in entries if str(one.act["at"])[:10] <= until)


class _Known:
    """What facts know of firms: who is here, who knows whom, and the signs that they grow."""

    def __init__(self, workspace: Workspace, seen: Seen, who: Identities) -> None:
        self._who = who
        self._residents = _residents(workspace, seen, who)
        self.links = (*links_of_facts(seen.facts, who), *links_of_groups(who))
        self._real = Network(one for one in self.links if not one.synthetic)
        self._all = Network(self.links)
        self._grown = tuple(
            one
            for one in seen.facts
            if isinstance(one.fact, Event) and one.fact.type in _GROWING and not one.source.synthetic
        )

    def residents(self, made_up: bool) -> frozenset[str]:
        """Who is here; for a made-up firm the made-up too, which introduce nobody else."""
        return self._residents[True] | self._residents[False] if made_up else self._residents[False]

    def signals(self, firm: OutsideFirm) -> tuple[Signal, ...]:
        """Dated events whose sentence names it or whose participant it is, then what the table's tags say."""
        name = self._who.name_of(firm.name)
        dated = [
            Signal(one.fact.place.quote, one.fact.date, one.source.name, one.fact.id)
            for one in self._grown
            if isinstance(one.fact, Event)
            and (
                firm.name in one.fact.place.quote
                or name in {self._who.name_of(other) for other in one.fact.participants}
            )
        ]
        tags = firm.told.get("tags", "")
        tagged = [Signal(word, None, firm.place) for word in prospect_words("expanding") if word in tags]
        return (*dated, *tagged)

    def introduced(self, one: Candidate) -> Candidate:
        """The candidate with its strongest introduction over facts, groups and its own row."""
        firm, name = one.firm, self._who.name_of(one.firm.name)
        own = links_of_row(firm, self._who)
        network = self._all if firm.synthetic else self._real
        return replace(one, introduction=network.strongest_with(name, self.residents(firm.synthetic), own))


def _views(workspace: Workspace, name: str | None, now: str, scope: Scope) -> list[ChainView]:
    catalogue = chain_catalogue(workspace, scope.known_on)
    chains = list(catalogue.chains)
    if name is not None:
        called = [one for one in chains if name in (one.id, one.name.zh, one.name.en, *one.words)]
        chains = called or [one for one in chains if any(_is_called(node, name) for node in one.nodes)]
    if not chains:
        raise BadRequest(
            f"there is no chain or node {name!r}. `bulian chain list` names the chains, "
            "`bulian chain show CHAIN --all` the nodes of one.",
            f"没有“{name}”这条链或这个环节。链见 bulian chain list，环节见 bulian chain show 链 --all。",
        )
    return list(chain_views(workspace, [one.id for one in chains], now=now, scope=scope))


def _wanted(views: Sequence[ChainView], name: str | None) -> tuple[Wanted, ...]:
    named = [
        _of_node(view, node.id)
        for view in views
        for node in view.chain.nodes
        if name is not None and _is_called(node, name)
    ]
    if named:
        return tuple(named)
    found = []
    for view in views:
        listed = chain_gaps(view)
        for gap in (*listed.fill, *listed.unsearched):
            state = gap.state
            found.append(_node_wanted(view, state.node.id, gap.worth.open))
    found.sort(key=lambda one: (one.status != "missing", -one.worth, one.chain, one.node))
    return tuple(found[:_MOST_NODES])


def _of_node(view: ChainView, node: str) -> Wanted:
    """A node that was asked for by name: what hangs on it, whether it is there or not."""
    listed = chain_gaps(view)
    worth = next(
        (gap.worth.open for gap in (*listed.fill, *listed.unsearched) if gap.state.node.id == node), None
    )
    if worth is None:
        worth = next((one.impact for one in chain_lose(view).nodes if one.name == node), 0.0)
    return _node_wanted(view, node, worth)


def _node_wanted(view: ChainView, node: str, worth: float) -> Wanted:
    state = view.states[node]
    name = state.node.name
    return Wanted(view.chain.id, node, (name.en or name.zh, name.zh), state.status, worth)


def _of_tables(
    searched: Searched, views: Sequence[ChainView], wanted: Sequence[Wanted]
) -> Iterable[Candidate]:
    """Firms of the outside tables that placing puts on a wanted node, or perhaps there."""
    if not searched.tables:
        return
    index = index_of(tuple(view.chain for view in views))
    most = _OF_ONE if len(wanted) == 1 else _OF_MANY
    of_node = {(one.chain, one.node): one for one in wanted}
    firms = {
        firm.place: firm for one in wanted for firm in nearest(searched.index, one.chain, one.node, most)
    }
    rows = {_row(firm): firm for firm in firms.values()}
    for row, spotted in place(index, rows):
        for one in spotted:
            if (one.chain, one.node) in of_node:
                yield Candidate(rows[row], of_node[one.chain, one.node], one)


def _row(firm: OutsideFirm) -> FirmRow:
    told = firm.told
    return FirmRow(
        firm.name, told.get("scope", ""), told.get("product", ""), told.get("industry", ""),
        place=firm.place, synthetic=firm.synthetic,
    )  # fmt: skip


def _of_facts(view: ChainView, wanted: Sequence[Wanted]) -> Iterable[Candidate]:
    """Firms elsewhere that documents put on a wanted node."""
    of_node = {one.node: one for one in wanted if one.chain == view.chain.id}
    for one in view.farther:
        if one.node in of_node:
            yield Candidate(_of_placement(view, one), of_node[one.node], _spotted(view, one))


def _of_placement(view: ChainView, one: Placement) -> OutsideFirm:
    source = view.facts[one.facts[0]].source if one.facts else None
    place, dated = (source.name, source.published_on) if source else ("", None)
    return OutsideFirm(one.firm, {}, place, dated, one.synthetic)


def _spotted(view: ChainView, one: Placement) -> Spotted:
    quote = view.facts[one.facts[0]].fact.place.quote if one.facts else one.why[1]
    return Spotted(one.firm, view.chain.id, one.node, one.probability, True, quote, "", {})


def _refuse_public(scope: Scope) -> None:
    if scope.public:
        raise BadRequest(
            "whom the office wants to attract, and through whom, is internal; leave --public away.",
            "招商对象和引荐人属内部资料；请去掉 --public。",
        )


def _free_land(workspace: Workspace, scope: Scope, made_up: bool) -> float | None:
    """The largest site of the desk's register that nobody uses, in mu; None where it lists none."""
    rows = book.all_rows(workspace, register("sites"), as_of=scope.as_of, known_on=scope.known_on)
    free = [
        float(number(row.get("area")))
        for row in book.standing(rows)
        if row.synthetic is made_up and row.get("status") in _FREE and row.get("area")
    ]
    return max(free, default=None)


def _residents(workspace: Workspace, seen: Seen, who: Identities) -> dict[bool, frozenset[str]]:
    """Firms and bodies that documents tell of and place nowhere else, and those of tables that cover the
    district; the made-up ones under True."""
    areas = Areas(seen.facts, who, workspace.region)
    named: dict[bool, set[str]] = {False: set(), True: set()}
    for one in seen.facts:
        if isinstance(one.fact, Relation) and one.fact.type in _RESIDENT:
            named[one.source.synthetic].add(who.name_of(one.fact.head))
    found = {
        made: {name for name in names if areas.of(name) in _HERE and _is_somebody(who, name)}
        for made, names in named.items()
    }
    for table in firm_registers(workspace, seen, who):
        if table.covers == workspace.region:
            for row in table.rows:
                found[row.synthetic].add(row.firm)
    return {made: frozenset(names) for made, names in found.items()}


def _is_somebody(who: Identities, name: str) -> bool:
    entity = who.entity(name)
    return entity is not None and entity.kind in _SOMEBODY


def _is_called(node: Node, name: str) -> bool:
    return one_form(name) in {
        node.id,
        *(one_form(word) for word in (node.name.zh, node.name.en, *node.words)),
    }


def _once(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Each firm once a reason, in the order of the reasons and names."""
    return tuple(sorted(set(found), key=lambda one: (one.reason, one.firm, one.node)))


def _enter(workspace: Workspace, do: str, firm: str, node: str, signed: tuple[str, str, str]) -> None:
    by, why, now = signed
    if not (by.strip() and why.strip()):
        raise JournalError(
            "A no to a firm, and taking it back, are kept with who and why: --by WHO --why REASON.",
            "否决或恢复一家企业，须写明是谁、为什么：--by 谁 --why 理由。",
        )
    act = {"at": now, "by": by, "why": why, "do": do, "firm": firm, "node": node}
    signing.append(workspace.journal, BOOK, act)
