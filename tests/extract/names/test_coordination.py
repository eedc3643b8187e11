import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.names.coordination import list_start, read_list, read_members
from bulian.extract.names.phrases import find_phrases

NAMES = st.lists(st.text("甲乙丙丁戊己庚辛壬癸", min_size=2, max_size=4), min_size=1, max_size=6)


def members(text: str) -> list[str]:
    return [item.text for item in read_list(find_phrases(text), 0, len(text)).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("芯片设计、制造和封装等环节", ["芯片设计", "芯片制造", "芯片封装"]),
        ("环保领域的材料、技术有关企业", ["环保材料", "环保技术"]),
        ("高智能、高品质的康复器具", ["康复器具"]),
        ("新能源及传统汽车材料、覆铜板等领域", ["新能源及传统汽车材料", "覆铜板"]),
        ("消费中心城市和开放高地建设", ["消费中心城市", "开放高地"]),
        ("原料种植、生产加工、文化体验等环节", ["原料种植", "生产加工", "文化体验"]),
    ],
)
def test_members_by_hand(text: str, expected: object) -> None:
    assert members(text) == expected


def test_the_class_noun_sums_the_members_up() -> None:
    text = "远山软件、丰禾信息等优质企业落户"
    found = read_list(find_phrases(text), 0, len(text))
    assert (found.noun, found.modifier, text[found.end :]) == ("企业", "优质", "落户")


@given(NAMES)
def test_what_is_joined_by_signs_is_taken_apart_again(names: list[str]) -> None:
    text = "、".join(names)
    found = read_members(find_phrases(text), 0, len(text))
    assert [item.text for item in found] == names
    assert [text[item.start : item.end] for item in found] == names


def test_a_list_begins_behind_its_verb() -> None:
    text = "成功引进远山软件、丰禾信息等企业"
    assert list_start(find_phrases(text), text.index("等"), 0) == text.index("远")


def test_words_that_are_no_names_give_no_list() -> None:
    assert members("不断加快推进，") == []
