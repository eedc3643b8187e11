"""One target: its words, where it starts, how fast it must go, how likely it is, and who answers for it."""

from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.assess.targets import Start, Target
from bulian.assess.tracking import Tracked
from bulian.publish.computed import band_figure, pace_figure
from bulian.publish.figure import Figure
from bulian.publish.likelihood import due_figure, interval_figures, progress_figure, years
from bulian.publish.numbers import figure_of
from bulian.publish.passages import script_of
from bulian.publish.paths import path_of
from bulian.publish.site.drawing.path import path_svg
from bulian.publish.site.page import Asked, NotFound, Page, pages
from bulian.publish.site.pages.targets import odds_text, period_of, row
from bulian.publish.site.site import Site
from bulian.vocab.targets import qualities


@dataclass(frozen=True, slots=True)
class From:
    """A number that the target may be counted from, with the pace it leads to."""

    figure: Figure
    period: str
    ahead: bool
    source: str
    pace: Figure
    band: Figure | None


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    one = site.answers.target(asked["id"])
    if one is None:
        raise NotFound(
            "There is no such target any more. The list of targets has those that are.",
            "没有这个目标了。现有的都在“目标”一页。",
        )
    words, progress, odds = site.words, one.progress, one.odds
    return {
        "row": row(site, one),
        "one": one,
        "quote": one.datum.fact.place.quote,
        "script": script_of(one.datum.fact.place.quote),
        "starts": [_from(site, one, start) for start in (one.base, *one.others, one.now) if start],
        "vintages": [(each, figure_of(each, words)) for each in reversed(one.vintages)],
        "odds": odds_text(one, words),
        "interval": interval_figures(one, odds, words) if odds and odds.low is not None else None,
        "years": years(odds, words) if odds else None,
        "done": progress_figure(one, progress, words) if progress else None,
        "due": due_figure(one, progress, words) if progress else None,
        "known": figure_of(progress.known.datum, words) if progress else None,
        "known_period": period_of(progress.known.datum, words) if progress else "",
        "outcome": figure_of(one.outcome, words) if one.outcome else None,
        "metric": _metric(site, one),
        "drawing": _drawing(site, one),
        "status": _status(site, one),
        "comparator": "class" if one.datum.order_of_magnitude else one.comparator,
    }


def _from(site: Site, one: Tracked, start: Start) -> From:
    aimed = Target(one.key, one.datum, start, None)
    return From(
        figure_of(start.datum, site.words),
        period_of(start.datum, site.words),
        start.datum.ahead,
        start.datum.source.name,
        pace_figure(aimed, start, site.words),
        band_figure(aimed, start, site.words),
    )


def _status(site: Site, one: Tracked) -> str:
    if one.status is None:
        return ""
    return one.status.zh if site.lang == "zh" else one.status.en


def _metric(site: Site, one: Tracked) -> str:
    """The quality metric that was chosen, in words; "" where none was."""
    chosen = one.quality.metric if one.quality else None
    known = qualities().get(chosen or "")
    if known is None:
        return chosen or ""
    return known.zh if site.lang == "zh" else known.en


def _drawing(site: Site, one: Tracked) -> object:
    """The path as SVG; None where there is nothing beside the target to draw it with."""
    path = path_of(one, site.ground.series.get(one.key), site.words, lambda datum: _to(site, datum))
    return path_svg(path) if path else None


def _to(site: Site, datum: Datum) -> str:
    return site.links.page(pages()["fact"].path, site.lang, {"id": datum.id})


def _every(site: Site) -> list[dict[str, str]]:
    return [{"id": one.id} for one in site.answers.followed.tracked]


PAGE = Page("target", "/targets/{id}", _fill, every=_every)
