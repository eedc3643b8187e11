"""Outlines with no more points than a drawing shows."""

from collections.abc import Sequence

from bulian.publish.site.drawing.window import Pixel

Ring = Sequence[Pixel]
Shape = Sequence[Ring]


def thinned(shapes: Sequence[Shape], step: float, most: int) -> list[Shape]:
    """The shapes without the points that lie closer than a step to the one before.

    The step grows until about `most` points are left in all. Rings smaller than that are left out, but of
    each shape something stays.
    """
    while True:
        found = [_thinned(rings, step) for rings in shapes]
        count = sum(len(ring) for rings in found for ring in rings)
        if count <= max(most, _FEWEST * len(shapes)):
            return found
        step *= 1.5


_FEWEST = 3


def _thinned(rings: Shape, step: float) -> Shape:
    kept = [kept for ring in rings if len(kept := _kept(ring, step)) >= _FEWEST]
    return kept or [rings[0][:_FEWEST]]


def _kept(ring: Ring, step: float) -> Ring:
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= step:
            kept.append((x, y))
    return kept
