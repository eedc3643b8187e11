"""A person says no to a firm for a node (否决) or takes it back; both are kept with a reason."""

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope
from bulian.plan.prospecting import Rejection, standing

BOOK = "prospects"


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


def _enter(workspace: Workspace, do: str, firm: str, node: str, signed: tuple[str, str, str]) -> None:
    by, why, now = signed
    if not (by.strip() and why.strip()):
        raise JournalError(
            "A no to a firm, and taking it back, are kept with who and why: --by WHO --why REASON.",
            "否决或恢复一家企业，须写明是谁、为什么：--by 谁 --why 理由。",
        )
    act = {"at": now, "by": by, "why": why, "do": do, "firm": firm, "node": node}
    signing.append(workspace.journal, BOOK, act)
