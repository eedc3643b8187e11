import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.fold import fold
from bulian.extract.periods import find_periods, parse_period
from bulian.model.period import days


def isos(text: str, date: str | None) -> list[str | None]:
    return [period.iso for period in find_periods(fold(text), date) if period.role == "time"]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("今年", "2023"), ("去年", "2022"), ("前年", "2021"), ("今年1-11月", "2023-01/2023-11"),
        ("2021年上半年", "2021-H1"),
        ("今年1至9月", "2023-01/2023-09"), ("1—11月", "2023-01/2023-11"), ("前三季度", "2023-01/2023-09"),
        ("一季度", "2023-Q1"),
        ("前11个月", "2023-01/2023-11"), ("截至10月18日", "2023-10-18"), ("去年底", "2022-12"),
        ("2022年底", "2022-12"),
        ("2023年4月", "2023-04"), ("目前", "2023-11"), ("2016-2020年", "2016/2020"),
        ("2016年至2020年", "2016/2020"),
        ("“十四五”末期", "2025"), ("「十四五」期間", "2021/2025"), ("到2035年", "2035"),
        ("民國110年", "2021"),
        ("二〇二二年", "2022"), ("2024年1-2月", "2024-01/2024-02"),
        ("2022年7月至2023年6月", "2022-07/2023-06"),
        ("11月6日至10日", "2023-11-06/2023-11-10"), ("五年来", "2019/2023"), ("近三年", "2021/2023"),
        ("12月", "2022-12"),
        ("2022年全年", "2022"), ("2022年以来", "2022"), ("第三季度", "2023-Q3"),
    ],
)  # fmt: skip
def test_words(words: str, iso: str) -> None:
    assert isos(f"，{words}，", "2023-11-20") == [iso]


def test_without_a_date_relative_words_stay_undated() -> None:
    assert isos("今年增长，目前有，1-5月。", None) == [None, None, None]


def test_the_year_of_the_paragraph_holds_for_later_months() -> None:
    assert isos("2020年产值增长，其中上半年下降。\n上半年回升。", "2023-11") == ["2020", "2020-H1", "2023-H1"]


def test_in_spring_the_whole_year_is_the_last_one() -> None:
    assert isos("全年增长5%。", "2024-03") == ["2023"]


@pytest.mark.parametrize("words", ["2023年2月30日", "2023-02-29", "2023年11-1月", "2023年3月9日至2日"])
def test_no_calendar_has_it(words: str) -> None:
    assert isos(words, "2023-11") == [None]


def test_a_base_of_comparison_is_no_time() -> None:
    text = "比上年增长5%，较2020年翻番，与去年同期持平。"
    assert [period.role for period in find_periods(text, "2023-11")] == ["basis"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "与2020年相比，", "比2019年同期增长", "2019年同期为", "较“十三五”末提升", "恢复到2019年的水平",
        "以2020年为基期", "在2020年基础上翻番", "是2010年的2.6倍", "两年平均增长2.5%",
    ],
)  # fmt: skip
def test_what_a_figure_is_compared_with_is_no_time(text: str) -> None:
    assert [period.role for period in find_periods(fold(text), "2023-11")] == ["basis"] * (
        1 + ("年同期" in text)
    )


@pytest.mark.parametrize(
    ("text", "date", "reference", "ahead"),
    [
        ("到2025年", "2023-11", None, True), ("“十四五”时期", "2023-11", None, False),
        ("今年6月底", "2023-03", None, True), ("今年", "2023-03", None, False),
        ("2025年", None, 2023, True), ("2025年", None, None, False),
    ],
)  # fmt: skip
def test_what_begins_after_the_document_is_ahead(
    text: str, date: str | None, reference: int | None, ahead: bool
) -> None:
    (period,) = find_periods(text, date, reference=reference)
    assert period.ahead is ahead


def test_an_undated_text_tells_of_what_lies_beyond_its_own_years() -> None:
    text = "2021年产值300亿元，到2025年达到500亿元，截至2024年底有企业87家。"
    assert [period.ahead for period in find_periods(text, None)] == [False, True, False]
    assert [period.ahead for period in find_periods("到2025年达到500亿元。", None)] == [False]


def test_a_goal_that_was_reached_and_years_saved_date_nothing() -> None:
    assert isos("提前两年完成2025年目标任务，产值500亿元。", "2023-11") == []


def test_names_hold_years_without_dating_anything() -> None:
    assert isos("“十四五”规划，《总体方案（2013-2022年）》", "2023-11") == []


@pytest.mark.parametrize(
    ("header", "iso"),
    [
        ("2024年1-2月", "2024-01/2024-02"), ("2021", "2021"), ("2023年12月31日", "2023-12-31"),
        ("1—8月累计", "2024-01/2024-08"),
        ("产值", None), ("2023年与2024年", None), ("", None),
    ],
)  # fmt: skip
def test_headers(header: str, iso: str | None) -> None:
    assert parse_period(header, "2024-09") == iso


@given(st.text(alphabet="0123456789年月日-—至十四五末底上半季度今去前近一二三“”个《》（）.\n"))
def test_periods_stand_in_order(text: str) -> None:
    at = 0
    for period in find_periods(fold(text), "2023-11-20"):
        assert at <= period.start < period.end
        assert period.iso is None or days(period.iso)
        at = period.end
