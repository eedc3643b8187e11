"""Two names and their clues: what merges, what waits, what is two; the order of the two changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.resolve.matching import match
from bulian.resolve.population import population, rarity

NOBODY = population([])
FULL = "重庆江岚环境有限公司"


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        (FULL, "重慶江嵐環境有限公司", "merge"),
        (FULL, "重庆市江岚环境有限责任公司", "merge"),
        (FULL, "江岚环境", "merge"),
        ("重庆国际复合材料股份有限公司", "国际复材", "merge"),
        ("重庆国际复合材料股份有限公司", "國際複合", "merge"),
        ("中元汇吉", "中元生物", "review"),
        (FULL, "江岚", "review"),
        (FULL, "重庆江岚环境有限公司万州分公司", "apart"),
        (FULL, "成都江岚环境有限公司", "apart"),
        (FULL, "重庆江岚食品有限公司", "apart"),
        (FULL, "重庆江风环境有限公司", "apart"),
        ("重庆江岚第一建设工程有限公司", "重庆江岚第三建设工程有限公司", "apart"),
        ("海康威视", "萤石电子", "apart"),
    ],
)
def test_decisions(one: str, other: str, decision: str) -> None:
    assert match(one, other, NOBODY).decision == decision


def test_a_common_brand_decides_less_than_a_rare_one() -> None:
    common, rare = match("天安环境", "重庆天安环境有限公司", NOBODY), match("江岚环境", FULL, NOBODY)
    assert common.decision == "review"
    assert common.score < rare.score


def test_namesakes_that_are_known_make_a_short_name_undecided() -> None:
    among = population([FULL, "成都江岚环境有限公司"])
    assert match("江岚环境", FULL, among).decision == "review"
    # Two bearers, less the one that is meant: one other, so no bit for or against.
    assert round(rarity(2 - 1)) == 0


def test_credit_codes_overrule_names() -> None:
    one, other = "91350100M000100Y43", "91500000MA5U00000W"
    assert match(FULL, "江岚环境", NOBODY, (one, other)).score < match(FULL, "江岚环境", NOBODY).score
    assert match("甲乙丙", "甲乙丁戊", NOBODY, (one, one)).score > match("甲乙丙", "甲乙丁戊", NOBODY).score


def test_every_clue_explains_itself_in_both_languages() -> None:
    from bulian.resolve.clues import CLUES

    for ask in CLUES:
        english, chinese = [line.strip() for line in (ask.__doc__ or "").splitlines() if line.strip()]
        assert english.isascii()
        assert not chinese.isascii()


NAMES = st.sampled_from(
    [
        FULL,
        "江岚环境",
        "江岚",
        "成都江岚环境有限公司",
        "重庆江岚环境集团有限公司",
        "东方雨虹",
        "江岚环境万州分公司",
    ]
)


@given(NAMES, NAMES)
def test_which_comes_first_changes_nothing(one: str, other: str) -> None:
    among = population([FULL])
    there, back = match(one, other, among), match(other, one, among)
    assert (there.score, there.decision) == (back.score, back.decision)
