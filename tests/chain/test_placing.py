"""Business scopes as clauses, and firms on nodes: by hand, in any order, empty, refused where only sold."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.chain.catalogue import shipped_chains
from bulian.chain.placing import FirmRow, Spotted, place
from bulian.chain.retrieve import Index, index_of, shares_of
from bulian.chain.scope import clauses
from bulian.chain.score import PARTS, probability
from bulian.vocab.scopes import boilerplate, fits, kind_of
from bulian.vocab.thresholds import placement_weights

LICENCE = "（依法须经批准的项目，经相关部门批准后方可开展经营活动）"


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(shipped_chains())


def nodes(index: Index, scope: str, code: str = "") -> set[str]:
    """The nodes on which a firm with this scope is placed, as "chain/node"."""
    ((_, found),) = place(index, [FirmRow("甲公司", scope, code=code)])
    return {f"{one.chain}/{one.node}" for one in found if one.sure}


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (f"一般项目：锅炉制造{LICENCE}", [("锅炉", ("manufacture",))]),
        (
            "诊断试剂、仪器的研发、生产",
            [("诊断试剂", ("research", "manufacture")), ("仪器", ("research", "manufacture"))],
        ),
        ("研发、销售：挂面、米粉", [("挂面", ("research", "sell")), ("米粉", ("research", "sell"))]),
        (
            "红外探测器和热像仪的设计、制造",
            [(one, ("research", "manufacture")) for one in ("红外探测器和热像仪", "红外探测器", "热像仪")],
        ),
        ("代理分析仪", [("分析仪", ("sell",))]),
        ("水泵批发；阀门", [("水泵", ("sell",)), ("阀门", ())]),
        ("銷售芯片製造", [("芯片", ("sell",))]),
        (
            "许可项目：食品生产。**一般项目：面粉销售（不含粮食收购）",
            [("食品", ("manufacture",)), ("面粉", ("sell",))],
        ),
        ("", []),
        (LICENCE, []),
    ],
)
def test_a_scope_is_split_and_its_verbs_are_told(scope: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.thing, one.verbs) for one in clauses(scope)] == told


def test_the_parts_are_joined_as_the_equation_says() -> None:
    weights = placement_weights()
    none = dict.fromkeys(PARTS, 0.0)
    assert probability(none) == pytest.approx(1 / (1 + math.exp(-weights["constant"])))
    full = none | {"match": 1.0, "head": 1.0, "fits": 1.0}
    by_hand = weights["constant"] + weights["match"] + weights["head"] + weights["fits"]
    assert probability(full) == pytest.approx(1 / (1 + math.exp(-by_hand)))


def test_who_makes_is_placed_and_who_only_sells_or_studies_is_not(index: Index) -> None:
    assert nodes(index, f"垃圾焚烧炉制造；货物进出口{LICENCE}") == {"waste/grate"}
    assert nodes(index, "垃圾焚烧炉销售；垃圾焚烧炉的技术研发") == set()
    assert nodes(index, "第三方医学检验服务") == {"ivd/icl"}


def test_a_thing_is_what_it_ends_in(index: Index) -> None:
    assert "waste/boiler" not in nodes(index, "锅炉钢管制造")
    assert "waste/steel" in nodes(index, "锅炉钢管制造")


def test_no_scope_is_no_node(index: Index) -> None:
    for scope in ("", LICENCE, "物业管理；停车场服务"):
        assert nodes(index, scope, code="3591") == set()


def test_a_code_alone_places_nobody_and_beside_a_clause_it_adds(index: Index) -> None:
    def chance(code: str) -> float:
        ((_, found),) = place(index, [FirmRow("甲公司", "余热锅炉制造", code=code)])
        return max(one.probability for one in found if one.node == "boiler")

    assert chance("3411") > chance("") > 0.5


SCOPES = (
    "余热锅炉制造",
    "挂面生产；挂面销售",
    "环保咨询服务",
    "",
    "软件开发",
    "体外诊断试剂销售",
    "核酸提取仪制造",
)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(SCOPES))))
def test_neither_the_order_nor_the_other_firms_matter(order: list[int]) -> None:
    index = _INDEX

    def told(rows: list[int]) -> dict[str, tuple[Spotted, ...]]:
        return {
            row.firm: found for row, found in place(index, [FirmRow(f"企业{at}", SCOPES[at]) for at in rows])
        }

    whole = told(order)
    assert whole == told(sorted(order))
    assert all(whole[f"企业{at}"] == told([at])[f"企业{at}"] for at in order[:2])


_INDEX = index_of(shipped_chains())


def test_shares_lie_between_nothing_and_all(index: Index) -> None:
    shares = shares_of(index, ["余热锅炉", "〇", ""])
    assert shares.min() >= 0.0
    assert shares.max() <= 1.0
    assert shares[1:].max() == 0.0
    best = index.spots[int(shares[0].argmax())]
    assert (best.chain, best.node) == ("waste", "boiler")


def test_the_words_of_the_vocabulary_are_whole() -> None:
    assert set(PARTS) < set(placement_weights())
    assert kind_of("4330") == "service"
    assert fits()["manufacture", "sell"] == 0.0
    assert all(pattern.pattern for pattern in boilerplate())
