"""What is due, whom to give it to, the weekly note, the achievements, and the figures of registers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bulian.corpus.workspace import Workspace
from bulian.desk import book, registers
from bulian.desk.boards import Board, boards
from bulian.desk.book import Row, Signed
from bulian.desk.due import ASSIGNED, Due, due, due_projects, in_order
from bulian.desk.figures import derivers
from bulian.desk.figures._figure import Derived
from bulian.desk.notes import Note, Span, achievements, week_until, weekly
from bulian.desk.projects.standing import Standing
from bulian.errors import BadRequest
from bulian.ledger import persons
from bulian.ledger.persons import Person
from bulian.ledger.scope import Scope
from bulian.model.period import days
from bulian.steps.projecting import Projects, desk_funnel
from bulian.vocab.registers import register
from bulian.vocab.registers import registers as declared


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due on a day, the registers without any row, and who is who."""

    day: str
    lines: tuple[Due, ...]
    empty: tuple[str, ...]
    persons: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A note with the names behind its ids."""

    note: Note
    persons: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Boards:
    """The boards of task forces on a day, with the names behind their ids."""

    day: str
    boards: tuple[Board, ...]
    persons: tuple[Person, ...]


def desk_due(workspace: Workspace, *, on: str = "", only: str = "", who: str = "", now: str) -> DueList:
    """What is empty, stale or due on a day, the longest over first.

    Args:
        on: the day, ISO 8601; "" for that of `now`. only: the key or name of one register.
        who: a name or id: only what that person must do.

    Raises:
        BadRequest: no such register, or a malformed date. JournalError: a book cannot be understood.
    """
    day = _day(on, now)
    rows = rows_on(workspace, day)
    everyone = persons.persons(workspace.root)
    lines = in_order([
        *due(declared().values(), rows, date.fromisoformat(day), _later(workspace, day)),
        *due_projects(_projects(workspace, day, now).going),
    ])  # fmt: skip
    if only:
        key = register(only).key
        lines = tuple(one for one in lines if one.register == key)
    if who:
        person = persons.find(everyone, who)
        lines = tuple(one for one in lines if person and one.who == person.id)
    empty = tuple(key for key in declared() if not rows[key])
    return DueList(day, lines, empty, everyone)


def desk_assign(workspace: Workspace, line: str, to: str, signed: Signed) -> Row:
    """Give a row to somebody who answers for it from now on, as owner and in the column of who must act.

    Args:
        line: "register/row" as the list has it.

    Raises:
        BadRequest: there is no such row. JournalError: nobody signed.
    """
    name, slash, key = line.partition("/")
    kind = register(name)
    row = book.pick(book.all_rows(workspace, kind), kind, key if slash else "")
    who = registers.sign(workspace, Signed(signed.by, signed.at, row.on, to, signed.source, signed.why))
    if not to.strip():
        raise BadRequest("Say to whom: --to WHO.", "请写明交给谁：--to 谁。")
    columns = [one.key for one in kind.fields if one.key in ASSIGNED]
    book.correct(workspace, kind, [(row.key, dict.fromkeys(columns, who.owner), who)])
    return book.all_rows(workspace, kind)[row.key]


def desk_week(workspace: Workspace, chain: str = "", *, on: str = "", now: str) -> Noted:
    """The note of the seven days that end with `on`, of one chain or all, from dated entries.

    Raises:
        BadRequest: a malformed date.
    """
    day = _day(on, now)
    lines = desk_due(workspace, on=day, now=now).lines
    span = week_until(date.fromisoformat(day))
    note = weekly(rows_on(workspace, day), _every(_projects(workspace, day, now)), lines, chain, span)
    return Noted(note, persons.persons(workspace.root))


def desk_achievements(workspace: Workspace, chain: str = "", *, period: str, until: str = "") -> Noted:
    """What was achieved in a day, month, quarter or year, from entries with a day and evidence.

    Args:
        until: the last day that is told of, of a period that is not over; "" for the period's own.

    Raises:
        BadRequest: the period is none.
    """
    read = registers.read_day(period)
    if not read:
        raise BadRequest("Say of which time: --on 2024.", "请写明哪段时间：--on 2024。")
    first, last = days(read)
    last = min(last, date.fromisoformat(until)) if until else last
    day = last.isoformat()
    found = achievements(
        rows_on(workspace, day), _every(_projects(workspace, day, day)), chain, Span(first, last)
    )
    return Noted(found, persons.persons(workspace.root))


def desk_boards(workspace: Workspace, chain: str = "", *, on: str = "", now: str) -> Boards:
    """The boards of task forces on a day: members, tasks, projects, problems, meetings, what is due.

    Args:
        chain: only this one's; "" for every one.

    Raises:
        BadRequest: a malformed date, or no task force, task, member or meeting names the chain.
    """
    day = _day(on, now)
    lines = desk_due(workspace, on=day, now=now).lines
    every = boards(rows_on(workspace, day), _projects(workspace, day, now).going, lines, day)
    found = tuple(one for one in every if chain in ("", one.chain))
    if chain and not found:
        there = dict.fromkeys(one.chain for one in every)
        raise BadRequest(
            f"No task force is called {chain!r}; there are {', '.join(there) or 'none'}.",
            f"没有“{chain}”这个专班；现有 {'、'.join(there) or '无'}。",
        )
    return Boards(day, found, persons.persons(workspace.root))


def desk_figures(workspace: Workspace, name: str = "", *, on: str = "", now: str) -> tuple[Derived, ...]:
    """The figures derived from a register, or from all that have any, on a day.

    Raises:
        BadRequest: no such register, or none is derived from it.
    """
    day = _day(on, now)
    rows = rows_on(workspace, day)
    known = derivers()
    if name and register(name).key not in known:
        raise BadRequest(
            f"No figures are derived from {name}; they are from {', '.join(known)}.",
            f"“{name}”没有派生的数；有的是 {'、'.join(known)}。",
        )
    wanted: Sequence[str] = [register(name).key] if name else [key for key in known if rows[key]]
    return tuple(
        replace(one, register=key, synthetic=made_up)
        for key in wanted
        for made_up in (False, True)
        if any(row.synthetic is made_up for row in rows[key])
        for one in known[key](_alike(rows, made_up), day)
    )


def rows_on(workspace: Workspace, day: str) -> dict[str, tuple[Row, ...]]:
    """The rows of every register that stand on a day, by its key."""
    return {key: registers.rows(workspace, one, as_of=day) for key, one in declared().items()}


def _later(workspace: Workspace, day: str) -> dict[str, frozenset[str]]:
    """By register, the keys of rows that are told of days after this one alone."""
    return {
        key: frozenset(book.all_rows(workspace, one)) - book.all_rows(workspace, one, as_of=day).keys()
        for key, one in declared().items()
    }


def _alike(rows: Mapping[str, Sequence[Row]], synthetic: bool) -> dict[str, tuple[Row, ...]]:
    """The real rows, or the made-up ones."""
    return {key: tuple(row for row in told if row.synthetic is synthetic) for key, told in rows.items()}


def _day(on: str, now: str) -> str:
    told = registers.read_day(on)
    return days(told)[1].isoformat() if told else now[:10]


def _projects(workspace: Workspace, day: str, now: str) -> Projects:
    return desk_funnel(workspace, scope=Scope(as_of=day), now=now)


def _every(found: Projects) -> list[Standing]:
    return [*found.going, *found.ended]
