import pytest

from bulian.extract.context import Context
from bulian.extract.relations.agents import agent
from bulian.extract.relations.entrants import entrant
from bulian.extract.relations.spots import Spot
from tests.extract.contexts import context_of


def spot_of(text: str, word: str) -> tuple[Context, Spot, int]:
    context = context_of(text)
    at = text.index(word)
    for paragraph in context.paragraphs:
        for sentence in paragraph.sentences:
            for number, clause in enumerate(sentence.clauses):
                if clause.start <= at < clause.end:
                    return context, Spot(paragraph, sentence, number), at
    raise AssertionError(word)


def acting(text: str, word: str) -> str | None:
    context, spot, at = spot_of(text, word)
    found = agent(context, spot, at)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("昆山市近年来着力打造新城。", "昆山市"),
        ("昆山市底蕴厚，今年全力打造新城。", "昆山市"),
        ("昆山市底蕴厚。未来打造新城。", "昆山市"),
        ("昆山市底蕴厚。支持苏州打造新城。", "苏州市"),
        ("昆山市底蕴厚。远山软件有限公司增长，打造新城。", "远山软件有限公司"),
        ("昆山市底蕴厚。群众打造新城。", None),
    ],
)
def test_who_acts(text: str, who: str | None) -> None:
    assert acting(text, "打造") == who


def test_who_is_awarded() -> None:
    for text, who in [
        ("昆山市底蕴厚，“远山红”入选名单。", ["远山红"]),
        ("昆山市作为唯一县市被纳入规划。", ["昆山市"]),
        ("昆山市12家企业入选名单。", []),
    ]:
        word = "被纳入" if "被纳入" in text else "入选"
        context, spot, at = spot_of(text, word)
        assert entrant(context, spot, at) == who


def test_without_any_place_nobody_acts() -> None:
    assert acting("今年打造新城。", "打造") is None
