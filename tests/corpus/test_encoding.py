"""What the bytes of a text stand for."""

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.corpus.encoding import decode
from bulian.errors import Unreadable

SIMPLIFIED = "全年实现地区生产总值380亿元，同比增长6.1%。"
TRADITIONAL = "全年實現地區生產總值380億元，同比增長6.1%。"


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8, byte order mark"),
        (SIMPLIFIED, "gb18030", "gb18030, guessed"),
        (TRADITIONAL, "gb18030", "gb18030, guessed"),
        (TRADITIONAL, "big5", "big5, guessed"),
        (SIMPLIFIED, "utf-16", "utf-16-le, byte order mark"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be, guessed"),
        (SIMPLIFIED, "utf-32", "utf-32-le, byte order mark"),
        ("GDP,2021\n12,5\n", "ascii", "utf-8"),
        ("GDP,2021\n12,5\n", "utf-16-le", "utf-16-le, guessed"),
        ("Café Müller – 5 €", "cp1252", "cp1252, guessed"),
        ("Zoë naïve", "utf-8", "utf-8"),
    ],
)
def test_each_encoding_of_an_office(text: str, codec: str, label: str) -> None:
    decoded = decode(text.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, label, ())


@pytest.mark.parametrize(
    "word", ["产值", "一些", "指标", "税收", "联通", "总投资", "注：", "大渡口区", "亿元"]
)
def test_a_word_is_enough_for_gb(word: str) -> None:
    assert decode(word.encode("gb18030"), "a.csv").text == word


@pytest.mark.parametrize(
    "word", ["產值", "總投資", "臺灣", "億元", "單位：萬元", "註：", "民國113年", "新北市"]
)
def test_a_word_is_enough_for_big5(word: str) -> None:
    assert decode(word.encode("cp950"), "a.csv").text == word


def test_newlines_and_blanks_are_kept() -> None:
    text = "\r\n 　一、工业\r\n\n产值\t380\r"
    assert decode(text.encode("gb18030"), "a.txt").text == text


def test_one_broken_byte_is_noted_and_the_rest_kept() -> None:
    raw = ("第一行\n" + SIMPLIFIED * 3).encode("utf-8")
    decoded = decode(raw[:40] + b"\xff" + raw[40:], "a.txt")
    assert decoded.text.replace("\ufffd", "").startswith("第一行\n全年实现")
    assert decoded.encoding == "utf-8, guessed"
    assert "line 2" in decoded.notes[0][0]
    assert "第 2 行" in decoded.notes[0][1]


def test_a_text_cut_within_a_character_is_read_to_there() -> None:
    decoded = decode((SIMPLIFIED * 50).encode("gb18030")[:-6][: 50 * 40 + 1], "a.txt")
    assert decoded.encoding == "gb18030, guessed"
    assert decoded.text.startswith(SIMPLIFIED)


def test_chinese_far_behind_ascii_settles_the_encoding() -> None:
    text = "a,b,c\n" * 50_000 + SIMPLIFIED
    assert decode(text.encode("gb18030"), "a.csv").text == text


@pytest.mark.parametrize("size", [64, 1000, 100_000])
def test_random_bytes_are_no_text(size: int) -> None:
    with pytest.raises(Unreadable, match="no text") as refusal:
        decode(random.Random(7).randbytes(size), "报告 终稿.txt")
    assert "另存为" in refusal.value.zh


@given(st.text(max_size=200))
def test_utf8_with_a_mark_always_comes_back(text: str) -> None:
    try:
        decoded = decode(text.encode("utf-8-sig"), "a.txt").text
    except Unreadable:  # mostly control characters
        return
    assert decoded == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    with contextlib.suppress(Unreadable):
        decode(raw, "a.txt")
