"""Checks: whether the numbers add up, each finding with its arithmetic in links; contradictions first."""

import re
from dataclasses import dataclass

from bulian.assess.checks import rules
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding
from bulian.measure.extent import Extent
from bulian.publish.figure import Figure, Formula
from bulian.publish.numbers import by_size, figure_of, significant
from bulian.publish.paper import Label, Text
from bulian.publish.periods import period_words
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.part import part_of, wanted
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording

_SLOT = re.compile(r"\{(\d+)\}")
_IN_FULL = ("contradicted", "not_comparable", "consistent", "reproduced")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: what it is about, its arithmetic, what follows and what is printed."""

    rule: str
    subject: str
    period: str
    arithmetic: Text
    computed: Figure | None
    stated: Figure | None
    why: str
    facts: tuple[tuple[Datum, Figure, bool], ...]
    synthetic: bool


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    checked = site.answers.checked
    parts = [part_of(checked.by_verdict[one], one, asked, _MOST) for one in wanted(asked, _IN_FULL)]  # type: ignore[index]  # wanted gives some of these
    groups = [(part, [_line(site, one) for one in part.shown]) for part in parts]
    return {"checked": checked, "groups": groups, "alone": len(groups) == 1, "counts": checked.counts}


def _line(site: Site, one: Finding) -> Line:
    rule, words, last = rules()[one.rule], site.words, one.facts[-1]
    figures = [figure_of(datum, words) for datum in one.facts]
    suspect = site.answers.checked.suspect(one) if one.verdict == "contradicted" else None
    return Line(
        rule.zh if site.lang == "zh" else rule.en,
        last.subject or words["mark.nobody"],
        period_words(last.fact.period, words) if last.fact.period else words["mark.undated"],
        _arithmetic(one, figures),
        _size(one.computed, one, figures, words),
        _size(one.stated, one, figures, words),
        words[f"check_why.{one.why}"] if one.why else "",
        tuple(
            (datum, figures[one.facts.index(datum)], datum is suspect) for datum in dict.fromkeys(one.facts)
        ),
        any(datum.synthetic for datum in one.facts),
    )


def _arithmetic(one: Finding, figures: list[Figure]) -> Text:
    """The formula with its numbers in it, each a link."""
    parts: list[Label | Figure] = []
    place = 0
    for slot in _SLOT.finditer(one.formula):
        if slot.start() > place:
            parts.append(Label(one.formula[place : slot.start()], one.ids))
        parts.append(figures[int(slot[1])])
        place = slot.end()
    if one.formula[place:]:
        parts.append(Label(one.formula[place:], one.ids))
    return tuple(parts)


def _size(extent: Extent | None, one: Finding, figures: list[Figure], words: Wording) -> Figure | None:
    """What follows, or what is printed, as a figure that rests on all numbers of the finding."""
    if extent is None:
        return None
    value = significant(extent.point)
    written = by_size(value, one.unit, words)
    trace = Formula("finding", tuple(figures[:6]))
    return Figure(value, written.text, trace, written.before, written.unit)


PAGE = Page("checks", "/checks", _fill, nav=12)
