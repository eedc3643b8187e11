"""Bring a ledger's schema up to date: the numbered steps that are missing, all or none; then the views."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

from bulian.errors import LedgerError

APPLICATION = 0x62756C69  # "buli" in the file's header: which program's database this is


@cache
def steps() -> dict[int, str]:
    """The SQL that leads to each version, by number."""
    folder = files("bulian.ledger.migrations")
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    numbered = {int(name[:4]): folder.joinpath(name).read_text(encoding="utf-8") for name in found}
    if list(numbered) != list(range(1, len(numbered) + 1)):
        raise AssertionError(f"migrations are not numbered 1, 2, 3 …: {found}")
    return numbered


@cache
def views() -> dict[str, str]:
    """The statement that creates each view, by name."""
    folder = files("bulian.ledger.views")
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return {
        name[:-4]: f"CREATE VIEW {name[:-4]} as\n{folder.joinpath(name).read_text(encoding='utf-8').strip()}"
        for name in found
    }


def version(connection: sqlite3.Connection) -> int:
    """The schema's version; 0 for a file that is still empty."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file belongs to another program."""
    if connection.execute("pragma application_id").fetchone()[0] == APPLICATION:
        return False
    return bool(version(connection) or connection.execute("select 1 from sqlite_master").fetchone())


def refuse_newer(connection: sqlite3.Connection) -> None:
    """Raise `LedgerError` where a newer bulian wrote the ledger."""
    found, known = version(connection), len(steps())
    if found > known:
        raise LedgerError(
            f"A newer bulian wrote the ledger (schema {found}, known here: {known}). Upgrade bulian, or "
            "delete ledger.db and run `bulian build`.",
            f"账本由更新版本的 bulian 写成（结构 {found}，此处只认得 {known}）。"
            "请升级 bulian，或删除 ledger.db 后运行 `bulian build`。",
        )


def refuse_older(connection: sqlite3.Connection) -> None:
    """Raise `LedgerError` where an older bulian wrote the ledger; a file that is still empty is none's."""
    found, known = version(connection), len(steps())
    if 0 < found < known:
        raise LedgerError(
            f"An older bulian built this workspace (ledger of schema {found}, here {known}). Run "
            "`bulian build`: it brings the ledger up to date and reads with this version; sources and "
            "journal stay as they are.",
            f"这个工作区由旧版本的 bulian 建成（账本结构 {found}，此处为 {known}）。请运行 `bulian build`："
            "它会更新账本，并用本版本重新读取；sources 和日志都不改动。",
        )


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether schema and views are those of this version."""
    return version(connection) == len(steps()) and _views_there(connection) == views()


def migrate(connection: sqlite3.Connection) -> None:
    """Take every step that is missing, and make the views anew where they differ, in one transaction."""
    if is_current(connection):
        return
    with _whole(connection):
        # Asked again inside: another process may have done it while we waited.
        for number, sql in steps().items():
            if version(connection) < number:
                for statement in _statements(sql):
                    connection.execute(statement)
                connection.execute(f"pragma user_version = {number}")
        connection.execute(f"pragma application_id = {APPLICATION}")
        if _views_there(connection) != views():
            for name in _views_there(connection):
                connection.execute(f'drop view "{name}"')
            for statement in views().values():
                connection.execute(statement)


def _views_there(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("select name, sql from sqlite_master where type = 'view'"))


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _statements(sql: str) -> Iterator[str]:
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise AssertionError(f"a migration ends without a semicolon: {pending!r}")
