"""Shares and their concentration, by hand; what is not listed, as bounds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.effective_number import effective_number
from bulian.measure.entropy import entropy
from bulian.measure.gini import gini
from bulian.measure.hachman import hachman
from bulian.measure.hhi import hhi
from bulian.measure.hoover import hoover
from bulian.measure.krugman import krugman
from bulian.measure.partial_list import partial_list
from bulian.measure.theil import theil
from bulian.measure.top_share import top_share
from bulian.measure.variety import variety
from bulian.model.measure import Measured, Why

amounts = st.lists(st.floats(0.0, 1e9), min_size=1, max_size=12).filter(lambda row: sum(row) > 1e-3)
positive = st.lists(st.floats(1e-3, 1e6), min_size=2, max_size=10)


def _one(found: Measured) -> float:
    assert found.why == Why.FINE
    return float(found.value)


def test_half_a_third_a_fifth_by_hand() -> None:
    # .25 + .09 + .04 = .38; 1/.38 = 2.632; .5 + .3 = .8
    row = [50.0, 30.0, 20.0]
    assert _one(hhi(row)) == pytest.approx(0.38)
    assert _one(effective_number(row)) == pytest.approx(2.6316, abs=1e-4)
    assert _one(top_share(row, count=2)) == pytest.approx(0.8)
    # −(.5 ln .5 + .3 ln .3 + .2 ln .2) = .34657 + .36119 + .32189
    assert _one(entropy(row)) == pytest.approx(1.02965, abs=1e-5)


def test_two_mixes_by_hand() -> None:
    # Shares .5 .5 against .25 .75: half of .25 + .25; Hachman 1 / (.25/.25 + .25/.75)
    assert _one(hoover([1.0, 1.0], [1.0, 3.0])) == pytest.approx(0.25)
    assert _one(krugman([1.0, 1.0], [1.0, 3.0])) == pytest.approx(0.5)
    assert _one(hachman([1.0, 1.0], [1.0, 3.0])) == pytest.approx(0.75)


def test_variety_of_eight_equal_trades_in_two_groups() -> None:
    found = variety([1.0] * 8, ["a"] * 4 + ["b"] * 4)
    assert (_one(found.unrelated), _one(found.related), _one(found.total)) == (1.0, 2.0, 3.0)


@given(amounts)
def test_bounded_measures_keep_their_bounds(row: list[float]) -> None:
    count = len(row)
    assert 1 / count - 1e-12 <= _one(hhi(row)) <= 1 + 1e-12
    assert 0 <= _one(gini(row)) <= 1 - 1 / count + 1e-12
    assert -1e-12 <= _one(entropy(row)) <= np.log(count) + 1e-12
    assert 0 <= _one(theil(row)) <= np.log(count) + 1e-12
    assert _one(theil(row)) + _one(entropy(row)) == pytest.approx(np.log(count), abs=1e-9)
    assert _one(top_share(row, count=3)) <= 1


@given(positive, st.permutations(range(10)), st.floats(1e-3, 1e3))
def test_neither_order_nor_unit_matters(row: list[float], order: list[int], scale: float) -> None:
    mixed = [row[place] * scale for place in order if place < len(row)]
    for measure in (hhi, gini, entropy, theil, effective_number):
        assert _one(measure(mixed)) == pytest.approx(_one(measure(row)), rel=1e-9, abs=1e-12)


@given(positive)
def test_splitting_a_label_in_half_adds_its_share_of_ln2(row: list[float]) -> None:
    halves = [row[0] / 2, row[0] / 2, *row[1:]]
    share = row[0] / sum(row)
    assert _one(entropy(halves)) == pytest.approx(_one(entropy(row)) + share * np.log(2), rel=1e-9, abs=1e-9)
    assert _one(hhi(halves)) == pytest.approx(_one(hhi(row)) - share**2 / 2, rel=1e-9, abs=1e-12)


@given(positive, st.data())
def test_the_entropy_splits(row: list[float], data: st.DataObject) -> None:
    groups = data.draw(st.lists(st.sampled_from("abc"), min_size=len(row), max_size=len(row)))
    found = variety(row, groups)
    assert _one(found.unrelated) + _one(found.related) == pytest.approx(_one(found.total), abs=1e-9)
    assert _one(found.total) * np.log(2) == pytest.approx(_one(entropy(row)), abs=1e-9)


def test_no_row_is_left_without_a_word() -> None:
    found = hhi([[0.0, 0.0], [1.0, np.nan], [3.0, -1.0], [1.0, 1.0]])
    assert found.why.tolist() == [Why.REGION_EMPTY, Why.SUPPRESSED, Why.NEGATIVE, Why.FINE]
    assert np.isnan(found.value).tolist() == [True, True, True, False]
    assert found.reasons() == {"region_empty": 1, "suppressed": 1, "negative": 1}
    assert hachman([1.0, 1.0], [1.0, 0.0]).why == Why.ACTIVITY_EMPTY


def test_words_are_no_amounts() -> None:
    with pytest.raises(BadRequest, match="no number"):
        hhi(["many", "few"])
    with pytest.raises(BadRequest, match="same units"):
        krugman([1.0, 2.0], [1.0, 2.0, 3.0])
    with pytest.raises(BadRequest, match="one label for each"):
        variety([1.0, 2.0], ["a"])
    with pytest.raises(BadRequest, match="one or more"):
        top_share([1.0], count=0)


def test_a_district_in_2011() -> None:
    # Squares sum to .0930; the rest, .4953 in pieces of at most .0680, adds .0337.
    found = partial_list([67.1, 23.3, 16.8, 16.7], 245.5, largest=True)
    assert [round(bound, 3) for bound in found.hhi] == [0.093, 0.127]
    assert [round(bound, 2) for bound in found.top1] == [0.27, 0.27]
    assert found.coverage == pytest.approx(123.9 / 245.5)


@given(positive, st.integers(1, 9), st.booleans())
def test_the_whole_lies_within_the_bounds_of_its_parts(row: list[float], listed: int, largest: bool) -> None:
    whole = sorted(row, reverse=True)
    part = whole[: min(listed, len(whole))] if largest else whole[-min(listed, len(whole)) :]
    found = partial_list(part, sum(whole), largest=largest)
    slack = 1e-9
    assert found.hhi[0] - slack <= _one(hhi(whole)) <= found.hhi[1] + slack
    assert found.top1[0] - slack <= _one(top_share(whole, count=1)) <= found.top1[1] + slack
    assert found.top3[0] - slack <= _one(top_share(whole, count=3)) <= found.top3[1] + slack
    assert found.entropy_low <= _one(entropy(whole)) + 1e-6


def test_parts_that_exceed_the_whole_are_refused() -> None:
    with pytest.raises(BadRequest, match="A share above one"):
        partial_list([200.0, 100.0], 245.5, largest=False)
    with pytest.raises(BadRequest, match="at least one part"):
        partial_list([], 245.5, largest=False)
    with pytest.raises(BadRequest, match="below zero"):
        partial_list([-1.0, 5.0], 245.5, largest=False)
