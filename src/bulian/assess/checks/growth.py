"""本期÷上年同期−1＝增速: a growth against the levels at both ends, where it compares like with like."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from bulian.assess.comparing import equality
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict, Why
from bulian.assess.statements import Statements
from bulian.measure.arithmetic import exactly, minus, over, percent
from bulian.measure.extent import Extent
from bulian.model.period import year_before
from bulian.vocab.growth_bases import GrowthBase, growth_bases

_HUNDRED = Decimal(100)

Levels = Mapping[tuple[str, str, bool, str, str], list[Datum]]
"""Levels of all documents by subject, time, made-up or not, indicator and unit."""

_WHY: dict[GrowthBase, Why] = {
    "scope": "scope", "price": "price", "revised": "revised", "unknown": "base_unknown",
}  # fmt: skip


def find(statements: Statements) -> Iterator[Finding]:
    """A finding for each growth beside its level and each level of the year before, of any document."""
    earlier = levels_of_all(statements)
    for frame, name, growth in statements.of_kind("growth"):
        if frame.modality != "actual" or not frame.subject or not frame.time:
            continue
        level = statements.level(frame, name)
        before = year_before(frame.time)
        if level is None or before is None:
            continue
        key = (frame.subject, before, frame.synthetic, name, level.fact.unit)
        for base in _one_a_value(earlier.get(key, [])):
            yield _finding(level, base, growth)


def levels_of_all(statements: Statements) -> Levels:
    """The actual levels of subjects that are known, by what makes them comparable."""
    found: dict[tuple[str, str, bool, str, str], list[Datum]] = defaultdict(list)
    for frame, name, level in statements.of_kind("level"):
        if frame.modality == "actual" and frame.subject:
            found[frame.subject, frame.time, frame.synthetic, name, level.fact.unit].append(level)
    return found


def _one_a_value(levels: Sequence[Datum]) -> list[Datum]:
    return list({level.value: level for level in reversed(levels)}.values())[::-1]


def _finding(level: Datum, before: Datum, growth: Datum) -> Finding:
    base, *_ = growth_bases(growth.indicator, growth.fact.place.quote)
    formula = "{0} ÷ {1} − 1"
    found = equality("growth", formula, (level, before), _growth, growth)
    facts = (level, before, growth)
    if found is None:
        return Finding("growth", "not_checkable", facts, formula, why="may_be_nought")
    if base == "unknown":
        return _apart(found, "not_checkable", "base_unknown")
    if base != "same" and not (base == "revised" and level.fact.doc == before.fact.doc):
        return _apart(found, "not_comparable", _WHY[base])
    return found


def _apart(found: Finding, verdict: Verdict, why: Why) -> Finding:
    return replace(found, verdict=verdict, why=why, smallest=())


def _growth(extents: Sequence[Extent]) -> Extent | None:
    level, before = extents
    ratio = over(level, before)
    if ratio is None or before.point < 0:
        return None
    return minus(percent(ratio), exactly(_HUNDRED))


RULE = Rule("growth", "本期÷上年同期−1＝增速", "level ÷ level a year before − 1 = growth", find)
