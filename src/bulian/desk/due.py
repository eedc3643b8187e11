"""What is due (到期、该补、该催): what is empty, stale or over, with somebody to ask for each line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bulian.desk.book import Row
from bulian.desk.dates import ENDLESS, last_of
from bulian.desk.projects.standing import Standing
from bulian.vocab.registers import Register, Watch

What = Literal["empty", "stale", "deadline", "expiry", "cycle", "dangling", "stuck", "slipped", "claimed"]
Rows = Mapping[str, Sequence[Row]]

ASSIGNED = ("assignee", "officer")
"""Columns that say to whom a row was given; they go before its owner."""
_NEAREST = ("visitor", "lead")
"""Columns that name who is nearest to a row; they go before an owner whom nobody named."""


@dataclass(frozen=True, slots=True)
class Due:
    """One line of the list.

    Attributes:
        id: "register/row". columns: keys of the columns it is about. day: the day it counts from, ISO 8601.
        over: days past that day; negative while it is still ahead.
        who: the id of the person to ask. says: more words: the row named that is not there, the stage.
    """

    id: str
    register: str
    row: str
    what: What
    columns: tuple[str, ...]
    day: str
    over: int
    who: str
    says: str = ""


def due(
    registers: Iterable[Register], rows: Rows, today: date, later: Mapping[str, frozenset[str]] | None = None
) -> list[Due]:
    """Everything that the registers' own watches and references find, the longest over first.

    Args:
        rows: by register, the rows that stand on that day. later: by register, the keys of rows that are told
            of later days only; whoever names one of them names something that is there.
    """
    there = {key: {one.key for one in several} for key, several in rows.items()}
    for key, keys in (later or {}).items():
        there[key] = there.get(key, set()) | keys
    found: list[Due] = []
    for register in registers:
        for row in rows.get(register.key, ()):
            for watch in register.watches:
                found += _watched(register, row, watch, rows, today)
            found += _dangling(register, row, there)
    return sorted(found, key=_order)


def due_projects(several: Iterable[Standing]) -> list[Due]:
    """Projects that stay too long, are later than promised, or are said to be further than is shown."""
    found = []
    for one in several:
        row, step = one.row, one.steps[-1]
        if one.stuck:
            over = one.days - step.stage.stuck
            found.append(_due("projects", row, "stuck", (), step.on, over, step.stage.key))
        for slip in one.slips:
            if slip.came is None:
                columns = (slip.stage.planned,)
                found.append(
                    _due("projects", row, "slipped", columns, slip.promised, slip.days, slip.stage.key)
                )
        if one.claimed:
            found.append(_due("projects", row, "claimed", ("claimed",), row.on, 0, one.claimed))
    return found


def in_order(several: Iterable[Due]) -> tuple[Due, ...]:
    """The longest over first."""
    return tuple(sorted(several, key=_order))


def _watched(register: Register, row: Row, watch: Watch, rows: Rows, today: date) -> Iterator[Due]:
    if watch.kind == "empty":
        empty = tuple(one.key for one in register.fields if one.expected and not row.get(one.key))
        if empty:
            yield _due(register.key, row, "empty", empty, row.on, 0)
    elif watch.kind == "stale":
        over = (today - last_of(row.on)).days - watch.days
        if over > 0:
            yield _due(register.key, row, "stale", (), row.on, over)
    elif watch.kind == "cycle":
        yield from _cycle(register, row, watch, rows, today)
    else:
        yield from _ahead(register, row, watch, today)


def _ahead(register: Register, row: Row, watch: Watch, today: date) -> Iterator[Due]:
    """A day that is over, or so near that it must be told, unless the matter is ended."""
    day = row.get(watch.field)
    column, equals, choice = watch.unless.partition("=")
    ended = column and (row.get(column) == choice if equals else row.get(column))
    if not day or day == ENDLESS or ended:
        return
    over = (today - last_of(day)).days
    if over > -watch.days:
        what: What = "expiry" if watch.kind == "expiry" else "deadline"
        yield _due(register.key, row, what, (watch.field,), day, over)


def last_met(row: Row, others: Iterable[Row], column: str) -> str:
    """The last day that rows of another register tell of the same firm; "" for never."""
    met = [one.get(column) for one in others if one.get("firm") == row.get("firm")]
    return max((day for day in met if day), key=last_of, default="")


def overdue(row: Row, others: Iterable[Row], cycle: str, column: str, today: date) -> int:
    """Days past the cycle since the firm was last met, or since the row was entered; 0 or less in time."""
    last = last_met(row, others, column) or row.since
    return (today - last_of(last)).days - int(row.get(cycle).lstrip("≈≥≤"))


def _cycle(register: Register, row: Row, watch: Watch, rows: Rows, today: date) -> Iterator[Due]:
    """Nothing of `since` on the same firm within the cycle; never is due from the day the row was entered."""
    other, _, column = watch.since.partition(".")
    if not row.get(watch.field):
        return
    over = overdue(row, rows.get(other, ()), watch.field, column, today)
    if over > 0:
        last = last_met(row, rows.get(other, ()), column) or row.since
        yield _due(register.key, row, "cycle", (watch.field,), last, over)


def _dangling(register: Register, row: Row, there: Mapping[str, set[str]]) -> Iterator[Due]:
    """A row that names a row of another register which is not there."""
    for field in register.fields:
        value = row.get(field.key)
        if field.refers and value and value not in there.get(field.refers, ()):
            yield _due(register.key, row, "dangling", (field.key,), row.on, 0, value)


def _due(
    register: str, row: Row, what: What, columns: tuple[str, ...], day: str, over: int, says: str = ""
) -> Due:
    named = row.owner if row.owner != row.by else ""
    several = (*map(row.get, ASSIGNED), named, *map(row.get, _NEAREST))
    who = next((one for one in several if one), row.owner)
    return Due(f"{register}/{row.key}", register, row.key, what, columns, day, over, who, says)


def _order(one: Due) -> tuple[int, str, str]:
    return -one.over, one.id, one.what
