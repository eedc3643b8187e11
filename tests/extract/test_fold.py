from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.fold import fold


def test_scripts_and_widths_by_hand() -> None:
    assert fold("規上工業增加值「同比」增長２３．９％") == "规上工业增加值“同比”增长23.9%"


def test_a_wide_comma_counts_thousands_only_inside_wide_digits() -> None:
    assert fold("４，５６５") == "4,565"
    assert fold("2016，2020") == "2016，2020"


def test_broken_unicode_stays_in_place() -> None:
    assert fold("\ud800億\x00元") == "\ufffd亿 元"


def test_digits_of_every_script_are_digits() -> None:
    assert fold("١２३,௪߅%,٣") == "123,45%,3"


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="億萬圓噸餘約佔佈乾隆瞭解回覆髮後里裏３٣％，,「」"))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_an_ascii_comma_among_chinese_words_is_a_chinese_one() -> None:
    assert fold("增长5%,3%,其中A,B 1,234家,完成") == "增长5%，3%，其中A,B 1,234家，完成"
    assert fold("5家,,“新增”A,,B") == "5家，，“新增”A,,B"
