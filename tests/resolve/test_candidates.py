"""Which names are compared: full names that begin differently are two unlooked at, all others as before."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.subject import district
from bulian.resolve.candidates import candidates, keys
from bulian.resolve.identify import identify
from bulian.resolve.matching import match
from bulian.resolve.population import population
from tests.resolve.made import relation

HOME = district("重庆市大渡口区")
JIANGLAN, JIANGFENG = "重庆江岚环境有限公司", "重庆江风环境有限公司"
PLACES, BRANDS = ("", "重庆", "重庆市大渡口区", "东方"), ("江岚", "江风", "江岚新", "风江", "雨虹")
TRADES, FORMS = ("", "环境", "环保", "科技"), ("有限公司", "股份有限公司", "集团有限公司")
NAMES = st.builds("".join, st.tuples(*map(st.sampled_from, (PLACES, BRANDS, TRADES, FORMS))))


def test_by_hand() -> None:
    """江环 is compared with both firms, which are two without a look."""
    found = candidates([JIANGLAN, JIANGFENG, "江环"], 400)
    assert found.pairs == (("江环", JIANGLAN), ("江环", JIANGFENG))
    assert found.two(JIANGLAN, JIANGFENG)
    assert not found.two(JIANGLAN, "江环")


@given(st.sets(NAMES, min_size=2, max_size=8))
def test_what_is_not_compared_would_be_two(names: set[str]) -> None:
    found, among = candidates(names, 400), population(names)
    for one, other in combinations(sorted(names), 2):
        assert ((one, other) in found.pairs or found.two(one, other)) == bool(keys(one) & keys(other))
        if found.two(one, other):
            assert match(one, other, among).decision == "apart"


def test_a_key_of_too_many_is_left_out() -> None:
    found = candidates([JIANGLAN, JIANGFENG, "江环"], 2)
    assert found.skipped == {"江环": 3}
    assert found.pairs == ()


def test_a_short_name_of_two_that_were_not_compared_waits() -> None:
    facts = [relation(name, "produces", "设备") for name in (JIANGLAN, JIANGFENG, "江环境")]
    known = identify(facts, HOME)
    assert not known.same(JIANGLAN, JIANGFENG)
    assert known.entity("江环境") not in (known.entity(JIANGLAN), known.entity(JIANGFENG))
