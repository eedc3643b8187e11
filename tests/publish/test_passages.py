"""Sentences, paragraphs, pages and scripts."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from bulian.model.document import Document
from bulian.model.place import Span
from bulian.publish import passages
from bulian.publish.passages import line_of, line_starts, page_of, paragraph_numbers, script_of, sentence


def test_examples_in_the_docstrings() -> None:
    failed, tried = doctest.testmod(passages)
    assert tried
    assert not failed


def test_paragraphs_are_counted_without_blank_lines() -> None:
    text = "题目\n\n　　第一段。\n第二段。"
    starts = line_starts(text)
    assert paragraph_numbers(text, starts) == [1, 1, 2, 3]
    assert line_of(starts, text.index("第二段")) == 3


def test_pages_count_from_one_and_texts_have_none() -> None:
    assert page_of(Document("d", "a.pdf", "甲乙丙", pages=(0, 2)), 2) == 2
    assert page_of(Document("d", "a.txt", "甲乙丙"), 2) is None


def test_a_sentence_without_an_end_is_cut() -> None:
    text = "甲" * 5000
    start, end = sentence(text, Span(2000, 2002, "甲甲"))
    assert 0 < 2000 - start <= 160
    assert 0 < end - 2002 <= 160


@given(st.text(alphabet="甲乙。；\n “”", min_size=1, max_size=60), st.data())
def test_a_sentence_holds_its_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence(text, Span(start, end, text[start:end]))
    assert first <= start < end <= last


def test_a_simplified_text_with_a_few_old_characters_is_simplified() -> None:
    assert script_of("全区工业总产值约三百亿元，外资企业持续增加，台灣" * 3) == "zh-Hans"
