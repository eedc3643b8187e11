"""The rows of a register, from its book in the journal: entered, corrected, ended; nothing is overwritten.

A row is what its acts say together, by the day each speaks of and then in the order of entering. `as_of` asks
what the rows said on a day, `known_on` what had been entered by then. A value's place is its journal line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bulian.corpus.workspace import Workspace
from bulian.desk.dates import last_of
from bulian.errors import BadRequest, JournalError
from bulian.ledger import journal
from bulian.ledger.chain import Entry
from bulian.ledger.query import last_day
from bulian.vocab.registers import Register

_ENTER, _CORRECT, _END, MOVE = "enter", "correct", "end", "move"


@dataclass(frozen=True, slots=True)
class Signed:
    """Who acts and what stands behind it.

    Attributes:
        by, owner: ids of persons; owner "" leaves the row to whoever enters it.
        on: the day it speaks of, ISO 8601. at: the time of the act, ISO 8601 with zone.
        source: the file and row, or what a person named; "" for what somebody types from own knowledge.
        synthetic: the row is made up for illustration, and says so.
    """

    by: str
    at: str
    on: str
    owner: str = ""
    source: str = ""
    why: str = ""
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands.

    Attributes:
        key: what tells it from others: its naming columns joined by "/", or the number of its act.
        values: canonical text by column; what is not there is not known.
        on: the day its newest act speaks of; at: when that was entered; by, owner: ids of persons.
        places: by column, the line of the journal that says the value.
        since: the day its first act speaks of.
        ended: the day on which it was closed, and why; None while it stands.
        synthetic: it is made up for illustration; never counted together with real rows.
        moves: the acts of moving it from stage to stage, as entered, oldest first.
    """

    register: str
    key: str
    values: Mapping[str, str]
    owner: str
    on: str
    at: str
    by: str
    source: str
    places: Mapping[str, int]
    since: str
    ended: tuple[str, str] | None = None
    moves: tuple[Mapping[str, Any], ...] = ()
    synthetic: bool = False

    def get(self, column: str) -> str:
        """The value of a column, "" where it is not known."""
        return self.values.get(column, "")


def book_of(register: Register | str) -> str:
    """The book of the journal that holds a register."""
    return f"desk-{register if isinstance(register, str) else register.key}"


def key_of(register: Register, values: Mapping[str, str]) -> str:
    """What tells the row from others; "" where each row stands for itself."""
    return "/".join(values.get(name, "") for name in register.names)


def all_rows(
    workspace: Workspace, register: Register, *, as_of: str | None = None, known_on: str | None = None
) -> dict[str, Row]:
    """Every row by its key, also those that were ended, in the order of first entering.

    Raises:
        JournalError: a line of the book cannot be understood. BadRequest: a date is malformed.
    """
    entries = journal.read(workspace.journal, book_of(register))
    return folded(register, entries, as_of=as_of, known_on=known_on)


def folded(
    register: Register, entries: Iterable[Entry], *, as_of: str | None = None, known_on: str | None = None
) -> dict[str, Row]:
    """The rows that acts come to, in the order of first entering."""
    until, known = (last_day(day) if day else "9999-12-31" for day in (as_of, known_on))
    told = [one for one in map(_told, entries) if one.act["at"][:10] <= known]
    # A month counts once it is over: what is said of May is not known of on the tenth of May.
    told = [one for one in told if last_of(one.act["on"]).isoformat() <= until]
    found = {one.act["key"]: _nothing(register, one.act["key"]) for one in told}
    # What is said of a later day counts over what is said of an earlier one, then the later word.
    for one in sorted(told, key=lambda entry: (last_of(entry.act["on"]), entry.seq)):
        found[one.act["key"]] = _with(found[one.act["key"]], one)
    return found


def enter(
    workspace: Workspace, register: Register, rows: Iterable[tuple[Mapping[str, str], Signed]]
) -> list[str]:
    """Enter new rows, all or none; their keys."""
    next_one = acts(workspace.journal, register) + 1
    entered, keys = [], []
    for number, (values, signed) in enumerate(rows, start=next_one):
        key = key_of(register, values) or str(number)
        entered.append(_act(_ENTER, key, signed, {"values": dict(values)}))
        keys.append(key)
    journal.append_each(workspace.journal, book_of(register), entered)
    return keys


def correct(
    workspace: Workspace, register: Register, changes: Iterable[tuple[str, Mapping[str, str | None], Signed]]
) -> None:
    """Say otherwise of rows that stand; None empties a column. What was said before stays readable."""
    told = [_act(_CORRECT, key, signed, {"values": dict(values)}) for key, values, signed in changes]
    journal.append_each(workspace.journal, book_of(register), told)


def end(workspace: Workspace, register: Register, key: str, signed: Signed) -> None:
    """Close a row from a day on, with the reason; it stays readable.

    Raises:
        JournalError: no reason is given.
    """
    if not signed.why.strip():
        raise JournalError("Say why the row is closed: --why REASON.", "请写明为什么关闭：--why 理由。")
    journal.append(workspace.journal, book_of(register), _act(_END, key, signed, {}))


def act_on(
    workspace: Workspace, register: Register, key: str, signed: Signed, told: Mapping[str, Any]
) -> None:
    """Add a move of a row; what may move and how is for the caller to say."""
    journal.append(workspace.journal, book_of(register), _act(MOVE, key, signed, told))


def acts(folder: Path, register: Register) -> int:
    """How many acts the book of a register holds, in the journal at `folder`."""
    mark = journal.head(folder, book_of(register))
    return mark.seq if mark else 0


def standing(rows: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows that were not ended."""
    return tuple(one for one in rows.values() if one.ended is None)


def pick(rows: Mapping[str, Row], register: Register, wanted: str) -> Row:
    """A row by its key, or by the one key or name that holds the words.

    Raises:
        BadRequest: there is none, or several.
    """
    if wanted in rows:
        return rows[wanted]
    label = next((one.key for one in register.fields if one.key in ("name", "title", "topic")), "")
    near = [one for one in rows.values() if wanted and (wanted in one.key or wanted in one.get(label))]
    if len(near) == 1:
        return near[0]
    if near:
        listed = "、".join(one.key for one in near[:8])
        raise BadRequest(f"Several rows fit {wanted!r}: {listed}.", f"“{wanted}”对得上好几行：{listed}。")
    raise BadRequest(
        f"{register.key} has no row {wanted!r}; `bulian desk show {register.key}` lists them.",
        f"“{register.zh}”没有“{wanted}”这一行；`bulian desk show {register.key}` 列出各行。",
    )


def _act(what: str, key: str, signed: Signed, more: Mapping[str, Any]) -> dict[str, Any]:
    act: dict[str, Any] = {"act": what, "at": signed.at, "by": signed.by, "key": key, "on": signed.on}
    for name in ("owner", "source", "why"):
        if text := getattr(signed, name):
            act[name] = text
    if signed.synthetic:
        act["synthetic"] = True
    return {**act, **more}


def _told(entry: Entry) -> Entry:
    try:
        last_of(entry.act["on"])
        fits = all(isinstance(entry.act[name], str) for name in ("act", "at", "by", "key"))
    except (KeyError, TypeError, ValueError):
        fits = False
    if not fits:
        raise JournalError(
            f"Act {entry.seq} of a desk book cannot be understood: it lacks who, when or of which row.",
            f"台账日志第 {entry.seq} 条看不懂：缺少谁、何时或哪一行。",
        )
    return entry


def _nothing(register: Register, key: str) -> Row:
    return Row(register.key, key, {}, "", "", "", "", "", {}, "")


def _with(row: Row, entry: Entry) -> Row:
    act = entry.act
    values, places = dict(row.values), dict(row.places)
    for column, value in act.get("values", {}).items():
        if value is None:
            values.pop(column, None)
        else:
            values[column] = value
        places[column] = entry.seq
    moves = (*row.moves, {**act, "line": entry.seq}) if act["act"] == MOVE else row.moves
    ended = {_END: (act["on"], act.get("why", "")), _ENTER: None}.get(act["act"], row.ended)
    owner = act.get("owner") or row.owner or act["by"]
    source = act.get("source") or row.source
    return replace(
        row, values=values, places=places, moves=moves, ended=ended, owner=owner, on=act["on"], at=act["at"],
        by=act["by"], source=source, since=row.since or act["on"],
        synthetic=row.synthetic or bool(act.get("synthetic")),
    )  # fmt: skip
