"""Many files, small processes: one bad file costs one file."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bulian.corpus.workers import Limits, run_each
from bulian.errors import BadRequest, Unreadable


def double(number: int) -> int:
    return number * 2


def misbehave(order: str) -> str:
    """What a parser may do with a file made to hurt it."""
    if order == "refuse":
        raise Unreadable("a.docx", "is broken.", "已损坏。")
    if order == "sleep":
        time.sleep(60)
    if order == "spin":
        while True:
            pass
    if order == "swell":
        return "x" * 10**10
    if order == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if order == "fail":
        raise KeyError("no such part")
    if order == "print":
        print("a parser's chatter", flush=True)  # noqa: T201
        os.write(1, b"and a C library's")
    return order


KEPT: list[bytes] = []


def swell_and_say_process(size: int) -> int:
    KEPT.append(b"x" * size)
    return os.getpid()


def process_id(_: int) -> int:
    return os.getpid()


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(run_each(double, range(200), workers=2)) == [(n, 2 * n) for n in range(200)]


def test_no_items_start_no_process() -> None:
    assert list(run_each(double, [])) == []


def test_one_bad_item_costs_one_item() -> None:
    orders = ["a", "refuse", "swell", "b", "crash", "fail", "c", "sleep", "d", "print", "e", "spin", "f"]
    limits = Limits(memory_bytes=500 * 1024**2, seconds=3)
    outcomes = dict(run_each(misbehave, orders, workers=2, limits=limits))
    assert list(outcomes) == orders
    assert [o for o in orders if outcomes[o] == o] == ["a", "b", "c", "d", "print", "e", "f"]
    said = {o: str(outcomes[o]) for o in orders if isinstance(outcomes[o], Unreadable)}
    assert said["refuse"] == "a.docx: is broken."
    assert "swell: " in said["swell"]
    assert "500 MB" in said["swell"]
    assert "3 seconds" in said["sleep"]
    assert "3 seconds" in said["spin"]
    assert "SIGSEGV" in said["crash"]
    assert "KeyError" in said["fail"]


def test_a_child_that_stays_large_is_replaced_and_no_item_is_lost() -> None:
    sizes = [10, 450 * 1024**2, 11, 12]
    first, second, third, last = [process for _, process in run_each(swell_and_say_process, sizes, workers=1)]
    assert first == second != third == last


def test_a_large_parent_does_not_cost_its_children() -> None:
    large = b"x" * 450 * 1024**2
    assert len({process for _, process in run_each(process_id, range(50), workers=1)}) == 1
    assert len(large) > 0


def test_items_larger_than_a_pipe_do_not_block() -> None:
    items = ["x" * 3_000_000] * 6
    assert [r for _, r in run_each(misbehave, items, workers=2)] == items


def test_children_are_killed_when_the_iterator_is_closed() -> None:
    results = run_each(process_id, range(100), workers=2)
    _, child = next(results)
    results.close()  # type: ignore[attr-defined]  # a generator
    with pytest.raises(ProcessLookupError):
        os.kill(int(str(child)), 0)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_child_outlives_its_parent(how: signal.Signals, tmp_path: Path) -> None:
    script = (
        "from bulian.corpus.workers import run_each\n"
        "from tests.corpus.test_workers import note_and_sleep\n"
        f"list(run_each(note_and_sleep, [{str(tmp_path / 'a')!r}, {str(tmp_path / 'b')!r}], workers=2))\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2]
    )
    wait_until(lambda: (tmp_path / "a").exists() and (tmp_path / "b").exists())
    parent.send_signal(how)
    parent.wait()
    wait_until(lambda: not any(is_running(int((tmp_path / name).read_text())) for name in "ab"))


def note_and_sleep(path: str) -> None:
    Path(path + "~").write_text(str(os.getpid()))
    Path(path + "~").rename(path)
    while True:
        pass


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def test_a_function_that_cannot_be_imported_is_refused() -> None:
    def local(number: int) -> int:
        return number

    with pytest.raises(BadRequest, match="importable"):
        run_each(local, [1])


def test_limits_too_small_to_start_are_said() -> None:
    with pytest.raises(BadRequest, match="cannot start"):
        list(run_each(double, [1], limits=Limits(memory_bytes=1024**2)))
