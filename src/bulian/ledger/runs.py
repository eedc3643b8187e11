"""Builds as runs: what each did to the names in `sources/`, in the ledger and as a line of the journal."""

from dataclasses import dataclass
from typing import Any

from bulian.errors import LedgerError
from bulian.ledger import journal
from bulian.ledger.handle import Ledger, rows, transaction
from bulian.ledger.replay import BUILDS, catch_up

_WHATS = ("added", "changed", "reread", "retired", "quarantined")


@dataclass(frozen=True, slots=True)
class Run:
    """A build that changed something; `recorded_at` is its time, `reader` its reader's version."""

    run: int
    recorded_at: str
    reader: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a run did, as sorted names below `sources/`.

    Attributes:
        added: not there before, or back again. changed: other content under the same name.
        reread: the same content read anew, as metadata, mappings or the reader had changed.
        retired: gone from `sources/`. quarantined: there and not readable.
    """

    run: Run
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    quarantined: tuple[str, ...] = ()


def begin_run(ledger: Ledger, *, recorded_at: str, reader: str) -> int:
    """Open a run; call it with the workspace's lock held (`locking.exclusive`).

    What a killed build had stored is its run's still: that run is closed first, with its own time.
    """
    # A build that was killed between its line and this ledger must not be told twice.
    catch_up(ledger)
    for (unfinished,) in rows(ledger, "select run from run where journaled = 0 order by run"):
        finish_run(ledger, unfinished)
    with transaction(ledger) as connection:
        ((last,),) = connection.execute("select coalesce(max(run), 0) from run").fetchall()
        number = int(last) + 1
        connection.execute(
            "insert into run (run, recorded_at, reader) values (?, ?, ?)", (number, recorded_at, reader)
        )
    return number


def finish_run(ledger: Ledger, run: int) -> None:
    """Close a run: its line goes into the journal; a run in which nothing happened leaves none.

    Reading unchanged files again into a new ledger is nothing that happened: the journal knows them.
    """
    found = rows(
        ledger, "select what, name, doc, ingredients from change where run = ? order by name", (run,)
    )
    if not found:
        with transaction(ledger) as connection:
            connection.execute("delete from run where run = ?", (run,))
        return
    told = _run(ledger, run)
    act: dict[str, Any] = {"at": told.recorded_at, "run": run, "reader": told.reader}
    for what, name, doc, ingredients in found:
        line = {"name": name, "doc": doc, "ingredients": ingredients}
        act.setdefault(what, []).append({key: value for key, value in line.items() if value is not None})
    journal.append(ledger.journal, BUILDS, act)
    catch_up(ledger)


def runs(ledger: Ledger) -> list[Run]:
    """Every run that changed something, in order."""
    return [Run(*row) for row in rows(ledger, "select run, recorded_at, reader from run order by run")]


def changes(ledger: Ledger, run: int) -> Changes:
    """What a run did; `LedgerError` where there is no such run."""
    told = _run(ledger, run)
    found = rows(ledger, "select what, name from change where run = ? order by name", (run,))
    return Changes(told, **{what: tuple(name for kind, name in found if kind == what) for what in _WHATS})


def _run(ledger: Ledger, run: int) -> Run:
    found = rows(ledger, "select run, recorded_at, reader from run where run = ?", (run,))
    if not found:
        raise LedgerError(
            f"There is no run {run}; `bulian status` lists the runs.",
            f"没有第 {run} 次 build；`bulian status` 列出各次。",
        )
    return Run(*found[0])
