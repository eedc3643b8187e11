"""Run `bulian …` in this process, as the installed command does."""

from contextvars import copy_context
from dataclasses import dataclass

import pytest

from bulian.cli import app


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


class Bulian:
    """Calls the command line; the clock stands still."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capture = patch, capture
        patch.setenv("BULIAN_NOW", "2026-01-31T09:00:00+08:00")
        patch.delenv("BULIAN_LANG", raising=False)

    def __call__(self, *arguments: object) -> Said:
        self._patch.setattr("sys.argv", ["bulian", *map(str, arguments)])
        self._capture.readouterr()
        try:
            # What one command chose (--lang en) must not reach the next.
            copy_context().run(app.main)
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        captured = self._capture.readouterr()
        assert "Traceback" not in captured.err
        return Said(captured.out, captured.err, code)
