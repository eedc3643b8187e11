"""No stage without dated evidence, never back without a reason: by hand, and against a model of any walk."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bulian.desk.projects.machine import Evidence, Step, advanced, begun, reached, step_of, told_of
from bulian.errors import BadRequest, BulianError, JournalError
from bulian.vocab.stages import stage, stages

PAPER = Evidence("document", "签约书.txt")
NOW = "2026-12-31T09:00:00+08:00"


def step(name: str, on: str, evidence: Evidence | None = PAPER, why: str = "") -> Step:
    return Step(stage(name), on, evidence, "P1", NOW, why)


def test_forward_by_evidence_and_back_with_a_reason() -> None:
    walk: tuple[Step, ...] = (begun("2026-01-01"),)
    walk = advanced(walk, step("签约", "2026-02-01"))
    walk = advanced(walk, step("开工", "2026-03-01"))
    assert list(reached(walk)) == ["lead", "signed", "started"]
    walk = advanced(walk, step("在谈", "2026-04-01", None, why="条款重议"))
    assert walk[-1].stage.key == "talks"
    assert list(reached(walk)) == ["lead", "talks"]


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (step("开工", "2026-03-01", None), JournalError),
        (step("开工", "2026-03-01", Evidence("visit", "1")), BadRequest),
        (step("签约", "2026-03-01"), BadRequest),
        (step("开工", "2026-01-15"), BadRequest),
        (step("开工", "2027-01-01"), BadRequest),
        (step("线索", "2026-03-01", None), JournalError),
        (step("线索", "2026-03-01", PAPER), JournalError),
    ],
    ids=["no evidence", "wrong kind", "there already", "before the last", "not yet", "back", "back by paper"],
)
def test_what_may_not_be_taken_is_refused(wanted: Step, refusal: type[BulianError]) -> None:
    walk = advanced((begun("2026-01-01"),), step("签约", "2026-02-01"))
    with pytest.raises(refusal):
        advanced(walk, wanted)


def test_a_month_of_evidence_may_follow_a_day_within_it() -> None:
    walk = advanced((begun("2026-01-01"),), step("签约", "2026-02-20"))
    assert advanced(walk, step("开工", "2026-02"))[-1].on == "2026-02"
    with pytest.raises(BadRequest):
        advanced(walk, step("开工", "2026-01"))


@pytest.mark.parametrize("name", [one.key for one in stages()])
def test_a_step_comes_back_from_the_journal_as_it_went_in(name: str) -> None:
    one = step(name, "2026-02-01", why="理由")
    act = {"at": one.at, "by": one.by, "on": one.on, "why": one.why, "line": 0, **told_of(one)}
    assert step_of(act) == one


class Walk(RuleBasedStateMachine):
    """Any tries to move, in any order; a model of two numbers says which must be taken."""

    def __init__(self) -> None:
        super().__init__()
        self.first = date(2024, 1, 1)
        self.steps: tuple[Step, ...] = (begun(self.first.isoformat()),)
        self.place, self.day = 0, self.first

    @rule(
        place=st.integers(0, len(stages()) - 1),
        days=st.integers(-40, 200),
        kind=st.sampled_from([None, "document", "fact", "payment", "visit"]),
        why=st.sampled_from(["", "  ", "条款重议"]),
    )
    def move(self, place: int, days: int, kind: str | None, why: str) -> None:
        wanted, on = stages()[place], self.day + timedelta(days=days)
        evidence = Evidence(kind, "x") if kind else None  # type: ignore[arg-type]
        tried = Step(wanted, on.isoformat(), evidence, "P1", NOW, why)
        forward, back = place > self.place, place < self.place
        good = days >= 0 and on <= date(2026, 12, 31)
        good = good and ((forward and kind in wanted.evidence) or (back and bool(why.strip())))
        if not good:
            with pytest.raises(BulianError):
                advanced(self.steps, tried)
            return
        self.steps = advanced(self.steps, tried)
        self.place, self.day = place, on

    @invariant()
    def every_stage_that_is_held_was_shown(self) -> None:
        held = reached(self.steps)
        assert self.steps[-1].stage.place == self.place
        assert max(one.stage.place for one in held.values()) == self.place
        for one in list(held.values()):
            entered_back = one.evidence is None and one.why.strip()
            assert one == self.steps[0] or one.evidence or entered_back
        days = [one.on for one in self.steps]
        assert days == sorted(days)

    @invariant()
    def no_step_was_lost(self) -> None:
        assert self.steps[0] == begun(self.first.isoformat())


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=60, stateful_step_count=25)
