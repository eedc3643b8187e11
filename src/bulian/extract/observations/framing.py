"""Which rule reads a number: ranks, then shares, growth and levels."""

from bulian.extract.numbers import Quantity
from bulian.extract.observations.compared import compared, elsewhere
from bulian.extract.observations.frame import Frame, Reach
from bulian.extract.observations.growth import growth
from bulian.extract.observations.levels import level
from bulian.extract.observations.nameless import nameless
from bulian.extract.observations.pulls import pulled
from bulian.extract.observations.ranks import rank
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.shares import share, structure


def frame_of(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """The frame of a number, None where nothing names what it counts.

    `last` is the frame before it in the same sentence, from which an elided indicator is taken.
    """
    if quantity.unit == "rank":
        return rank(scene, quantity, reach, last)
    for rule in (structure, elsewhere, share, compared, pulled, growth):
        frame = rule(scene, quantity, reach, last)
        if frame and nameless(scene, frame):
            return level(scene, quantity, reach, last) or frame
        if frame:
            return frame
    return level(scene, quantity, reach, last)
