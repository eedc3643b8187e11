"""A long list is cut into parts that together are the list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.publish.site.part import part_of, wanted


def test_the_second_of_three_parts() -> None:
    part = part_of("abcdefg", "letters", {"list": "letters", "from": "3"}, 3)
    assert (part.shown, part.span, part.total) == ("def", "4—6", 7)
    assert part.before == {"list": "letters", "from": ""}
    assert part.after == {"list": "letters", "from": "6"}


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_following_the_links_gives_every_row_once(several: list[int], most: int) -> None:
    seen: list[int] = []
    asked: dict[str, str] | None = {"list": "x"}
    while asked is not None:
        part = part_of(several, "x", asked, most)
        seen.extend(part.shown)
        asked = part.after
    assert seen == several


@pytest.mark.parametrize(
    "asked", [{"from": "3"}, {"list": "other", "from": "3"}, {"list": "letters", "from": "-3"}]
)
def test_what_is_not_asked_of_this_list_leaves_it_at_its_beginning(asked: dict[str, str]) -> None:
    assert part_of("abcdefg", "letters", asked, 3).shown == "abc"


def test_beyond_the_end_is_the_last_part_and_an_unknown_list_is_all() -> None:
    assert part_of("abcdefg", "letters", {"list": "letters", "from": "99999999"}, 3).shown == "g"
    assert part_of("", "letters", {}, 3).shown == ""
    assert wanted({"list": "burn"}, ("a", "b")) == ("a", "b")
    assert wanted({"list": "b"}, ("a", "b")) == ["b"]
