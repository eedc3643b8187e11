"""A sketch of where a district lies among its neighbours; a sketch, not a map (示意)."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from bulian.publish.site.drawing.letters import text_at, width_of
from bulian.publish.site.drawing.window import Window, outline
from bulian.vocab.boundaries import Outline, outlines
from bulian.vocab.regions import regions

_WIDTH, _HEIGHT = 320, 236
_AROUND = 0.85  # of the district's own extent, shown to either side
_SIZE = 12


def district_map(code: str, about: str) -> Markup | None:
    """The sketch; None where the outline of the district is not known."""
    home = outlines().get(code)
    if home is None:
        return None
    view = Window.around(home.rings, _WIDTH, _HEIGHT, 1 + 2 * _AROUND)
    shown = [one for one in outlines().values() if _meets(view, one)]
    parts = [_land(view, one, "land") for one in shown if one.code != code]
    parts += [_land(view, home, "home"), *_names(view, shown, code)]
    return Markup('<svg class="place" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, _HEIGHT, about, Markup("").join(parts)
    )


def _meets(view: Window, one: Outline) -> bool:
    return any(view.holds(*view.place(*point)) for ring in one.rings for point in ring)


def _land(view: Window, one: Outline, kind: str) -> Markup:
    drawn = "".join(outline(view.place(*point) for point in ring) for ring in one.rings)
    return Markup('<path class="{}" d="{}"/>').format(kind, drawn)


def _names(view: Window, shown: Iterable[Outline], home: str) -> Iterator[Markup]:
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


def _right(view: Window, one: Outline) -> float:
    """Where the land ends in the east."""
    return max(view.place(*point)[0] for ring in one.rings for point in ring)


def _middle(view: Window, one: Outline) -> tuple[float, float] | None:
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
