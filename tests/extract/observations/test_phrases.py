"""What is counted: phrases with verbs inside, lists, sums named behind their number; our own sentences."""

import pytest

from tests.extract.observations.case import rows

COUNTED = [
    ("完善20个县乡两级养老服务网络。", [("县乡两级养老服务网络数", "20 items")]),
    ("推动18项改革试点任务落地见效。", [("改革试点任务数", "18 items")]),
    ("新认定3家院士工作站。", [("新认定院士工作站数", "3 items")]),
    ("新增开放滨水活动空间40处。", [("新增开放滨水活动空间数", "40 items")]),
    ("全年新登记经营主体3.2万户。", [("新登记经营主体数", "32000 enterprises")]),
    ("新建提升25公里农村公路。", [("新建提升农村公路里程", "25 km")]),
    ("口岸过货量120万吨。", [("口岸过货量", "1200000 t")]),
    ("产值过亿元企业87家、过10亿元企业6家。", [
        ("产值过亿元企业数", "87 enterprises"), ("过10亿元企业数", "6 enterprises"),
    ]),
    ("培育百亿级企业3家。", [("百亿级企业数", "3 enterprises")]),
    ("果蔬产出57亿元产值。", [("果蔬产值", "5700000000 CNY")]),
    ("2400亿元的经济总量位居前列。", [("经济总量", "240000000000 CNY")]),
    ("共签约33个项目。", [("签约项目数", "33 projects")]),
    ("城镇累计新增就业7万人。", [("城镇新增就业", "70000 persons")]),
]  # fmt: skip

LISTED = [
    ("存贷款余额分别达380亿元、290亿元。", ["存款余额", "贷款余额"]),
    ("一、二、三产业增加值分别为3亿元、40亿元、60亿元。", [
        "第一产业增加值", "第二产业增加值", "第三产业增加值",
    ]),
    ("城乡居民人均可支配收入分别达5.9万元、3.1万元，增长4.2%、5.3%。", [
        "城镇居民人均可支配收入", "农村居民人均可支配收入",
        "城镇居民人均可支配收入", "农村居民人均可支配收入",
    ]),
    ("低保、特困补助标准分别从每月600元、800元提高到650元、880元。", [
        "低保标准", "特困补助标准", "低保标准", "特困补助标准",
    ]),
    ("进口货值、新增外资企业、门店销售额分别增长3%、6%、1%。", [
        "进口货值", "新增外资企业", "门店销售额",
    ]),
    ("生产安全事故起数和死亡人数分别下降3%、5%。", ["生产安全事故起数", "死亡人数"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "value") == expected


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_each_number_of_a_list_has_its_own_name(text: str, expected: list[str]) -> None:
    assert [name for (name,) in rows(text, "indicator")] == expected


def test_the_size_of_each_thing_counted_is_no_figure_of_its_own() -> None:
    assert rows("总投资超10亿元的项目有5个。", "value") == [("5 projects",)]


def test_an_amount_under_contract_is_exact() -> None:
    """约 of 签约 is no bound; 约 alone is."""
    assert rows("共签约33个项目，约40家企业到场。", "bound") == [("exact",), ("approx",)]


def test_growth_of_other_places_is_theirs() -> None:
    text = "昆山市经济稳步增长。昆山市地区生产总值同比增长3%，高于江苏省同期的2%，全国的2.5%。"
    assert rows(text, "subject", "indicator", "value") == [
        ("昆山市", "地区生产总值", "3 %"),
        ("江苏省", "地区生产总值", "2 %"),
        ("全国", "地区生产总值", "2.5 %"),
    ]


def test_a_distance_from_an_average_is_of_the_growth_before() -> None:
    text = "工业投资增长8%，增幅比全市平均水平低2.5个百分点。"
    assert rows(text, "indicator", "value", "basis")[1] == ("工业投资增速", "-2.5 pp", None)


MENDED = [
    ("下放自治区级管理权限45项。", [("下放自治区级管理权限数", "45 items")]),
    ("新建和美乡村25个。", [("新建和美乡村数", "25 items")]),
    ("对共建“一带一路”国家进出口增长4.7%。", [("共建“一带一路”国家进出口", "4.7 %")]),
    ("新增社会融资规模1万亿元。", [("新增社会融资规模", "1000000000000 CNY")]),
    ("实施稳经济30项举措。", [("稳经济举措数", "30 items")]),
    ("五年生产原煤65亿吨。", [("原煤产量", "6500000000 t")]),
    ("第三条特高压线路开工。", []),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_names_that_hold_short_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "value") == expected


def test_a_step_that_was_reached_is_not_what_is_measured() -> None:
    text = "地区生产总值连续迈上4个万亿元台阶、达14万亿元、年均增长5.7%。"
    assert rows(text, "indicator", "value") == [
        ("地区生产总值", "14000000000000 CNY"), ("地区生产总值", "5.7 %"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("日产瓷砖18万平方米。", [("瓷砖日产量", "180000 m2")]),
        (
            "设计年产手机300万台、电脑150万台。",
            [("手机年产量", "3000000 sets"), ("电脑年产量", "1500000 sets")],
        ),
        ("年加工水晶石2.3万吨。", [("水晶石年加工量", "23000 t")]),
        (
            "38个行业大类中，27个行业利润实现增长。",
            [("行业大类数", "38 items"), ("利润实现增长的行业数", "27 items")],
        ),
        (
            "在全球拥有12个生产基地、员工超过9万人。",
            [("生产基地数", "12 items"), ("员工数", "90000 persons")],
        ),
        ("此次集中开工项目共26个。", [("集中开工项目数", "26 projects")]),
        ("县里投资3亿元建成水晶城。", [("投资", "300000000 CNY")]),
        ("存货周转天数为14.6天。", [("存货周转天数", "14.6 days")]),
        ("前4月营收22亿元，较去年同期成长9.3%。", [("营业收入", "2200000000 CNY"), ("营业收入", "9.3 %")]),
    ],
)
def test_what_news_and_profiles_count(text: str, said: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "value") == said


def test_the_second_rank_is_of_what_the_first_was() -> None:
    text = "营业收入增长16%，居全国第7位、中部第2位。"
    assert [row[0] for row in rows(text, "indicator")][1:] == ["营业收入增速"] * 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "办公楼3栋，污水处理池一个，牛舍一栋。",
            [("办公楼数", "3"), ("污水处理池数", "1"), ("牛舍数", "1")],
        ),
        ("每千人拥有托位数提高到4.6个。", [("每千人拥有托位数", "4.6")]),
        ("电力装机规模进至全国第5位。", [("电力装机规模", "5")]),
        ("完成老旧小区改造2万户。", [("老旧小区改造数", "20000")]),
        ("设立产业引导基金24只。", [("产业引导基金数", "24")]),
        ("经济增长5.5%左右。", [("地区生产总值", "5.5")]),
        ("领先的优势增加了1100亿。", [("优势", "110000000000")]),
    ],
)
def test_what_reports_count(text: str, said: list[tuple[str, str]]) -> None:
    assert [(row[0], (row[1] or "").split()[0]) for row in rows(text, "indicator", "value")] == said


def test_three_zones_are_no_firms() -> None:
    assert rows("武汉东湖、襄阳、宜昌3家高新区。", "value") == [("3 items",)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("规划86条生产线，已有52条投入使用。", [("生产线数", "86 lines"), ("生产线数", "52 lines")]),
        ("园区已有62家厂商进驻。", [("厂商数", "62 enterprises")]),
        ("日处理废水能力3000吨。", [("废水日处理量", "3000 t/day")]),
        ("园区现有逾2000间科技企业。", [("科技企业数", "2000 enterprises")]),
    ],
)
def test_what_things_do_is_no_part_of_their_name(text: str, said: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "value") == said
