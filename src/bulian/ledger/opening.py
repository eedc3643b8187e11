"""Open a ledger, for writing or for reading alone."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulian.errors import LedgerError, WorkspaceError
from bulian.ledger import journal
from bulian.ledger.filesystem import on_network
from bulian.ledger.handle import Ledger
from bulian.ledger.migrate import is_current, is_foreign, migrate, refuse_newer, refuse_older
from bulian.ledger.replay import catch_up, is_behind
from bulian.ledger.trouble import damaged, told
from bulian.ledger.words import register

_PAGES_A_CHECKPOINT = 8000  # 32 MB
_TRIES, _PAUSE = 100, 0.05  # of the switch to WAL, seconds between
_PATIENCE = 30.0  # seconds to wait for another process's transaction; ours last milliseconds


@contextmanager
def open_ledger(path: Path, *, upgrade: bool = False) -> Iterator[Ledger]:
    """Open a ledger for writing: make it, take over what the journal holds.

    Args:
        upgrade: bring a ledger that an older bulian wrote up to date; else it is refused, as what it says was
            read by that version's rules.

    Raises:
        LedgerError: another version of bulian wrote it, it is damaged, or it is no ledger.
        WorkspaceError: the folder is missing, read-only or full.
    """
    _need_folder(path)
    with _connected(path, _WRITING, upgrade=upgrade) as connection:
        with told(path):
            _settle_journal_mode(connection, path)
            migrate(connection)
        ledger = Ledger(path, connection, tuple(journal.mend(path.parent / "journal")))
        catch_up(ledger)
        yield ledger


@contextmanager
def read_ledger(path: Path) -> Iterator[Ledger]:
    """Open a ledger for reading alone; works beside a running build, and in a folder that cannot be written.

    Raises:
        LedgerError: there is none yet, another version of bulian wrote it, it is damaged, or it is no ledger.
        WorkspaceError: its views must be made anew and the folder cannot be written.
    """
    _need_folder(path)
    if not path.is_file():
        raise LedgerError(
            f"{path} does not exist yet. Run `bulian build`.", f"还没有 {path}。请运行 `bulian build`。"
        )
    notices = _freshened(path)
    with _connected(path, _READING) as connection:
        yield Ledger(path, connection, notices)


def _freshened(path: Path) -> tuple[tuple[str, str], ...]:
    """Take over what the journal holds beyond the ledger, where one may write; the notices of that."""
    with _connected(path, _READING) as connection, told(path):
        current = is_current(connection)
        if (
            current
            and journal.is_at_rest(path.parent / "journal")
            and not is_behind(Ledger(path, connection))
        ):
            return ()
    try:
        with open_ledger(path) as ledger:
            return ledger.notices
    except WorkspaceError:
        if not current:
            raise
        return (_BEHIND,)


_BEHIND = (
    "The journal holds acts that this ledger does not show yet, and the folder cannot be written. "
    "Run `bulian build` where it can.",
    "日志中有账本尚未反映的记录，而此文件夹无法写入。请在可写的地方运行 `bulian build`。",
)


# A ledger on a local disk is read through memory, without a copy for every page; a file on a network share
# may shrink below a reader, which would end the process.
_MAPPED = 1 << 30
_WRITING = ("mode=rwc",)
_AT_REST = "mode=ro&immutable=1"
# A reader that may write tidies SQLite's files up when it leaves; where nothing can be written, a ledger at
# rest is read as a file that nobody changes.
_READING = ("mode=rw", "mode=ro", _AT_REST)
_NOT_THIS_WAY = frozenset(
    (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM)
)


@contextmanager
def _connected(path: Path, ways: tuple[str, ...], *, upgrade: bool = False) -> Iterator[sqlite3.Connection]:
    with told(path):
        connection = _first_look(path, ways)
    try:
        with told(path):
            register(connection)
            _refuse_others(connection, path, upgrade=upgrade)
            connection.execute("pragma foreign_keys = on")
            if not on_network(path):
                connection.execute(f"pragma mmap_size = {_MAPPED}")
            connection.execute(f"pragma query_only = {'off' if ways is _WRITING else 'on'}")
        yield connection
    finally:
        with told(path):
            connection.close()


def _refuse_others(connection: sqlite3.Connection, path: Path, *, upgrade: bool) -> None:
    # One snapshot: another process may be making the ledger at this moment.
    connection.execute("begin")
    try:
        if is_foreign(connection):
            raise damaged(path)
        refuse_newer(connection)
        if not upgrade:
            refuse_older(connection)
    finally:
        connection.execute("rollback")


def _first_look(path: Path, ways: tuple[str, ...]) -> sqlite3.Connection:
    """Connect and read the header, which is where a file that cannot be opened shows it."""
    way, *others = ways
    uri = f"{path.absolute().as_uri()}?{way}"
    connection = sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        if ways is _WRITING and on_network(path) and _is_in_wal(path):
            # Moved here from a local disk: leave WAL without touching shared memory.
            connection.execute("pragma locking_mode = exclusive")
        connection.execute("pragma user_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        last = not others or (others == [_AT_REST] and _has_wal(path))
        if last or error.sqlite_errorcode & 0xFF not in _NOT_THIS_WAY:
            raise
        return _first_look(path, tuple(others))
    except BaseException:
        connection.close()
        raise
    return connection


def _has_wal(path: Path) -> bool:
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _settle_journal_mode(connection: sqlite3.Connection, path: Path) -> None:
    """WAL where processes can share memory, so that readers go on during a build; else a rollback journal."""
    if on_network(path):
        mode = connection.execute("pragma journal_mode = delete").fetchone()[0]
        connection.execute("pragma locking_mode = normal")
    else:
        mode = _ask_for_wal(connection)
    # Checkpoints wait for the disk; the default of 1000 pages would stop a build every second.
    connection.execute(f"pragma wal_autocheckpoint = {_PAGES_A_CHECKPOINT}")
    connection.execute(f"pragma synchronous = {'normal' if mode == 'wal' else 'full'}")


def _is_in_wal(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(20)[18:] == b"\x02\x02"  # the header's write and read versions


def _ask_for_wal(connection: sqlite3.Connection) -> str:
    """The journal mode that SQLite grants: "wal", or "delete" where the file system cannot share memory."""
    for _ in range(_TRIES):
        try:
            mode = str(connection.execute("pragma journal_mode = wal").fetchone()[0])
            connection.execute("select count(*) from sqlite_master").fetchone()
            return mode
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL}:
                break
            if code != sqlite3.SQLITE_BUSY:
                raise
            # SQLite does not wait for this switch by itself; whoever makes the ledger now is soon done.
            time.sleep(_PAUSE)
    return str(connection.execute("pragma journal_mode = delete").fetchone()[0])


def _need_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise WorkspaceError(
            path.parent, "there is no such folder. Check the path.", "没有这个文件夹。请检查路径。"
        )
