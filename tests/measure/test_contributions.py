"""Contributions to growth: the parts and the remainder are the change, to the last digit."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.measure.contributions import KINDS, Kind, contributions

AMOUNTS = st.dictionaries(st.sampled_from("甲乙丙丁戊己"), st.decimals(0, 10**9, places=2), max_size=6)


def test_by_hand() -> None:
    # 10 → 12 stayed, 5 came by attraction, 3 was founded here, 4 closed: 14 → 20.
    before = {"甲": Decimal(10), "丁": Decimal(4)}
    after = {"甲": Decimal(12), "乙": Decimal(5), "丙": Decimal(3)}
    kinds: dict[str, Kind] = {"甲": "stock", "乙": "attracted", "丙": "home_grown", "丁": "left"}
    found = contributions(before, after, kinds)
    assert [found.before, found.after, found.change, found.remainder] == [14, 20, 6, 0]
    assert {part.kind: part.change for part in found.parts} == {
        "stock": 2, "attracted": 5, "home_grown": 3, "left": -4,
    }  # fmt: skip
    assert found.share(found.parts[1]) == Decimal(5) / 6


def test_printed_totals_leave_a_remainder_that_is_named() -> None:
    found = contributions(
        {"甲": Decimal(10)}, {"甲": Decimal(12)}, {"甲": "stock"}, (Decimal(100), Decimal(130))
    )
    assert [found.change, found.remainder] == [30, 28]


def test_nothing_known_is_no_growth_and_has_no_shares() -> None:
    found = contributions({}, {}, {})
    assert found.parts == ()
    assert found.change == 0


@given(AMOUNTS, AMOUNTS, st.data())
def test_the_parts_sum_to_the_change(
    before: dict[str, Decimal], after: dict[str, Decimal], data: st.DataObject
) -> None:
    kinds = {name: data.draw(st.sampled_from(KINDS)) for name in {**before, **after}}
    totals = data.draw(st.none() | st.tuples(*[st.decimals(0, 10**9, places=1)] * 2))
    found = contributions(before, after, kinds, totals)
    assert sum((part.change for part in found.parts), found.remainder) == found.change
    named = [name for part in found.parts for name in part.names]
    assert sorted(named) == sorted({**before, **after})
