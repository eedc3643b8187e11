"""A window on the land: degrees of longitude and latitude to pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from bulian.publish.site.drawing.letters import n

Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """Its left upper corner in degrees, pixels a degree of latitude, and its size in pixels."""

    left: float
    top: float
    scale: float
    squeeze: float
    width: float
    height: float

    @classmethod
    def around(
        cls, rings: Iterable[Sequence[Pixel]], width: float, height: float, grown: float = 1.0
    ) -> "Window":
        """The window in whose middle the rings lie, its smaller room `grown` times what they take."""
        points = [point for ring in rings for point in ring]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        squeeze = cos(radians((south + north) / 2))
        # What has no extent is drawn as a point, whatever the scale.
        across, up = (east - west) * squeeze or _POINT, (north - south) or _POINT
        scale = min(width / (across * grown), height / (up * grown))
        left = (west + east) / 2 - width / scale / squeeze / 2
        return cls(left, (south + north) / 2 + height / scale / 2, scale, squeeze, width, height)

    def place(self, x: float, y: float) -> Pixel:
        """Where a point of the land lies in the window."""
        return (x - self.left) * self.squeeze * self.scale, (self.top - y) * self.scale

    def holds(self, x: float, y: float) -> bool:
        """Whether pixels lie within it."""
        return 0 <= x <= self.width and 0 <= y <= self.height


_POINT = 1e-6


def outline(places: Iterable[Pixel]) -> str:
    """A ring of pixels as a part of a path."""
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in places) + "Z"
