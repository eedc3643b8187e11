"""What people decide on a page, entered as from the command line, unless somebody was faster."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError, LedgerError
from bulian.ledger import journal, judging
from bulian.ledger.opening import open_ledger
from bulian.model.fact import Value, value_of
from bulian.model.stored import Judgement, Verdict
from bulian.publish.site.gone import Gone
from bulian.publish.site.page import NotFound
from bulian.resolve.judged import BOOK
from bulian.serve.entering import Entering


def judge_fact(workspace: Workspace, fact_id: str, form: Mapping[str, str], now: str) -> Judgement:
    """Enter a judgement sent by a form.

    Args:
        form: verdict, by, why, value, and `seen`: how many judgements the page showed.

    Raises:
        NotFound: there is no such fact. JournalError: somebody judged it meanwhile, or the judgement lacks
        what its verdict needs. BadRequest: an unknown verdict, or a value that is no number.
    """
    verdict = form.get("verdict", "")
    if verdict not in get_args(Verdict):
        raise BadRequest(f"{verdict!r} is no verdict.", f"没有“{verdict}”这种判断。")
    value = _value(form.get("value", "").strip()) if verdict == "correct" else None
    with open_ledger(workspace.ledger) as ledger:
        try:
            made = judging.judgements(ledger, fact_id)
        except LedgerError as error:
            raise NotFound(error.en, error.zh) from error
        if form.get("seen", "") != str(len(made)):
            raise JournalError(
                "Somebody judged this fact while the page was open. Load it again, look, and judge anew.",
                "您看这一页时，有人已经判过这条。请刷新看看，再决定；刚才的没有记入。",
            )
        judgement = Judgement(fact_id, verdict, form.get("by", ""), now, form.get("why", ""), value)  # type: ignore[arg-type]  # checked above
        return judging.judge(ledger, judgement)


@dataclass(frozen=True, slots=True)
class Deciding:
    """The calls that pages make; what is decided is signed with `by`, `why` and `now`."""

    reject: Callable[..., object]
    restore: Callable[..., object]
    merge: Callable[..., object]
    split: Callable[..., object]
    undo: Callable[..., object]
    build: Callable[..., object]
    look: Callable[..., Gone]
    forget: Callable[..., Gone]
    entering: Entering


def decide(workspace: Workspace, calls: Deciding, form: Mapping[str, str], now: str) -> None:
    """Enter what a form of the queue sends: that two names are one or two, or that a line is taken back.

    Args:
        form: act, one and other or line, by, why, and `seen`: how many lines the book had on the page.

    Raises:
        BadRequest: no such act, name or line. JournalError: somebody decided meanwhile, or it is unsigned.
    """
    if form.get("seen", "") != str(len(list(journal.read(workspace.journal, BOOK)))):
        raise JournalError(
            "Somebody decided of names while the page was open. Load it again, look, and decide anew.",
            "您看这一页时，有人已经定过名称。请刷新看看，再决定；刚才的没有记入。",
        )
    signed = {"by": form.get("by", ""), "why": form.get("why", ""), "now": now}
    act, line = form.get("act", ""), form.get("line", "")
    if act in ("merge", "split"):
        call = calls.merge if act == "merge" else calls.split
        call(workspace, form.get("one", ""), form.get("other", ""), **signed)
    elif act == "undo" and line.isascii() and line.isdigit() and len(line) < 9:
        calls.undo(workspace, int(line), **signed)
    else:
        raise BadRequest(f"{act!r} is no act of the queue.", f"待判里没有“{act}”这种操作。")


def say_no(workspace: Workspace, calls: Deciding, form: Mapping[str, str], now: str) -> None:
    """Enter a no to a firm that a form of the page of prospects sends, or that it is taken back.

    Args:
        form: act, "reject" or "restore"; firm; node, as CHAIN/NODE, a name, or "" for all; by, why.

    Raises:
        BadRequest: no such act, firm or node. JournalError: it is unsigned or has no reason.
    """
    act, firm = form.get("act", ""), form.get("firm", "").strip()
    if act not in ("reject", "restore"):
        raise BadRequest(f"{act!r} is no act of this page.", f"这一页没有“{act}”这种操作。")
    if not firm:
        raise BadRequest("No firm is named; nothing was entered.", "没有写是哪家企业；刚才的没有记入。")
    call = calls.reject if act == "reject" else calls.restore
    node = form.get("node", "").strip()
    call(workspace, firm, node, by=form.get("by", ""), why=form.get("why", ""), now=now)


def let_go(workspace: Workspace, calls: Deciding, form: Mapping[str, str], now: str) -> Gone:
    """Look what forgetting a person would come to, or forget, as a form of that page sends.

    Args:
        form: act, "look" or "forget"; person, a name or an id; also, a folder or file to look through, or "".
            To forget: by, why, and sure, "yes" from who has looked.

    Raises:
        BadRequest: no such act or person, or nobody is sure. JournalError: it is unsigned or has no reason.
    """
    act, person = form.get("act", ""), form.get("person", "").strip()
    if act not in ("look", "forget"):
        raise BadRequest(f"{act!r} is no act of this page.", f"这一页没有“{act}”这种操作。")
    also = [Path(form["also"].strip())] if form.get("also", "").strip() else []
    if act == "look":
        return calls.look(workspace, person, also)
    if form.get("sure") != "yes":
        raise BadRequest(
            "Forgetting cannot be taken back: look first, then tick that you are sure. Nothing was done.",
            "清空不能恢复：请先看看，再勾选确认。没有清空。",
        )
    return calls.forget(workspace, person, also, by=form.get("by", ""), why=form.get("why", ""), now=now)


def _value(text: str) -> Value:
    try:
        value = value_of(text.replace(",", ""))
    except InvalidOperation:
        value = Decimal("NaN")
    parts = value if isinstance(value, tuple) else (value,)
    if not all(part.is_finite() for part in parts):
        raise BadRequest(
            f"{text!r} is no number. Write digits in the fact's unit, as 30980000000 or 100..120.",
            f"“{text}”不是数。请按本条的单位写数字，如 30980000000；区间写 100..120。",
        )
    return value
