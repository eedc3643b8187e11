"""Whose figures stand below the heading of a street or a zone, and whose those of the country are."""

import pytest

from tests.extract.observations.case import HOME, rows


@pytest.mark.parametrize("heading", ["东湖管理区简介", "东湖管理区", "东湖管理区概况"])
def test_an_area_owns_what_stands_below_its_heading(heading: str) -> None:
    text = f"{heading}\n\n东湖管理区地处江城市北部。辖区面积30平方公里，常住人口2万人。\n"
    assert rows(text, "subject") == [("东湖管理区",)] * 2


def test_the_next_heading_of_an_area_takes_over() -> None:
    filler = "这里依山傍水，交通便利，商贸发达，" * 4 + "已成为城市北翼发展的重要组团"
    text = f"江北街道\n\n常住人口2万人。{filler}\n\n江南街道\n\n常住人口3万人。\n"
    assert rows(text, "subject", "value") == [("江北街道", "20000 persons"), ("江南街道", "30000 persons")]


def test_a_division_of_the_country_is_no_part_of_its_home() -> None:
    text = "大渡口区概况\n\n大渡口区常住人口40万人。\n"
    assert rows(text, "subject") == [("重庆市大渡口区",)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("全国城镇新增就业600万人。", "全国"),
        ("上半年全国地区生产总值增长3%。", "全国"),
        ("国家实验室5个，城镇新增就业6万人。", HOME),
    ],
)
def test_figures_of_the_country(text: str, subject: str) -> None:
    assert rows(text, "subject")[-1] == (subject,)


@pytest.mark.parametrize("joint", ["", "而", "但", "其中，"])
def test_a_province_named_short_before_a_year(joint: str) -> None:
    text = f"江城市工业投资增长9%；{joint}山东2021年工业投资增长7%。"
    assert [row[0] for row in rows(text, "subject")][-1] == "山东省"


def test_the_time_at_which_an_area_began_dates_nothing_told_of_it() -> None:
    text = "东湖管理区简介\n\n2003年6月，正式改制为东湖管理区。总面积30平方公里，常住人口2万人。\n"
    assert rows(text, "period") == [(None,)] * 2
