import pytest

from bulian.extract.dating import date_document, reported_year
from bulian.extract.fold import fold
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
        ("——2024年1月23日在江城市江东区\n第二届人民代表大会第四次会议上\n正文。\n", "2024-01-23"),
        ("  2023年2月14日在江城市第十九届人民代表大会第三次会议上\n", "2023-02-14"),
        ("——二〇二六年一月二十七日在江城市第六届人民代表大会上\n", "2026-01-27"),
        ("园区产值增长\n2023\n10/17\n15:46\n\n日前，前三季度产值300亿元。\n", "2023-10-17"),
        ("园区产值增长\nnews.example.cn 2019-11-09 12:25:00 来源:江城网 我来说两句\n", "2019-11-09"),
        ("纲要公布\n2019年12月02日 20:16 | 來源:江城網\n", "2019-12-02"),
        ("江城新闻 2025-10-13 21:10\n正文。\n", "2025-10-13"),
        ("港企落户\n撰文:某人\n出版:2024-01-18\n", "2024-01-18"),
        ("来源:江城工业园    2019年11月08日\n正文。\n", "2019-11-08"),
        ("统计公报\n江城市统计局\n(2020年7月10日)\n", "2020-07-10"),
        ("发布时间：2024-01-05\n截止12月底，产值300亿元。\n", "2024-01-05"),
        ("正文。\n江城市政府\n中華民國113年1月5日\n", "2024-01-05"),
        ("發布日期：民國113年1月5日\n", "2024-01-05"),
        ("正文。\n时间:2024-12-25 14:56 浏览量:\n分享:\n", "2024-12-25"),
        ("江城2024年1月23日讯\n正文。\n江城市统计局\n二〇二四年二月三日\n", "2024-02-03"),
        ("新华社北京2024年1月23日电 正文。\n", "2024-01-23"),
        ("综述\r\n（2021年12月20日）\r\n正文。\r\n", "2021-12-20"),
        ("工作要点\n（2024年3月）\n正文。\n", "2024-03"),
    ],
)  # fmt: skip
def test_printed(text: str, date: str) -> None:
    assert date_document(fold(text), NOTHING, None) == DocumentDate(date, "printed")


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月23日，江城云谷项目开工。\n",
        "据了解，2024年1月23日在江城召开了推进会议，会议指出产值300亿元。\n",
        "关于举办培训的通知\n时间：2024年3月5日\n地点：江城会议中心\n",
        "报名时间：2024年3月5日\n",
        "今天是2024年5月1日 星期三\n",
        "来源：江城网 2024年2月30日\n",
        "项目于2023年7月20日投产。",
    ],
)
def test_a_day_in_a_sentence_or_of_something_else_dates_nothing(text: str) -> None:
    assert date_document(fold(text), NOTHING, None) is None


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
