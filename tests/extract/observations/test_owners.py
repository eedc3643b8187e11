"""Whose figures a profile tells: the firm, park or street that a sentence brings in; our own sentences."""

from tests.extract.observations.case import rows


def test_what_follows_is_of_the_park_that_was_brought_in() -> None:
    text = "长谷创客空间位于江城高新区，占地80亩。日常办公人数约400人。\n\n园区共有12栋厂房。"
    assert rows(text, "subject") == [("长谷创客空间",), ("长谷创客空间",), ("长谷创客空间",)]


def test_a_new_paragraph_without_it_is_of_the_place_again() -> None:
    text = "长谷创客空间位于江城高新区，占地80亩。\n\n去年税收12亿元。"
    assert rows(text, "subject") == [("长谷创客空间",), ("江城市",)]


def test_a_place_in_which_it_does_something_is_not_whose_figure_it_is() -> None:
    text = "远山重工有限公司成立于1998年。公司下设江阴、太仓三个基地，年产值6亿元。"
    assert rows(text, "subject")[-1] == ("远山重工有限公司",)


def test_a_bare_head_office_is_nobody() -> None:
    assert rows("公司总部位于北郊，占地8亩。", "subject") == [("江城市",)]


def test_a_phase_is_of_the_project_named_before_it() -> None:
    text = "远山重工智能装备项目总投资25亿元，其中一期投资12亿元。"
    assert rows(text, "subject") == [("远山重工智能装备项目",), ("远山重工智能装备项目一期",)]


def test_a_sum_put_up() -> None:
    text = "远山重工斥资6亿元在江城建厂。"
    assert rows(text, "indicator") == [("投资",)]
