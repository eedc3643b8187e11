import pytest

from bulian.extract.dating import date_document, reported_year
from bulian.model.document import Metadata
from bulian.model.reading import DocumentDate

NOTHING = Metadata()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("江城日报 2024年01月23日 星期二\n正文", "2024-01-23"),
        ("标题\n来源：江城日报\n时间：2026-02-09\n", "2026-02-09"),
        ("政府工作报告\n——2026年1月27日在江城市第六届人民代表大会上\n", "2026-01-27"),
        ("关于上半年经济运行情况的通报\n正文。\n江城市统计局\n2023年7月20日\n", "2023-07-20"),
    ],
)
def test_printed(text: str, date: str) -> None:
    assert date_document(text, NOTHING, None) == DocumentDate(date, "printed")


def test_the_order_of_sources() -> None:
    text = "发布时间：2024-03-01"
    assert date_document(text, Metadata(published_on="2024-02"), "2024-01") == DocumentDate(
        "2024-01", "given"
    )
    assert date_document(text, Metadata(published_on="2024-02"), None) == DocumentDate("2024-02", "meta")


def test_the_year_that_the_text_forces() -> None:
    text = "今年，全区产值300亿元。2021年上半年增长13%，2016年人口26万。到2025年达到500亿元。"
    assert date_document(text, NOTHING, None) == DocumentDate("2021", "inferred")


def test_no_date_where_nothing_says_it() -> None:
    assert date_document("今年产值300亿元。", NOTHING, None) is None
    assert date_document("", NOTHING, None) is None


def test_the_year_a_bulletin_reports_on() -> None:
    assert reported_year("江城市2023年国民经济和社会发展统计公报\n") == 2023
    assert reported_year("关于举办活动的通知\n") is None
