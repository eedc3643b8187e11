"""What a text is about: a county behind its city, a short one, by its paper; never where firms come from."""

import pytest

from bulian.extract.fold import fold
from bulian.extract.names.find import find_names
from bulian.extract.names.phrases import find_phrases


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "九江市濂溪区2023年国民经济和社会发展统计公报\n考察团来到九江。全区产值增长。濂溪再上台阶。",
            "九江市濂溪区",
        ),
        ("寿县2021年国民经济和社会发展统计公报\n全县产值增长5%。", "寿县"),
        ("今日上午，重庆市忠县举行签约仪式，9个项目落户忠县。", "重庆市忠县"),
        ("仪陇新闻网讯 我县引进广东丰禾、浙江远山、香港长汇等企业。", "仪陇县"),
        ("双鸭山电 辽宁丰禾牧业股份有限公司在集贤县投产，集贤县产值增长。", "集贤县"),
        ("广东丰禾、浙江远山、香港长汇、天津乐成相继入驻。", None),
        ("山西长治高新区全方位推动发展\n长治首条生产线投产，高新区产值增长。", "长治高新区"),
    ],
)
def test_home(text: str, home: str | None) -> None:
    assert find_names(find_phrases(fold(text))).home == home


def test_the_only_short_county_of_a_text_that_speaks_of_a_county() -> None:
    text = "政府工作报告\n建设现代化郏县迈出坚实步伐。成功创建省级示范县。全县产值增长5%。"
    assert find_names(find_phrases(fold(text))).home == "郏县"


def test_a_short_county_in_a_list_of_firms_is_none() -> None:
    text = "茶业兴盛。2011年，遂川全县茶园面积增长，涌现了长谷、凤山、云栖等一批商标。"
    assert find_names(find_phrases(fold(text))).home == "遂川县"


@pytest.mark.parametrize(
    ("title", "home"),
    [("遂川三举措壮大茶业", "遂川县"), ("遂川全力推进茶业", "遂川县"), ("茶业三举措", None)],
)
def test_a_title_opens_with_the_brief_name_of_its_county(title: str, home: str | None) -> None:
    assert find_names(find_phrases(fold(f"{title}\n全县茶园面积增长。"))).home == home
