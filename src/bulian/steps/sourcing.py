"""The nodes that want a firm, and the firms elsewhere that tables and documents put on them (招商候选)."""

from collections.abc import Iterable, Sequence

from bulian.chain.catalogue import Catalogue
from bulian.chain.naming import one_form
from bulian.chain.placing import FirmRow, Spotted, place
from bulian.chain.retrieve import index_of
from bulian.chain.view import ChainView
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.scope import Scope
from bulian.model.chain import Chain, Node, Placement
from bulian.plan.firm_index import OutsideFirm, nearest
from bulian.plan.prospecting import Candidate, Wanted
from bulian.steps.chaining import chain_gaps, chain_lose, chain_views
from bulian.steps.changing import chain_catalogue
from bulian.steps.searching import Searched

_OF_ONE, _OF_MANY, _MOST_NODES = 400, 20, 100


def views_of(workspace: Workspace, name: str | None, now: str, scope: Scope) -> list[ChainView]:
    """The chains a name means, or those that have a node of that name; all without a name.

    Raises:
        BadRequest: there is no such chain or node.
    """
    catalogue = chain_catalogue(workspace, scope.known_on)
    chains = list(catalogue.chains)
    if name is not None:
        chains = _chains_called(catalogue, name) or [
            one for one in chains if any(_is_called(node, name) for node in one.nodes)
        ]
    if not chains:
        raise _nowhere(name)
    return list(chain_views(workspace, [one.id for one in chains], now=now, scope=scope))


def spots_of(workspace: Workspace, name: str) -> tuple[str, ...]:
    """The chain that a name means, or every CHAIN/NODE that is called so; ("",) where none is named.

    Raises:
        BadRequest: there is no such chain or node.
    """
    if not name:
        return ("",)
    catalogue = chain_catalogue(workspace)
    called = tuple(one.id for one in _chains_called(catalogue, name))
    spots = called or tuple(
        f"{chain.id}/{node.id}"
        for chain in catalogue.chains
        for node in chain.nodes
        if _is_called(node, name) or name == f"{chain.id}/{node.id}"
    )
    if not spots:
        raise _nowhere(name)
    return spots


def _chains_called(catalogue: Catalogue, name: str) -> list[Chain]:
    return [one for one in catalogue.chains if name in (one.id, one.name.zh, one.name.en, *one.words)]


def _nowhere(name: str | None) -> BadRequest:
    return BadRequest(
        f"there is no chain or node {name!r}. `bulian chain list` names the chains, "
        "`bulian chain show CHAIN --all` the nodes of one.",
        f"没有“{name}”这条链或这个环节。链见 bulian chain list，环节见 bulian chain show 链 --all。",
    )


def wanted_of(views: Sequence[ChainView], name: str | None) -> tuple[Wanted, ...]:
    """The nodes that are called so, or the gaps of the chains, the worthiest first."""
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


def of_tables(
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


def of_facts(view: ChainView, wanted: Sequence[Wanted]) -> Iterable[Candidate]:
    """Firms elsewhere that documents put on a wanted node."""
    of_node = {one.node: one for one in wanted if one.chain == view.chain.id}
    for one in view.farther:
        if one.node in of_node:
            yield Candidate(_of_placement(view, one), of_node[one.node], _spotted(view, one))


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


def _row(firm: OutsideFirm) -> FirmRow:
    told = firm.told
    return FirmRow(
        firm.name, told.get("scope", ""), told.get("product", ""), told.get("industry", ""),
        place=firm.place, synthetic=firm.synthetic,
    )  # fmt: skip


def _of_placement(view: ChainView, one: Placement) -> OutsideFirm:
    source = view.facts[one.facts[0]].source if one.facts else None
    place, dated = (source.name, source.published_on) if source else ("", None)
    return OutsideFirm(one.firm, {}, place, dated, one.synthetic)


def _spotted(view: ChainView, one: Placement) -> Spotted:
    quote = view.facts[one.facts[0]].fact.place.quote if one.facts else one.why[1]
    return Spotted(one.firm, view.chain.id, one.node, one.probability, True, quote, "", {})


def _is_called(node: Node, name: str) -> bool:
    return one_form(name) in {
        node.id,
        *(one_form(word) for word in (node.name.zh, node.name.en, *node.words)),
    }
