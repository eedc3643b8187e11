"""The workbook: formulas that recompute what is printed, sources on the last sheet, text that is text."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bulian.model.fact import Observation
from bulian.publish.brief import brief
from bulian.publish.rendering import render
from bulian.publish.wording import LANGUAGES, wording
from tests.publish.invented import SIMPLIFIED, material
from tests.publish.papers import PAPERS

_REF = re.compile(r"'([^']+)'!([A-Z]+\d+)|(?<![A-Z'!])([A-Z]+\d+)")


def book(kind: str, lang: str = "zh", *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(PAPERS[kind](lang), ".xlsx")), data_only=values)


def computed(workbook: Workbook, sheet: str, ref: str) -> float:
    """A cell worked out as Excel would: the few operators that our formulas use."""
    held = workbook[sheet][ref].value
    if not isinstance(held, str):
        return float(held)
    assert held.startswith("=")

    def inner(found: re.Match[str]) -> str:
        return f"({computed(workbook, found[1] or sheet, found[2] or found[3])!r})"

    return float(eval(_REF.sub(inner, held[1:]).replace("^", "**"), {"MAX": max, "MIN": min}))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAPERS)
def test_every_formula_gives_what_is_printed(kind: str, lang: str) -> None:
    formulas, shown = book(kind, lang), book(kind, lang, values=True)
    checked = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cached = float(shown[sheet.title][cell.coordinate].value)
                    decimals = len(str(cell.number_format).partition(".")[2].partition('"')[0])
                    tolerance = max(10.0**-decimals / 2 * 1.0001, abs(cached) / 180)
                    assert computed(formulas, sheet.title, cell.coordinate) == pytest.approx(
                        cached, abs=tolerance
                    )
                    checked += 1
    assert checked > 20


@pytest.mark.parametrize("kind", PAPERS)
def test_numbers_are_typed_on_the_sheet_of_data_alone(kind: str) -> None:
    words = wording("zh")
    for sheet in book(kind):
        if sheet.title not in (words["xlsx.data"], words["xlsx.formulas"]):
            typed = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "n"
                     and cell.value is not None]  # fmt: skip
            assert typed == []


def test_one_changed_number_changes_what_rests_on_it() -> None:
    workbook = book("brief")
    words = wording("zh")
    data, formulas = workbook[words["xlsx.data"]], workbook[words["xlsx.formulas"]]
    growth = next(row for row in formulas.iter_rows(min_row=2) if "开" in str(row[1].value))
    before = computed(workbook, formulas.title, growth[2].coordinate)
    refs = re.findall(r"!G(\d+)", str(growth[2].value))
    data[f"D{refs[0]}"].value = 2 * float(data[f"D{refs[0]}"].value)
    assert computed(workbook, formulas.title, growth[2].coordinate) > before


def test_bound_words_stand_beside_the_number_and_units_in_its_format() -> None:
    workbook = book("brief")
    cells = [(sheet, cell) for sheet in workbook for row in sheet.iter_rows() for cell in row]
    formats = {str(cell.number_format) for _, cell in cells if cell.data_type == "f"}
    assert '0.0"亿元"' in formats
    assert any(code.startswith("+0.0") for code in formats)
    assert any(cell.value == "约" for _, cell in cells)


def test_the_last_sheet_quotes_every_fact_that_is_cited() -> None:
    paper = PAPERS["brief"]("zh")
    sheet = book("brief").worksheets[-1]
    ids = {str(row[1].value) for row in sheet.iter_rows(min_row=2)}
    assert ids == {fact for one in paper.citations for fact in one.fact_ids}


def test_what_looks_like_a_formula_in_a_source_stays_text() -> None:
    given = material()
    facts = tuple(
        replace(one, fact=replace(one.fact, subject="=HYPERLINK(1)"))
        if isinstance(one.fact, Observation) and one.fact.doc == SIMPLIFIED.doc
        else one
        for one in given.facts
    )
    workbook = openpyxl.load_workbook(io.BytesIO(render(brief(replace(given, facts=facts)), ".xlsx")))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    wicked = [cell for cell in cells if str(cell.value).startswith("=HYPERLINK")]
    assert wicked
    assert {cell.data_type for cell in wicked} == {"s"}
