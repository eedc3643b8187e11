"""What people enter in registers on a page, as from the command line, unless somebody was faster."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bulian.corpus.workspace import Workspace
from bulian.desk import book
from bulian.desk.book import Row, Signed
from bulian.desk.dates import read_date
from bulian.desk.loaded import Loaded, tables_in
from bulian.errors import BadRequest, JournalError
from bulian.publish.site.entry import CELL
from bulian.publish.site.page import NotFound
from bulian.vocab.registers import Register
from bulian.vocab.stages import Stage, stage, stages

LOADING = ("preview", "load")
"""The acts of a table: to look, and to enter."""
MEANING = "m."
"""Stands before a header in a form that says what it means."""


@dataclass(frozen=True, slots=True)
class Entering:
    """The calls of `bulian desk` that enter something."""

    add: Callable[..., Row]
    correct: Callable[..., Row]
    end: Callable[..., Row]
    move: Callable[..., object]
    load: Callable[..., Loaded]
    assign: Callable[..., Row]


def enter(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], now: str
) -> str:
    """Enter what a form of a register sends: a new row, another value or owner, an end, a move; its key.

    Args:
        form: act; by, on, owner, source, why; the columns of a new row as `c.KEY`, or row with column and
            value, or row with to, kind and ref, or with owner alone; and `seen`: how many acts the book had
            on the page.

    Raises:
        NotFound: no such row. BadRequest: no such act, or what is told does not fit. JournalError: somebody
        entered something meanwhile, or it is unsigned, undated or without its reason.
    """
    _refuse_late(workspace, register, form)
    act = form.get("act", "")
    if act not in _ACTS:
        raise BadRequest(f"{act!r} is no act of a register.", f"台账里没有“{act}”这种操作。")
    told = ("by", "owner", "source", "why")
    by, owner, source, why = (form.get(name, "").strip() for name in told)
    signed = Signed(by, now, _day(form), owner, source, why)
    if not by:
        raise _empty("entered by", "录入人")
    return _ACTS[act](workspace, calls, register, form, signed)


def load(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], now: str
) -> Loaded:
    """Load a table that lies in the workspace, or look what that would come to.

    Args:
        form: act, one of `LOADING`; file, as `tables_in` names it; by, on, owner, source; what a header
            means as `m.HEADER`, the key of a column or "-"; and `seen`.

    Raises:
        NotFound: no such table. BadRequest, Unreadable, MappingError, JournalError: as `desk_load`.
    """
    _refuse_late(workspace, register, form)
    file, by = form.get("file", ""), form.get("by", "").strip()
    if file not in tables_in(workspace.root):
        raise NotFound(
            f"There is no table {file!r}. Pages load tables below desk/ and sources/, and those to mend "
            "below out/; put it there, or load it with `bulian desk load`.",
            f"没有“{file}”这份表。网页只载入 desk/、sources/ 里的表和 out/ 里待改的表；请放进去，"
            "或用 bulian desk load 载入。",
        )
    preview = form.get("act") == LOADING[0]
    if not by and not preview:
        raise _empty("entered by", "录入人")
    signed = Signed(by, now, _day(form), form.get("owner", "").strip(), form.get("source", "").strip())
    mapping = [
        f"{name.removeprefix(MEANING)}={key}"
        for name, key in form.items()
        if key and name.startswith(MEANING)
    ]
    path = workspace.root / file
    return calls.load(workspace, register.key, path, signed, mapping=mapping, preview=preview)


def _refuse_late(workspace: Workspace, register: Register, form: Mapping[str, str]) -> None:
    if form.get("seen", "") != str(book.acts(workspace.journal, register)):
        raise JournalError(
            "Somebody entered something in this register while the page was open. Look at the rows as they "
            "are now, then send it again; nothing was entered.",
            "您填这一页时，有人动过这个台账。请先看看现在的各行，再交一次；刚才的没有记入。",
        )


def _day(form: Mapping[str, str]) -> str:
    text = form.get("on", "").strip()
    day = read_date(text) if text else ""
    if day is None:
        raise BadRequest(f"{text!r} is no date; write 2026-05-31.", f"“{text}”不是日期；请写成 2026-05-31。")
    return day


def _empty(en: str, zh: str) -> JournalError:
    return JournalError(f"“{en}” is not filled in; nothing was entered.", f"“{zh}”没有填；刚才的没有记入。")


def _add(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], signed: Signed
) -> str:
    told = {
        name.removeprefix(CELL): text for name, text in form.items() if name.startswith(CELL) and text.strip()
    }
    if not signed.on and not register.dated_by:
        raise _empty("as of", "截至")
    return calls.add(workspace, register.key, told, signed).key


def _correct(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], signed: Signed
) -> str:
    row, column = _row(workspace, register, form), register.field(form.get("column", ""))
    if row.get(column.key) and not signed.why:
        raise _empty("reason", "理由")
    return calls.correct(workspace, register.key, row.key, {column.key: form.get("value", "")}, signed).key


def _end(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], signed: Signed
) -> str:
    row = _row(workspace, register, form)
    for told, en, zh in ((signed.on, "as of", "截至"), (signed.why, "reason", "理由")):
        if not told:
            raise _empty(en, zh)
    return calls.end(workspace, register.key, row.key, signed).key


def _move(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], signed: Signed
) -> str:
    row, ref = _row(workspace, register, form), form.get("ref", "").strip()
    if not ref and not signed.why:
        raise _empty("evidence, or the reason of a step back", "依据，或退回的理由")
    _refuse_half(row, stage(form.get("to", "")), ref, signed)
    evidence = f"{form.get('kind', '')}:{ref}" if ref else None
    calls.move(workspace, row.key, form.get("to", ""), signed, evidence=evidence)
    return row.key


def _refuse_half(row: Row, wanted: Stage, ref: str, signed: Signed) -> None:
    """Forward without evidence, back without a reason: named as the form names its fields."""
    reached = stage(row.moves[-1]["to"]).place if row.moves else stages()[0].place
    if wanted.place > reached and not ref:
        raise JournalError(
            f"{wanted.en} is reached by dated evidence; a reason alone moves nothing forward. Choose a "
            "kind and fill in “evidence”; nothing was entered.",
            f"进到“{wanted.zh}”须有带日期的证据，只写理由不能前进。请选证据种类并填“依据”；刚才的没有记入。",
        )
    if wanted.place < reached and not signed.why:
        raise _empty("reason", "理由")


def _assign(
    workspace: Workspace, calls: Entering, register: Register, form: Mapping[str, str], signed: Signed
) -> str:
    row = _row(workspace, register, form)
    if not signed.owner:
        raise _empty("new owner", "交给谁")
    return calls.assign(workspace, f"{register.key}/{row.key}", signed.owner, signed).key


def _row(workspace: Workspace, register: Register, form: Mapping[str, str]) -> Row:
    key = form.get("row", "")
    row = book.all_rows(workspace, register).get(key)
    if row is None:
        raise NotFound(f"There is no row {key!r}.", f"没有“{key}”这一行。")
    return row


_ACTS: dict[str, Callable[[Workspace, Entering, Register, Mapping[str, str], Signed], str]] = {
    "add": _add, "correct": _correct, "end": _end, "move": _move, "assign": _assign,
}  # fmt: skip
