"""Figures of what has gone or come, of what things are, and of wholes beyond the place that is spoken of."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # What has gone is no stock of the same name.
        ("全年退出贫困村13个，现有贫困村70个。", ["退出贫困村数", "贫困村数"]),
        (
            "全市减少碳排放12万吨，淘汰老旧货车1200辆，增长8%。",
            ["减少碳排放", "淘汰老旧货车数", "淘汰老旧货车数"],
        ),
        ("全市增加8000个中学学位。", ["增加中学学位数"]),
        # A verb behind its noun tells how the noun itself has changed.
        ("贫困村减少13个。", ["贫困村数"]),
    ],
)
def test_what_has_gone(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said


def test_excess_capacity_that_is_cut_is_no_capacity() -> None:
    text = "2022年，全市淘汰落后产能20万吨，年产能30万吨。"
    assert rows(text, "indicator", "modality") == [("淘汰落后产能", "actual"), ("产能", "capacity")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("园区企业86家，其中12家是高新技术企业。", ["企业数", "高新技术企业数"]),
        ("全市有村庄120个，其中15个为示范村。", ["村庄数", "示范村数"]),
        # 为民 is no verb of being, and what is no thing is not counted.
        ("实施30项为民办实事。", ["为民办实事数"]),
        ("园区企业86家，其中12家是2020年来的。", ["企业数", "企业数"]),
    ],
)
def test_what_the_counted_are(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("江城市丝绸产量占全国丝绸产量的三成。", "全国丝绸产量"),
        ("江城市丝绸产值占全省工业总产值的8%。", "全省工业总产值"),
        ("江城市丝绸产值占全市工业增加值的8%。", "工业增加值"),
        ("江城市丝绸产量占全国的一半。", "全国"),
    ],
)
def test_the_whole_beyond_the_place(text: str, whole: str) -> None:
    assert rows(text, "basis") == [(whole,)]


def test_a_third_and_more() -> None:
    assert rows("江城市丝绸销量占全国市场三分之一强。", "bound") == [("min",)]
    assert rows("江城市入围企业居全国百强。", "bound") == []


def test_a_tier_of_townships_is_no_town() -> None:
    text = "全市19个乡镇中有15个是贫困乡镇，贫困乡镇发生率为78%。全市有8万贫困人口。"
    assert rows(text, "subject", "indicator") == [
        ("江城市", "乡镇数"),
        ("江城市", "贫困乡镇数"),
        ("江城市", "贫困乡镇发生率"),
        ("江城市", "贫困人口"),
    ]
