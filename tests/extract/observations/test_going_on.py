"""What a text goes on of: its place, its time and its modality, in sentences of our own."""

import pytest

from tests.extract.observations.test_news import told


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # A place among countries gives the text neither its name nor its currency.
        ("来开发区投资的有日本、韩国、台湾等12个国家和地区的客商。开发区完成产值30亿元。", "开发区"),
        # Nor does one that is only acted on.
        ("全市支援武汉的口罩3万只。我市完成财政收入30亿元。", None),
        # The city of the title holds against a county of its list.
        (
            "上半年绵阳市园区发展迅速\n上半年，全市园区投入3亿元。江油市、安州区的厂房进展顺利。"
            "江油市的园区建成，江油厂房投用。全市完成投资30亿元。",
            "绵阳市",
        ),
        # A zone that the text opens with is whom it goes on of.
        (
            "1至5月，昆山市远山工业园完成产值20亿元。园区企业运行平稳。累计完成投资30亿元。",
            "昆山市远山工业园",
        ),
        # The firm of 这家总部位于北京的企业 is the one named before.
        (
            "走进昆山远山装备有限公司，机器轰鸣。\n这家总部位于北京的企业发展很快，年产值达30亿元。",
            "昆山远山装备有限公司",
        ),
        # 企业产值 behind a firm is the firm's.
        ("远山金属资源有限公司因项目投产，企业产值与去年同期相比增长30%。", "远山金属资源有限公司"),
    ],
)
def test_subject(text: str, subject: str | None) -> None:
    assert told(text, "subject")[-1] == (subject,)
    assert "TWD" not in [unit for (unit,) in told(text, "unit")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "2018年10月9日\n元至九月，全县完成财政收入5亿元。",
            [("5亿元", "财政收入", "2018-01/2018-09")],
        ),
        ("2018年1至9月完成投资3亿元。", [("3亿元", "完成投资", "2018-01/2018-09")]),
        (
            "2021年前三季度，农业增加值增长4%，创“十三五”以来新高。工业增加值增长20%。",
            [("4%", "农业增加值", "2021-01/2021-09"), ("20%", "工业增加值", "2021-01/2021-09")],
        ),
        (
            "地区生产总值从2016年的6亿元增加到2021年的11亿元。工业总产值从7亿元增加到15亿元。",
            [
                ("6亿元", "地区生产总值", "2016"),
                ("11亿元", "地区生产总值", "2021"),
                ("7亿元", "工业总产值", "2016"),
                ("15亿元", "工业总产值", "2021"),
            ],
        ),
        (
            "2021年，全区上下克难奋进，实现“十四五”良好开局。\n一、综合\n全区生产总值719亿元。",
            [("719亿元", "地区生产总值", "2021")],
        ),
        (
            "2016年1至5月，园区完成产值26亿元，占全年计划的50%。累计完成投资28亿元。",
            [
                ("26亿元", "产值", "2016-01/2016-05"),
                ("50%", "产值占全年计划比重", "2016-01/2016-05"),
                ("28亿元", "完成投资", "2016-01/2016-05"),
            ],
        ),
    ],
)
def test_period(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(text, "surface", "indicator", "period") == rows


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("地区生产总值5600亿元（预计数，下同），财政收入1330亿元。", ["forecast", "forecast"]),
        ("地区生产总值5600亿元（预计数，下同）。\n二、2024年\n现有企业3家。", ["forecast", "actual"]),
        ("项目计划建设4条生产线，30条包装线。", ["plan", "plan"]),
        ("项目建成后，可实现年销售收入3亿元，税收1360万元。", ["capacity", "capacity"]),
        # What has been built by now is no plan.
        ("规划面积60平方公里，建成区面积20平方公里。", ["plan", "actual"]),
        # A figure that rose to 2022 is no target.
        ("地区生产总值从2017年的3亿元增长到2022年的4亿元。", ["actual", "actual"]),
    ],
)
def test_modality(text: str, modalities: list[str]) -> None:
    assert [row[0] for row in told(text, "modality")] == modalities


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("衣着类价格下降1%。", [("1%", "衣着类价格", "%")]),
        ("男女性别比为105.2:100。", [("105.2:100", "男女性别比", "ratio")]),
        ("园区2010年就新开工项目19个。", [("19个", "新开工项目数", "projects")]),
        (
            "全省总算力提升到4000PF，标准机架11万架。",
            [("4000PF", "总算力", "PFLOPS"), ("11万架", "机架数", "racks")],
        ),
        ("这是国内唯一一个日用瓷器价格指数。", []),
        ("签约项目10个 总投资158亿元。", [("10个", "签约项目数", "projects"), ("158亿元", "总投资", "CNY")]),
    ],
)
def test_words(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(text, "surface", "indicator", "unit") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("版次：01 作者：李明 王芳2023年10月30日\n前三季度，全区生产总值30亿元。", (None, "2023-01/2023-09")),
        # The short name of a district that stands alone is whom 全区 is about; 乡村振兴 is no district.
        ("2023年，蓬勃发展的江津。\n全区生产总值30亿元。", ("重庆市江津区", "2023")),
        ("2023年，推动乡村振兴。\n全区生产总值30亿元。", (None, "2023")),
        ("26.07.2016  13:37\n上半年，长沙县生产总值30亿元。", ("长沙县", "2016-H1")),
        ("2022年，四川省凉山州产值30亿元。", ("凉山彝族自治州", "2022")),
        # Cities named as often as each other are parts of the one that all of them lie in.
        (
            "2021年，启东市、海安市、如皋市增速居前。启东市、海安市、如皋市投资增长。全市产值30亿元。",
            ("南通市", "2021"),
        ),
        (
            "2024年10月26日\n实现生产总值30亿元\n前三季度蔬菜产量增长4%。工业产值3亿元。",
            (None, "2024-01/2024-09"),
        ),
        # A name that several divisions share is all that is known of the district.
        ("2022年4月26日在新华区第十一届人民代表大会上\n全区产值30亿元。", ("新华区", "2022-04-26")),
        (
            "自治区十三届人大一次会议在南宁开幕\n2018年1月25日，广西壮族自治区人大开幕。\n广西产值30亿元。",
            ("广西壮族自治区", "2018-01-25"),
        ),
        ("2022年，是泽州发展历程中不平凡的一年。全县产值30亿元。", ("泽州县", "2022")),
        ("2022年，渠县工业兴县，渠县招商，渠县园区发展。全县产值30亿元。", ("渠县", "2022")),
        (
            "2023年1月17日在某县人民代表大会上\n一、2022年主要工作和成效\n全县产值30亿元。",
            (None, "2022"),
        ),
    ],
)
def test_home_and_date_of_a_document(text: str, row: tuple[str | None, str]) -> None:
    assert told(text, "subject", "period", "modality")[-1] == (*row, "actual")


def test_a_figure_before_the_only_time_that_a_text_names_is_of_then() -> None:
    rows = told("实现生产总值30亿元。\n2024年前三季度蔬菜产量增长4%。", "surface", "period")
    assert rows == [("30亿元", "2024-01/2024-09"), ("4%", "2024-01/2024-09")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A chapter dates what stands below it, whenever the page was put up.
        (
            "时间：2023-08-11\n一、2020年工作回顾\n全年投入3亿元。\n二、2021年工作安排\n财政收入增长8%。",
            [("3亿元", "2020", "actual"), ("8%", "2021", "target")],
        ),
        (
            "时间：2021-01-12\n一、2020年预算执行情况\n财政收入58亿元。\n二、2021年预算草案\n财政收入60亿元。",
            [("58亿元", "2020", "actual"), ("60亿元", "2021", "target")],
        ),
        # 今年 is the year after the one that its end is compared with.
        (
            "今年以来，经济向好。1至9月，产值30亿元，市场主体较2023年末增长5%。",
            [("30亿元", "2024-01/2024-09", "actual"), ("5%", "2024-01/2024-09", "actual")],
        ),
        (
            "今年以来，前三季度产值3亿元。截至2021年9月末，贷款余额5亿元。",
            [("3亿元", "2021-01/2021-09", "actual"), ("5亿元", "2021-09", "actual")],
        ),
        # The month alone is said of one figure.
        (
            "2019年1-8月产值增长7%，8月当月增长8%。重点产业产值增长9%。",
            [
                ("7%", "2019-01/2019-08", "actual"),
                ("8%", "2019-08", "actual"),
                ("9%", "2019-01/2019-08", "actual"),
            ],
        ),
    ],
)
def test_year_of_chapters_and_comparisons(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(text, "surface", "period", "modality") == rows
