"""The running text of a document: its facts, and what became of every number in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bulian.extract.context import Context, read_context
from bulian.extract.dating import date_document, given_in_spring, reported_year, too_early
from bulian.extract.deferred import deferred
from bulian.extract.events import find_events
from bulian.extract.fold import fold
from bulian.extract.merge import merged
from bulian.extract.names.tickers import money_place
from bulian.extract.numbers import find_quantities
from bulian.extract.numbers.quantity import local_money
from bulian.extract.observations import find_observations
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.sections import Section, sections
from bulian.extract.observations.words import find_words
from bulian.extract.periods import Period, find_periods
from bulian.extract.refusals import Refusal, find_refusals
from bulian.extract.relations import find_relations
from bulian.extract.relations.topics import topics
from bulian.extract.segments import Paragraph, paragraphs
from bulian.extract.statements import find_statements
from bulian.extract.title import title_of
from bulian.extract.wrapped import unwrapped
from bulian.model.document import Document
from bulian.model.fact import Fact, Observation
from bulian.model.period import year_of
from bulian.model.reading import DocumentDate


@dataclass(frozen=True, slots=True)
class Prose:
    """What a text says.

    Attributes:
        facts: observations, then relations, events and statements, each in their order.
        home: the place it is about; None where neither the text nor the caller says.
        refusals: what holds digits and reports nothing, with reasons.
        unexplained: (start, end) of each run of digits that is no fact, period or refusal.
    """

    facts: tuple[Fact, ...]
    date: DocumentDate | None
    home: str | None
    title: str | None
    refusals: tuple[Refusal, ...]
    unexplained: tuple[tuple[int, int], ...]


def read_prose(document: Document, *, published_on: str | None = None, home: str | None = None) -> Prose:
    """Read the text of a document; `published_on` and `home` as in `bulian.extract.read`."""
    printed = fold(document.text)
    folded = unwrapped(printed)
    date = date_document(folded, document.metadata, published_on)
    reference = reported_year(folded)
    if too_early(folded, date, reference):
        date = DocumentDate(str(reference), "inferred")
    spring = given_in_spring(folded, date)
    periods = find_periods(
        folded, f"{date.date}-02" if date and spring else date.date if date else None, reference=reference
    )
    refusals = find_refusals(folded, periods)
    context = read_context(
        document.doc, document.text, folded=folded, date=date.date if date else None,
        cut=(paragraphs(folded), periods),
    )  # fmt: skip
    scene = _scene(context, date, reference, refusals, home)
    parts = tuple(sections(scene))
    found = list(find_observations(scene, parts, document.doc, document.text))
    observations = merged(item for item in found if isinstance(item, Observation))
    refusals += tuple(item for item in found if isinstance(item, Refusal))
    about = topics(context)
    events = find_events(context, _times(parts), about)
    return Prose(
        (*observations, *find_relations(context, about), *events, *find_statements(context)),
        date, scene.home, title_of(printed, document.text), refusals,
        _unexplained(folded, periods, refusals, found),
    )  # fmt: skip


def _scene(
    context: Context, date: DocumentDate | None, reference: int | None, refusals: tuple[Refusal, ...],
    home: str | None,
) -> Scene:  # fmt: skip
    taken = sorted(_spans(context.periods, refusals))
    money_of = context.names.home or money_place(context.folded)
    return Scene(
        folded=context.folded,
        paragraphs=context.paragraphs,
        words=find_words(context.folded),
        periods=context.periods,
        quantities=tuple(
            local_money(quantity, money_of) for quantity in find_quantities(context.folded, taken)
        ),
        names=context.names,
        home=context.names.home or home,
        year=year_of(date.date) if date else None,
        reference=reference,
        sectioned=reference is not None
        or "工作报告" in context.folded[:300]
        or _CHAPTER_OF_A_YEAR.search(context.folded) is not None,
    )


def _times(parts: Sequence[tuple[Paragraph, Section]]) -> dict[int, str]:
    """What dates the paragraphs that look back where they name no time, by their start."""
    return {
        paragraph.start: section.period
        for paragraph, section in parts
        if section.period and section.modality == "actual"
    }


def _spans(periods: tuple[Period, ...], refusals: tuple[Refusal, ...]) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in periods] + [(r.start, r.end) for r in refusals]


def _unexplained(
    folded: str,
    periods: tuple[Period, ...],
    refusals: tuple[Refusal, ...],
    found: list[Observation | Refusal],
) -> tuple[tuple[int, int], ...]:
    covered = bytearray(len(folded))
    # That nothing names what a number counts explains nothing.
    spans = _spans(periods, tuple(one for one in refusals if one.reason != "no_indicator"))
    for item in found:
        if isinstance(item, Observation) and item.surface_start is not None:
            spans.append((item.surface_start, item.surface_start + len(item.surface)))
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    return tuple(run.span() for run in _DIGITS.finditer(folded) if not any(covered[run.start() : run.end()]))


# 一、2020年工作回顾, 二、2021年预算草案: chapters that date what stands below them.
_CHAPTER_OF_A_YEAR = deferred(
    r"(?m)^ *[一二三]、[^\n，。]{0,6}20\d\d ?年[^\n，。]{0,16}"
    r"(?:工作回顾|执行情况|草案|工作安排|工作总结|工作打算|工作计划)"
)
_DIGITS = deferred(r"\d+(?:[.,]\d+)*")
