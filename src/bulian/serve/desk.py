"""The workspace behind the pages: one assessment for many requests, made anew when the workspace changes.

A small district is assessed while the reader waits. A large one takes minutes: until they are over, pages
show what was assessed before, with what was judged since set right, and say that they are being recomputed.
"""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from operator import attrgetter

from bulian.corpus.workspace import Workspace
from bulian.errors import BulianError
from bulian.ledger import judging, query
from bulian.ledger.handle import Ledger
from bulian.ledger.opening import read_ledger
from bulian.publish.site.answers import Answers
from bulian.publish.site.ground import Ground
from bulian.publish.site.html import render
from bulian.publish.site.links import Served
from bulian.publish.site.renewed import renewed
from bulian.publish.site.site import Site
from bulian.publish.wording import wording
from bulian.serve.guard import new_token
from bulian.serve.stamp import Stamp, stamp

Asking = Callable[[Workspace, str], Answers]
"""Gives what pages ask of a workspace at a time, ISO 8601."""
AT_ONCE = 20_000
"""So many facts are assessed within seconds, while the reader waits; more of them while the pages go on."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A workspace as it was assessed.

    Attributes:
        stamp: of which state. line: the last judgement that was known.
        behind: the state is a newer one than that of the answers.
    """

    ground: Ground
    answers: Answers
    stamp: Stamp
    line: int
    behind: bool = False


class Desk:
    """Opens the ledger for each request and keeps what was assessed of it while nothing changes.

    Attributes:
        at_once: how many facts are assessed anew while the reader waits. asking: assesses.
    """

    def __init__(self, workspace: Workspace, asking: Asking, clock: Callable[[], str]) -> None:
        self.workspace = workspace
        self.at_once = AT_ONCE
        self.asking, self._clock = asking, clock
        self.token = new_token()
        self._lock = threading.Lock()
        self._kept: Assessed | None = None
        self._shown: Assessed | None = None
        self._worker: threading.Thread | None = None

    @contextmanager
    def site(self, lang: str) -> Iterator[Site]:
        """The pages of the workspace in a language, as its ledger stands now.

        Raises:
            LedgerError: there is no ledger yet, or another version wrote it.
        """
        with read_ledger(self.workspace.ledger) as ledger:
            one = self._standing(ledger)
            yield Site(
                name=self.workspace.name, region=self.workspace.region, ledger=ledger, ground=one.ground,
                answers=one.answers, words=wording(lang), links=Served(), live=True, token=self.token,
                behind=one.behind,
            )  # fmt: skip

    def warm(self) -> None:
        """Make the first page, then ask everything once: no reader waits. Who asks again hears of trouble."""
        for lang in ("zh", "en"):
            with suppress(BulianError), self.site(lang) as site:
                render(site, "portrait", {})
        with suppress(BulianError), self.site("zh") as site:
            _ask_all(site.answers)
            _spare()

    def caught_up(self) -> None:
        """Wait until what is being recomputed is done."""
        if worker := self._worker:
            worker.join()

    def _standing(self, ledger: Ledger) -> Assessed:
        with self._lock:  # held while a small district is assessed, so that nobody does it twice
            now = stamp(self.workspace, self._clock())
            shown = self._shown
            if self._kept is None or shown is None or not self._goes_on(self._kept, now):
                shown = self._kept = self._shown = self._assessed()
                _spare()
            elif shown.stamp != now:
                shown = self._shown = _amended(self._kept, ledger, now)
            if shown.behind:
                self._start()
            return shown

    def _goes_on(self, one: Assessed, now: Stamp) -> bool:
        """Whether pages may show this for now; nobody who was forgotten, however long it takes to assess."""
        large = len(one.ground.facts) > self.at_once
        return one.stamp == now or (large and one.stamp.forgotten == now.forgotten)

    def _assessed(self) -> Assessed:
        """The workspace as it stands; a change meanwhile makes the stamp an old one."""
        time = self._clock()
        seen = stamp(self.workspace, time)
        with read_ledger(self.workspace.ledger) as ledger:
            line = judging.last_line(ledger)
        answers = self.asking(self.workspace, time)
        return Assessed(answers.ground, answers, seen, line)

    def _start(self) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._catch_up, daemon=True)
            self._worker.start()

    def _catch_up(self) -> None:
        """Assess anew until nothing changed meanwhile; trouble is told to who asks next."""
        try:
            with _unsearched():
                while not self._took(self._assessed()):
                    pass
        except BulianError:
            with self._lock:
                self._kept = self._shown = None
        finally:
            self._worker = None

    def _took(self, fresh: Assessed) -> bool:
        _ask_all(fresh.answers)
        with self._lock:
            now = stamp(self.workspace, self._clock())
            if self._goes_on(fresh, now):
                self._kept = self._shown = fresh
            return fresh.stamp == now


def _amended(one: Assessed, ledger: Ledger, now: Stamp) -> Assessed:
    """What was assessed before, for a workspace that has changed, with what was judged since as it is now."""
    told = [query.fact(ledger, fact_id) for fact_id in judging.judged_after(ledger, one.line)]
    answers = one.answers if one.stamp.entered == now.entered else one.answers.beside()
    return replace(one, ground=renewed(one.ground, told), answers=answers, stamp=now, behind=True)


_FIRST_ASKED: tuple[Callable[[Answers], object], ...] = (
    attrgetter("followed"), attrgetter("checked"), attrgetter("shapes"), attrgetter("economy"),
    attrgetter("chains"), attrgetter("desk"), attrgetter("matched"), attrgetter("scorecard"),
    attrgetter("firms"), attrgetter("opportunities"), lambda answers: answers.prospects(None),
    attrgetter("applied"),
)  # fmt: skip
"""What the pages of the masthead show, in the order in which readers need it."""


def _ask_all(answers: Answers) -> None:
    for ask in _FIRST_ASKED:
        with suppress(BulianError):
            ask(answers)


@contextmanager
def _unsearched() -> Iterator[None]:
    """Within this only young objects are searched for garbage: pages would wait while all is walked."""
    before = gc.get_threshold()
    gc.set_threshold(*before[:2], _NEVER)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)


_NEVER = 2**30


def _spare() -> None:
    """Have the search for garbage pass over what is kept, or some request waits while all is walked."""
    gc.unfreeze()  # what was kept before this goes with the rest
    gc.collect()
    gc.freeze()
