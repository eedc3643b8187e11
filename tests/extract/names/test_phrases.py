from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.fold import fold
from bulian.extract.names.phrases import find_phrases


def test_edges_by_hand() -> None:
    phrases = find_phrases("着力打造智能网联产业带，")
    assert (phrases.left_edge(11, 0), phrases.right_edge(4, 12), phrases.clear(4, 11)) == (4, 11, True)


def test_a_guard_keeps_the_stop_inside_it_quiet() -> None:
    text = "引进华为公司"
    assert find_phrases(text).left_edge(6, 0) == 2


@given(st.text(max_size=200))
def test_stops_are_ordered_and_apart_for_any_text(text: str) -> None:
    phrases = find_phrases(fold(text))
    assert list(phrases.starts) == sorted(phrases.starts)
    assert all(end <= start for end, start in zip(phrases.ends, phrases.starts[1:], strict=False))


def test_an_empty_text_has_no_stops() -> None:
    assert find_phrases("").starts == ()
