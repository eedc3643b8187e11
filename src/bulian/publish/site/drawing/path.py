"""A target's path: what has been, the required way with its band, the target, and where it may come out.

Actual values are full points, the target a ring in cinnabar, what others say of the base's period a hollow
point. A class (百亿级) has a lower edge and no point; an undated target a line without an end.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from bulian.publish.site.drawing.letters import Box, label_box, n, text_at

_TOP, _BOTTOM, _LEFT, _SIZE = 34, 34, 44, 13
_STEPS = 24
_WIDTHS = ((1000, 312, "w3", 150), (740, 300, "w2", 130), (350, 260, "w1", 84))


@dataclass(frozen=True, slots=True)
class Point:
    """A number on the drawing: when (in years, 2021 ended is 2022.0), how much, its words and its link."""

    at: float
    value: float
    words: str
    to: str
    kind: str


@dataclass(frozen=True, slots=True)
class Way:
    """The required way from one point to another, with the values that its base and aim may have."""

    start: tuple[float, float]
    end: tuple[float, float]
    low: tuple[float, float] | None = None
    high: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """All that is drawn; values are in the unit that `unit` names, divided so that the axis reads well.

    Attributes:
        edge: the lower edge of a class, or the number of an undated target; drawn as a line.
        interval: where it comes out with 80 %, at the time of the target: low, middle, high.
    """

    points: tuple[Point, ...]
    way: Way | None
    edge: float | None
    interval: tuple[float, float, float, float] | None
    unit: str
    about: str
    axis: Callable[[float], str]


def path_svg(path: Path) -> Markup:
    """The drawing for three widths."""
    return Markup("").join(
        _Sheet(path, width, height, right).drawn(kind) for width, height, kind, right in _WIDTHS
    )


class _Sheet:
    """One width: turns years and amounts into places."""

    def __init__(self, path: Path, width: int, height: int, right: int) -> None:
        self._path, self._width, self._height, self._right = path, width, height, right
        self._ticks = ticks(_amounts(path))
        times = [point.at for point in path.points] or [0.0]
        self._first, self._last = min(times), max(times)

    def drawn(self, kind: str) -> Markup:
        """The drawing with its letters."""
        parts = [*self._grid(), *self._band(), *self._line(), *self._edge(), *self._bar(), *self._marks()]
        return Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
            kind, self._width, self._height, self._path.about, Markup("").join(parts)
        )

    def x(self, at: float) -> float:
        span = self._last - self._first
        room = self._width - _LEFT - self._right - 24
        return _LEFT + 24 + (room * (at - self._first) / span if span else room / 2)

    def y(self, value: float) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        return self._height - _BOTTOM - (self._height - _TOP - _BOTTOM) * (value - low) / (high - low)

    def _grid(self) -> Iterator[Markup]:
        end = self._width - self._right
        yield text_at(_LEFT - 8, 12, self._path.unit, "x l")
        for tick in self._ticks:
            y = self.y(tick)
            yield Markup('<path class="gr" d="M{} {}H{}"/>').format(_LEFT, n(y), end)
            yield text_at(_LEFT - 8, y + 4, self._path.axis(tick), "x end l")
        foot = self._height - _BOTTOM
        yield Markup('<path class="ax" d="M{} {}H{}"/>').format(_LEFT, foot, end)
        for year in self._years():
            x = self.x(year)
            yield Markup('<path class="tk" d="M{} {}v5"/>').format(n(x), foot)
            yield text_at(x, foot + 20, str(round(year) - 1), "x mid l")

    def _years(self) -> list[float]:
        """The ends of the years that have a point, without those whose letters would touch."""
        kept: list[float] = []
        times = sorted({point.at for point in self._path.points})
        for at in [self._last, *times]:
            if all(abs(self.x(at) - self.x(other)) >= 40 for other in kept):
                kept.append(at)
        return kept

    def _curve(self, start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
        """At one growth rate; straight where an end is not above zero."""
        (first, low), (last, high) = start, end
        shares = [step / _STEPS for step in range(_STEPS + 1)]
        if low <= 0 or high <= 0:
            return [(self.x(first + (last - first) * s), self.y(low + (high - low) * s)) for s in shares]
        return [(self.x(first + (last - first) * s), self.y(low * (high / low) ** s)) for s in shares]

    def _band(self) -> Iterator[Markup]:
        way = self._path.way
        if way and way.low and way.high:
            upper = self._curve((way.start[0], way.high[0]), (way.end[0], way.high[1]))
            lower = self._curve((way.start[0], way.low[0]), (way.end[0], way.low[1]))
            yield Markup('<polygon class="band" points="{}"/>').format(_places([*upper, *reversed(lower)]))

    def _line(self) -> Iterator[Markup]:
        if self._path.way:
            curve = _places(self._curve(self._path.way.start, self._path.way.end))
            yield Markup('<polyline class="la" points="{}"/>').format(curve)
        actual = [point for point in self._path.points if point.kind == "actual"]
        for before, after in pairwise(actual):
            yield Markup('<path class="li" d="M{} {}L{} {}"/>').format(
                n(self.x(before.at)), n(self.y(before.value)), n(self.x(after.at)), n(self.y(after.value))
            )

    def _edge(self) -> Iterator[Markup]:
        if self._path.edge is not None:
            y, end = self.y(self._path.edge), self._width - self._right
            yield Markup('<path class="la dash" d="M{} {}H{}"/>').format(_LEFT, n(y), end)

    def _bar(self) -> Iterator[Markup]:
        if self._path.interval:
            at, low, middle, high = self._path.interval
            x = self.x(at) + 14
            yield Markup('<path class="li" d="M{} {}V{}"/><path class="li" d="M{} {}h10"/>').format(
                n(x), n(self.y(low)), n(self.y(high)), n(x - 5), n(self.y(middle))
            )

    def _marks(self) -> Iterator[Markup]:
        shapes = {"actual": ("pt", 4.5), "other": ("ho", 4.5), "target": ("hoa", 6), "class": ("", 0)}
        for point in self._path.points:
            shape, radius = shapes[point.kind]
            if radius:
                yield Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
                    shape, n(self.x(point.at)), n(self.y(point.value)), radius
                )
        yield from self._labels()

    def _labels(self) -> Iterator[Markup]:
        """The target's first, then the newest; each moves out of the way of those before it."""
        points = sorted(self._path.points, key=lambda one: (one.kind not in ("target", "class"), -one.at))
        taken: list[Box] = [self._mark_box(point) for point in points]
        for point in points:
            place = self._place(point, taken)
            if place is None:
                continue
            x, y, anchor, box = place
            taken.append(box)
            kinds = "b a" if point.kind in ("target", "class") else "b" if point.kind == "actual" else "m"
            kinds += "" if anchor == "start" else f" {anchor}"
            yield Markup('<a class="f" href="{}">{}</a>').format(point.to, text_at(x, y, point.words, kinds))

    def _mark_box(self, point: Point) -> Box:
        x, y = self.x(point.at), self.y(point.value)
        return Box(x - 5, y - 5, x + 5, y + 5)

    def _place(self, point: Point, taken: Sequence[Box]) -> tuple[float, float, str, Box] | None:
        x, y = self.x(point.at), self.y(point.value)
        for dx, dy, anchor in (
            (0, -12, "mid"), (0, 22, "mid"), (24, 5, "start"), (-12, 5, "end"), (0, -30, "mid"),
            (0, 40, "mid"), (24, -14, "start"), (24, 24, "start"),
        ):  # fmt: skip
            box = label_box(point.words, x + dx, y + dy, _SIZE, anchor)
            inside = box.left >= 0 and box.right <= self._width and box.top >= 0
            if inside and box.bottom < self._height - _BOTTOM and not any(box.meets(o) for o in taken):
                return x + dx, y + dy, anchor, box
        return None


def _places(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{n(x)},{n(y)}" for x, y in points)


def _amounts(path: Path) -> list[float]:
    found = [point.value for point in path.points]
    if path.way:
        found += [end for ends in (path.way.low, path.way.high) if ends for end in ends]
    if path.edge is not None:
        found.append(path.edge)
    if path.interval:
        found += path.interval[1:]
    return found


def ticks(amounts: Sequence[float]) -> tuple[float, ...]:
    """Three to six round numbers around the amounts.

    >>> ticks([300, 500])
    (200.0, 300.0, 400.0, 500.0, 600.0)
    """
    low, high = min(amounts), max(amounts)
    span = (high - low) or abs(high) or 1.0
    raw = span / 3
    size = 10.0 ** len(str(int(raw))) / 10 if raw >= 1 else 10.0 ** (-len(f"{1 / raw:.0f}") + 1) / 10
    step = min((size * each for each in (1, 2, 5, 10, 20, 50, 100)), key=lambda one: (one < raw, one))
    first = (low // step) * step
    first -= step if low - first < step / 4 and first - step >= 0 else 0.0
    found = [first]
    while found[-1] < high + step / 4:
        found.append(found[-1] + step)
    return tuple(found)
