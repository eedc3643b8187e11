import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.errors import LedgerError, SpanMismatch, Unreadable
from bulian.ledger.opening import open_ledger
from bulian.ledger.query import fact, facts
from bulian.ledger.runs import begin_run, changes, finish_run
from bulian.ledger.sources import columns, document, headers_changed, sources
from bulian.ledger.storing import known, quarantine, quarantined, retire, store
from bulian.model.document import Document, Metadata, Table, TableCell
from bulian.model.fact import Aspect, Bound, Event, Fact, Modality, Observation, Relation, Statement, Value
from bulian.model.place import Cell, HeaderCell, Place, Span, cell_name
from bulian.model.reading import Column, DocumentDate, Reading
from tests.ledger.making import (
    DAY,
    build,
    cell_number,
    ingredients_of,
    number,
    opened,
    reading,
    table_document,
    text_document,
)

TEXT = "2023年，乙区有企业41家，完成产值380亿元。"


def test_a_fact_is_kept_with_its_source(tmp_path: Path) -> None:
    about = Metadata(publisher="乙区统计局", licence="公开", access="public")
    paper = text_document("公报.txt", TEXT, about)
    firms = number(paper, "企业41家", "41家")
    build(tmp_path, {paper.name: (paper, reading(firms, published_on="2024-01-15"))})
    with opened(tmp_path) as ledger:
        (kept,) = facts(ledger)
        assert kept.fact == firms
        assert kept.source.name == "公报.txt"
        assert (kept.source.published_on, kept.source.dated) == ("2024-01-15", "given")
        assert (kept.source.publisher, kept.source.access) == ("乙区统计局", "public")
        assert (kept.source.recorded_at, kept.source.retired_at) == (DAY, None)
        assert document(ledger, "公报.txt") == paper
        assert fact(ledger, firms.id[:6]) == kept


def test_a_cell_is_kept_with_its_headers_and_columns(tmp_path: Path) -> None:
    book = table_document("月报.xlsx", {(0, 0): "月份", (0, 1): "产值", (1, 0): "1月", (1, 1): " 38 "})
    place = Cell("表", "B2", "38", (HeaderCell("B1", "产值"), HeaderCell("A2", "1月")))
    output = replace(cell_number(book, "B2", "38", indicator="产值"), place=place)
    understood = (
        Column("表", "B", "产值", "value", (("indicator", "产值"), ("unit", "CNY")), 1, 1, "read"),
        Column("表", "A", "月份", "unread", (), 1, 0, "unread"),
    )
    changed = (("表", "column B is new", "B 列是新的"),)
    build(tmp_path, {book.name: (book, Reading((output,), None, "月报", understood, changed))})
    with opened(tmp_path) as ledger:
        assert facts(ledger)[0].fact == output
        assert columns(ledger, book.doc[:8]) == understood
        assert headers_changed(ledger, book.name) == changed
        assert document(ledger, book.doc) == book
        assert sources(ledger)[0].title == "月报"


def test_a_quote_printed_twice_is_one_fact_with_two_places(tmp_path: Path) -> None:
    paper = text_document("a.txt", "企业41家。又及：企业41家。")
    once = number(paper, "企业41家", "41家")
    again = Span(9, 14, "企业41家")
    assert paper.text[9:14] == "企业41家"
    build(tmp_path, {"a.txt": (paper, reading(once, replace(once, place=again, surface_start=11)))})
    with opened(tmp_path) as ledger:
        (kept,) = facts(ledger)
        assert kept.fact == replace(once, also=(again,))


def test_the_same_content_under_two_names_is_one_document(tmp_path: Path) -> None:
    one, two = text_document("a.txt", TEXT), text_document("乙/b.txt", TEXT)
    firms = number(one, "企业41家", "41家")
    build(tmp_path, {doc.name: (doc, reading(firms)) for doc in (one, two)})
    with opened(tmp_path) as ledger:
        (kept,) = facts(ledger)
        assert (kept.source.name, kept.source.other_names) == ("a.txt", ("乙/b.txt",))
        assert len(sources(ledger)) == 1
    build(tmp_path, {"乙/b.txt": (two, reading(firms))}, at="2026-01-03T09:00:00+08:00")
    with opened(tmp_path) as ledger:
        (kept,) = facts(ledger)
        assert (kept.source.name, kept.source.other_names) == ("乙/b.txt", ())
        assert kept.source.recorded_at == DAY


def test_a_file_that_cannot_be_read_waits_until_it_changes(tmp_path: Path) -> None:
    error = Unreadable("坏.pdf", "it is encrypted.", "文件已加密。")
    with opened(tmp_path) as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        quarantine(ledger, run, name="坏.pdf", ingredients="one", error=error)
        finish_run(ledger, run)
        (kept,) = quarantined(ledger)
        assert (kept.name, kept.reason_en, kept.reason_zh) == ("坏.pdf", error.en, error.zh)
        assert kept.recorded_at == DAY
        assert known(ledger) == {"坏.pdf": "one"}
        assert changes(ledger, run).quarantined == ("坏.pdf",)
        paper = text_document("坏.pdf", TEXT)
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        store(ledger, run, document=paper, reading=reading(), ingredients="two")
        assert quarantined(ledger) == []
        assert known(ledger) == {"坏.pdf": "two"}
        retire(ledger, run, ["坏.pdf", "never there.txt"])
        assert known(ledger) == {}


def test_what_a_quarantined_file_held_before_is_retired(tmp_path: Path) -> None:
    paper = text_document("a.txt", TEXT)
    build(tmp_path, {"a.txt": (paper, reading(number(paper, "企业41家", "41家")))})
    with opened(tmp_path) as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        quarantine(ledger, run, name="a.txt", ingredients="x", error=Unreadable("a.txt", "no.", "不行。"))
        finish_run(ledger, run)
        assert facts(ledger) == []
        assert sources(ledger)[0].retired_at == DAY


def test_storing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    paper = text_document("a.txt", TEXT)
    lying = {"a.txt": (paper, reading(number(paper, "企业41家", "41家")))}
    build(tmp_path, lying)
    with opened(tmp_path) as ledger:
        before = "\n".join(ledger.connection.iterdump())
        run = begin_run(ledger, recorded_at="2027-01-01T00:00:00Z", reader="1")
        store(ledger, run, document=paper, reading=lying["a.txt"][1], ingredients=ingredients_of(paper, "1"))
        finish_run(ledger, run)
        assert "\n".join(ledger.connection.iterdump()) == before


def test_a_quote_that_does_not_stand_there_is_refused_whole(tmp_path: Path) -> None:
    paper = text_document("a.txt", TEXT)
    good = number(paper, "企业41家", "41家")
    bad = replace(good, place=Span(0, 6, "企业41家"), indicator="别的")
    with opened(tmp_path) as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        with pytest.raises(SpanMismatch, match=r"a\.txt"):
            store(ledger, run, document=paper, reading=reading(good, bad), ingredients="x")
        assert known(ledger) == {}
        assert facts(ledger) == []


def test_a_cell_that_reads_otherwise_is_refused(tmp_path: Path) -> None:
    book = table_document("a.xlsx", {(0, 0): "38"})
    with opened(tmp_path) as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        for ref in ("A1", "B9"):
            wrong = cell_number(book, ref, "39", indicator="产值")
            with pytest.raises(LedgerError, match=f"{ref} reads"):
                store(ledger, run, document=book, reading=reading(wrong), ingredients="x")


def test_half_a_character_is_refused_with_the_file_named(tmp_path: Path) -> None:
    paper = replace(text_document("a.txt", "x"), text="坏\ud83d字41家")
    broken = number(paper, "坏\ud83d字41家", "41家")
    with opened(tmp_path) as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        with pytest.raises(LedgerError, match=r"a\.txt"):
            store(ledger, run, document=paper, reading=reading(broken), ingredients="x")
        # Half a character where no fact stands does no harm.
        store(ledger, run, document=paper, reading=reading(), ingredients="x")
        assert document(ledger, "a.txt").text == paper.text


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
PERIODS = st.sampled_from([None, "2021", "2021-H1", "2021-12", "2016/2020", "no period at all"])
MODALITIES: st.SearchStrategy[Modality] = st.sampled_from(
    ["actual", "forecast", "target", "plan", "capacity"]
)
ASPECTS: st.SearchStrategy[Aspect] = st.sampled_from(["level", "growth", "share", "rank"])
BOUNDS: st.SearchStrategy[Bound] = st.sampled_from(["exact", "approx", "min", "max"])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3)
Cells = dict[tuple[int, int], TableCell]
SHEETS = ("表一", "表二")


@st.composite
def places(draw: st.DrawFn, text: str, cells: Cells) -> Place:
    if draw(st.booleans()) and cells:
        row, column = draw(st.sampled_from(sorted(cells)))
        headers = tuple(HeaderCell("A1", name) for name in draw(st.lists(WORDS, max_size=2)))
        return Cell(draw(st.sampled_from(SHEETS)), cell_name(row, column), cells[row, column].text, headers)
    return draw(spans(text))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(start, end, text[start:end])


@st.composite
def some_facts(draw: st.DrawFn, doc: str, text: str, cells: Cells) -> Fact:
    also = tuple(draw(st.lists(places(text, cells), max_size=2, unique=True)))
    kind = draw(st.sampled_from([Observation, Relation, Event, Statement]))
    rule = draw(WORDS)
    if kind is Observation:
        value: Value = draw(NUMBERS) if draw(st.booleans()) else (draw(NUMBERS), draw(NUMBERS))
        place = draw(places(text, cells))
        return Observation(
            doc, place, draw(st.none() | NAMES), draw(NAMES), draw(ASPECTS), value, draw(NAMES), draw(WORDS),
            draw(st.none() | st.integers(0, 99)), draw(BOUNDS), draw(MODALITIES), draw(PERIODS),
            draw(st.none() | WORDS), rule, _without(place, also), draw(st.booleans()),
        )  # fmt: skip
    span = draw(spans(text))
    also = _without(span, also)
    if kind is Relation:
        return Relation(doc, span, draw(NAMES), draw(NAMES), draw(NAMES), rule, also)
    if kind is Event:
        return Event(doc, span, draw(NAMES), "2021-12", tuple(draw(st.lists(NAMES, max_size=3))), rule, also)
    said = draw(WORDS)
    return Statement(
        doc, span, "goal", draw(st.none() | NAMES), said, draw(MODALITIES), draw(PERIODS), rule, also
    )


def _without(place: Place, also: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(other for other in also if other != place)


CELLS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 30)),
    st.builds(TableCell, NAMES.filter(bool), st.booleans(), st.integers(0, 3), st.booleans()),
    max_size=3,
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Reading]:
    text, cells = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=40)), draw(CELLS)
    doc = f"{draw(st.integers(0, 2**64)):064x}"
    tables = tuple(Table(sheet, cells, ((0, 0, 1, 1),), ("单位：万元",)) for sheet in SHEETS)
    kept = Document(
        doc, "a.txt", text, tables, (0, 3), "docx", "gb18030, guessed", (("one", "一"),), Metadata("2020")
    )
    found = draw(st.lists(some_facts(doc, text, cells), max_size=5, unique_by=lambda fact: fact.id))
    dated = DocumentDate(draw(st.sampled_from(["2021", "2022-03-04"])), "printed")
    return kept, Reading(tuple(found), draw(st.none() | st.just(dated)), draw(st.none() | WORDS))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_what_goes_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[Document, Reading]
) -> None:
    kept, read = made
    with open_ledger(tmp_path_factory.mktemp("workspace") / "ledger.db") as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        store(ledger, run, document=kept, reading=read, ingredients="x")
        assert document(ledger, kept.doc) == kept
        found = facts(ledger)
        assert {one.fact.id: one.fact for one in found} == {one.id: one for one in read.facts}
        assert len(found) == len(read.facts)
        dated = (read.date.date, read.date.how) if read.date else ("2020", "meta")
        assert {(one.source.published_on, one.source.dated) for one in found} <= {dated}
        assert [fact(ledger, one.fact.id) for one in found] == found


def test_values_stay_exact(tmp_path: Path) -> None:
    paper = text_document("a.txt", "占比0.1家")
    exact = replace(number(paper, "占比0.1家", "0.1家"), value=Decimal("0.1000000000000000000000000001"))
    build(tmp_path, {"a.txt": (paper, reading(exact))})
    with opened(tmp_path) as ledger:
        kept = facts(ledger)[0].fact
        assert isinstance(kept, Observation)
        assert kept.value == Decimal("0.1000000000000000000000000001")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.ledger.making import *\n"
        "paper = text_document('a.txt', '，'.join(f'第{n}号企业{n}家' for n in range(30)))\n"
        "found = [number(paper, f'第{n}号企业{n}家', f'{n}家', subject=f'乙{n}') for n in range(10, 30)]\n"
        "build(Path(sys.argv[1]), {'a.txt': (paper, reading(*found))})"
    )
    for seed in "12":
        (tmp_path / seed).mkdir()
        asked = [sys.executable, "-c", script, str(tmp_path / seed)]
        subprocess.run(asked, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
    one, two = ((tmp_path / seed / "ledger.db").read_bytes() for seed in "12")
    assert one == two
