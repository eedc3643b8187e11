"""One official method: every subject clause by clause, the numbers held against it and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.assess.evaluate.clauses import Verdict
from bulian.assess.evaluate.evaluation import Evaluation
from bulian.assess.evaluate.readings import Reading
from bulian.publish.figure import Figure, Formula
from bulian.publish.numbers import by_size, figure_of, significant
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.part import part_of
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording
from bulian.vocab.template import Line

_SUBJECTS = 20


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, or a part of one at its depth: its outcome, the numbers, how far off, and what is missing."""

    name: str
    depth: int
    outcome: str
    candidate: bool
    figures: tuple[tuple[Figure, str], ...]
    gap: Figure | None
    word: str
    missing: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of a score: its value, points and weight; None where unknown."""

    name: str
    value: Figure | None
    points: Figure | None
    weight: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject under the method."""

    one: Evaluation
    clauses: tuple[Clause, ...]
    criteria: tuple[Criterion, ...]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    applied = site.answers.method(asked["key"])
    if applied is None:
        raise NotFound(
            "There is no such method. The list of methods has those that are.",
            "没有这个方法。现有的都在“评价”一页。",
        )
    zh, part = site.lang == "zh", part_of(applied.evaluations, "subjects", asked, _SUBJECTS)
    return {
        "template": applied.template,
        "title": applied.template.zh if zh else applied.template.en,
        "note": applied.template.note_zh if zh else applied.template.note_en,
        "trouble": applied.trouble[zh] if applied.trouble else "",
        "part": part,
        "kept": {"key": asked["key"]},
        "subjects": [_subject(site, one) for one in part.shown],
    }


def _subject(site: Site, one: Evaluation) -> Subject:
    points = one.score.points if one.score else ()
    return Subject(
        one,
        tuple(clause for verdict in one.verdicts for clause in _clauses(site, verdict, 0)),
        tuple(
            Criterion(
                each.criterion.zh if site.lang == "zh" else each.criterion.en,
                _reading(each.reading, site.words) if each.reading else None,
                _number(each.points, "1", each.reading.parts, site.words)
                if each.points is not None and each.reading else None,
                format(each.criterion.weight.normalize(), "f"),
            )
            for each in points
        ),
    )  # fmt: skip


def _clauses(site: Site, verdict: Verdict, depth: int) -> Iterator[Clause]:
    zh, words = site.lang == "zh", site.words
    yield Clause(
        verdict.part.zh if zh else verdict.part.en, depth, verdict.outcome, verdict.candidate,
        tuple((_reading(one, words), _when(one)) for one in verdict.readings if one.parts),
        _gap(verdict, words),
        f"{verdict.word.by} {verdict.word.why}" if verdict.word else "",
        tuple((one.name if zh else one.en) + (f" {one.year}" if one.year else "") for one in verdict.missing),
        verdict.facts if not verdict.readings and not verdict.parts else (),
    )  # fmt: skip
    for part in verdict.parts:
        yield from _clauses(site, part, depth + 1)


def _when(one: Reading) -> str:
    return one.parts[-1].fact.period or ""


def _reading(one: Reading, words: Wording) -> Figure:
    """A number as printed, or computed from its parts."""
    if len(one.parts) == 1 and one.extent.point == one.parts[0].value:
        return figure_of(one.parts[0], words)
    return _number(one.extent.point, one.unit, one.parts, words)


def _gap(verdict: Verdict, words: Wording) -> Figure | None:
    test = verdict.part.test
    if (
        verdict.gap is None
        or verdict.outcome == "unknown"
        or not isinstance(test, Line)
        or not verdict.readings
    ):
        return None
    found = _number(verdict.gap, test.threshold.unit, verdict.readings[0].parts, words)
    sign = "+" if verdict.gap > 0 else ""
    return Figure(found.value, sign + found.text, found.trace, found.before, found.unit)


def _number(value: Decimal, unit: str, parts: tuple[Datum, ...], words: Wording) -> Figure:
    """A computed number that rests on these data."""
    shown = significant(value)
    written = by_size(shown, unit, words)
    trace = Formula("of_method", tuple(figure_of(one, words) for one in parts[:6]))
    return Figure(shown, written.text, trace, written.before, written.unit)


def _every(site: Site) -> list[dict[str, str]]:
    return [{"key": one.template.key} for one in site.answers.applied]


PAGE = Page("evaluation", "/evaluations/{key}", _fill, every=_every)
