"""Nothing that is published tells of fewer than three firms, not even by subtraction."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.disclosure import LEAST_FIRMS, may_leave, whole_may_leave, withheld

Parts = dict[str, tuple[Decimal | None, int]]


def test_a_single_small_part_takes_the_smallest_other_with_it() -> None:
    # 100 − 70 − 20 would give the two firms of 丙 away: 乙, the smallest other, goes too.
    parts: Parts = {"甲": (Decimal(70), 9), "乙": (Decimal(20), 5), "丙": (Decimal(10), 2)}
    assert withheld(parts) == {"丙", "乙"}
    assert whole_may_leave(parts, withheld(parts))


def test_two_small_parts_hide_each_other_where_they_are_three_firms() -> None:
    parts: Parts = {"甲": (Decimal(70), 9), "乙": (Decimal(20), 2), "丙": (Decimal(10), 1)}
    assert withheld(parts) == {"乙", "丙"}


def test_where_nothing_can_hide_it_the_whole_stays_too() -> None:
    parts: Parts = {"甲": (Decimal(10), 2)}
    assert withheld(parts) == {"甲"}
    assert not whole_may_leave(parts, withheld(parts))


def test_parts_of_nobody_tell_of_nobody() -> None:
    parts: Parts = {"甲": (Decimal(70), 9), "乙": (None, 0)}
    assert withheld(parts) == frozenset()


@given(
    st.dictionaries(
        st.sampled_from("甲乙丙丁戊"),
        st.tuples(st.decimals(0, 1000, places=0), st.integers(0, 6)),
        max_size=5,
    )
)
def test_what_can_be_computed_back_covers_three_firms(parts: Parts) -> None:
    hidden = withheld(parts)
    assert all(may_leave(firms) for name, (_, firms) in parts.items() if name not in hidden)
    behind = sum(parts[name][1] for name in hidden)
    assert not hidden or not whole_may_leave(parts, hidden) or behind >= LEAST_FIRMS
