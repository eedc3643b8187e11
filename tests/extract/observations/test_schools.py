"""Pupils, entrants and teachers told without their school."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "全市高校招生2.8万人，在校生6.5万人；小学招生3万人，在校生20万人，专任教师1万人。",
            ["高校招生数", "高校在校学生数", "小学招生数", "小学在校学生数", "小学专任教师数"],
        ),
        (
            "全市有小学120所，在校生5万人，增长5%；初中30所，在校生2万人。",
            ["小学数", "小学在校学生数", "小学在校学生数", "初中数", "初中在校学生数"],
        ),
        (
            "高校招生人数9000人，其中本科4000人，专科5000人。在校生人数3万人。",
            ["高校招生人数", "高校本科招生人数", "高校专科招生人数", "高校在校学生人数"],
        ),
        # What 其中 tells is a part, and no school of what follows.
        (
            "各级各类学校1200所，其中小学在校生20万人，教职工3万人。",
            ["各级各类学校数", "小学在校学生数", "各级各类学校教职工数"],
        ),
        # Of the whole place: of no school.
        ("中职专任教师2052人。全市教职工数99750人。", ["中职专任教师数", "教职工数"]),
        ("小学120所。\n毕业生3000人。\n", ["小学数", "毕业生数"]),
        ("全市招生3000人，在校生2万人。", ["招生数", "在校学生数"]),
    ],
)
def test_whose_pupils(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said
