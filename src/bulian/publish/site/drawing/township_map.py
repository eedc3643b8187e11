"""Townships as a map for three widths: a sketch (示意) of outlines that the workspace holds, with names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bulian.publish.site.drawing.letters import Box, label_box, n, text_at, width_of
from bulian.publish.site.drawing.thinned import Shape, thinned
from bulian.publish.site.drawing.window import Pixel, Window, outline
from bulian.vocab.boundaries import Ring as Land

_WIDTHS = ((1000, 560, "w3"), (740, 480, "w2"), (350, 420, "w1"))
_POINTS = 2500  # of a drawing
_FINE = 1 / 4000  # of the whole, below which nothing is seen at any width
_SIZE, _LINE, _EDGE, _LEADER = 12, 18, 2, 28
_BANDS = 12  # heights at which the room for a name is measured
_AIR = 6


@dataclass(frozen=True, slots=True)
class Township:
    """What is drawn of one.

    Attributes:
        words: what is told of it, for who cannot see. to: its link, "" where the data do not speak of it.
    """

    name: str
    words: str
    to: str
    rings: tuple[Land, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a name stands: in its land, or beside the map with a line from `at`."""

    one: Township
    at: Pixel
    inside: bool


def township_map(several: Sequence[Township], about: str) -> Markup:
    """The drawing; `about` is its text alternative. There is at least one township."""
    extent = Window.around((ring for one in several for ring in one.rings), 1, 1)
    shapes = thinned([one.rings for one in several], _FINE / extent.scale, _POINTS * 8)
    return Markup("").join(_sheet(several, shapes, size, about) for size in _WIDTHS)


def _sheet(
    several: Sequence[Township], lands: Sequence[Shape], size: tuple[int, int, str], about: str
) -> Markup:
    width, height, kind = size
    longest = max(width_of(one.name, _SIZE) for one in several)
    shapes, names = _laid(several, lands, width, height)
    if not all(one.inside for one in names):
        shapes, names = _laid(several, lands, width - min(longest + _LEADER, width / 2), height)
    xs, ys = zip(*(point for rings in shapes for ring in rings for point in ring), strict=True)
    outside = [one for one in names if not one.inside]
    feet = _feet(outside)
    drawn = [
        *(_land(one, rings) for one, rings in zip(several, shapes, strict=True)),
        *(part for one, foot in feet for part in _beside(one, max(xs), foot)),
        *(text_at(*one.at, one.one.name, _kinds(one)) for one in names if one.inside),
    ]
    top, bottom = min(ys) - _EDGE, max([max(ys), *(foot + 4 for _, foot in feet)]) + _EDGE
    return Markup('<svg class="town {}" viewBox="{} {} {} {}" role="group" aria-label="{}">{}</svg>').format(
        kind, n(min(xs) - _EDGE), n(top), width, n(bottom - top), about, Markup("").join(drawn)
    )


def _laid(
    several: Sequence[Township], lands: Sequence[Shape], width: float, height: float
) -> tuple[list[Shape], list[_Named]]:
    """The townships in pixels, and where their names stand, in a room of that size."""
    whole = [ring for rings in lands for ring in rings]
    view = Window.around(whole, width - 2 * _EDGE, height)
    placed = [[[view.place(*point) for point in ring] for ring in rings] for rings in lands]
    shapes = thinned(placed, 1.0, _POINTS)
    return shapes, _names(several, shapes)


def _land(one: Township, rings: Shape) -> Markup:
    drawn = "".join(map(outline, rings))
    if not one.to:
        return Markup('<path class="land" d="{}"><title>{}</title></path>').format(drawn, one.words)
    return Markup(
        '<a class="n" href="{}" aria-label="{}"><title>{}</title><path class="told" d="{}"/></a>'
    ).format(one.to, one.words, one.words, drawn)


def _kinds(one: _Named) -> str:
    return ("mid n" if one.inside else "n") + ("" if one.one.to else " x")


def _names(several: Sequence[Township], shapes: Sequence[Shape]) -> list[_Named]:
    """Where each name stands: in the widest band of its land where that is wide enough, or beside the map."""
    taken: list[Box] = []
    found = []
    for one, rings in zip(several, shapes, strict=True):
        place, wide = _widest(rings)
        box = label_box(one.name, place[0], place[1] + 4, _SIZE, "mid")
        fits = wide >= width_of(one.name, _SIZE) + _AIR and not any(box.meets(other) for other in taken)
        if fits:
            taken.append(box)
        found.append(_Named(one, (place[0], place[1] + 4) if fits else place, fits))
    return found


def _widest(rings: Shape) -> tuple[Pixel, float]:
    """The middle of the widest stretch of land, in bands from top to bottom, and how wide it is."""
    ys = [y for ring in rings for _, y in ring] or [0.0]
    best, place = 0.0, next((point for ring in rings for point in ring), (0.0, 0.0))
    for band in range(1, _BANDS):
        y = min(ys) + (max(ys) - min(ys)) * band / _BANDS
        crossed = sorted(_crossings(rings, y))
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            if right - left > best:
                best, place = right - left, ((left + right) / 2, y)
    return place, best


def _crossings(rings: Shape, y: float) -> Iterator[float]:
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y0 <= y) != (y1 <= y):
                yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


def _feet(outside: Sequence[_Named]) -> list[tuple[_Named, float]]:
    """The base line of each name that found no room, one below the other, as near to its land as can be."""
    feet, foot = [], 0.0
    for one in sorted(outside, key=lambda one: (one.at[1], one.at[0])):
        foot = max(foot + _LINE, one.at[1] + 4)
        feet.append((one, foot))
    return feet


def _beside(one: _Named, right: float, foot: float) -> Iterator[Markup]:
    """A name right of the map with a line to its land."""
    x, y = n(one.at[0]), n(one.at[1])
    yield Markup('<path class="tk" d="M{} {}L{} {}"/><circle class="pt" cx="{}" cy="{}" r="2"/>').format(
        x, y, n(right + _LEADER - 12), n(foot - 4), x, y
    )
    yield text_at(right + _LEADER - 8, foot, one.one.name, _kinds(one))
