"""Places that paragraphs call out, days of happenings that date nothing after them, and things behind 的."""

import pytest

from tests.extract.observations.case import rows


def test_places_called_out() -> None:
    text = (
        "浙江桐乡：小布料，大产业\n今年布料产值达3亿元，企业达20家。\n"
        "浙江临海：从小到大\n全市有企业近100家。\n"
    )
    assert rows(text, "subject", "indicator") == [
        ("桐乡市", "布料产值"),
        ("桐乡市", "企业数"),
        ("临海市", "企业数"),
    ]


def test_a_single_label_calls_out_nobody() -> None:
    assert rows("浙江临海：从小到大\n全市有企业近100家。\n", "subject") != [("临海市",)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2018年，江城市被授予“茶乡”称号。全市茶园面积达20万亩。", None),
        ("2017年3月，园区被认定为省级园区。园区企业达300家。", None),
        ("1、布料：2005年5月10日至12日，协会组织考察。\n2、针织：企业达400家。\n", None),
        # A sentence that tells figures dates those after it.
        ("2018年，江城市被列为试点市，完成投资3亿元。全市茶园面积达20万亩。", "2018"),
    ],
)
def test_what_happened_dates_nothing_after_it(text: str, period: str | None) -> None:
    assert rows(text, "period", published_on=None)[-1] == (period,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全市有20个专业毛衫市场。", "专业毛衫市场数"),
        ("建成5个国内领先的研究中心。", "研究中心数"),
        # What stands before 的 is counted where it is a thing itself.
        ("安排了18个领域的重点任务。", "领域数"),
        ("开设12个专业。", "专业数"),
    ],
)
def test_things_that_are_described(text: str, said: str) -> None:
    assert rows(text, "indicator") == [(said,)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("布料年产值近10亿元\n占全市工业产值一半以上\n", "布料年产值占工业产值比重"),
        # What takes up land is no share of the figure before.
        ("布料年产值近10亿元\n占地30亩\n", "占地面积"),
    ],
)
def test_a_line_that_goes_on_with_the_one_before(text: str, said: str) -> None:
    assert rows(text, "indicator")[-1] == (said,)
