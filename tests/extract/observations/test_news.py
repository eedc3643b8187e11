"""What newspapers, parks and bulletins say otherwise than work reports, in sentences of our own."""

import pytest

from bulian.extract import read_prose
from bulian.model.document import Document
from bulian.model.fact import Observation


def told(text: str, *fields: str) -> list[tuple[object, ...]]:
    """The fields of every observation of a document that is nothing but the text."""
    facts = read_prose(Document(doc="0", name="a.txt", text=text)).facts
    return [tuple(getattr(f, field) for field in fields) for f in facts if isinstance(f, Observation)]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # The province is named only where the speech was given; the text speaks of its own county.
        ("全县上下深入学习考察浙江重要讲话精神。全县地区生产总值增长6%。", [None]),
        ("园区已设立深圳联络处。全区签约项目7个。", ["园区"]),
        ("保康县排在前面。全县上下努力，全县地区生产总值增长7%，我县投资增长5%。", ["保康县", "保康县"]),
        ("远山开发区内的江南区块面积40平方公里。", ["江南区块"]),
        ("全县农林牧渔业总产值增长6%，固定资产投资增长3%。", [None, None]),
        # A firm's manager speaks of the firm.
        (
            "昆山市制造业发达。\n\n昆山远山装备有限公司总经理李明说：“今年的订单增长30%，员工达到200人。”",
            ["昆山远山装备有限公司"] * 2,
        ),
        # Firms in a list own nothing of what the park goes on to say.
        (
            "昆山工业园区发展迅速。园区引进远山药业、丰禾面业等企业，园区实现销售收入27亿元。",
            ["昆山工业园区"],
        ),
    ],
)
def test_subject(text: str, subjects: list[str | None]) -> None:
    assert [row[0] for row in told(text, "subject")] == subjects


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "三期建设年产15万吨磷酸铁锂、年产10万吨磷酸铁。",
            [("15万吨", "磷酸铁锂年产量"), ("10万吨", "磷酸铁年产量")],
        ),
        (
            "形成年产205万吨磷酸铁、50万吨磷酸铁锂、5万吨六氟磷酸锂产能规模。",
            [("205万吨", "磷酸铁年产量"), ("50万吨", "磷酸铁锂年产量"), ("5万吨", "六氟磷酸锂年产量")],
        ),
        (
            "规模以上工业产值221.35亿元、增加值44.27亿元。",
            [("221.35亿元", "规模以上工业产值"), ("44.27亿元", "规模以上工业增加值")],
        ),
        (
            "第二产业增加值280亿元，占GDP比重61.8%，增加值增长6.8%。",
            [
                ("280亿元", "第二产业增加值"),
                ("61.8%", "第二产业增加值占地区生产总值比重"),
                ("6.8%", "第二产业增加值"),
            ],
        ),
        (
            "三次产业对经济增长的拉动贡献分别为0.15、-5.64、1.34个百分点。",
            [
                ("0.15", "第一产业对经济增长的拉动贡献"),
                ("-5.64", "第二产业对经济增长的拉动贡献"),
                ("1.34个百分点", "第三产业对经济增长的拉动贡献"),
            ],
        ),
        (
            "地区生产总值增长15.8%，分别高出全国、全省和全市6.0、5.2和4.4个百分点。",
            [
                ("15.8%", "地区生产总值"),
                ("6.0", "地区生产总值增速"),
                ("5.2", "地区生产总值增速"),
                ("4.4个百分点", "地区生产总值增速"),
            ],
        ),
        (
            "80亿元项目1个、6000万美元韩资项目1个。",
            [("1个", "80亿元项目数"), ("1个", "6000万美元韩资项目数")],
        ),
        ("12个汽车零部件配套项目集中签约。", [("12个", "汽车零部件配套项目数")]),
    ],
)
def test_indicator(text: str, rows: list[tuple[str, str]]) -> None:
    assert told(text, "surface", "indicator") == rows


@pytest.mark.parametrize(
    ("text", "basis", "value"),
    [
        ("经济发展指标位居辽宁74个省级开发区第3位。", "辽宁74个省级开发区", 3),
        ("昆山市连续七年位居全国工业百强区榜首。", "全国工业百强区", 1),
    ],
)
def test_rank_among_a_group(text: str, basis: str, value: int) -> None:
    assert told(text, "aspect", "basis", "value") == [("rank", basis, value)]


def test_places_won_are_ranks() -> None:
    text = "昆山市在全国百强县排名由99位提升至87位。"
    assert told(text, "aspect", "unit", "value") == [("rank", "rank", 99), ("rank", "rank", 87)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # Only the title tells the year: the council met in spring and heard of the year before.
        ("2023年昆山市政府工作报告\n\n园区发展提速。税收占比达50%。", [("actual", "2022")]),
        (
            "2021年昆山市统计公报\n\n发布 2021-06-15 00:00\n\n全市年末常住人口42.5万人。",
            [("actual", "2021-12")],
        ),
        (
            "到2029年，基地目标基本实现。规模实现新突破，制造业增加值占GDP比重达到40%。",
            [("target", "2029")],
        ),
        (
            "2023年，1—11月产值超4500亿元，预计全年首次突破5000亿元。",
            [("actual", "2023-01/2023-11"), ("forecast", "2023")],
        ),
        (
            "截至2015年底，园区实现生产总值6亿元，累计完成投资30亿元。",
            [("actual", "2015"), ("actual", "2015-12")],
        ),
        ("提前两年完成规划的工业投资120亿元的目标。", [("target", None)]),
        ("2024年，争取上级专项资金25亿元。", [("actual", "2024")]),
    ],
)
def test_time(text: str, said: list[tuple[str, str | None]]) -> None:
    assert told(text, "modality", "period") == said


def test_numbers_as_taiwan_writes_them() -> None:
    text = "园区第1区面积1万2,541.07平方公尺（新头湖段54、61地号）。"
    assert [(row[0], str(row[1])) for row in told(text, "surface", "value")] == [
        ("1万2,541.07平方公尺", "12541.07")
    ]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("渠县的服装园区很大。渠县获评四川省先进县，四川省有80个县。渠县吸纳用工300人。", "渠县"),
        (
            "落实内蒙古高质量发展意见。旗委全会暨全旗经济工作会议召开，开创新巴尔虎左旗新局面。投资增长8%。",
            "新巴尔虎左旗",
        ),
    ],
)
def test_home_of_a_county_in_a_text_that_names_the_province_too(text: str, home: str) -> None:
    assert read_prose(Document(doc="0", name="a.txt", text=text)).home == home


def test_a_bulletin_without_title_opens_with_its_year() -> None:
    text = "2022年，全县上下坚定信心，经济运行稳中向好。\n一、综合\n初步核算，全县生产总值254.5亿元。"
    assert told(text, "indicator", "period") == [("地区生产总值", "2022")]


def test_a_single_yuan_in_words_is_no_sum() -> None:
    assert told("掌握了三元前驱体和三元正极材料的生产技术。", "surface") == []
