"""Only nodes that carry what they come from may hold digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BareNumber
from bulian.publish.paper import Label, Name, Quote, Words


@pytest.mark.parametrize("text", ["共 3 家", "３家", "约三百亿元", "五万人", "①", "m²", "½", "壹佰"])
def test_words_refuse_amounts(text: str) -> None:
    with pytest.raises(BareNumber):
        Words(text)


@pytest.mark.parametrize("text", ["一业独大", "每一处", "百分之五", "第一手", "万元", "", "统一、专一"])
def test_words_that_are_no_amounts_pass(text: str) -> None:
    assert Words(text).text == text


@given(st.text(alphabet=st.characters(categories=["Nd"]), min_size=1))
def test_words_refuse_digits_of_any_script(text: str) -> None:
    with pytest.raises(BareNumber):
        Words(text)


def test_names_labels_and_quotes_need_their_source() -> None:
    for make in (lambda: Name("5G 产业", ()), lambda: Label("2021年", ("",)), lambda: Quote("87家", "")):
        with pytest.raises(BareNumber):
            make()
