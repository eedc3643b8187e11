"""The workspace behind the pages: one assessment for many requests, made anew when the ledger changes."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from operator import attrgetter
from pathlib import Path

from bulian.corpus.workspace import OWN, Workspace
from bulian.errors import BulianError
from bulian.ledger.opening import read_ledger
from bulian.ledger.persons import FILE as PERSONS
from bulian.publish.site.answers import Answers
from bulian.publish.site.links import Served
from bulian.publish.site.site import Site
from bulian.publish.wording import wording
from bulian.serve.guard import new_token

Asking = Callable[[Workspace, str], Answers]
"""Gives what pages ask of a workspace at a time, ISO 8601."""


class Desk:
    """Opens the ledger for each request and keeps what was assessed of it while nothing changes."""

    def __init__(self, workspace: Workspace, asking: Asking, clock: Callable[[], str]) -> None:
        self.workspace = workspace
        self._asking, self._clock = asking, clock
        self.token = new_token()
        self._lock = threading.Lock()
        self._stamp: object = None
        self._kept: Answers | None = None

    @contextmanager
    def site(self, lang: str) -> Iterator[Site]:
        """The pages of the workspace in a language, as its ledger stands now.

        Raises:
            LedgerError: there is no ledger yet, or another version wrote it.
        """
        with read_ledger(self.workspace.ledger) as ledger:
            with self._lock:
                now = self._clock()
                stamp = now[:10], _stamp(self.workspace)
                if self._kept is None or stamp != self._stamp:
                    fresh = self._asking(self.workspace, now)
                    _ = fresh.ground  # assessed under the lock, so that nobody does it twice
                    self._kept, self._stamp = fresh, stamp
                    _spare()
                answers = self._kept
            yield Site(
                name=self.workspace.name, region=self.workspace.region, ledger=ledger, ground=answers.ground,
                answers=answers, words=wording(lang), links=Served(), live=True, token=self.token,
            )  # fmt: skip

    def warm(self) -> None:
        """Ask everything once, so that the first reader need not wait; trouble is told to who asks again."""
        with suppress(BulianError), self.site("zh") as site:
            for ask in _FIRST_ASKED:
                with suppress(BulianError):
                    ask(site.answers)
            _spare()


_FIRST_ASKED: tuple[Callable[[Answers], object], ...] = (
    attrgetter("followed"), attrgetter("checked"), attrgetter("shapes"), attrgetter("economy"),
    attrgetter("chains"), attrgetter("desk"), attrgetter("matched"), attrgetter("scorecard"),
    attrgetter("firms"), attrgetter("opportunities"), lambda answers: answers.prospects(None),
    attrgetter("applied"),
)  # fmt: skip
"""What the pages of the masthead show, in the order in which readers need it."""


def _spare() -> None:
    """Have the search for garbage pass over what is kept, or some request waits while all is walked."""
    gc.unfreeze()  # what was kept before this goes with the rest
    gc.collect()
    gc.freeze()


def _stamp(workspace: Workspace) -> object:
    """Changes whenever ledger, journal or the district's own files do."""
    files = [
        workspace.ledger,
        workspace.ledger.with_name("ledger.db-wal"),
        workspace.root / PERSONS,
        *sorted(workspace.journal.glob("*.head")),
        *sorted(file for folder in OWN for file in (workspace.root / folder).glob("*.*")),
    ]
    return tuple(_state(file) for file in files)


def _state(file: Path) -> tuple[str, int, int]:
    try:
        state = file.stat()
    except FileNotFoundError:
        return file.name, 0, 0
    if not state.st_size:  # opening the ledger makes an empty log, in which nothing stands
        return file.name, 0, 0
    return file.name, state.st_mtime_ns, state.st_size
