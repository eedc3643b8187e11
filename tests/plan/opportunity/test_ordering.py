"""The order of opportunities: front, chance to be on top, what is unknown."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bulian.plan.opportunity.nouns import CRITERIA, Barrier, Candidate, Merit
from bulian.plan.opportunity.ordering import drawn_places, ordered, pareto

BAR = Barrier("负面清单", "不准新建", "示例")


def candidate(name: str, barriers: tuple[Barrier, ...] = (), **values: float) -> Candidate:
    merits = tuple(Merit(one, values.get(one), ("", "")) for one in CRITERIA)
    return Candidate(name, merits, barriers, None)


def test_one_that_is_worse_in_all_is_not_on_the_front_and_never_first() -> None:
    found = ordered(
        [candidate("b", likelihood=0.1, chain=0.1), candidate("a", likelihood=0.2, chain=0.5)], seed=1
    )
    assert [(one.candidate.name, one.front, one.place) for one in found] == [
        ("a", True, (1, 1, 1)), ("b", False, (2, 2, 2)),
    ]  # fmt: skip


def test_what_is_barred_comes_last_and_without_a_place() -> None:
    found = ordered([candidate("a", (BAR,), likelihood=0.9), candidate("b", likelihood=0.1)], seed=1)
    assert [(one.candidate.name, one.top) for one in found] == [("b", 1.0), ("a", 0.0)]


def test_twenty_that_are_alike_share_the_first_ten() -> None:
    found = ordered([candidate(f"{n:02d}", chain=0.4) for n in range(20)], seed=1)
    assert all(0.4 < one.top < 0.6 for one in found)


def test_what_is_not_known_is_neither_good_nor_bad() -> None:
    goals = np.array([[1.0, 0.5], [0.0, 0.5], [np.nan, 0.5]])
    mean = drawn_places(goals, seed=1).mean(axis=0)
    assert mean[0] < mean[2] < mean[1]


@given(arrays(np.float64, (6, 3), elements=st.floats(0, 1)))
def test_somebody_is_always_on_the_front_and_every_place_is_taken_once(goals: np.ndarray) -> None:
    assert pareto(goals).any()
    assert (np.sort(drawn_places(goals, seed=2)[:20], axis=1) == np.arange(1, 7)).all()


def test_nothing_known_of_anyone_is_drawn_by_lot() -> None:
    found = ordered([candidate("a"), candidate("b")], seed=1)
    assert {one.candidate.name for one in found} == {"a", "b"}
