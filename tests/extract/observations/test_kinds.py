"""Lists of trades before 分别: names with 与 or a verb inside, counts behind them."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("装帧与设计服务、信息服务分别增长21%、13%。", ["装帧与设计服务", "信息服务"]),
        ("研发与设计服务、检测服务分别增长3%和1%。", ["研发与设计服务", "检测服务"]),
        (
            "房屋（管理）、科学和技术服务业、体育三类行业增速分别为4%、3%和-2%。",
            ["房屋（管理）", "科学和技术服务业", "体育"],
        ),
        ("甲泽软件、信息服务业，租赁服务业，教育三类行业增速分别为4%、3%和2%。", [
            "甲泽软件、信息服务业", "租赁服务业", "教育",
        ]),
        ("仓储业、轻纺和制药业两大行业受天气影响较大，分别增长4%、2%。", ["仓储业", "轻纺和制药业"]),
        ("机械、电子和纺织三大主导产业产值分别增长3%、2%和1%。", ["机械产值", "电子产值", "纺织产值"]),
        ("材料产业和电子产业实现较快增长，增速分别为14%、13%。", ["材料产业", "电子产业"]),
        ("旅行社及相关服务、文体活动营业收入也保持较快增长，分别增长6%和5%。", [
            "旅行社及相关服务营业收入", "文体活动营业收入",
        ]),
        ("第二产业、第三产业从业人员分别占32%和47%。", ["第二产业从业人员占比", "第三产业从业人员占比"]),
    ],
)  # fmt: skip
def test_each_number_has_its_name(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == names


def test_services_that_break_revenue_down_are_of_revenue() -> None:
    total = "服务业实现营业收入28亿元，增长7%。"
    text = total + "其中，研发与设计服务、检测服务分别增长3%和2%，分别拉动服务业增长1和0.5个百分点。"
    assert [row[0] for row in rows(text, "indicator")][2:] == [
        "研发与设计服务营业收入",
        "检测服务营业收入",
        "研发与设计服务拉动服务业增长",
        "检测服务拉动服务业增长",
    ]


def test_a_count_that_is_not_that_of_the_numbers_parts_nothing() -> None:
    text = "机械、电子、纺织、化工四大主导产业产值分别增长3%、2%。"
    assert not {"机械产值", "电子产值", "化工产值"} & {row[0] for row in rows(text, "indicator")}


def test_a_list_of_places_that_lead_is_told_again_with_their_figures() -> None:
    text = "南通市、无锡市固定资产投资增速居前两位，分别增长20%、15%。"
    assert rows(text, "subject", "indicator", "value")[1:] == [
        ("南通市", "固定资产投资", "20 %"),
        ("无锡市", "固定资产投资", "15 %"),
    ]


def test_what_several_pull_together_is_not_of_the_last_one() -> None:
    text = "汽车、电子两大支柱行业增加值分别增长10%、8%，合计拉动规上工业增长4个百分点。"
    assert rows(text, "indicator")[-1] == ("拉动规模以上工业增长",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("城乡居民低保人数分别为城镇54人和农村58人。", ["城镇居民低保人数", "农村居民低保人数"]),
        ("户籍人口分别为男性32万人、女性31万人。", ["男性户籍人口", "女性户籍人口"]),
    ],
)
def test_names_behind_分别_share_the_measure_before_it(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == names


def test_what_is_built_behind_分别_shares_no_measure() -> None:
    text = "投资3亿元，分别建设道路3公里和桥梁5座。"
    assert "道路投资" not in {row[0] for row in rows(text, "indicator")}
