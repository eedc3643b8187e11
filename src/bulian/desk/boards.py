"""The board of a task force (专班看板): who is in it, what it must do, projects, problems and meetings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.due import Due
from bulian.desk.projects.standing import Standing

Rows = Mapping[str, Sequence[Row]]

_OF_A_FORCE = ("forces", "members", "tasks", "meetings")


@dataclass(frozen=True, slots=True)
class Task:
    """A task; `late` the days past its deadline while it is not done, 0 for none; `proved` by evidence."""

    row: Row
    done: bool
    late: int
    proved: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The task force of a chain on a day.

    Attributes:
        synthetic: made of made-up rows alone; those never stand on a board with real ones.
        force: its row; None where tasks, members or meetings name a chain that has no task force.
        tasks: those open first, the longest over first, then those done, the newest first.
        projects: of the chain that go on, the furthest first. problems: that no firm called solved, the
        oldest first. meetings: the newest first. due: what is due in any row of the board.
    """

    chain: str
    synthetic: bool
    force: Row | None
    members: tuple[Row, ...]
    tasks: tuple[Task, ...]
    projects: tuple[Standing, ...]
    problems: tuple[Row, ...]
    meetings: tuple[Row, ...]
    due: tuple[Due, ...]

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        """What is still to be done."""
        return tuple(one for one in self.tasks if not one.done)

    @property
    def late_tasks(self) -> tuple[Task, ...]:
        """What should have been done."""
        return tuple(one for one in self.tasks if one.late)


def boards(rows: Rows, going: Iterable[Standing], due: Iterable[Due], day: str) -> tuple[Board, ...]:
    """Every board on a day, in the order in which task forces were entered; made-up ones last.

    Args:
        rows: of every register, as of that day. going: projects that go on. due: what is due on that day.
    """
    named = {(one.synthetic, one.get("chain")): None for name in _OF_A_FORCE for one in rows.get(name, ())}
    projects, lines = tuple(going), tuple(due)
    wanted = sorted(named, key=lambda one: one[0])
    return tuple(_board(rows, projects, lines, chain, made_up, day) for made_up, chain in wanted if chain)


def _board(
    rows: Rows, projects: Sequence[Standing], lines: Sequence[Due], chain: str, made_up: bool, day: str
) -> Board:
    def ours(name: str) -> list[Row]:
        return [one for one in rows.get(name, ()) if one.get("chain") == chain and one.synthetic is made_up]

    force = next(iter(ours("forces")), None)
    members, meetings = ours("members"), _newest_first(ours("meetings"), "held_on")
    tasks = _tasks(ours("tasks"), day)
    problems = [one for one in ours("problems") if one.get("confirmed") != "yes"]
    standing = [one for one in projects if one.row.get("chain") == chain and one.row.synthetic is made_up]
    shown = {
        f"{one.register}/{one.key}"
        for one in (*members, *meetings, *problems, *([force] if force else ()),
                    *(task.row for task in tasks), *(each.row for each in standing))
    }  # fmt: skip
    return Board(
        chain, made_up, force, tuple(members), tuple(tasks), tuple(sorted(standing, key=_furthest)),
        tuple(sorted(problems, key=_day_of("raised_on"))), tuple(meetings),
        tuple(one for one in lines if one.id in shown),
    )  # fmt: skip


def _tasks(rows: Iterable[Row], day: str) -> list[Task]:
    told = [_task(row, date.fromisoformat(day)) for row in rows]
    still = [one for one in told if not one.done]
    done = _newest_first([one.row for one in told if one.done], "done_on")
    by_row = {one.row.key: one for one in told}
    still.sort(key=lambda one: (-one.late, _day_of("due")(one.row)))
    return [*still, *(by_row[row.key] for row in done)]


def _task(row: Row, day: date) -> Task:
    done, due = bool(row.get("done_on")), row.get("due")
    late = (day - last_of(due)).days if due and not done else 0
    return Task(row, done, max(late, 0), bool(row.get("evidence")))


def _newest_first(rows: Iterable[Row], column: str) -> list[Row]:
    return sorted(rows, key=_day_of(column), reverse=True)


def _day_of(column: str) -> Callable[[Row], tuple[bool, date, str]]:
    """By a column's day; a row without one comes after those with one."""

    def key(row: Row) -> tuple[bool, date, str]:
        told = row.get(column)
        return (not told, last_of(told) if told else date.max, row.key)

    return key


def _furthest(one: Standing) -> tuple[int, str]:
    return -one.stage.place, one.row.key
