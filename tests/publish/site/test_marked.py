"""A paragraph in pieces is the paragraph, whatever overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.model.place import Span
from bulian.publish.site.marked import marked
from tests.assess.made import said

TEXT = "外资企业87家，其中港资41家，占47.13%。"


def fact(quote: str, surface: str, start: int):  # type: ignore[no-untyped-def]
    return said(surface, "1", quote=quote, at=Span(start, start + len(quote), quote))


def test_the_quote_is_marked_and_each_number_leads_to_its_fact() -> None:
    looked_at, other = fact("其中港资41家", "41家", 8), fact("外资企业87家", "87家", 0)
    pieces = marked(TEXT, 0, [looked_at, other], looked_at)
    assert [(one.text, one.quoted, one.value) for one in pieces if one.quoted] == [
        ("其中港资", True, False),
        ("41家", True, True),
    ]
    assert [one.text for one in pieces if one.fact == other.fact.id] == ["87家"]


def test_a_paragraph_later_in_the_document_knows_where_it_begins() -> None:
    pieces = marked(TEXT[8:], 8, [fact("其中港资41家", "41家", 8)])
    assert [one.text for one in pieces if one.fact] == ["41家"]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 8)), max_size=5), st.integers(0, 6))
def test_joined_they_are_the_text(spans: list[tuple[int, int]], start: int) -> None:
    facts = [fact(TEXT[at : at + n], TEXT[at : at + n], at + start) for at, n in spans]
    for looked_at in (None, *facts):
        assert "".join(one.text for one in marked(TEXT, start, facts, looked_at)) == TEXT
