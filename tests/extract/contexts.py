"""A context from a piece of text, as the finders take it."""

from bulian.extract.context import Context, read_context
from bulian.extract.fold import fold
from bulian.extract.periods import find_periods
from bulian.extract.segments import paragraphs


def context_of(text: str, date: str | None = "2024-03-01") -> Context:
    folded = fold(text)
    cut = paragraphs(folded), find_periods(folded, date)
    return read_context("d" * 64, text, folded=folded, date=date, cut=cut)
