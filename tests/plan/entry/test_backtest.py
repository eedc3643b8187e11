"""The protocol: nothing later than its year is known, rivals stand beside, wrong years are refused."""

from dataclasses import replace

import numpy as np
import pytest

from bulian.errors import BadRequest
from bulian.plan.entry.backtest import MODEL, Trial, backtest
from bulian.plan.entry.known import common_lag, folds_of, kin, known
from bulian.plan.entry.peer_table import PeerTable, Transition
from bulian.plan.entry.relatedness import KINS
from tests.plan.entry.made import table

TRAIN, TEST = [Transition(2005, 2010)], Transition(2010, 2015)
TRIAL = Trial(draws=40)


def test_kinship_that_is_there_is_found() -> None:
    found = backtest(table(), TRAIN, TEST, TRIAL)
    by_name = {one.name: one for one in found.scores}
    assert by_name[MODEL].curve > 0.75
    assert by_name[MODEL].curve > by_name["margins_only"].curve > 0.4
    assert list(by_name) == [
        MODEL, "margins_only", "lagged_quotient", "density", "nearest_density", "sapling", "ease",
    ]  # fmt: skip
    assert {one.rival for one in found.gains} == set(by_name) - {MODEL}


def test_the_same_seed_gives_the_same_answer() -> None:
    one, again = (backtest(table(), TRAIN, TEST, TRIAL) for _ in range(2))
    assert (one.scores, one.gains) == (again.scores, again.gains)


def test_what_comes_later_changes_nothing_that_is_told() -> None:
    """The likelihoods of 2010 do not move when 2015 is scrambled: only the scores do."""
    told = table()
    scrambled = told.values.copy()
    scrambled[2] = np.random.default_rng(1).permutation(scrambled[2])
    first, second = (backtest(one, TRAIN, TEST, TRIAL) for one in (told, replace(told, values=scrambled)))
    assert first.told == second.told
    assert np.array_equal(first.model.weights, second.model.weights)


@pytest.mark.parametrize("name", sorted(KINS))
def test_a_region_does_not_speak_for_itself(name: str) -> None:
    """Its relatedness is a sum over its own basket, with weights that only regions of other folds taught."""
    folds = folds_of(60, 7)
    told = known(table(), 2010, folds)
    basket = told.baskets[KINS[name][0]]
    emptied = {key: np.where((folds == folds[0])[:, None], 0.0, one) for key, one in told.baskets.items()}
    taught = kin(name, emptied, np.flatnonzero(folds != folds[0]))
    assert told.terms[name][0] == pytest.approx(taught.score(basket[[0]])[0])


def test_history_is_used_only_where_every_year_has_it() -> None:
    assert common_lag(table(), (2010, 2015)) == 5
    assert common_lag(table(), (2005, 2010)) == 0


@pytest.mark.parametrize(
    ("train", "test", "words"),
    [
        ([Transition(2010, 2015)], Transition(2010, 2015), "leak"),
        ([Transition(2000, 2005)], TEST, "no rows of 2000"),
        ([], TEST, "no year to train on"),
    ],
)
def test_years_that_leak_or_are_missing_are_refused(
    train: list[Transition], test: Transition, words: str
) -> None:
    with pytest.raises(BadRequest, match=words):
        backtest(table(), train, test, TRIAL)


def test_time_runs_forward() -> None:
    with pytest.raises(BadRequest, match="no step forward"):
        Transition(2010, 2010)


def test_a_handful_of_regions_teaches_nothing() -> None:
    with pytest.raises(BadRequest, match="at least 10"):
        backtest(_few(table(), 4), TRAIN, TEST, TRIAL)


def _few(told: PeerTable, count: int) -> PeerTable:
    return replace(
        told,
        regions=told.regions[:count],
        values=told.values[:, :count],
        suppressed=told.suppressed[:, :count],
    )
