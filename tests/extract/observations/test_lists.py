"""Lists that share a verb, a measure or a time; our own sentences."""

import pytest

from tests.extract.observations.case import rows


def test_one_measure_behind_分别_is_of_each_owner_before_it() -> None:
    text = "东山产业园、南湖产业园和西岭产业园三个园区分别实现产值3亿元、2亿元和1亿元，分别增长7%、6%和5%。"
    owners = ["东山产业园", "南湖产业园", "西岭产业园"]
    assert rows(text, "subject", "indicator") == [(one, "产值") for one in [*owners, *owners]]


def test_one_measure_behind_的_is_of_each_member_of_a_list_with_及_inside() -> None:
    text = "粮食、家具及维修服务、居住的价格分别上涨1.5%、2.0%和0.7%。"
    assert [row[0] for row in rows(text, "indicator")] == ["粮食价格", "家具及维修服务价格", "居住价格"]


def test_a_list_that_does_not_fit_its_numbers_is_not_taken_apart() -> None:
    text = "粮食、家具、居住的价格分别上涨1.5%、2.0%。"
    assert "粮食价格" not in [row[0] for row in rows(text, "indicator")]


def test_each_part_of_a_ratio_that_changes_keeps_its_sector_and_its_year() -> None:
    text = "2021年，三次产业结构由上年的5.1∶44.9∶50.0调整为4.2∶43.8∶52.0。"
    sectors = [f"第{which}产业增加值占地区生产总值比重" for which in "一二三"]
    assert rows(text, "indicator", "period") == [
        *((sector, "2020") for sector in sectors),
        *((sector, "2021") for sector in sectors),
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("茶叶种植面积12万亩，增长3%；产量5万吨。", "茶叶产量"),
        ("农业龙头企业98家，其中：省级8家。", "省级农业龙头企业数"),
        ("工业总产值30亿元，占比提高；产量5万吨。", "产量"),
    ],
)
def test_what_a_bare_head_goes_on_with(text: str, second: str) -> None:
    assert rows(text, "indicator")[-1] == (second,)


def test_a_task_and_the_share_of_it_that_is_done() -> None:
    text = "工业投资完成年任务75亿元的20%。"
    assert rows("工业投资15亿元，完成年任务75亿元的20%。", "indicator", "modality") == [
        ("工业投资", "actual"),
        ("工业投资", "target"),
        ("工业投资占年任务比重", "actual"),
    ]
    assert len(rows(text, "indicator")) <= 2


@pytest.mark.parametrize(
    "text", ["全省首个超百亿元水利工程开工。", "时速350公里的高铁开通。", "成为全市首个300亿元园区。"]
)
def test_a_size_that_describes_one_thing_is_no_figure(text: str) -> None:
    assert rows(text, "indicator") == []


def test_the_verb_of_a_list_governs_each_thing_counted() -> None:
    text = "新增43个起降点、58条飞行航线。"
    assert rows(text, "indicator") == [("新增起降点数",), ("新增飞行航线数",)]


def test_a_year_compared_with_does_not_date_what_comes_next() -> None:
    text = "2023年，全市产值3亿元。三次产业结构由上年的5.1∶44.9∶50.0调整为4.2∶43.8∶52.0，全年人均产值2万元。"
    assert rows(text, "period")[-1] == ("2023",)


def test_a_time_since_which_is_no_time_at_which() -> None:
    text = "自2021年3月示范区开工建设以来，政府总投资约68亿元。"
    assert rows(text, "period") != [("2021-03",)]


def test_what_is_held_without_a_year_is_of_its_own_year() -> None:
    text = "8月3日，江城市举行2018年重点项目集中开工活动。上半年工业产值3亿元。"
    assert rows(text, "period", published_on=None)[-1] == ("2018-H1",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("城镇和农村居民人均消费支出达到7万元和4万元。", ["城镇居民人均消费支出", "农村居民人均消费支出"]),
        ("小麦面积和产量是9万亩和3万吨。", ["小麦面积", "小麦产量"]),
        ("金融机构存、贷款余额分别增长8%、11%。", ["金融机构存款余额", "金融机构贷款余额"]),
        ("城乡居民收入达到7万元和4万元、分别增长8%和10%。", ["城镇居民收入", "农村居民收入"] * 2),
        ("轻、重工业占比分别为30%和70%。", ["轻工业占比", "重工业占比"]),
        ("服装业，家具、木器制造业，钟表业3个行业产值分别增长1%、2%、3%。", [
            "行业数", "服装业产值", "家具、木器制造业产值", "钟表业产值",
        ]),
    ],
)  # fmt: skip
def test_as_many_names_as_numbers(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == names


@pytest.mark.parametrize("text", ["批发和零售业产值3亿元，增长4%。", "轻纺和化工产值3亿元、利润2亿元。"])
def test_one_name_with_和_inside_is_not_taken_apart(text: str) -> None:
    assert rows(text, "indicator")[0][0] in ("批发和零售业产值", "轻纺和化工产值")


def test_a_list_of_years_gives_each_number_its_own() -> None:
    text = "2016年至2018年，分别完成工业投资2亿元、3亿元、4亿元；分别完成开票销售5亿元、6亿元、7亿元。"
    years = ["2016", "2017", "2018"]
    assert rows(text, "indicator", "period") == [
        *(("工业投资", year) for year in years),
        *(("开票销售", year) for year in years),
    ]


def test_a_list_that_does_not_fit_its_years_keeps_the_whole_span() -> None:
    text = "2016年至2018年，分别完成工业投资2亿元、3亿元。"
    assert {row[0] for row in rows(text, "period")} == {"2016/2018"}
