"""The cases through real files: what a workbook or a web page says is what its table says."""

from dataclasses import replace
from pathlib import Path

import pytest

from bulian.corpus.reading import read
from bulian.extract.tables import read_tables
from bulian.model.document import Document
from bulian.model.place import Cell
from tests.extract.tables.case import Case, load_cases
from tests.extract.tables.files import page, write_xlsx

WORKBOOKS = [case for case in load_cases() if not case.document.tables[0].caption]
PAGES = [case for case in load_cases() if case.document.tables[0].caption]


def said(document: Document, case: Case) -> dict[str, tuple[object, ...]]:
    """What the cells that a person checked say, by cell."""
    found = {}
    for fact in read_tables(document, date=case.date, home=case.home).facts:
        for place in (fact.place, *fact.also):
            if isinstance(place, Cell):
                meaning = (fact.subject, fact.indicator, fact.aspect, fact.unit, fact.period, fact.modality)
                found[place.ref] = (fact.value, *meaning)
    return {one.ref: found[one.ref] for one in case.expected if one.ref in found}


@pytest.mark.parametrize("case", WORKBOOKS, ids=lambda case: case.name)
def test_a_workbook_says_what_its_table_says(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_xlsx(case.document.tables[0], path)
    document = read(path, str(Path(case.document.name).with_suffix(".xlsx")))
    assert said(document, case) == said(case.document, case)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_a_web_page_says_what_its_table_says(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(case.document.tables[0], Path(case.document.name).stem), encoding="utf-8")
    document = read(path, case.document.name)
    document = replace(
        document, tables=tuple(replace(t, sheet=case.document.tables[0].sheet) for t in document.tables)
    )
    assert said(document, case) == said(case.document, case)
