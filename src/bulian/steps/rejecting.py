"""A person says no to a firm for a node (否决) or takes it back; both are kept with a reason."""

from itertools import chain

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope
from bulian.plan.firm_index import firm_named, names
from bulian.plan.prospecting import Rejection, standing
from bulian.resolve.folding import plain
from bulian.resolve.lookup import written_like
from bulian.steps.changing import chain_catalogue
from bulian.steps.identifying import identities
from bulian.steps.searching import search
from bulian.steps.sourcing import spots_of

BOOK = "prospects"
_FIRMS = ("firm", "branch", "other")


def reject(workspace: Workspace, firm: str, node: str, *, by: str, why: str, now: str) -> str:
    """Say no to a firm for a node, a chain, or "" for all; it is kept and honoured until `restore`.

    Returns:
        The firm as tables or documents write it.

    Raises:
        BadRequest: neither an outside table nor a document knows the firm, and which are written like it; or
            there is no such node. JournalError: nobody signed it, or it has no reason.
        LedgerError: the workspace was not built yet.
    """
    name, spots = _known(workspace, firm), spots_of(workspace, node)
    for spot in spots:
        _enter(workspace, "reject", name, spot, (by, why, now))
    return name


def restore(workspace: Workspace, firm: str, node: str, *, by: str, why: str, now: str) -> str:
    """Take a rejection back; returns the firm as it was rejected.

    Raises:
        BadRequest: nobody rejected it there. JournalError: nobody signed it, or it has no reason.
    """
    spots, held = spots_of(workspace, node), rejections(workspace)
    mine = [one for one in held if plain(one.firm) == plain(firm) and one.node in spots]
    if not mine:
        listed = "、".join(f"{one.firm}（{one.node or '*'}）" for one in held)
        raise BadRequest(
            f"nobody rejected {firm} there. Rejected are: {listed or 'none'}.",
            f"“{firm}”在这里没有被否决过。已否决的有：{listed or '没有'}。",
        )
    for one in mine:
        _enter(workspace, "restore", one.firm, one.node, (by, why, now))
    return mine[0].firm


def _known(workspace: Workspace, firm: str) -> str:
    """The name of a firm in outside tables or documents; refuses another, with those written like it."""
    who, searched = identities(workspace), search(workspace, chain_catalogue(workspace))
    index = searched.index if searched.tables else None
    if index and (row := firm_named(index, plain(firm))):
        return row.name
    if entity := who.entity(firm):
        return entity.name
    documents = (one.name for one in who.entities if one.kind in _FIRMS)
    near = written_like(firm, chain(documents, names(index) if index else ()))
    listed_en, listed_zh = ", ".join(near), "、".join(near)
    raise BadRequest(
        f"neither an outside table nor a document knows {firm!r}."
        + (f" Written like it: {listed_en}." if near else " Bring its table in with --table."),
        f"外地名录和资料里都没有“{firm}”。"
        + (f"写法相近的有：{listed_zh}。" if near else "可用 --table 带入名录。"),
    )


def rejections(workspace: Workspace, scope: Scope = NOW) -> tuple[Rejection, ...]:
    """Every no that is in force."""
    until = last_day(scope.known_on) if scope.known_on else "9999"
    entries = signing.read(workspace.journal, BOOK)
    return standing((one.seq, one.act) for one in entries if str(one.act["at"])[:10] <= until)


def _enter(workspace: Workspace, do: str, firm: str, node: str, signed: tuple[str, str, str]) -> None:
    by, why, now = signed
    if not (by.strip() and why.strip()):
        raise JournalError(
            "A no to a firm, and taking it back, are kept with who and why: --by WHO --why REASON.",
            "否决或恢复一家企业，须写明是谁、为什么：--by 谁 --why 理由。",
        )
    act = {"at": now, "by": by, "why": why, "do": do, "firm": firm, "node": node}
    signing.append(workspace.journal, BOOK, act)
