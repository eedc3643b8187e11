"""Clause by clause: passed, failed and by how much, or unknown and what is missing; never a score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.assess.evaluate.readings import Known, Reading, Word, growth_in, growth_over, value_of
from bulian.assess.evaluate.spans import mean, total
from bulian.measure.extent import Extent
from bulian.vocab.template import AllOf, AnyOf, Attested, Line, Part, Quantity, Test, Title

Outcome = Literal["pass", "fail", "unknown"]

_SPANS = ("mean", "total", "average_growth")
"""Several years make one number."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that nobody has told: a number of a year, a title, a person's word, a text not read."""

    what: Literal["number", "title", "word", "text"]
    name: str
    en: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one clause, or a part of one, stands.

    Attributes:
        readings: the numbers it was held against, the deciding one first.
        gap: the deciding number less the threshold, in its unit; None where no number decides.
        candidate: it fails, but from `Part.near` of the threshold on.
        missing: what would have to be known. facts: what the verdict rests on.
        word: what a person attested, if that decided.
    """

    part: Part
    outcome: Outcome
    readings: tuple[Reading, ...] = ()
    gap: Decimal | None = None
    candidate: bool = False
    missing: tuple[Missing, ...] = ()
    facts: tuple[str, ...] = ()
    word: Word | None = None
    parts: tuple["Verdict", ...] = ()

    @property
    def synthetic(self) -> bool:
        """It rests on a made-up row."""
        return any(one.synthetic for one in self.readings) or any(one.synthetic for one in self.parts)


def judge_part(part: Part, about: Known, year: int) -> Verdict:
    """How `part` stands for a subject in `year`; what a person attests goes before what is read."""
    word = about.words.get(part.key)
    if word and not isinstance(part.test, AllOf | AnyOf):
        return Verdict(part, "pass" if word.holds else "fail", word=word)
    match part.test:
        case Line():
            return _line(part, part.test, about, year)
        case Title(titles):
            return _title(part, titles, about)
        case AllOf(parts):
            return _together(part, [judge_part(one, about, year) for one in parts], every=True)
        case AnyOf(parts):
            return _together(part, [judge_part(one, about, year) for one in parts], every=False)
        case Attested():
            return Verdict(part, "unknown", missing=(Missing("word", part.zh, part.en),))
        case _:
            return Verdict(part, "unknown", missing=(Missing("text", part.zh, part.en),))


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Kleene's three-valued and.

    >>> all_of(["pass", "unknown"]), all_of(["fail", "unknown"]), all_of([])
    ('unknown', 'fail', 'pass')
    """
    found = set(outcomes)
    return "fail" if "fail" in found else "unknown" if "unknown" in found else "pass"


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Kleene's three-valued or.

    >>> any_of(["pass", "unknown"]), any_of(["fail", "unknown"]), any_of([])
    ('pass', 'unknown', 'fail')
    """
    found = set(outcomes)
    return "pass" if "pass" in found else "unknown" if "unknown" in found else "fail"


def waiting_for_a_word(verdict: Verdict) -> Iterator[Verdict]:
    """The ways of meeting a clause for which nothing lacks but a person's word."""
    if isinstance(verdict.part.test, AnyOf) and verdict.outcome == "unknown":
        for part in verdict.parts:
            yield from waiting_for_a_word(part)
    elif (
        verdict.parts
        and verdict.outcome == "unknown"
        and all(lack.what == "word" for lack in verdict.missing)
    ):
        yield verdict


def candidates(verdict: Verdict) -> Iterator[Verdict]:
    """The ways of meeting a clause that fail, but are near their line (升规后备)."""
    if isinstance(verdict.part.test, AnyOf) and verdict.outcome != "pass":
        for part in verdict.parts:
            yield from candidates(part)
    elif verdict.candidate:
        yield verdict


def nearest(verdict: Verdict) -> Verdict:
    """The failing part that tells how much is short: of several ways, one that is near its line, else the one
    of which most already holds.
    """
    failing = [one for one in verdict.parts if one.outcome == "fail"]
    if not failing:
        return verdict
    if all(one.outcome == "fail" for one in verdict.parts):
        return nearest(max(failing, key=_held_share))
    return nearest(failing[0])


def _held_share(verdict: Verdict) -> tuple[bool, float]:
    passed = sum(one.outcome == "pass" for one in verdict.parts)
    near = verdict.candidate or any(one.candidate for one in verdict.parts)
    return near, passed / max(len(verdict.parts), 1)


def _together(part: Part, verdicts: list[Verdict], *, every: bool) -> Verdict:
    outcome = (all_of if every else any_of)(one.outcome for one in verdicts)
    deciding = [one for one in verdicts if one.outcome == outcome]
    near = [one for one in verdicts if one.outcome == "fail"]
    return Verdict(
        part,
        outcome,
        candidate=outcome == "fail" and any(one.candidate for one in near) and (not every or len(near) == 1),
        missing=tuple(dict.fromkeys(lack for one in deciding for lack in one.missing)),
        facts=tuple(dict.fromkeys(fact for one in deciding for fact in one.facts)),
        parts=tuple(verdicts),
    )


def _title(part: Part, titles: tuple[str, ...], about: Known) -> Verdict:
    """Nobody lists what a firm does not hold, so a title that is not told of is unknown, not refused."""
    held = [ids for name, ids in about.titles.items() if any(title in name for title in titles)]
    if held:
        return Verdict(part, "pass", facts=tuple(fact for ids in held for fact in ids))
    return Verdict(part, "unknown", missing=(Missing("title", "、".join(titles), ", ".join(titles)),))


def _line(part: Part, line: Line, about: Known, year: int) -> Verdict:
    wanted = _years(line.quantity, year)
    found = [(one, _quantity(line.quantity, about, one)) for one in wanted]
    readings = tuple(reading for _, reading in found if reading)
    lacking = tuple(_lack(line.quantity, one) for one, reading in found if reading is None)
    if any(not _same_unit(one.unit, line.threshold.unit) for one in readings):
        wanted_unit = f"{line.quantity.names[0]}（{line.threshold.unit}）"
        lacking = (*lacking, Missing("number", wanted_unit, wanted_unit, year))
        readings = ()
    if line.quantity.how in _SPANS and lacking:
        readings = ()  # Some of the years say nothing of what all of them come to.
    elif readings:
        readings = _spanned(line.quantity, about, wanted, readings)
    held = [(_held(reading.extent, line), reading) for reading in readings]
    outcome = all_of([*(one for one, _ in held), *("unknown" for _ in lacking)])  # type: ignore[list-item]
    deciding = [reading for one, reading in held if one == outcome] or list(readings)
    worst = min(deciding, key=lambda one: _margin(one.extent, line), default=None)
    return Verdict(
        part,
        outcome,
        readings=tuple(sorted(readings, key=lambda one: one is not worst)),
        gap=None if worst is None else worst.extent.point - line.threshold.value,
        candidate=outcome == "fail" and worst is not None and _is_near(part, line, worst.extent),
        missing=lacking,
        facts=tuple(dict.fromkeys(datum.id for one in readings for datum in one.parts)),
    )


def _years(quantity: Quantity, year: int) -> list[int]:
    whole = quantity.how in ("latest", "compound_growth")
    return [year] if whole else [year - back for back in range(quantity.years)]


def _quantity(quantity: Quantity, about: Known, year: int) -> Reading | None:
    if quantity.how == "compound_growth":
        return growth_over(quantity, about, year, quantity.years)
    if quantity.how == "average_growth":
        return growth_in(quantity, about, year)
    return value_of(quantity, about, year)


def _spanned(
    quantity: Quantity, about: Known, years: list[int], readings: tuple[Reading, ...]
) -> tuple[Reading, ...]:
    if quantity.how in ("mean", "average_growth"):
        return (mean(readings),)
    return (total(quantity, about, years, readings),) if quantity.how == "total" else readings


def _lack(quantity: Quantity, year: int) -> Missing:
    name = quantity.names[0] if not quantity.over else f"{quantity.names[0]}／{quantity.over[0]}"
    return Missing("number", name, name, year)


def _held(extent: Extent, line: Line) -> Outcome:
    """Whether all numbers in the extent meet the threshold, none does, or some do (then nobody knows)."""
    low, high, at = extent.low, extent.high, line.threshold.value
    match line.comparison:
        case "at_least":
            return _decided(low is not None and low >= at, _ends_below(extent, at))
        case "above":
            # A printed lower bound is exclusive (超2000万): it is above what it names.
            return _decided(
                low is not None and (low > at or (low == at and high is None)),
                high is not None and high <= at,
            )
        case "at_most":
            return _decided(high is not None and high <= at, low is not None and low > at)
        case _:
            return _decided(_ends_below(extent, at), low is not None and low >= at)


def _ends_below(extent: Extent, at: Decimal) -> bool:
    """All of it lies below; 不足2000万 names a number that it does not reach."""
    high = extent.high
    return high is not None and (high < at or (high == at and extent.low is None))


def _decided(holds: bool, fails: bool) -> Outcome:
    return "pass" if holds else "fail" if fails else "unknown"


def _margin(extent: Extent, line: Line) -> Decimal:
    gap = extent.point - line.threshold.value
    return gap if line.comparison in ("at_least", "above") else -gap


def _is_near(part: Part, line: Line, extent: Extent) -> bool:
    upward = line.comparison in ("at_least", "above")
    return part.near is not None and upward and extent.point >= part.near * line.threshold.value


def _same_unit(unit: str, wanted: str) -> bool:
    """Tables often print 亩均税收 in plain 万元: the name already says per what."""
    return (
        unit == wanted or wanted.startswith(f"{unit}/") or {unit, wanted} <= {"items", "enterprises", "ratio"}
    )


def tests_of(test: Test) -> tuple[Part, ...]:
    """The parts of a test, () of one that has none."""
    return test.parts if isinstance(test, AllOf | AnyOf) else ()
