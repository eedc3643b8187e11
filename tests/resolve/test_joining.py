"""Constrained clustering: bars hold, the strongest joins first, and order changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.resolve.joining import Join, join_all
from bulian.resolve.judged import pair_of

NAMES = "甲乙丙丁戊"
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
JOINS = st.lists(
    st.builds(Join, st.tuples(st.integers(0, 3)), PAIRS.map(lambda pair: pair_of(*pair))), max_size=8
)
BARS = st.lists(PAIRS.map(lambda pair: pair_of(*pair)), max_size=4)


def test_a_short_name_goes_to_the_stronger_of_two_that_are_two() -> None:
    joins = [Join((1,), ("乙", "丙")), Join((0,), ("甲", "乙"))]
    clusters, kept_apart = join_all("甲乙丙", joins, [("丙", "甲")])
    assert clusters.groups() == [("丙",), ("乙", "甲")]
    assert kept_apart == [joins[0]]


@given(JOINS, BARS)
def test_no_bar_is_ever_crossed(joins: list[Join], bars: list[tuple[str, str]]) -> None:
    clusters, _ = join_all(NAMES, joins, bars)
    assert all(clusters.root(one) != clusters.root(other) for one, other in bars)


@given(JOINS, BARS)
def test_the_order_changes_nothing(joins: list[Join], bars: list[tuple[str, str]]) -> None:
    shuffled = sorted(joins, key=lambda join: hash((join.pair, join.rank)) % 7)
    assert join_all(NAMES, joins, bars)[0].groups() == join_all(NAMES[::-1], shuffled, bars[::-1])[0].groups()
