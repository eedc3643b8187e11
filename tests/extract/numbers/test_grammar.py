"""The examples beside the grammar, and what must hold for any text."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.fold import fold
from bulian.extract.numbers import find_quantities
from bulian.model.fact import value_text


def examples() -> Iterator[tuple[str, str]]:
    """(what it says, one way to write it) from the corpus."""
    corpus = files("bulian.extract.numbers").joinpath("examples.txt").read_text("utf-8")
    for line in corpus.splitlines():
        if line and not line.startswith("#"):
            said, ways = line.split("\t")
            for way in ways.split(" | "):
                yield said, way


def said(text: str) -> list[str]:
    found = find_quantities(fold(text))
    return [f"{value_text(q.value)} {q.unit} {q.bound}" for q in found]


@pytest.mark.parametrize(("expected", "way"), list(examples()))
def test_example(expected: str, way: str) -> None:
    assert said(f"其中{way}，") == ([] if expected == "none" else [expected])


def test_a_list_shares_the_last_unit() -> None:
    assert said("分别为12、15亿元") == ["1200000000 CNY exact", "1500000000 CNY exact"]
    assert said("分别快于全国3.4个、1个百分点") == ["3.4 pp exact", "1 pp exact"]


def test_a_change_from_one_to_another_is_no_range() -> None:
    assert said("从84%到90%") == ["84 % exact", "90 % exact"]


def test_the_structure_of_a_whole_is_three_shares() -> None:
    assert said("三次产业结构为4.0∶37.7∶85.3")[2] == "85.3 % exact"  # an error to be told, still a structure
    assert said("三次产业结构为4.0∶37.7∶58.3") == ["4 % exact", "37.7 % exact", "58.3 % exact"]


def test_what_a_period_took_is_no_number() -> None:
    assert find_quantities("2021年", [(0, 5)]) == ()


def test_a_long_run_of_numerals_is_no_number_and_costs_no_more_than_its_length() -> None:
    assert find_quantities("一二三四五六七八九十百千万亿" * 50_000) == ()
    assert find_quantities("百 " * 300_000) == ()


@given(
    st.text(
        alphabet="0123456789一二三十百千万亿壹拾仟兆多余几超约近以上左右"
        "元角家个成折%点.,—至、第位分之又翻番 半-负^e¥"
    )
)
def test_surfaces_stand_in_order_inside_their_cues(text: str) -> None:
    at = 0
    for quantity in find_quantities(fold(text)):
        assert at <= quantity.start < quantity.end <= quantity.right
        assert quantity.left <= quantity.start
        assert fold(text)[quantity.start : quantity.end] == quantity.surface
        at = quantity.end
