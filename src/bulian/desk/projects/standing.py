"""Where projects stand: stage, days in it, planned investment apart from money paid in, slips, conversion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.projects.machine import Step, begun, reached, step_of
from bulian.desk.values import number
from bulian.vocab.stages import Size, Stage, size_of, stages


@dataclass(frozen=True, slots=True)
class Slip:
    """A stage that came later than promised, or has not come: `days` after the promised day."""

    stage: Stage
    promised: str
    came: str | None
    days: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One project on a day.

    Attributes:
        steps: all steps, also those taken back, oldest first; the last is where it stands.
        days: since it came to its stage. stuck: it stays longer than the stage's limit.
        total: planned investment in yuan; None where it is not known. paid: the sum of money paid in with
            proof, never a part of `total`; payments: the keys of those rows.
        slips: stages later than promised. claimed: the stage that a table claims beyond what is shown; "".
        ended: the day it was given up and why; None while it goes on.
    """

    row: Row
    steps: tuple[Step, ...]
    days: int
    stuck: bool
    total: Decimal | None
    paid: Decimal
    payments: tuple[str, ...]
    slips: tuple[Slip, ...]
    claimed: str
    ended: tuple[str, str] | None

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self.steps[-1].stage

    @property
    def share(self) -> Decimal | None:
        """Paid in over planned, in per cent; None where the plan is not known, or no payment is."""
        return self.paid / self.total * 100 if self.total and self.payments else None

    @property
    def size(self) -> Size | None:
        """The class of size; None where planned investment is not known."""
        return None if self.total is None else size_of(self.total)


@dataclass(frozen=True, slots=True)
class Passage:
    """Of the projects that came to a stage or beyond, how many came to the next or beyond."""

    stage: Stage
    here: tuple[str, ...]
    reached: int
    further: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """Stage by stage, of the real projects or apart from them the made-up ones; `paid` is in yuan."""

    synthetic: bool
    passages: tuple[Passage, ...]
    paid: Decimal


def standing(row: Row, payments: Iterable[Row], today: date) -> Standing:
    """Where a project stands on a day, from its row and the payments of all projects."""
    steps = (begun(row.since), *map(step_of, row.moves))
    paid = [one for one in payments if one.get("project") == row.key]
    days = max(0, (today - last_of(steps[-1].on)).days)
    limit = steps[-1].stage.stuck
    return Standing(
        row, steps, days, bool(limit and days > limit and row.ended is None),
        number(row.get("total")) if row.get("total") else None,
        sum((number(one.get("amount")) for one in paid), Decimal(0)), tuple(one.key for one in paid),
        _slips(row, reached(steps), today), _claimed(row, steps[-1].stage), row.ended,
    )  # fmt: skip


def funnels(several: Iterable[Standing]) -> tuple[Funnel, ...]:
    """The funnel of the real projects, and that of the made-up ones, where there are any."""
    known = list(several)
    kinds = [[one for one in known if one.row.synthetic is made_up] for made_up in (False, True)]
    return tuple(
        Funnel(mine[0].row.synthetic, passages(mine), sum((one.paid for one in mine), Decimal(0)))
        for mine in kinds
        if mine
    )


def passages(several: Iterable[Standing]) -> tuple[Passage, ...]:
    """Stage by stage: who is there now, who came so far, who further; who gave up counts where it was."""
    known = list(several)
    places = [one.stage.place for one in known]
    found = []
    for stage in stages():
        here = tuple(one.row.key for one in known if one.stage == stage and one.ended is None)
        count = sum(place >= stage.place for place in places)
        further = sum(place > stage.place for place in places)
        found.append(Passage(stage, here, count, further))
    return tuple(found)


def _slips(row: Row, held: Mapping[str, Step], today: date) -> tuple[Slip, ...]:
    found = []
    place = max(step.stage.place for step in held.values())
    for stage in stages():
        promised = row.get(stage.planned) if stage.planned else ""
        step = held.get(stage.key)
        # A stage that was skipped has no day; whether it slipped is not known.
        if not promised or (step is None and (stage.place < place or row.ended)):
            continue
        days = ((last_of(step.on) if step else today) - last_of(promised)).days
        if days > 0:
            found.append(Slip(stage, promised, step.on if step else None, days))
    return tuple(found)


def _claimed(row: Row, shown: Stage) -> str:
    """The stage that a table names and no evidence shows, or the words it uses for one."""
    words = row.get("claimed")
    named = [one for one in stages() if one.zh in words]
    if not words or (named and max(one.place for one in named) <= shown.place):
        return ""
    return words
