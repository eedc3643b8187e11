"""What every measure owes its reader: an example that runs, a term, a unit, a source."""

import doctest
import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from bulian import measure as room
from bulian.measure import catalogue
from bulian.model.measure import Measure

MEASURES = list(catalogue().values())
DOCS = Path(__file__).parents[2] / "docs" / "methods"
HELPERS = [file.name for file in iter_modules(room.__path__) if file.name.startswith("_")]


@pytest.mark.parametrize("card", MEASURES, ids=lambda card: card.name)
def test_a_measure_explains_itself(card: Measure) -> None:
    told = inspect.getdoc(card.function) or ""
    assert all(part in told for part in ("Args:", "Returns:", ">>> ")), card.name
    assert card.label
    assert card.unit
    assert card.source
    assert set(card.needs) <= set(inspect.signature(card.function).parameters)


@pytest.mark.parametrize("card", MEASURES, ids=lambda card: card.name)
def test_the_examples_of_a_measure_hold(card: Measure) -> None:
    failed, tried = doctest.testmod(import_module(card.function.__module__))
    assert tried
    assert not failed


@pytest.mark.parametrize("card", MEASURES, ids=lambda card: card.name)
def test_what_can_be_refused_is_said(card: Measure) -> None:
    source = Path(inspect.getfile(card.function)).read_text("utf-8")
    if "raise BadRequest" in source:
        assert "Raises:" in (inspect.getdoc(card.function) or "")


def test_a_measure_is_found_by_the_name_of_its_function() -> None:
    assert all(name == card.function.__name__ for name, card in catalogue().items())


def test_the_catalogue_itself_has_an_example() -> None:
    failed, tried = doctest.testmod(room)
    assert tried
    assert not failed


@pytest.mark.parametrize("name", HELPERS)
def test_what_measures_share_is_no_measure(name: str) -> None:
    assert not hasattr(import_module(f"bulian.measure.{name}"), "MEASURE")


def test_every_measure_has_its_line_in_the_method_notes() -> None:
    pages = "".join(page.read_text("utf-8") for page in DOCS.glob("*.md"))
    missing = [card.name for card in MEASURES if f"| `{card.name}` {card.label}" not in pages]
    assert missing == []


def test_a_file_that_speaks_of_cells_has_its_card() -> None:
    folder = Path(inspect.getfile(room)).parent
    files = [file for file in folder.glob("[!_]*.py") if "bulian.measure._cells" in file.read_text("utf-8")]
    assert files
    assert [
        file.stem for file in files if not hasattr(import_module(f"bulian.measure.{file.stem}"), "MEASURE")
    ] == []
