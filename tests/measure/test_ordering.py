"""Components against their definition: two nodes are in one where each needs the other in the end."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.measure.ordering import components


@given(st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=8, max_size=8))
def test_components_are_those_that_need_each_other_and_come_after_what_they_need(
    needs: list[list[int]],
) -> None:
    reach = [{node} for node in range(8)]
    for _ in range(8):
        for node in range(8):
            reach[node] |= {far for near in needs[node] for far in reach[near]}
    found = components(needs)
    assert sorted(node for group in found for node in group) == list(range(8))
    place = {node: at for at, group in enumerate(found) for node in group}
    for one in range(8):
        for other in range(8):
            assert (place[one] == place[other]) == (other in reach[one] and one in reach[other])
        assert all(place[each] <= place[one] for each in needs[one])


def test_a_chain_of_ten_thousand_needs_no_deep_stack() -> None:
    assert len(components([[at + 1] for at in range(9_999)] + [[]])) == 10_000
