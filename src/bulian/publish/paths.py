"""The path of a target, for page and paper: what has been, the required way, where it may come out."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from bulian.assess.datum import Datum
from bulian.assess.known_years import month_of, past_of
from bulian.assess.series import Series
from bulian.assess.tracking import Tracked
from bulian.measure.extent import stated_extent
from bulian.publish.numbers import by_size, digits, figure_of
from bulian.publish.site.drawing.path import Path, Point, Way
from bulian.publish.wording import Wording

Link = Callable[[Datum], str]
_MONTHS = 12


def path_of(one: Tracked, series: Series | None, words: Wording, to: Link) -> Path | None:
    """The path, each point with the link that `to` gives; None where there is nothing beside the target."""
    points = _points(one, series, words, to)
    dated = one.datum.days is not None
    if len(points) < 1 + dated or one.key.aspect not in ("level", "share"):
        return None
    scale, unit = _scale(max(points, key=lambda point: abs(point.value)).value, one.key.unit, words)
    shown = tuple(Point(point.at, point.value / scale, point.words, point.to, point.kind) for point in points)
    no_point = not dated or one.datum.order_of_magnitude
    edge = _middle(one.datum) / scale if no_point else None
    return Path(
        shown, _way(one, scale), edge, _interval(one, scale), unit,
        f"{one.key.subject} {one.key.indicator}", lambda value: digits(Decimal(f"{value:.10g}"), words),
    )  # fmt: skip


def _points(one: Tracked, series: Series | None, words: Wording, to: Link) -> list[Point]:
    found = [_point(known.datum, "actual", words, to) for known in past_of(series).known] if series else []
    for start in (one.base, *one.others):
        if start and not start.datum.order_of_magnitude:
            point = _point(start.datum, "other", words, to)
            same = any((point.at, point.value) == (known.at, known.value) for known in found)
            found += [] if same else [point]
    if one.datum.days is not None:
        found.append(_point(one.datum, "class" if one.datum.order_of_magnitude else "target", words, to))
    return sorted(found, key=lambda point: point.at)


def _point(datum: Datum, kind: str, words: Wording, to: Link) -> Point:
    at = Fraction((month_of(datum) or 0), _MONTHS)
    return Point(float(at), _middle(datum), figure_of(datum, words).whole, to(datum), kind)


def _middle(datum: Datum) -> float:
    return float(stated_extent(datum.value, datum.bound).point)


def _scale(greatest: float, unit: str, words: Wording) -> tuple[float, str]:
    """What amounts are divided by for the axis, and the unit that is left."""
    value = Decimal(f"{abs(greatest):.6g}")
    written = by_size(value, unit, words)
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
