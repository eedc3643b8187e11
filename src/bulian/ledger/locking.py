"""Locks between processes that a killed process cannot leave behind; the only file that needs POSIX."""

import errno
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulian.errors import WorkspaceError
from bulian.ledger.trouble import from_system, told

LOCK_NAME = ".build.lock"
_TAKEN = {errno.EWOULDBLOCK, errno.EACCES}
_open: set[int] = set()


@contextmanager
def exclusive(workspace: Path, *, started: str) -> Iterator[None]:
    """One build of a workspace at a time; `started` is the build's time, shown to whoever comes second.

    The lock belongs to the process: it is free again when the process ends, however it ends.

    Raises:
        WorkspaceError: another build is running, or the folder cannot be written.
    """
    with _opened(workspace / LOCK_NAME) as descriptor:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _TAKEN:
                raise _busy(workspace, _holder(descriptor)) from error
            raise _no_locks(workspace, error) from error
        with told(workspace):
            _sign(descriptor, started)
        yield


@contextmanager
def held(lock: Path) -> Iterator[None]:
    """Wait for the lock file and hold it; for work of milliseconds."""
    with _opened(lock) as descriptor:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError as error:
            raise _no_locks(lock.parent, error) from error
        yield


@contextmanager
def _opened(lock: Path) -> Iterator[int]:
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except FileNotFoundError as error:
        raise WorkspaceError(
            lock.parent, "there is no such folder. Check the path.", "没有这个文件夹。请检查路径。"
        ) from error
    except OSError as error:
        raise from_system(lock.parent, error) from error
    _open.add(descriptor)
    try:
        yield descriptor
    finally:
        # A forked child that runs through here has let go already.
        if descriptor in _open:
            _open.discard(descriptor)
            os.close(descriptor)


def _let_go() -> None:
    while _open:
        os.close(_open.pop())


# A forked worker would share the lock and keep it when its parent is killed.
os.register_at_fork(after_in_child=_let_go)


def _sign(descriptor: int, started: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "started": started}).encode(), 0)


def _holder(descriptor: int) -> tuple[str, str]:
    try:
        signed = json.loads(os.pread(descriptor, 4096, 0))
        return str(signed["pid"]), str(signed["started"])
    except (ValueError, KeyError, TypeError, OSError):
        # The holder has the lock and has not signed yet.
        return "?", "?"


def _busy(workspace: Path, holder: tuple[str, str]) -> WorkspaceError:
    pid, started = holder
    return WorkspaceError(
        workspace,
        f"another build is running (pid {pid}, since {started}). Wait until it ends, then run again.",
        f"另一个 build 正在运行（进程 {pid}，开始于 {started}）。请等它结束，再运行一次。",
    )


def _no_locks(place: Path, error: OSError) -> WorkspaceError:
    said = error.strerror or str(error)
    return WorkspaceError(
        place,
        f"this file system has no file locks ({said}). Copy the workspace to a local disk.",
        f"此文件系统不支持文件锁（{said}）。请把工作区复制到本地磁盘。",
    )
