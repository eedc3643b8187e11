import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.names import find_names
from bulian.extract.names.form import has_brand
from bulian.extract.names.phrases import find_phrases
from bulian.vocab.words import word_list


def firms(text: str) -> set[str]:
    return {name.canonical for name in find_names(find_phrases(text)).mentions if name.kind == "firm"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("远山科技今年产值突破百亿元。", {"远山科技"}),
        ("与长谷科技合资成立新公司。", {"长谷科技"}),
        ("储能龙头远山锂电扩产。", {"远山锂电"}),
        ("重点企业远山集团、丰禾炼化、长谷高新等。", {"远山集团", "丰禾炼化", "长谷高新"}),
        ("远江重科拟建基地，远江重科与远江重工科技股份有限公司同名。", {"远江重科"}),
        ("华为、比亚迪相继布局。", {"华为", "比亚迪"}),
        ("其中，远江动力上半年预计实现税收2亿元。", {"远江动力"}),
        ("远江动力在县城。今年，远江动力计划扩产。", {"远江动力"}),
    ],
)
def test_firms_are_told_by_form_and_company(text: str, names: set[str]) -> None:
    assert names <= firms(text)


@pytest.mark.parametrize(
    "text",
    [
        "消费电子产值增长。",
        "远山科技园开工。",
        "高水平科技自立自强。",
        "才华为先，德行为本。",
        "绿色能源产值翻番。",
        "远江动力计划扩产。",
        "远江动力产值3亿元，远江动力产业成势。",
    ],
)
def test_trades_and_words_are_no_firms(text: str) -> None:
    assert firms(text) == set()


def test_known_firms_have_two_characters_at_least() -> None:
    assert all(len(word) >= 2 for word in word_list("known_firms.csv"))


@given(st.text(max_size=12))
def test_any_text_has_a_brand_or_none(text: str) -> None:
    assert has_brand(text) in (True, False)
