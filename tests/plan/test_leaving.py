"""A part of a sector leaves: against the table solved anew, and what regional totals make of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.technical_coefficients import technical_coefficients
from bulian.plan.io_totals import Factor, Totals
from bulian.plan.leaving import leaving, share_to_output, standings
from bulian.vocab.io_table import national_table

TABLE = national_table()
STEEL = 13
CITY = Totals("city.csv", tuple(0.03 * one for one in TABLE.output))
DISTRICT = Totals("district.csv", tuple(0.01 * one for one in CITY.output))


def test_the_nation_loses_what_solving_again_says() -> None:
    x = np.array(TABLE.output)
    a = technical_coefficients(TABLE.domestic, x).value
    final = x - a @ x
    direct = 0.1 * x[STEEL]
    less, rest = a.copy(), final.copy()
    less[STEEL] *= 0.9
    rest[STEEL] *= 0.9
    lost = x - np.linalg.solve(np.eye(42) - less, rest)
    found = leaving(TABLE, STEEL, direct, ())
    assert found.areas[0].total.low == found.areas[0].total.high == pytest.approx(lost.sum(), rel=1e-12)
    assert found.areas[0].share == pytest.approx(0.1)
    assert found.areas[0].hardest[0].loss.low == pytest.approx(np.delete(lost, STEEL).max(), rel=1e-12)


@given(st.floats(0.01, 1.0), st.integers(0, 41))
def test_the_nearer_the_less_is_lost_and_the_band_is_a_band(share: float, sector: int) -> None:
    direct = share_to_output(share, sector, TABLE, DISTRICT)
    found = leaving(TABLE, sector, direct, (CITY, DISTRICT))
    nation, city, district = found.areas
    assert [area.level for area in found.areas] == ["nation", "city", "district"]
    assert district.total.low <= district.total.high <= city.total.high * (1 + 1e-9)
    assert city.total.high <= nation.total.low * (1 + 1e-9)
    assert district.total.low > 0
    assert district.share == pytest.approx(share)


def test_what_closures_took_in_fact_stands_beside_it() -> None:
    # 0.6 and 1.3 times 400,000 (10,000 yuan each)
    found = leaving(TABLE, STEEL, 400_000.0, ())
    assert (found.observed.low, found.observed.high) == pytest.approx((240_000.0, 520_000.0))


def test_jobs_follow_coefficients_and_say_how_much_they_cover() -> None:
    only = tuple(0.01 if n == STEEL else None for n in range(42))
    factors = (Factor("jobs", "person", only), Factor("tax", "CNY", (None,) * 42))
    jobs, tax = leaving(TABLE, STEEL, 1000.0, (), factors).effects
    assert jobs.amount is not None
    assert 0 < jobs.covered < 1
    # Steel loses at least the thousand that leaves: ten jobs and those in its own supplies.
    assert jobs.amount.low >= 10 - 1e-9
    assert tax.amount is None


def test_every_sector_is_ranked_by_what_it_would_take() -> None:
    found = standings(TABLE)
    assert len(found) == 42
    assert [one.total for one in found] == sorted((one.total for one in found), reverse=True)
    by_sector = {one.sector: one for one in found}
    whole = leaving(TABLE, STEEL, TABLE.output[STEEL], ()).areas[0]
    assert by_sector[STEEL].total == pytest.approx(whole.total.low, rel=1e-12)
    assert by_sector[STEEL].key


def test_more_than_the_sector_has_is_a_share_above_one() -> None:
    with pytest.raises(BadRequest, match="a share above one"):
        leaving(TABLE, STEEL, 2 * DISTRICT.output[STEEL], (CITY, DISTRICT))
    with pytest.raises(BadRequest, match=r"a share of 1\.2 is none"):
        share_to_output(1.2, STEEL, TABLE, None)
    empty = Totals("d.csv", tuple(0.0 if n == STEEL else 1.0 for n in range(42)))
    with pytest.raises(BadRequest, match="no output of 14"):
        share_to_output(0.5, STEEL, TABLE, empty)
    with pytest.raises(BadRequest, match="no output of this sector"):
        leaving(TABLE, STEEL, 1.0, (CITY, empty))
