"""Every case: its cells say what they say, some say nothing, made-up rows are marked, no cell is lost."""

import pytest

from bulian.extract.tables import read_tables
from bulian.extract.tables.cell import kind_of
from bulian.model.fact import Observation
from bulian.model.place import Cell, cell_position
from tests.extract.tables.case import Case, load_cases

CASES = [case for case in load_cases() if not case.held_out]
HELD_OUT = [case for case in load_cases() if case.held_out]


def facts_by_cell(case: Case) -> dict[str, Observation]:
    reading = read_tables(case.document, date=case.date, home=case.home)
    found: dict[str, Observation] = {}
    for fact in reading.facts:
        for place in (fact.place, *fact.also):
            assert isinstance(place, Cell)
            found[place.ref] = fact
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_cell_says_what_a_person_reads(case: Case) -> None:
    found = facts_by_cell(case)
    wrong = {}
    for expected in case.expected:
        fact = found.get(expected.ref)
        fields = expected.wrong(fact) if fact else ["no fact"]
        if fact and fact.modality != expected.modality:
            fields.append("modality")
        if fields:
            wrong[expected.ref] = fields
    assert not wrong


@pytest.mark.parametrize("case", [*CASES, *HELD_OUT], ids=lambda case: case.name)
def test_marks_identifiers_and_missing_values_say_nothing(case: Case) -> None:
    found = facts_by_cell(case)
    assert not [ref for ref in case.nothing if ref in found]
    assert all(found[ref].synthetic for ref in case.synthetic)


def test_held_out_cases_are_mostly_right() -> None:
    # Written before the reader and never tuned on; the share is what bench/tables.py prints.
    cells = right = 0
    for case in HELD_OUT:
        found = facts_by_cell(case)
        for expected in case.expected:
            cells += 1
            right += expected.ref in found and not expected.wrong(found[expected.ref])
    assert right / cells >= 0.85


@pytest.mark.parametrize("case", [*CASES, *HELD_OUT], ids=lambda case: case.name)
def test_the_cell_reads_what_the_fact_quotes(case: Case) -> None:
    table = case.document.tables[0]
    for ref, fact in facts_by_cell(case).items():
        assert isinstance(fact.place, Cell)
        assert table.cells[cell_position(ref)].text == fact.place.quote
        for header in fact.place.headers:
            assert table.cells[cell_position(header.cell)].text.strip() == header.text


@pytest.mark.parametrize("case", [*CASES, *HELD_OUT], ids=lambda case: case.name)
def test_every_column_is_accounted_for(case: Case) -> None:
    table = case.document.tables[0]
    reading = read_tables(case.document, date=case.date, home=case.home)
    listed = {column.ref for column in reading.columns}
    for (_, column), cell in table.cells.items():
        if kind_of(cell.text) == "number":
            letters = chr(ord("A") + column)
            assert letters in listed
    counted = sum(column.facts for column in reading.columns)
    assert counted == sum(1 + len(fact.also) for fact in reading.facts)
