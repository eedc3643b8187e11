"""Conflicts: different numbers for one thing at one time, side by side, with the one in force and why."""

from dataclasses import dataclass

from bulian.assess.disagreement import Disagreement
from bulian.assess.standing import Why, standing
from bulian.publish.figure import Figure
from bulian.publish.numbers import figure_of
from bulian.publish.periods import period_words
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.part import part_of, wanted
from bulian.publish.site.site import Site

_KINDS = ("contradictions", "within", "compatible")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One number, who says it when, and whether it is in force or at which step of the rule it lost."""

    figure: Figure
    source: str
    doc: str
    published: str
    in_force: bool
    why: Why


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    lists: dict[str, list[Disagreement]] = {kind: [] for kind in _KINDS}
    for one in site.ground.conflicts:
        if not one.key.synthetic:
            lists[_kind(one)].append(one)
    parts = [part_of(lists[kind], kind, asked, _MOST) for kind in wanted(asked, _KINDS)]
    return {
        "groups": [(part, [_row(site, one) for one in part.shown]) for part in parts],
        "alone": len(parts) == 1,
    }


def _kind(one: Disagreement) -> str:
    if one.compatible:
        return "compatible"
    return "contradictions" if one.documents > 1 else "within"


def _row(site: Site, one: Disagreement) -> tuple[str, str, str, list[Told]]:
    settled = standing([datum for side in one.sides for datum in side.data])
    told = [(settled.datum, True, settled.by), *((loser.datum, False, loser.why) for loser in settled.losers)]
    return (
        one.key.subject,
        one.key.indicator,
        period_words(one.period, site.words),
        [
            Told(
                figure_of(datum, site.words),
                datum.source.name,
                datum.source.doc[:12],
                datum.source.published_on or "",
                first,
                why,
            )
            for datum, first, why in told
        ],
    )


PAGE = Page("conflicts", "/conflicts", _fill, nav=11)
