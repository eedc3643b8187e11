"""What is measured, said on English pages by its English name with the Chinese beside it."""

import pytest

from bulian.publish.naming import beside
from bulian.publish.wording import wording
from bulian.vocab.indicators import indicators


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("地区生产总值", "Gross regional product 地区生产总值"),
        ("GDP", "Gross regional product GDP"),
        ("工业总产值增速", "Gross industrial output value, growth 工业总产值增速"),
        ("甲山镜头数", "甲山镜头数"),
    ],
)
def test_the_english_name_stands_before_what_documents_say(indicator: str, english: str) -> None:
    assert beside(indicator, wording("en")) == english
    assert beside(indicator, wording("zh")) == indicator


def test_every_indicator_of_the_vocabulary_has_an_english_name_of_its_own_words() -> None:
    for one in indicators().values():
        assert beside(one.name, wording("en")).endswith(one.name)
        assert one.name_en.isascii()
        assert one.name_en.strip() == one.name_en != ""
