"""What the readers of names, relations, events and statements share about one document.

Made once a document by `read_context`; every finder takes it and nothing else.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulian.extract.names.find import find_names
from bulian.extract.names.name import Names
from bulian.extract.names.phrases import Phrases, find_phrases
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Paragraph, Sentence
from bulian.model.place import Span

if TYPE_CHECKING:
    from bulian.extract.relations.spots import Agent


@dataclass(frozen=True, slots=True)
class Context:
    """One document as the finders see it.

    Attributes:
        doc: content hash. text: as stored. folded: as the rules read it, of the same length.
        date: the document's ISO date, None where it has none.
        period_starts: where each period begins.
        paragraphs, periods: as `segments.paragraphs` and `periods.find_periods` give them, in order.
        phrases, names: the stops of the folded text, and its names.
        openings: whom a clause opens with, by its start, kept when it is first asked for.
    """

    doc: str
    text: str
    folded: str
    date: str | None
    paragraphs: tuple[Paragraph, ...]
    periods: tuple[Period, ...]
    period_starts: tuple[int, ...]
    phrases: Phrases
    names: Names
    openings: "dict[int, Agent | None]" = field(default_factory=dict, init=False, repr=False, compare=False)

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """The periods that begin between the two."""
        low = bisect_left(self.period_starts, start)
        return self.periods[low : bisect_left(self.period_starts, end, low)]

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets, as printed."""
        return Span(start, end, self.text[start:end])


def read_context(
    doc: str,
    text: str,
    *,
    folded: str,
    date: str | None,
    cut: tuple[tuple[Paragraph, ...], tuple[Period, ...]],
) -> Context:
    """A document's context; `cut` holds its paragraphs and its periods, which other finders need too."""
    phrases = find_phrases(folded)
    starts = tuple(period.start for period in cut[1])
    return Context(doc, text, folded, date, *cut, starts, phrases, find_names(phrases))


def clause_at(sentence: Sentence, at: int) -> Clause:
    """The clause of a sentence that holds an offset, or the last one that begins before it."""
    return sentence.clauses[max(0, bisect_right(sentence.clauses, at, key=lambda clause: clause.start) - 1)]
