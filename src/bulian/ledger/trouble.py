"""What the disk and SQLite complain of, said as our own errors: what happened, where, what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulian.errors import BulianError, LedgerError, WorkspaceError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY = 0xFF  # the low byte of an extended result code is its class


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside into `LedgerError` and `WorkspaceError` about `place`.

    What only a mistake in our own SQL can raise passes through as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        ours = _from_sqlite(place, error)
        if ours is None:
            raise
        raise ours from error
    except OSError as error:
        raise from_system(place, error) from error


def from_system(place: Path, error: OSError) -> WorkspaceError:
    """What the operating system refused, as an error of the workspace."""
    if error.errno in _FULL:
        return disk_full(place)
    if error.errno in _FORBIDDEN:
        return read_only(place)
    said = error.strerror or str(error)
    return WorkspaceError(
        place,
        f"{said}. Check the disk or the network drive, then run again.",
        f"{said}。请检查磁盘或网络盘，再运行一次。",
    )


def disk_full(place: Path) -> WorkspaceError:
    """No room left; whole transactions only, so nothing is half-written."""
    return WorkspaceError(
        place,
        "the disk is full. Nothing was half-written: free some space and run again.",
        "磁盘已满。没有写坏任何内容：请腾出空间，再运行一次。",
    )


def read_only(place: Path) -> WorkspaceError:
    """Nothing can be written here."""
    return WorkspaceError(
        place,
        "cannot be written. Give yourself write permission, or copy the workspace to a folder of your own.",
        "无法写入。请取得写权限，或把工作区复制到自己的文件夹。",
    )


def damaged(place: Path) -> LedgerError:
    """Not a database of ours, or a broken one; it is derived, so nothing is lost with it."""
    return LedgerError(
        f"{place} is damaged or no bulian ledger. It holds nothing that cannot be made anew: "
        "delete it and run `bulian build`.",
        f"{place} 已损坏，或不是 bulian 的账本。它的内容都能重建：请删除它，再运行 `bulian build`。",
    )


def _from_sqlite(place: Path, error: sqlite3.Error) -> BulianError | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code in _DAMAGED:
        return damaged(place)
    if code == sqlite3.SQLITE_FULL:
        return disk_full(place)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return read_only(place)
    if code == sqlite3.SQLITE_IOERR:
        return WorkspaceError(
            place,
            f"reading or writing failed ({error}). Is the disk full or the drive gone? Then run again.",
            f"读写失败（{error}）。请检查磁盘是否已满、网络盘是否断开，再运行一次。",
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}:
        return LedgerError(
            f"{place} is being written by another process. Wait a moment and run again.",
            f"{place} 正被另一个进程写入。请稍候再运行一次。",
        )
    return None
