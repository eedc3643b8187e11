"""Take over into the ledger what the journal holds beyond it: builds and judgements, in order, once."""

import json
import sqlite3
from typing import Any

from bulian.errors import JournalError, LedgerError
from bulian.ledger import journal
from bulian.ledger.chain import Entry
from bulian.ledger.files import lie, take_away
from bulian.ledger.handle import Ledger, transaction
from bulian.ledger.rewritings import end_of, rewritten, take_name_out
from bulian.ledger.trouble import told
from bulian.ledger.verdicts import follow_document

BUILDS, JUDGEMENTS = "builds", "judgements"


def catch_up(ledger: Ledger) -> None:
    """Apply the journal's lines that this ledger has not seen yet; a new ledger gets its whole history so.

    Raises:
        LedgerError: the journal no longer holds what the ledger took from it.
        JournalError: an act has not the shape of its book.
    """
    for book in (BUILDS, JUDGEMENTS):
        if journal.head(ledger.journal, book) == _position(ledger.connection, book):
            continue
        if book == JUDGEMENTS:
            _follow_rewritings(ledger)
        with transaction(ledger) as connection:
            # Asked again inside: another process may have taken the same lines over while we waited.
            start, end = _position(connection, book), journal.head(ledger.journal, book)
            if start == end:
                continue
            if end is None or (start and end.seq <= start.seq):
                raise _other_journal(ledger, book)
            for entry in _beyond(ledger, book, start):
                if entry.seq <= end.seq:
                    _apply(connection, book, entry)
            remember(connection, book, end)


def _follow_rewritings(ledger: Ledger) -> None:
    """Follow a book that forgetting wrote anew, where a crash kept the ledger from it."""
    for one in rewritten(ledger.journal):
        start, end = _position(ledger.connection, JUDGEMENTS), end_of(ledger.journal, one)
        if one.book != JUDGEMENTS or start is None or end is None or start.hash != one.before:
            continue
        ledger.connection.execute("pragma secure_delete = on")
        with transaction(ledger) as connection:
            entries = journal.read(ledger.journal, JUDGEMENTS)
            take_name_out(connection, [entry for entry in entries if entry.seq in one.lines])
            remember(connection, JUDGEMENTS, end)
        with told(ledger.path):
            # The name must not stay behind in the write-ahead log.
            ledger.connection.execute("pragma wal_checkpoint(truncate)")


def is_behind(ledger: Ledger) -> bool:
    """Whether the journal holds lines that the ledger has not taken over."""
    return any(
        journal.head(ledger.journal, book) != _position(ledger.connection, book)
        for book in (BUILDS, JUDGEMENTS)
    )


def _apply(connection: sqlite3.Connection, book: str, entry: Entry) -> None:
    try:
        _APPLY[book](connection, entry)
    except (KeyError, TypeError, ValueError, sqlite3.IntegrityError) as error:
        raise JournalError(
            f"journal/{book}.jsonl, act {entry.seq} cannot be understood ({error}). Did a newer bulian write "
            "it? Then upgrade.",
            f"无法理解 journal/{book}.jsonl 第 {entry.seq} 条记录（{error}）。"
            "如由更新版本的 bulian 写成，请升级。",
        ) from error


def _apply_build(connection: sqlite3.Connection, entry: Entry) -> None:
    act = entry.act
    run, at = act["run"], act["at"]
    there = connection.execute("select recorded_at from run where run = ?", (run,)).fetchone()
    if there and there[0] == at:
        connection.execute("update run set journaled = 1 where run = ?", (run,))
        return
    if there:
        raise _clash(entry)
    connection.execute(
        "insert into run (run, recorded_at, reader, journaled) values (?, ?, ?, 1)", (run, at, act["reader"])
    )
    for what in ("added", "changed", "reread"):
        for line in act.get(what, ()):
            lie(connection, run, line["name"], line["doc"], line["ingredients"])
    for line in act.get("retired", ()):
        take_away(connection, run, line["name"], "retired", None)
    for line in act.get("quarantined", ()):
        take_away(connection, run, line["name"], "quarantined", line["ingredients"])


def _apply_judgement(connection: sqlite3.Connection, entry: Entry) -> None:
    act: dict[str, Any] = entry.act
    connection.execute(
        """
        insert into judgement (seq, fact_id, verdict, by_whom, at, why, value, doc, name, says)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            entry.seq, act["fact"], act["verdict"], act["by"], act["at"], act["why"], act.get("value"),
            act["doc"], act["name"], json.dumps(act["says"], ensure_ascii=False),
        ),
    )  # fmt: skip
    follow_document(connection, act["doc"])


_APPLY = {BUILDS: _apply_build, JUDGEMENTS: _apply_judgement}


def _position(connection: sqlite3.Connection, book: str) -> journal.Mark | None:
    sql = "select seq, hash, size from journal_position where book = ?"
    found = connection.execute(sql, (book,)).fetchone()
    return journal.Mark(*found) if found else None


def remember(connection: sqlite3.Connection, book: str, end: journal.Mark) -> None:
    """Note how far the ledger has followed a book."""
    connection.execute(
        """
        insert into journal_position (book, seq, hash, size) values (?, ?, ?, ?)
        on conflict (book) do update set seq = excluded.seq, hash = excluded.hash, size = excluded.size
        """,
        (book, end.seq, end.hash, end.size),
    )


def _beyond(ledger: Ledger, book: str, start: journal.Mark | None) -> list[Entry]:
    if start is None:
        return journal.read(ledger.journal, book)
    entries = journal.read_after(ledger.journal, book, start)
    if entries is None:
        raise _other_journal(ledger, book)
    return entries


def _other_journal(ledger: Ledger, book: str) -> LedgerError:
    file, mine = ledger.journal / f"{book}.jsonl", ledger.path.name
    return LedgerError(
        f"{file} no longer holds all that {mine} took from it. Put the journal back from a backup; if it is "
        f"right as it is, delete {mine} and run `bulian build`.",
        f"{file} 已不含 {mine} 曾读取的全部记录。"
        f"请从备份恢复；如现状无误，请删除 {mine} 后运行 `bulian build`。",
    )


def _clash(entry: Entry) -> LedgerError:
    run, at = entry.act["run"], entry.act["at"]
    return LedgerError(
        f"The ledger's run {run} is not the journal's of {at}. Delete ledger.db and run `bulian build`.",
        f"账本里的第 {run} 次 build 与日志（{at}）不是同一次。请删除 ledger.db，再运行 `bulian build`。",
    )
