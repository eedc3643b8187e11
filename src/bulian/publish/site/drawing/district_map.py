"""A sketch of where a district lies among its neighbours; a sketch, not a map (示意)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians

from markupsafe import Markup

from bulian.publish.site.drawing.letters import n, text_at, width_of
from bulian.vocab.boundaries import Outline, Ring, outlines
from bulian.vocab.regions import regions

_WIDTH, _HEIGHT = 320, 236
_AROUND = 0.85  # of the district's own extent, shown to either side
_SIZE = 12


def district_map(code: str, about: str) -> Markup | None:
    """The sketch; None where the outline of the district is not known."""
    home = outlines().get(code)
    if home is None:
        return None
    view = _View.around(home)
    shown = [one for one in outlines().values() if view.meets(one)]
    parts = [_land(view, one, "land") for one in shown if one.code != code]
    parts += [_land(view, home, "home"), *_names(view, shown, code)]
    return Markup('<svg class="place" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, _HEIGHT, about, Markup("").join(parts)
    )


@dataclass(frozen=True, slots=True)
class _View:
    """A window on the land: its left upper corner in degrees, and pixels a degree of latitude."""

    left: float
    top: float
    scale: float
    squeeze: float

    @classmethod
    def around(cls, home: Outline) -> "_View":
        points = [point for ring in home.rings for point in ring]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        squeeze = cos(radians((south + north) / 2))
        grown = 1 + 2 * _AROUND
        scale = min(_WIDTH / ((east - west) * squeeze * grown), _HEIGHT / ((north - south) * grown))
        left = (west + east) / 2 - _WIDTH / scale / squeeze / 2
        return cls(left, (south + north) / 2 + _HEIGHT / scale / 2, scale, squeeze)

    def place(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.squeeze * self.scale, (self.top - y) * self.scale

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= _WIDTH and 0 <= y <= _HEIGHT

    def meets(self, one: Outline) -> bool:
        return any(self.holds(*self.place(*point)) for ring in one.rings for point in ring)


def _land(view: _View, one: Outline, kind: str) -> Markup:
    return Markup('<path class="{}" d="{}"/>').format(kind, "".join(_ring(view, ring) for ring in one.rings))


def _ring(view: _View, ring: Ring) -> str:
    places = (view.place(*point) for point in ring)
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in places) + "Z"


def _names(view: _View, shown: Iterable[Outline], home: str) -> Iterator[Markup]:
    """Each name inside its land, in the middle of what of it is seen; none where that is too little."""
    for one in shown:
        place = _middle(view, one)
        region = regions().get(one.code)
        if region is None or place is None:
            continue
        half = width_of(region.short, _SIZE) / 2 + 4
        if one.code == home:
            yield text_at(_right(view, one) + 4, place[1] + 4, region.short, "a n")
        else:
            yield text_at(min(max(place[0], half), _WIDTH - half), place[1] + 4, region.short, "mid x n")


def _right(view: _View, one: Outline) -> float:
    """Where the land ends in the east."""
    return max(view.place(*point)[0] for ring in one.rings for point in ring)


def _middle(view: _View, one: Outline) -> tuple[float, float] | None:
    inside = [
        place for ring in one.rings for point in ring
        if view.holds(*(place := view.place(*point)))
    ]  # fmt: skip
    at = view.place(*one.at)
    if view.holds(at[0], at[1]) and 10 < at[1] < _HEIGHT - 10:
        return at
    if len(inside) < 8:
        return None
    wide = max(x for x, _ in inside) - min(x for x, _ in inside)
    high = max(y for _, y in inside) - min(y for _, y in inside)
    if wide < 48 or high < 36:
        return None
    return sum(x for x, _ in inside) / len(inside), sum(y for _, y in inside) / len(inside)
