"""Printed lines back into paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.corpus.lines import Line, joined, paragraphs, without_furniture

SIZE = 12.0
MARGIN = 72.0 + 30 * SIZE  # thirty characters to a line


def line(text: str, number: int, *, indent: int = 0) -> Line:
    """A line of a page set 20 points apart; Chinese characters are as wide as they are high."""
    left = 72.0 + indent * SIZE
    width = sum(SIZE / 2 if character.isascii() else SIZE for character in text)
    middle = 760.0 - 20 * number
    return Line(text, left, left + width, middle - 6, middle + 6, SIZE)


def text_of(*lines: Line, before: Line | None = None) -> str:
    return "".join(joint + one.text for joint, one in paragraphs(lines, before))


FULL = "字" * 30  # reaches the margin


def test_a_full_line_runs_on_and_a_short_one_ends() -> None:
    page = [line("　" + FULL[1:], 0), line("完。", 1), line("下一段" + FULL[3:], 2), line("也完。", 3)]
    assert text_of(*page) == f"　{FULL[1:]}完。\n下一段{FULL[3:]}也完。"


def test_a_line_that_the_next_word_would_not_have_fitted_is_full() -> None:
    page = [line(FULL, 0), line(FULL[:27] + "增长", 1), line("12.5%，下同。", 2)]
    assert text_of(*page) == FULL + FULL[:27] + "增长12.5%，下同。"


def test_a_ragged_line_within_a_sentence_runs_on() -> None:
    page = [
        line(FULL, 0),
        line(FULL[:26], 1),
        line("字“增”行动。", 2),
        line("字" * 26 + "。", 3),
        line("下段。", 4),
    ]
    assert text_of(*page) == f"{FULL}{FULL[:26]}字“增”行动。\n{FULL[:26]}。\n下段。"


def test_an_indented_line_begins_a_paragraph() -> None:
    page = [line(FULL[:-1] + "。", 0), line(FULL[2:], 1, indent=2), line("尾。", 2)]
    assert text_of(*page) == f"{FULL[:-1]}。\n{FULL[2:]}尾。"


@pytest.mark.parametrize("heading", ["一、工业", "（二）农业", "第三章 投资", "4.消费"])
def test_a_heading_begins_a_paragraph(heading: str) -> None:
    assert text_of(line(FULL, 0), line(heading, 1)) == f"{FULL}\n{heading}"


def test_a_gap_ends_a_paragraph() -> None:
    assert text_of(line(FULL, 0), line(FULL, 1), line("字。", 3)) == f"{FULL}{FULL}\n字。"


def test_a_sentence_runs_over_a_page() -> None:
    assert text_of(line("尾。", 0), line(FULL, 1), before=line(FULL, 30)) == f"尾。\n{FULL}"
    assert text_of(line("新段。", 0), line(FULL, 1), before=line("短。", 30)) == f"\n新段。\n{FULL}"


def test_a_list_of_short_lines_stays_a_list() -> None:
    assert text_of(line("三峰环境集团", 0), line("中元汇吉公司", 1)) == "三峰环境集团\n中元汇吉公司"


def test_words_of_letters_are_kept_apart_and_numbers_whole() -> None:
    assert joined(["规上工业", "增加值"]) == "规上工业增加值"
    assert joined(["added", "value"]) == "added value"
    assert joined(["绝对数", "(亿元)"]) == "绝对数(亿元)"
    assert joined(["12", "34"]) == "12\n34"


def test_furniture_is_what_stands_on_most_pages() -> None:
    pages = [[line("2023年统计公报", 0), line(f"正文{n}。", 5), line(f"- {n} -", 36)] for n in range(4)]
    pages[3] = [line("另一页。", 5), line("第 4 页 共 4 页", 36)]
    kept, left_out = without_furniture(pages)
    assert [[one.text for one in page] for page in kept] == [
        ["正文0。"],
        ["正文1。"],
        ["正文2。"],
        ["另一页。"],
    ]
    assert left_out == ["2023年统计公报"]


def test_a_sentence_printed_on_each_page_is_no_furniture() -> None:
    pages = [[line("投资增长3%。", 0), line(f"第{n}项完成投资{n}亿元", 1)] for n in range(1, 5)]
    kept, left_out = without_furniture(pages)
    assert (kept, left_out) == (pages, [])


@given(st.lists(st.text("产值12 a。", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=12))
def test_no_character_is_lost(texts: list[str]) -> None:
    page = [line(text, number) for number, text in enumerate(texts)]
    found = text_of(*page)
    assert found.replace("\n", "").replace(" ", "") == "".join(texts).replace(" ", "")
