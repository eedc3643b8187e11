"""Child processes with limits: a file that hangs, crashes or swells costs one file, not the run.

Everything that knows of processes, signals and resource limits is in this file. A child is a fresh
interpreter (nothing is forked, so no thread or lock of the parent comes along) that imports only what
`function` needs; it reads pickled items from its standard input and writes pickled outcomes. It is replaced
when it dies, when it overruns its time, and after an item that made it large.
"""

import contextlib
import ctypes
import json
import os
import pickle
import resource
import selectors
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Generic, NoReturn, TypeVar, cast

from bulian.errors import BadRequest, BulianError, Unreadable

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 64  # results kept while an earlier item is still in work
_QUEUE = 2  # items a child holds: one in work, one waiting, so that it never waits for the parent
_PIPE_ROOM = 4096  # an item up to this size can be written to a busy child without blocking
_LARGE = 400 * 1024**2  # a child that still holds more memory than this after an item is replaced
_START_SECONDS = 120  # a child may need to import what `function` needs; not counted against an item
_HEADER = struct.Struct("<Q")
_LEAVING, _NO_MEMORY = 75, 76  # exit codes of a child
_BOOT = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from bulian.corpus.workers import _serve
_serve()
"""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may use: bytes of address space in its child, seconds of the clock and the processor."""

    memory_bytes: int = 2 * 1024**3
    seconds: float = 120


_LIMITS = Limits()


def run_each(
    function: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int | None = None,
    limits: Limits = _LIMITS,
    name: Callable[[T], str] = str,
) -> Iterator[tuple[T, R | BulianError]]:
    """`(item, function(item))` for each item, in their order, worked out in child processes.

    A `BulianError` that `function` raises stands in place of its result; so does an `Unreadable`, with the
    limit or the failure, for an item whose child died, hung or ran out of memory. Children start when there
    is work for them. All are killed when the iterator is closed or interrupted, and die with this process.

    Args:
        function: a top-level function of an importable module (not of `__main__`).
        items: drawn as they are needed; best small, such as paths.
        workers: children at most; None for one a processor.
        limits: for each item.
        name: what to call an item in an `Unreadable`.

    Raises:
        BadRequest: no child can start, or `function` cannot be imported there.
    """
    if function.__module__ == "__main__" or "." in function.__qualname__:
        raise BadRequest(
            f"{function.__qualname__} must be a top-level function of an importable module.",
            f"{function.__qualname__} 须是可导入模块中的顶层函数。",
        )
    return _Pool(function, iter(items), workers or os.cpu_count() or 1, limits, name).results()


@dataclass(slots=True, eq=False)
class _Child:
    """One child process and the items it holds, the first of them in work since `since`."""

    process: subprocess.Popen[bytes]
    complaints: IO[bytes]
    holds: deque[int] = field(default_factory=deque)
    since: float = 0.0
    ready: bool = False

    @property
    def replies(self) -> IO[bytes]:
        return cast(IO[bytes], self.process.stdout)

    def send(self, payload: bytes) -> None:
        with contextlib.suppress(BrokenPipeError):  # it has died; that is seen where its replies are read
            _write(cast(IO[bytes], self.process.stdin), payload)

    def give(self, number: int, payload: bytes) -> None:
        if not self.holds:
            self.since = time.monotonic()
        self.holds.append(number)
        self.send(payload)

    def end(self) -> tuple[int, str]:
        """Kill and bury it: its exit code, and the last line of what it complained of."""
        self.process.kill()
        with contextlib.suppress(BrokenPipeError), self.process:
            pass  # leaving the context closes the pipes and waits
        with self.complaints as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 4096))
            lines = file.read().decode("utf-8", "replace").strip().splitlines()
        return self.process.wait(), (lines[-1].strip() if lines else "")


class _Pool(Generic[T, R]):
    """The state of one `run_each`: who holds what, and which outcomes wait for an earlier one."""

    def __init__(
        self,
        function: Callable[[T], R],
        items: Iterator[T],
        workers: int,
        limits: Limits,
        name: Callable[[T], str],
    ) -> None:
        self._greeting = pickle.dumps((os.getpid(), limits)), pickle.dumps(function)
        self._items, self._workers, self._limits, self._name = enumerate(items), workers, limits, name
        self._open: dict[int, T] = {}  # drawn, outcome not yet handed over
        self._again: deque[int] = deque()  # drawn, to be given to a child
        self._done: dict[int, R | BulianError] = {}
        self._children: list[_Child] = []

    def results(self) -> Iterator[tuple[T, R | BulianError]]:
        following = 0
        try:
            while self._hand_out():
                self._collect()
                while following in self._done:
                    yield self._open.pop(following), self._done.pop(following)
                    following += 1
        finally:
            for child in self._children:
                child.end()

    def _hand_out(self) -> bool:
        """Give items to children that have room; False when nothing is left to do or to wait for."""
        while (number := self._draw()) is not None:
            payload = pickle.dumps(self._open[number])
            child = self._child_with_room(len(payload))
            if child is None:
                self._again.appendleft(number)
                break
            child.give(number, payload)
        return bool(self._open)

    def _draw(self) -> int | None:
        if self._again:
            return self._again.popleft()
        if len(self._open) >= _AHEAD:
            return None
        for number, item in self._items:
            self._open[number] = item
            return number
        return None

    def _child_with_room(self, size: int) -> _Child | None:
        for ended in [c for c in self._children if not c.holds and c.process.poll() is not None]:
            self._bury(ended)  # it left after its last item
        child = min(self._children, key=lambda child: len(child.holds), default=None)
        if child is not None and not child.holds:
            return child
        if len(self._children) < self._workers:
            return self._start()
        return child if child and len(child.holds) < _QUEUE and size <= _PIPE_ROOM else None

    def _start(self) -> _Child:
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the child ends
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", _BOOT, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                bufsize=0,
            )
        except OSError as error:
            raise _cannot_start(str(error)) from error
        child = _Child(process, complaints)
        self._children.append(child)
        for part in self._greeting:
            child.send(part)
        return child

    def _collect(self) -> None:
        """Wait for outcomes, ends and overruns of children, and take note of them."""
        busy = [child for child in self._children if child.holds]
        first = min((self._deadline(child) for child in busy), default=0.0)
        with selectors.DefaultSelector() as selector:
            for child in busy:
                selector.register(child.replies, selectors.EVENT_READ, child)
            ready = [key.data for key, _ in selector.select(max(0.0, first - time.monotonic()))]
        for child in ready:
            self._take_from(child)
        for child in busy:
            if child not in ready and time.monotonic() >= self._deadline(child):
                self._overrun(child)

    def _deadline(self, child: _Child) -> float:
        return child.since + (self._limits.seconds if child.ready else _START_SECONDS)

    def _take_from(self, child: _Child) -> None:
        payload = _read(child.replies)
        child.since = time.monotonic()
        if payload is None:
            self._bury(child)
        elif not child.ready:
            child.ready = True
        else:
            self._done[child.holds.popleft()] = pickle.loads(payload)  # noqa: S301 - from our own child

    def _overrun(self, child: _Child) -> None:
        if not child.ready:
            raise _cannot_start(f"{_START_SECONDS} s")
        number = child.holds.popleft()
        self._remove(child)
        self._done[number] = _too_slow(self._name(self._open[number]), self._limits)

    def _bury(self, child: _Child) -> None:
        """Replace a child that ended by itself; the item it had in work is to blame, unless it just left."""
        number = child.holds.popleft() if child.holds else None
        code, complaint = self._remove(child)
        if code != _LEAVING and not child.ready:
            raise _cannot_start(complaint or f"exit code {code}")
        if number is not None and code == _LEAVING:
            self._again.appendleft(number)
        elif number is not None:
            self._done[number] = _why(self._name(self._open[number]), self._limits, code, complaint)

    def _remove(self, child: _Child) -> tuple[int, str]:
        self._children.remove(child)
        self._again.extendleft(reversed(child.holds))
        return child.end()


def _why(item: str, limits: Limits, code: int, complaint: str) -> Unreadable:
    if code == -signal.SIGXCPU:
        return _too_slow(item, limits)
    # Killed by another hand is the kernel short of memory; C++ and Rust say so in their own words.
    if code in (_NO_MEMORY, -signal.SIGKILL) or "bad_alloc" in complaint or "memory allocation" in complaint:
        size = limits.memory_bytes // 1024**2
        return Unreadable(
            item,
            f"reading it takes more memory than allowed ({size} MB). Split it, or keep what you need of it.",
            f"读取它所需的内存超过上限（{size} MB）。请拆分文件，或只保留需要的部分。",
        )
    reason = complaint or (signal.Signals(-code).name if code < 0 else f"exit code {code}")
    return Unreadable(
        item,
        f"its reader broke off ({reason}). Open it in the program that made it, save it anew, bring that.",
        f"读取中断（{reason}）。请用原来的程序打开它，另存一份，再放进来。",
    )


def _too_slow(item: str, limits: Limits) -> Unreadable:
    return Unreadable(
        item,
        f"it was not read within {limits.seconds:g} seconds. Split it, or keep only the parts you need.",
        f"{limits.seconds:g} 秒内没有读完。请拆分文件，或只保留需要的部分。",
    )


def _cannot_start(reason: str) -> BadRequest:
    return BadRequest(
        f"The processes that read files cannot start: {reason}. Run `bulian doctor`.",
        f"读取文件的进程无法启动：{reason}。请运行 `bulian doctor`。",
    )


def _serve() -> NoReturn:
    """The life of a child: limits first, then items, until the parent closes the pipe."""
    # Parsers may print: the pipes of the protocol are moved out of their reach.
    # The sink stays open to the very end: its closing tells the parent that our exit code is there.
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", closefd=False)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    parent, limits = pickle.loads(_read(source) or b"")  # noqa: S301 - from our own parent
    _limit_process(parent, limits)
    function = pickle.loads(_read(source) or b"")  # noqa: S301
    with contextlib.suppress(BrokenPipeError):  # the parent is gone, and so are we
        _write(sink, b"ready")
        while (payload := _read(source)) is not None:
            _write(sink, _work_out(function, payload, limits))
            if _resident_bytes() > _LARGE:
                os._exit(_LEAVING)
    os._exit(0)


def _work_out(function: Callable[[Any], object], payload: bytes, limits: Limits) -> bytes:
    os.ftruncate(2, 0)  # complaints of an earlier item
    os.lseek(2, 0, os.SEEK_SET)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(usage.ru_utime + usage.ru_stime + limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    try:
        return pickle.dumps(function(pickle.loads(payload)))  # noqa: S301
    except BulianError as error:
        return pickle.dumps(error)
    except MemoryError:
        os._exit(_NO_MEMORY)


def _resident_bytes() -> int:
    """Memory in use now; 0 where the system does not tell.

    Not `ru_maxrss`: a child inherits the peak of its parent there.
    """
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _limit_process(parent: int, limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    if sys.platform == "linux":
        die_with_parent = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(die_with_parent, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def _write(pipe: IO[bytes], payload: bytes) -> None:
    rest = memoryview(_HEADER.pack(len(payload)) + payload)
    while rest:
        rest = rest[pipe.write(rest) :]
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes | None:
    """The next payload; None at the pipe's end, also in the middle of a payload."""
    header = _read_exactly(pipe, _HEADER.size)
    return header and _read_exactly(pipe, _HEADER.unpack(header)[0])


def _read_exactly(pipe: IO[bytes], size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = pipe.read(min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)
