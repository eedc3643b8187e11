"""Scorecard (发展质量): the gauges of the set in force, by dimension, a year a column."""

from dataclasses import dataclass

from bulian.assess.scorecard import Side, Watched
from bulian.publish.figure import Figure
from bulian.publish.periods import period_words
from bulian.publish.points import reading_figure
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site


@dataclass(frozen=True, slots=True)
class Row:
    """A gauge: its figure in each year, None where unknown, and how it moved."""

    name: str
    figures: tuple[Figure | None, ...]
    move: str
    synthetic: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A dimension: the gauges of which anything is known, and the names of the others."""

    name: str
    rows: tuple[Row, ...]
    unknown: tuple[str, ...]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    card, zh = site.answers.scorecard, site.lang == "zh"
    if card is None:
        return {"card": None}
    return {
        "card": card,
        "title": card.set.zh if zh else card.set.en,
        "years": [period_words(str(year), site.words) for year in card.years],
        "groups": [_group(site, side) for side in card.sides],
    }


def _group(site: Site, side: Side) -> Group:
    zh = site.lang == "zh"
    return Group(
        side.dimension.zh if zh else side.dimension.en,
        tuple(_row(site, one) for one in side.gauges if one.known),
        tuple(one.gauge.zh if zh else one.gauge.en for one in side.gauges if not one.known),
    )


def _row(site: Site, one: Watched) -> Row:
    figures = tuple(reading_figure(each, site.words) if each else None for each in one.readings)
    return Row(one.gauge.zh if site.lang == "zh" else one.gauge.en, figures, one.move, one.synthetic)


PAGE = Page("scorecard", "/scorecard", _fill, nav=3)
