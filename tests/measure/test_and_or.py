"""AND–OR graphs against a reader's pencil and against brute force."""

import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.measure.and_or import (
    AndOr,
    Holders,
    Shares,
    buildable,
    impact_of_holders,
    impact_of_nodes,
    present,
)

# reagent needs antigen and antibody, and one of bead or latex; latex needs plastic.
ANTIGEN, ANTIBODY, BEAD, PLASTIC, LATEX, REAGENT = range(6)
KIT = AndOr(
    essential=((), (), (), (), (PLASTIC,), (ANTIGEN, ANTIBODY)),
    groups=((), (), (), (), (), ((BEAD, LATEX),)),
)
REAGENTS = np.array([0, 0, 0, 0, 0, 1.0])


def on(*nodes: int) -> Shares:
    presence = np.zeros(6)
    presence[list(nodes)] = 1.0
    return presence


def holders(*rows: tuple[int, int, float]) -> Holders:
    who, node, share = zip(*rows, strict=True)
    return Holders(np.array(who), np.array(node), np.array(share), max(who) + 1)


@pytest.mark.parametrize(
    ("there", "made"),
    [
        ((ANTIGEN, ANTIBODY, BEAD, REAGENT), 1.0),
        ((ANTIGEN, ANTIBODY, LATEX, PLASTIC, REAGENT), 1.0),
        ((ANTIGEN, ANTIBODY, LATEX, REAGENT), 0.0),
        ((ANTIGEN, BEAD, REAGENT), 0.0),
        ((ANTIGEN, ANTIBODY, BEAD), 0.0),
    ],
)
def test_all_essential_inputs_and_one_of_each_group_are_needed(there: tuple[int, ...], made: float) -> None:
    assert buildable(KIT, on(*there))[REAGENT] == made


def test_probabilities_by_hand() -> None:
    """0.9 · (0.8 · 0.5) · (1 − (1 − 0.5)(1 − 0.4 · 0.5)) = 0.9 · 0.4 · 0.6 = 0.216."""
    presence = np.array([0.8, 0.5, 0.5, 0.5, 0.4, 0.9])
    assert buildable(KIT, presence)[REAGENT] == pytest.approx(0.216, abs=1e-15)


def test_two_nodes_that_only_feed_each_other_make_nothing() -> None:
    circle = AndOr(essential=((1,), (0,)), groups=((), ()))
    assert buildable(circle, np.ones(2)).tolist() == [0.0, 0.0]


def test_a_circle_through_a_substitute_is_fed_from_outside() -> None:
    """Glass is melted from sand or from its own cullet: with sand there is glass, and so there is cullet."""
    sand, glass, cullet = range(3)
    graph = AndOr(essential=((), (), (glass,)), groups=((), ((sand, cullet),), ()))
    assert buildable(graph, np.ones(3)).tolist() == [1.0, 1.0, 1.0]
    assert buildable(graph, np.array([0.0, 1.0, 1.0])).tolist() == [0.0, 0.0, 0.0]


def test_a_node_is_as_present_as_any_of_its_firms() -> None:
    assert present(holders((0, 0, 0.5), (1, 0, 0.5), (1, 1, 1.0)), 3).tolist() == [0.75, 1.0, 0.0]


def test_the_only_supplier_of_an_essential_input_takes_all_with_it() -> None:
    firms = holders(
        (0, ANTIGEN, 1.0),
        (1, ANTIBODY, 1.0),
        (2, BEAD, 1.0),
        (3, LATEX, 1.0),
        (3, PLASTIC, 1.0),
        (4, REAGENT, 1.0),
    )
    impact = impact_of_holders(KIT, firms, np.zeros(6), REAGENTS)
    assert impact is not None
    assert impact.tolist() == [1.0, 1.0, 0.0, 0.0, 1.0]


def test_where_nothing_is_made_no_loss_is_defined() -> None:
    assert impact_of_nodes(KIT, np.zeros(6), REAGENTS) is None
    assert impact_of_holders(KIT, holders((0, ANTIGEN, 1.0)), np.zeros(6), REAGENTS) is None


def test_what_is_bought_elsewhere_is_not_lost() -> None:
    firms = holders((0, ANTIGEN, 1.0), (0, REAGENT, 0.5))
    floor = on(ANTIGEN, ANTIBODY, BEAD, REAGENT)
    impact = impact_of_holders(KIT, firms, floor, REAGENTS)
    assert impact is not None
    assert impact.tolist() == [0.0]


@given(st.integers(0, 999), st.integers(0, 8))
def test_more_presence_never_makes_less(seed: int, at: int) -> None:
    graph, firms, weights = random_case(seed)
    before = present(as_holders(firms), len(weights))
    after = before.copy()
    after[at % len(after)] = 1.0
    assert (buildable(graph, after) >= buildable(graph, before) - 1e-12).all()


def random_case(seed: int) -> tuple[AndOr, list[dict[int, Fraction]], Shares]:
    """A graph of up to nine nodes, who is on it (an exact share by node, a dict a firm), and end products."""
    chance = random.Random(seed)
    count = chance.randint(2, 9)
    essential, groups = [], []
    for node in range(count):
        # One graph in four has circles; they are fed with yes and no only, as the oracle for them is.
        earlier = range(count) if seed % 4 == 0 else range(node)
        pool = [each for each in earlier if each != node]
        essential.append(tuple(chance.sample(pool, min(len(pool), chance.randint(0, 2)))))
        some = chance.randint(0, 2)
        groups.append(tuple(
            tuple(chance.sample(pool, min(len(pool), chance.randint(1, 3)))) for _ in range(some) if pool
        ))  # fmt: skip
    shares = [Fraction(1)] if seed % 2 == 0 else [Fraction(1), Fraction(1, 2), Fraction(1, 4)]
    firms = [
        {
            node: chance.choice(shares)
            for node in chance.sample(range(count), chance.randint(0, min(3, count)))
        }
        for _ in range(chance.randint(1, 6))
    ]
    weights = np.array([float(chance.randint(0, 2)) for _ in range(count)])
    return AndOr(tuple(essential), tuple(groups)), firms, weights


def brute(graph: AndOr, firms: list[dict[int, Fraction]], weights: Shares, without: int | None) -> Fraction:
    """Σ w b by the definition, in exact fractions: from nothing, round by round, until nothing changes."""
    count = len(weights)
    there = []
    for node in range(count):
        absent = Fraction(1)
        for number, firm in enumerate(firms):
            absent *= 1 - (firm.get(node, Fraction(0)) if number != without else Fraction(0))
        there.append(1 - absent)
    made = [Fraction(0)] * count
    for _ in range(count + 1):
        fresh = []
        for node in range(count):
            value = there[node]
            for supplier in graph.essential[node]:
                value *= made[supplier]
            for group in graph.groups[node]:
                none = Fraction(1)
                for supplier in group:
                    none *= 1 - made[supplier]
                value *= 1 - none
            fresh.append(value)
        made = fresh
    return sum((Fraction(int(w)) * b for w, b in zip(weights, made, strict=True)), Fraction(0))


def as_holders(firms: list[dict[int, Fraction]]) -> Holders:
    rows = [(who, node, float(share)) for who, firm in enumerate(firms) for node, share in firm.items()]
    return Holders(
        np.array([who for who, _, _ in rows], dtype=np.int64),
        np.array([node for _, node, _ in rows], dtype=np.int64),
        np.array([share for _, _, share in rows], dtype=np.float64),
        len(firms),
    )


def test_removal_of_every_firm_equals_brute_force_on_a_thousand_random_graphs() -> None:
    told = 0
    for seed in range(1000):
        graph, firms, weights = random_case(seed)
        impact = impact_of_holders(graph, as_holders(firms), np.zeros(len(weights)), weights)
        whole = brute(graph, firms, weights, None)
        assert (impact is None) == (whole == 0), seed
        if impact is None:
            continue
        told += 1
        for number in range(len(firms)):
            expected = 1 - brute(graph, firms, weights, number) / whole
            assert impact[number] == pytest.approx(float(expected), abs=1e-12), (seed, number)
    assert told > 300  # the comparison must not be empty


def test_removal_of_every_node_equals_brute_force() -> None:
    for seed in range(0, 1000, 5):
        graph, firms, weights = random_case(seed)
        rows = as_holders(firms)
        impact = impact_of_nodes(graph, present(rows, len(weights)), weights)
        whole = brute(graph, firms, weights, None)
        if impact is None:
            assert whole == 0
            continue
        for node in range(len(weights)):
            left = [{at: share for at, share in firm.items() if at != node} for firm in firms]
            expected = 1 - brute(graph, left, weights, None) / whole
            assert impact[node] == pytest.approx(float(expected), abs=1e-12), (seed, node)
