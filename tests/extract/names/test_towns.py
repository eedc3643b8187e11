"""Towns and street offices as names, and documents that are about one."""

import pytest

from bulian.extract import read
from bulian.extract.names.find import find_names
from bulian.extract.names.name import Names
from bulian.extract.names.phrases import find_phrases
from bulian.extract.names.towns import find_towns
from bulian.model.document import Document
from bulian.model.fact import Observation


def names_of(text: str) -> Names:
    return find_names(find_phrases(text))


def test_a_town_behind_its_county_is_one_name_with_it() -> None:
    found = [name for name in names_of("昆山市云栖镇有企业8家。").mentions if name.kind == "place"]
    assert [(name.text, name.canonical) for name in found] == [
        ("昆山市云栖镇", "云栖镇"),
        ("昆山市", "昆山市"),
    ]


@pytest.mark.parametrize(
    "text",
    ["全市各乡镇、小镇和城镇协调发展，各乡镇都好。", "返乡创业，返乡就业。", "24支乡建乡创团队，乡建乡创。"],
)
def test_words_that_only_end_so_are_no_towns(text: str) -> None:
    assert not [name for name in names_of(text).mentions if name.kind == "place"]


ABOUT_A_TOWN = (
    "昆山云栖打造陶艺小镇\n云栖镇位于昆山市南部。据了解，云栖镇以盛产陶瓷闻名。当地拥有合作社67个。"
    "2015年，云栖镇实现产值78亿元，税收3亿元。"
)


def test_what_a_text_about_a_town_leaves_unsaid_is_of_the_town() -> None:
    document = Document("d", "d.txt", ABOUT_A_TOWN)
    found = [
        fact for fact in read(document, published_on="2016-02-01").facts if isinstance(fact, Observation)
    ]
    assert {fact.subject for fact in found} == {"昆山市云栖镇"}
    assert len(found) == 3


def test_a_county_that_names_its_towns_stays_its_own() -> None:
    text = "2023年，昆山市产值9亿元。云栖镇产值3亿元，云栖镇企业8家。昆山市税收5亿元。昆山市就业3万人。"
    assert names_of(text).home == "昆山市"


def test_the_one_zone_of_a_text_without_a_division_is_its_home() -> None:
    text = "长谷经济开发区以完善配套为抓手，推进9个片区开发。全区产值超亿元的企业96家。"
    assert names_of(text).home == "长谷经济开发区"


def test_a_township_of_the_vocabulary_needs_to_be_named_once() -> None:
    text = "大渡口区2024年统计。跳磴镇工业总产值3亿元，远山镇工业总产值2亿元。"
    assert [town.text for town in find_towns(text, ())] == ["跳磴镇"]
