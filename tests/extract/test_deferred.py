"""Patterns compiled at first use answer as compiled ones do, and each of the reader's does compile."""

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bulian.extract
from bulian.extract.deferred import deferred

CLAUSE = "1月—9月，全区规上工业增加值增长8.3%"


def patterns() -> list[re.Pattern[str]]:
    """Every pattern that a module of the reader holds by name."""
    found = []
    for module in pkgutil.walk_packages(bulian.extract.__path__, "bulian.extract."):
        held = vars(importlib.import_module(module.name)).values()
        found += [one for one in held if type(one).__module__ == "bulian.extract.deferred"]
    return found


def test_every_pattern_of_the_reader_compiles() -> None:
    assert len(patterns()) > 300
    for one in patterns():
        assert re.compile(one.pattern)


@given(st.text(alphabet=CLAUSE, max_size=12))
def test_a_deferred_pattern_answers_as_a_compiled_one(text: str) -> None:
    ours, theirs = deferred(r"(\d+)(月)?"), re.compile(r"(\d+)(月)?")
    assert [m.groups() for m in ours.finditer(text)] == [m.groups() for m in theirs.finditer(text)]
    assert ours.sub("#", text) == theirs.sub("#", text)
    assert bool(ours.fullmatch(text)) == bool(theirs.fullmatch(text))


def test_flags_are_kept() -> None:
    assert deferred("ai", re.IGNORECASE).search("AI产业") is not None


def test_a_wrong_pattern_is_refused_when_it_is_asked() -> None:
    wrong = deferred("(未闭合")
    with pytest.raises(re.error):
        wrong.search(CLAUSE)
