"""Search: both scripts at once, two-character words included, a page at a time."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.ledger.handle import Ledger
from bulian.ledger.paging import counted, page
from bulian.ledger.query import FactQuery, facts
from bulian.ledger.words import search_phrase, search_words
from tests.ledger.making import build, number, opened, reading, text_document

OLD = text_document("甲.txt", "體外診斷產業產值100億元")
NEW = text_document("乙.txt", "体外诊断企业450家。IVD出口12亿元")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three facts: one in Traditional script, two in Simplified."""
    yield from made(tmp_path)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The same, made once for many questions."""
    yield from made(tmp_path_factory.mktemp("once"))


def made(tmp_path: Path) -> Iterator[Ledger]:
    read = {
        "甲.txt": (OLD, reading(number(OLD, "體外診斷產業產值100億元", "100億元"))),
        "乙.txt": (
            NEW,
            reading(number(NEW, "体外诊断企业450家", "450家"), number(NEW, "IVD出口12亿元", "12亿元")),
        ),
    }
    build(tmp_path, read)
    with opened(tmp_path) as opening:
        yield opening


def quotes(ledger: Ledger, words: str) -> list[str]:
    return sorted(one.fact.place.quote for one in page(ledger, FactQuery(words=words), limit=9).facts)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("体外诊断", 2), ("體外診斷", 2), ("产值", 1), ("產值", 1), ("诊断 企业", 1), ("企业 诊断", 1),
        ("ivd", 1), ("IV", 1), ("450", 1), ("产", 1), ("断", 2), ("诊业", 0), ("乙区", 3), ("，。", 3),
    ],
)  # fmt: skip
def test_what_is_found(ledger: Ledger, words: str, count: int) -> None:
    assert len(quotes(ledger, words)) == count


def test_pages_follow_each_other_and_count_all(ledger: Ledger) -> None:
    asked = FactQuery(words="乙区")
    pages = [page(ledger, asked, limit=1, offset=at) for at in range(4)]
    assert [len(one.facts) for one in pages] == [1, 1, 1, 0]
    assert {one.total for one in pages} == {3}
    assert counted(ledger, asked) == 3
    assert len({one.facts[0].fact.id for one in pages[:3]}) == 3
    assert pages[0].counts == {"kind": {"observation": 3}, "modality": {"actual": 3}, "year": {"2023": 3}}


def test_a_malformed_date_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BadRequest, match="no period"):
        page(ledger, FactQuery(words="产值", as_of="2024-13"), limit=1)


@given(st.text(alphabet="体外诊断產業企业aB1 ，", max_size=12), st.text(max_size=30))
def test_whatever_was_typed_asks_nothing_malformed(asked: str, noise: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table w using fts5 (words)")
    connection.execute("insert into w values (?)", (search_words(asked + noise),))
    for text in (asked, noise, asked + noise):
        if phrase := search_phrase(text):
            connection.execute("select * from w where w match ?", (phrase,)).fetchall()
    connection.close()


@given(st.text(alphabet="体外诊断产业企", min_size=2, max_size=12), st.data())
def test_every_part_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table w using fts5 (words)")
    connection.execute("insert into w values (?)", (search_words(text),))
    assert connection.execute("select * from w where w match ?", (search_phrase(text[start:end]),)).fetchone()
    connection.close()


@given(
    words=st.lists(
        st.sampled_from(("体外诊断", "产值", "企业", "450", "ivd", "乙区", "没有")), min_size=1, max_size=2
    )
)
def test_a_page_shows_what_facts_finds(once: Ledger, words: list[str]) -> None:
    """Read one after another from the index, or sought among all facts: the same, the newest first."""
    asked = FactQuery(words=" ".join(words))
    shown = [one.fact.id for one in page(once, asked, limit=9).facts]
    assert sorted(shown) == sorted(one.fact.id for one in facts(once, asked))
    newest = [one.fact.id for one in page(once, FactQuery(), limit=9).facts]
    assert shown == [one for one in newest if one in shown]


def test_counts_stand_in_the_order_of_their_values(ledger: Ledger) -> None:
    counts = page(ledger, FactQuery(), limit=1).counts
    assert all(list(told) == sorted(told) for told in counts.values())
    assert page(ledger, FactQuery(words="没有"), limit=1).counts == {"kind": {}, "modality": {}, "year": {}}
