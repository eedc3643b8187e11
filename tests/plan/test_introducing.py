"""Introductions: by hand, against trying all chains, an edge, and nothing where there is nothing."""

from itertools import pairwise, permutations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.introducing import Introduction, Link, Network
from bulian.vocab.introductions import link_kinds


def link(one: str, other: str, kind: str = "supplier", dated: str | None = None) -> Link:
    return Link(one, other, kind, f"{one}与{other}", "甲.txt", dated)


def test_two_strong_links_beat_one_weak_one_by_hand() -> None:
    """0.7 × 0.8 = 0.56 through the supplier; 0.2 for the common origin."""
    known = Network(
        [link("本地", "供应商"), link("供应商", "外地", "shareholder"), link("本地", "外地", "origin")]
    )
    found = known.strongest("外地", ["本地", "别家"])
    assert found is not None
    assert found.names == ("本地", "供应商", "外地")
    assert found.strength == pytest.approx(0.56)
    assert [one.kind for one in found.links] == ["supplier", "shareholder"]


def test_of_two_links_the_newest_of_the_strongest_is_shown() -> None:
    known = Network(
        [link("甲", "乙", dated="2021"), link("甲", "乙", dated="2023"), link("乙", "甲", "origin", "2024")]
    )
    found = known.strongest("乙", ["甲"])
    assert found is not None
    assert found.links[0].dated == "2023"


@pytest.mark.parametrize("here", [[], ["外地"], ["无名"]])
def test_nothing_where_there_is_nothing(here: list[str]) -> None:
    assert Network([link("甲", "外地")]).strongest("外地", here) is None
    assert Network([]).introductions("外地", here) == {}


def test_four_links_are_too_many() -> None:
    known = Network([link("a", "b"), link("b", "c"), link("c", "d"), link("d", "e")])
    assert known.strongest("e", ["a"]) is None
    assert known.strongest("e", ["b"]) is not None


def test_links_of_the_goal_itself_count_as_if_all_knew_them() -> None:
    own = [link("外地", "商会", "association"), link("外地", "本地二", "origin")]
    known = Network([link("本地", "商会", "association")])
    found = known.strongest_with("外地", ["本地", "本地二"], own)
    assert found is not None
    assert found.names == ("本地二", "外地")
    assert found == Network([*own, link("本地", "商会", "association")]).strongest("外地", ["本地", "本地二"])


_NAMES = "abcdef"
_LINKS = st.lists(
    st.builds(link, st.sampled_from(_NAMES), st.sampled_from(_NAMES), st.sampled_from(sorted(link_kinds()))),
    max_size=12,
)


@given(_LINKS, st.sampled_from(_NAMES), st.sets(st.sampled_from(_NAMES)))
def test_it_is_the_best_of_all_chains(links: list[Link], goal: str, here: set[str]) -> None:
    strongest: dict[tuple[str, str], float] = {}
    for one in links:
        for pair in ((one.one, one.other), (one.other, one.one)):
            strongest[pair] = max(strongest.get(pair, 0.0), one.strength)
    chains = [
        prod(strongest.get(pair, 0.0) for pair in pairwise(chain))
        for length in (2, 3, 4)
        for chain in permutations(_NAMES, length)
        if chain[0] in here and chain[-1] == goal
    ]
    found = Network(links).strongest(goal, here)
    assert (found.strength if found else 0.0) == pytest.approx(max(chains, default=0.0))
    assert found is None or isinstance(found, Introduction)
