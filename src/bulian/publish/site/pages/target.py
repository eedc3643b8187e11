"""One target: its words, where it starts, how fast it must go, how likely it is, and who answers for it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bulian.assess.datum import Datum
from bulian.assess.known_years import month_of, past_of
from bulian.assess.targets import Start, Target
from bulian.assess.tracking import Tracked
from bulian.measure.extent import stated_extent
from bulian.publish.computed import band_figure, pace_figure
from bulian.publish.figure import Figure
from bulian.publish.likelihood import due_figure, interval_figures, progress_figure, years
from bulian.publish.numbers import by_size, digits, figure_of
from bulian.publish.passages import script_of
from bulian.publish.site.drawing.path import Path, Point, Way, path_svg
from bulian.publish.site.page import Asked, NotFound, Page, pages
from bulian.publish.site.pages.targets import odds_text, period_of, row
from bulian.publish.site.site import Site
from bulian.vocab.targets import qualities

_MONTHS = 12


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
    points = _points(site, one)
    dated = one.datum.days is not None
    if len(points) < 1 + dated or one.key.aspect not in ("level", "share"):
        return None
    scale, unit = _scale(site, max(points, key=lambda point: abs(point.value)).value, one.key.unit)
    shown = tuple(Point(point.at, point.value / scale, point.words, point.to, point.kind) for point in points)
    no_point = not dated or one.datum.order_of_magnitude
    edge = _middle(one.datum) / scale if no_point else None
    return path_svg(
        Path(
            shown, _way(one, scale), edge, _interval(one, scale), unit,
            f"{one.key.subject} {one.key.indicator}",
            lambda value: digits(Decimal(f"{value:.10g}"), site.words),
        )
    )  # fmt: skip


def _points(site: Site, one: Tracked) -> list[Point]:
    series = site.ground.series.get(one.key)
    found = [_point(site, known.datum, "actual") for known in past_of(series).known] if series else []
    for start in (one.base, *one.others):
        if start and not start.datum.order_of_magnitude:
            point = _point(site, start.datum, "other")
            same = any((point.at, point.value) == (known.at, known.value) for known in found)
            found += [] if same else [point]
    if one.datum.days is not None:
        found.append(_point(site, one.datum, "class" if one.datum.order_of_magnitude else "target"))
    return sorted(found, key=lambda point: point.at)


def _point(site: Site, datum: Datum, kind: str) -> Point:
    at = Fraction((month_of(datum) or 0), _MONTHS)
    link = site.links.page(pages()["fact"].path, site.lang, {"id": datum.id})
    return Point(float(at), _middle(datum), figure_of(datum, site.words).whole, link, kind)


def _middle(datum: Datum) -> float:
    return float(stated_extent(datum.value, datum.bound).point)


def _scale(site: Site, greatest: float, unit: str) -> tuple[float, str]:
    """What amounts are divided by for the axis, and the unit that is left."""
    value = Decimal(f"{abs(greatest):.6g}")
    written = by_size(value, unit, site.words)
    shown = Decimal(written.text.replace(",", "").replace("−", "-"))
    return (float(value / shown) if shown else 1.0), f"{written.before}{written.unit}".strip()


def _way(one: Tracked, scale: float) -> Way | None:
    start = one.base
    if start is None or one.datum.order_of_magnitude:
        return None
    base, aim = (stated_extent(each.value, each.bound) for each in (start.datum, one.datum))
    begin, end = (float(Fraction(month_of(each) or 0, _MONTHS)) for each in (start.datum, one.datum))
    low = _ends(base.low, aim.low, scale)
    high = _ends(base.high, aim.high, scale)
    return Way(
        (begin, float(base.point) / scale), (end, float(aim.point) / scale),
        low if low and high else None, high if low and high else None,
    )  # fmt: skip


def _ends(base: Decimal | None, aim: Decimal | None, scale: float) -> tuple[float, float] | None:
    return None if base is None or aim is None else (float(base) / scale, float(aim) / scale)


def _interval(one: Tracked, scale: float) -> tuple[float, float, float, float] | None:
    odds, month = one.odds, month_of(one.datum)
    if odds is None or odds.low is None or odds.high is None or month is None:
        return None
    middle = (odds.low * odds.high) ** 0.5 if odds.low > 0 else (odds.low + odds.high) / 2
    return month / _MONTHS, odds.low / scale, middle / scale, odds.high / scale


def _every(site: Site) -> list[dict[str, str]]:
    return [{"id": one.id} for one in site.answers.followed.tracked]


PAGE = Page("target", "/targets/{id}", _fill, every=_every)
