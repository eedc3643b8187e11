"""Clauses and known numbers, made by hand."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bulian.assess.datum import data_in_force
from bulian.assess.evaluate.readings import Known, Word, known
from bulian.assess.subject import district
from bulian.model.stored import Sourced
from bulian.vocab.amount import amount
from bulian.vocab.template import Comparison, How, Line, Part, Quantity, Test
from tests.assess.made import DISTRICT, said, source

FIRM = "江城光电有限公司"


def about(
    *facts: Sourced,
    titles: Mapping[str, tuple[str, ...]] | None = None,
    words: Mapping[str, Word] | None = None,
) -> Known:
    return known(FIRM, data_in_force(facts, district(DISTRICT)), titles or {}, words or {})


def told(text: str, value: str, **more: Any) -> Sourced:
    """An observation published after the years that the tests speak of."""
    return said(text, value, of=source(published_on="2024-06-30"), **more)


def part(test: Test, key: str = "a", near: str | None = None) -> Part:
    return Part(key, "甲", "a", test, near=None if near is None else Decimal(near))


def line(
    threshold: str,
    *names: str,
    comparison: Comparison = "at_least",
    over: tuple[str, ...] = (),
    how: How = "latest",
    years: int = 1,
) -> Line:
    return Line(Quantity(names or ("营业收入",), over, "level", how, years), comparison, amount(threshold))
