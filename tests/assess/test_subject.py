"""One district under its names, and nobody else under them."""

import pytest

from bulian.assess.subject import district, kind_of


@pytest.mark.parametrize(
    ("subject", "folded"),
    [
        ("大渡口区", "重庆市大渡口区"),
        ("大渡口", "重庆市大渡口区"),
        ("重庆市大渡口区", "重庆市大渡口区"),
        ("大渡口区体外诊断产业", "体外诊断产业"),
        ("重庆市", "重庆市"),
        ("重庆市沙坪坝区", "重庆市沙坪坝区"),
        ("长江文化艺术湾区大渡口区域", "长江文化艺术湾区大渡口区域"),
        ("大渡口区域经济", "大渡口区域经济"),
        ("三峰环境", "三峰环境"),
    ],
)
def test_forms_of_the_district(subject: str, folded: str) -> None:
    assert district("重庆市大渡口区").fold(subject) == folded


def test_the_districts_name_before_an_indicator_is_dropped() -> None:
    home = district("重庆市大渡口区")
    assert home.fold_indicator("大渡口区工业总产值") == "工业总产值"
    assert home.fold_indicator("重庆市工业总产值") == "重庆市工业总产值"
    assert home.fold_indicator("大渡口区") == "大渡口区"


def test_a_workspace_named_without_its_city_knows_the_long_form() -> None:
    assert district("大渡口区").fold("重庆市大渡口区") == "大渡口区"


def test_two_districts_of_one_name_in_other_cities_stay_apart() -> None:
    home = district("北京市朝阳区")
    assert home.fold("辽宁省朝阳市") == "辽宁省朝阳市"


def test_folding_twice_changes_nothing() -> None:
    home = district("重庆市大渡口区")
    for subject in ("大渡口", "大渡口区新材料产业", "某公司"):
        assert home.fold(home.fold(subject)) == home.fold(subject)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("智能视觉产业", "industry"),
        ("食品工业", "industry"),
        ("重庆国际小球赛事中心项目", "project"),
        ("重庆市", "place"),
        ("三峰环境", "other"),
        ("产业", "other"),
    ],
)
def test_kinds_by_the_end_of_the_name(subject: str, kind: str) -> None:
    assert kind_of(subject) == kind
