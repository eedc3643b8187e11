"""Registers (台账): enter a row, say otherwise, close it; and the rows as they stood on a day.

    from bulian.desk import registers
    from bulian.vocab.registers import register

    sites = register("sites")
    for row in registers.rows(workspace, sites, as_of="2026-06-30"):
        print(row.key, row.get("area"), row.on, row.owner)

Whole tables come in through `bulian.desk.loading`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bulian.corpus.workspace import Workspace
from bulian.desk import book
from bulian.desk.book import Row, Signed
from bulian.desk.codes import clash, codes_of
from bulian.desk.dates import read_date
from bulian.desk.sheet import Problem, out_of_order, read_cells
from bulian.errors import BadRequest, JournalError
from bulian.ledger import persons
from bulian.vocab.registers import Register


def rows(
    workspace: Workspace, register: Register, *, as_of: str | None = None, known_on: str | None = None
) -> tuple[Row, ...]:
    """The rows that stand, in the order of first entering.

    Args:
        as_of: as they stood at the end of that day, month or year. known_on: as entered by then.

    Raises:
        JournalError: the book cannot be understood. BadRequest: a date is malformed.
    """
    return book.standing(book.all_rows(workspace, register, as_of=as_of, known_on=known_on))


def add(workspace: Workspace, register: Register, told: Mapping[str, str], signed: Signed) -> Row:
    """Enter one row by hand.

    Args:
        told: column, by its key or any of its names → text as typed.

    Raises:
        BadRequest: a value does not fit, a column that must be filled is empty, or the row is there already.
        JournalError: nobody signed, or nothing says as of which day.
    """
    values, problems = _read(register, told)
    _refuse(problems)
    key = book.key_of(register, values)
    if key and key in {one.key for one in rows(workspace, register)}:
        raise BadRequest(
            f"{register.key} has a row {key!r} already; say otherwise of it with `bulian desk correct`.",
            f"“{register.zh}”已有“{key}”；要改请用 `bulian desk correct`。",
        )
    _refuse_code(workspace, register, values, "")
    day = values.get(register.dated_by, "") or signed.on
    who = sign(workspace, replace(signed, on=_dated(day)))
    (made,) = book.enter(workspace, register, [(with_ids(workspace, register, [values])[0], who)])
    return book.all_rows(workspace, register)[made]


def correct(
    workspace: Workspace, register: Register, wanted: str, told: Mapping[str, str], signed: Signed
) -> Row:
    """Fill in columns of a row or say otherwise: from `signed.on`, or, without a day, of the row's own day.

    Args:
        told: column → text as typed; "" empties it.

    Raises:
        BadRequest: there is no such row, a value does not fit, or a naming column would change.
        JournalError: nobody signed, or what was filled is changed without a reason.
    """
    row = book.pick(book.all_rows(workspace, register), register, wanted)
    values, problems = _read(register, told)
    asked = {register.field(name) for name in told}
    emptied = {one.key: None for one in asked if one.key not in values}
    # A column that was not spoken of may stay as empty as it is.
    _refuse([one for one in problems if one.column in {each.zh for each in asked}])
    made = {key: value for key, value in {**row.values, **values}.items() if key not in emptied}
    before = out_of_order(register, row.values, "")
    _refuse([one for one in out_of_order(register, made, "") if one not in before])
    if renamed := [one for one in register.names if {**row.values, **values, **emptied}[one] != row.get(one)]:
        raise BadRequest(
            f"{renamed[0]} names the row and cannot change: end this one and add another.",
            f"“{register.field(renamed[0]).zh}”是这一行的名字，不能改：请关闭这一行，另加一行。",
        )
    _refuse_code(workspace, register, {**row.values, **values}, row.key)
    if not signed.why.strip() and any(row.get(one.key) for one in asked):
        raise JournalError(
            "What was said before is said otherwise: say why, --why REASON. It is kept.",
            "原来填过的要改：请写明理由 --why 理由，会一并保存。",
        )
    who = sign(workspace, replace(signed, on=signed.on or row.on))
    changes: dict[str, str | None] = {**emptied, **with_ids(workspace, register, [values])[0]}
    book.correct(workspace, register, [(row.key, changes, who)])
    return book.all_rows(workspace, register)[row.key]


def end(workspace: Workspace, register: Register, wanted: str, signed: Signed) -> Row:
    """Close a row from a day on, with the reason; it stays readable as of earlier days.

    Raises:
        BadRequest: there is no such row, or it is closed. JournalError: unsigned, undated or without reason.
    """
    row = book.pick(book.all_rows(workspace, register), register, wanted)
    if row.ended:
        raise BadRequest(f"{row.key!r} is closed already.", f"“{row.key}”已经关闭。")
    book.end(workspace, register, row.key, sign(workspace, replace(signed, on=_dated(signed.on))))
    return book.all_rows(workspace, register)[row.key]


def sign(workspace: Workspace, signed: Signed) -> Signed:
    """The same with ids for names, and its date read.

    Raises:
        JournalError: nobody signed. BadRequest: the date is none.
    """
    if not signed.by.strip():
        raise JournalError("Say who enters it: --by WHO.", "请写明谁录入：--by 谁。")
    day = read_day(signed.on)
    ids = persons.ids_of(workspace.root, [signed.by, signed.owner])
    return replace(signed, by=ids[signed.by], owner=ids.get(signed.owner, ""), on=day)


def read_day(text: str) -> str:
    """A date as typed, ISO 8601; "" for none.

    Raises:
        BadRequest: it is no date.
    """
    day = read_date(text) if text else ""
    if day is None:
        raise BadRequest(
            f"--on {text!r} is no date; write 2026-05-31.", f"--on “{text}”不是日期；请写成 2026-05-31。"
        )
    return day


def with_ids(
    workspace: Workspace, register: Register, several: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Rows with ids in their columns of persons; who is new is entered in the table of persons."""
    columns = {one.key for one in register.fields if one.type == "person"}
    told = [dict(values) for values in several]
    names = [value for values in told for column, value in values.items() if column in columns]
    ids = persons.ids_of(workspace.root, names) if names else {}
    return [
        {column: ids[value] if column in columns else value for column, value in values.items()}
        for values in told
    ]


def _read(register: Register, told: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    return read_cells(register, {register.field(name).key: (text, "") for name, text in told.items()}, "")


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise BadRequest(
            "; ".join(one.en for one in problems) + ".", "；".join(one.zh for one in problems) + "。"
        )


def _refuse_code(workspace: Workspace, register: Register, values: Mapping[str, str], own: str) -> None:
    others = ((one.key, one.values) for one in rows(workspace, register) if one.key != own)
    if wrong := clash(register, values, codes_of(register, others)):
        raise BadRequest(f"{wrong[0]}.", f"{wrong[1]}。")


def _dated(day: str) -> str:
    if not day:
        raise JournalError(
            "Say as of which day: --on DATE. What is undated is not of today.",
            "请写明截至哪天：--on 日期。没有日期的不当作今天。",
        )
    return day
