"""Structure: one pillar or many (一业独大, 多业并兴), by industry and by firm, year by year."""

from dataclasses import dataclass

from markupsafe import Markup

from bulian.assess.composition import Part as Listed
from bulian.assess.concentration import Concentration
from bulian.publish.figure import Figure
from bulian.publish.naming import beside
from bulian.publish.numbers import figure_of
from bulian.publish.periods import period_words
from bulian.publish.site.answers import Shape
from bulian.publish.site.drawing.bars import bars_svg
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.part import Part, part_of
from bulian.publish.site.shares import bars_of, bound_figure, numbers_of, share_figures
from bulian.publish.site.site import Site

_PERCENT, _MOST = 100, 40


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a measure: its verdict in words and the figures it rests on."""

    year: str
    verdict: str
    largest: str
    top1: Figure
    top3: Figure
    effective: Figure
    hhi: Figure
    trouble: str


@dataclass(frozen=True, slots=True)
class View:
    """A measure over its years, the last one drawn part by part; `part` is the stretch of `parts` shown."""

    shape: Shape
    years: tuple[Year, ...]
    drawing: Markup
    title: str
    part: Part[Listed]
    parts: tuple[tuple[str, Figure, Figure], ...]
    breaks: tuple[str, ...]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    shapes = {f"s-{at}": one for at, one in enumerate(site.answers.shapes, start=1)}
    return {"views": [_view(site, shape, key, asked) for key, shape in shapes.items()]}


def _view(site: Site, shape: Shape, key: str, asked: Asked) -> View:
    last = shape.years[-1]
    of, words = last.composition, site.words
    title = words["structure.title"].format(
        name=of.parts[0].name, year=period_words(str(of.year), words), measure=beside(of.measure, words)
    )
    part = part_of(of.parts, key, asked, _MOST)
    return View(
        shape,
        tuple(_year(site, one) for one in shape.years),
        bars_svg(bars_of(site, last), title),
        title,
        part,
        tuple(
            (one.name, figure_of(one.datum, words), share)
            for one, share in zip(part.shown, share_figures(of, words, part.shown), strict=True)
        ),
        tuple(_broken(site, shape)),
    )


def _year(site: Site, one: Concentration) -> Year:
    of, words, levels = one.composition, site.words, one.levels
    numbers = numbers_of(of, words)
    return Year(
        period_words(str(of.year), words),
        words["join.or"].join(words[f"structure.{each}"] for each in one.verdicts),
        of.parts[0].name,
        bound_figure("top_one", levels.top1, numbers, words, _PERCENT),
        bound_figure("top_three", levels.top3, numbers, words, _PERCENT),
        bound_figure("effective_number", levels.effective, numbers, words),
        bound_figure("hhi", levels.hhi, numbers, words),
        one.trouble[site.lang == "zh"] if one.trouble else "",
    )


def _broken(site: Site, shape: Shape) -> list[str]:
    """Where the series breaks, in words: other firms listed, or a part that doubled or halved."""
    told = []
    for one in shape.changes:
        span = f"{one.before.year}—{one.after.year}"
        if one.came or one.went:
            told.append(site.words["structure.lists_differ"].format(span=span))
        for jump in one.jumps:
            told.append(site.words["structure.jumped"].format(span=span, name=jump.name))
    return list(dict.fromkeys(told))


PAGE = Page("structure", "/structure", _fill, nav=2)
