"""A name in free text is taken out where it surely is the name, and told where it may be another's."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.desk.free_text import without


def test_a_name_of_two_characters_may_begin_another() -> None:
    found = without("王敏反映用电不足；王敏杰、老王敏局长在场，找王敏。", "王敏", "P3")
    assert found.text == "P3反映用电不足；王敏杰、老P3局长在场，找P3。"
    assert (found.taken, found.left) == (3, 1)


def test_a_long_name_and_the_other_script() -> None:
    assert without("請欧阳建国答復", "欧阳建国", "P1").text == "請P1答復"
    assert without("歐陽建國答復", "欧阳建国", "P1").text == "P1答復"
    assert without("歐陽建國", "歐陽建國", "P1").taken == 1


def test_a_latin_name_ends_where_its_word_ends() -> None:
    found = without("Li met Lisa, Li.", "Li", "P2")
    assert (found.text, found.taken, found.left) == ("P2 met Lisa, P2.", 2, 1)


def test_no_name_takes_nothing() -> None:
    assert without("走访", "", "P1").text == "走访"


@given(st.text(alphabet="王敏杰说 ，a", max_size=20))
def test_what_is_not_taken_is_counted_and_the_rest_stays(text: str) -> None:
    found = without(text, "王敏", "P3")
    assert found.taken + found.left == text.count("王敏")
    assert found.text.replace("P3", "王敏") == text
