"""A table loaded into a register: what it would do, then the good rows; the rest set aside with reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bulian.corpus.workspace import Workspace
from bulian.desk import book
from bulian.desk.book import Row, Signed
from bulian.desk.codes import COLUMN, Taken, clash, codes_of, told
from bulian.desk.columns import kept_mapping
from bulian.desk.dates import last_of
from bulian.desk.registers import rows, sign, with_ids
from bulian.desk.sheet import Line, Problem, Sheet, read_sheets
from bulian.errors import JournalError
from bulian.ledger import persons
from bulian.model.document import Document
from bulian.vocab.registers import Register


@dataclass(frozen=True, slots=True)
class Change:
    """A line that says otherwise of a row that stands: the row's key, and the columns that differ."""

    line: Line
    key: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading a table does: lines that make a row, that change one, that say nothing new, and the bad.

    Attributes:
        on: the day the table speaks of; "" where each row is dated by a column of its own.
        same: places of lines whose row says so already.
        bad: lines that are set aside, with their problems.
    """

    register: Register
    on: str
    sheets: tuple[Sheet, ...]
    new: tuple[Line, ...]
    changed: tuple[Change, ...]
    same: tuple[str, ...]
    bad: tuple[Line, ...]


def plan(
    workspace: Workspace, register: Register, document: Document, *, on: str, mapping: Mapping[str, str]
) -> Plan:
    """Read a table for a register; nothing is entered.

    Args:
        on: the day the table speaks of, ISO 8601, or "".
        mapping: header → column, beside those kept.

    Raises:
        MappingError: a kept mapping does not fit. WorkspaceError: the table of persons cannot be read.
    """
    kept = {**kept_mapping(workspace.mappings, register), **mapping}
    sheets = read_sheets(document, register, kept)
    standing = {one.key: one for one in rows(workspace, register)}
    known = persons.persons(workspace.root)
    met: dict[str, str] = {}
    codes = codes_of(register, ((one.key, one.values) for one in standing.values()))
    taken = [
        _judged(
            _dated(_with_code(line, register, codes), register, on),
            with_known(register, line.values, known),
            register,
            standing,
            met,
        )
        for sheet in sheets
        for line in sheet.lines
    ]
    return Plan(
        register, on, sheets,
        new=tuple(one for kind, one in taken if kind == "new" and isinstance(one, Line)),
        changed=tuple(one for _, one in taken if isinstance(one, Change)),
        same=tuple(one.place for kind, one in taken if kind == "same" and isinstance(one, Line)),
        bad=tuple(one for kind, one in taken if kind == "bad" and isinstance(one, Line)),
    )  # fmt: skip


def load(workspace: Workspace, planned: Plan, signed: Signed) -> None:
    """Enter the good lines of a plan; the bad ones are left for their file to mend.

    Raises:
        JournalError: nobody signed. WorkspaceError: the disk is full; nothing was entered.
    """
    register = planned.register
    who = sign(workspace, replace(signed, on=planned.on))
    lines = [*planned.new, *(one.line for one in planned.changed)]
    ids = with_ids(workspace, register, [line.values for line in lines])
    fresh = [(values, _of(register, line, who)) for line, values in zip(lines, ids, strict=True)]
    count = len(planned.new)
    book.enter(workspace, register, fresh[:count])
    changes = zip(planned.changed, fresh[count:], strict=True)
    book.correct(
        workspace, register,
        [(one.key, {column: whole[column] for column in one.values}, by) for one, (whole, by) in changes],
    )  # fmt: skip


def with_known(
    register: Register, values: Mapping[str, str], everyone: Iterable[persons.Person]
) -> dict[str, str]:
    """The values with ids for persons who are known already; nobody is entered by looking."""
    found = dict(values)
    for field in register.fields:
        if field.type == "person" and field.key in found:
            one = persons.find(everyone, found[field.key])
            found[field.key] = one.id if one else found[field.key]
    return found


def _judged(
    line: Line,
    values: Mapping[str, str],
    register: Register,
    standing: Mapping[str, Row],
    met: dict[str, str],
) -> tuple[str, Line | Change]:
    """What becomes of a line; `met` keeps where each row stands in the table, and is added to."""
    if line.problems:
        return "bad", line
    key = book.key_of(register, values)
    # A row without a name is another row wherever anything of it differs.
    name = key or repr(sorted(values.items()))
    if name in met:
        return "bad", _aside(line, register, f"stands above too, at {met[name]}", f"与 {met[name]} 重复")
    met[name] = line.place
    if not key:
        return ("same" if any(dict(one.values) == values for one in standing.values()) else "new"), line
    row = standing.get(key)
    if row is None:
        return "new", line
    other = {column: value for column, value in values.items() if row.get(column) != value}
    if not other:
        return "same", line
    if line.on and last_of(line.on) > last_of(row.on):
        return "changed", Change(line, key, other)
    columns = "、".join(register.field(column).zh for column in other)
    return "bad", _aside(
        line, register,
        f"the row of {row.on} says otherwise of {', '.join(other)}; load with a later --on, or correct it",
        f"{row.on} 已登记，{columns} 不同；请用更晚的 --on 载入，或用 correct 更正",
    )  # fmt: skip


def _with_code(line: Line, register: Register, codes: dict[str, Taken]) -> Line:
    """The line, with a problem where its credit code is another firm's; `codes` is added to."""
    code, firm = told(register, line.values)
    wrong = clash(register, line.values, codes)
    if wrong is None:
        if code and firm:
            codes.setdefault(code, Taken(firm, line.place))
        return line
    problem = Problem(register.field(COLUMN).zh, line.place, *wrong)
    return replace(line, problems=(*line.problems, problem))


def _dated(line: Line, register: Register, on: str) -> Line:
    """The line with the day it speaks of: that of its own column, else the table's."""
    return replace(line, on=line.values.get(register.dated_by, "") or on)


def _aside(line: Line, register: Register, en: str, zh: str) -> Line:
    column = "、".join(register.field(name).zh for name in register.names)
    return replace(line, problems=(Problem(column, line.place, en, zh),))


def _of(register: Register, line: Line, signed: Signed) -> Signed:
    """Signed for one line: its own day, and its place beside the file's name."""
    if not line.on:
        raise JournalError(
            "Say which day the table speaks of: --on DATE. What is undated is not of today.",
            "请写明这份表截至哪天：--on 日期。没有日期的不当作今天。",
        )
    source = f"{signed.source} {line.place}".strip()
    return replace(signed, on=line.on, source=source, synthetic=line.synthetic)
