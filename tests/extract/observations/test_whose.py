"""Whose a number is: past brackets, in lists of sums, and never a gross product of a project."""

from tests.extract.observations.case import rows


def test_behind_brackets_the_whole_project_goes_on() -> None:
    text = (
        "长谷绿色建材项目位于昆山市云栖村，总投资17亿元，用地400亩（项目分两期建设，一期总投资10亿元，"
        "用地200亩），配套的石英砂生产线2条，全部建成投产后预计年产值12亿元。"
    )
    assert rows(text, "subject", "surface")[-2:] == [
        ("长谷绿色建材项目", "2条"),
        ("长谷绿色建材项目", "12亿元"),
    ]


def test_a_project_has_no_gross_product() -> None:
    text = "长谷绿色建材项目位于昆山市，总投资17亿元。上半年，地区生产总值增长7%。"
    assert rows(text, "subject", "surface") == [("长谷绿色建材项目", "17亿元"), ("昆山市", "7%")]


def test_in_a_list_of_sums_each_is_of_the_project_behind_it() -> None:
    text = "2021年，昆山市投资14亿元远山三元正极材料、15亿元丰禾水泥升级等32个项目开工建设。"
    assert rows(text, "subject", "indicator", "surface")[:2] == [
        ("远山三元正极材料项目", "总投资", "14亿元"),
        ("丰禾水泥升级项目", "总投资", "15亿元"),
    ]


def test_a_number_broken_by_a_line_end_is_whole() -> None:
    line = "2019年，昆山市固定资产投资增长百分之七，进出口总额达到15.4"
    text = "\n".join([line, "亿元，社会消费品零售总额保持增长，外贸结构持续优化，"] * 4) + "\n全部完成。"
    assert ("进出口总额", "1540000000 CNY") in rows(text, "indicator", "value")
    assert not [value for _, value in rows(text, "indicator", "value") if value == "15.4 CNY"]


def test_a_work_at_the_end_of_a_clause_is_what_the_sizes_behind_it_are_of() -> None:
    text = "2023年，昆山市开工建设远山高端储能项目，总投资25亿元，占地200亩。"
    assert rows(text, "subject", "surface") == [("远山高端储能项目", "25亿元"), ("远山高端储能项目", "200亩")]


def test_numbers_in_brackets_are_of_the_places_before_them() -> None:
    text = "2023年，江苏省地区生产总值居前的依次为苏州市（24653亿元）、南京市（17421亿元）。"
    assert rows(text, "subject", "indicator") == [("苏州市", "地区生产总值"), ("南京市", "地区生产总值")]
    assert rows("2023年，江苏省居前的依次为苏州市（24653亿元）。", "indicator") == []


def test_a_fall_that_turned_into_growth_is_two_figures_of_two_times() -> None:
    text = "2023年，昆山市出口由上年下降5.2%转为增长3.1%。"
    assert rows(text, "value", "period") == [("-5.2 %", "2022"), ("3.1 %", "2023")]
