import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bulian.errors import WorkspaceError
from bulian.ledger.locking import exclusive
from tests.ledger.making import DAY

HOLD = (
    "import sys; from pathlib import Path; from bulian.ledger.locking import exclusive\n"
    f"with exclusive(Path(sys.argv[1]), started='{DAY}'): print('held', flush=True); sys.stdin.read()"
)


def test_a_second_build_is_told_who_holds_the_lock_until_it_is_killed(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceError) as caught, exclusive(tmp_path, started="now"):
            pass
        assert f"pid {first.pid}, since {DAY}" in str(caught.value)
        assert f"进程 {first.pid}" in caught.value.say("zh")
        first.send_signal(signal.SIGKILL)
    with exclusive(tmp_path, started="now"):
        pass


def test_the_lock_is_free_after_its_block(tmp_path: Path) -> None:
    for _ in range(2):
        with exclusive(tmp_path, started=DAY):
            pass


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no such folder"), exclusive(tmp_path / "no", started=DAY):
        pass


FORK = (
    "import os, sys; from pathlib import Path; from bulian.ledger.locking import exclusive\n"
    f"with exclusive(Path(sys.argv[1]), started='{DAY}'):\n"
    "    if os.fork() == 0: print('held', flush=True)\n"
    "    sys.stdin.read()"
)


def test_a_worker_that_outlives_its_killed_build_does_not_keep_the_lock(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", FORK, str(tmp_path)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=60)
        # The worker still waits for its input here.
        with exclusive(tmp_path, started="now"):
            pass
