"""Outlines of districts, to sketch where one lies among its neighbours; never measured with."""

from dataclasses import dataclass
from functools import cache

from bulian.vocab.table import FOLDER, rows

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A district's outline in degrees of longitude and latitude.

    Attributes:
        at: a point inside, where its name may stand. rings: one for each piece of land.
    """

    code: str
    at: tuple[float, float]
    rings: tuple[Ring, ...]


@cache
def outlines() -> dict[str, Outline]:
    """Every outline there is, by six-digit code; a district without one is not in it.

    >>> len(outlines()["500104"].rings)
    2
    """
    found: dict[str, Outline] = {}
    for row in rows(FOLDER / "boundaries.csv", ("code", "lon", "lat", "rings")):
        code = row.text("code")
        try:
            at = float(row.text("lon")), float(row.text("lat"))
            found[code] = Outline(code, at, tuple(_ring(ring) for ring in row.several("rings")))
        except ValueError as error:
            raise row.wrong(f"{code}: an outline is of numbers", f"{code} 的边界不是数字") from error
    return found


def _ring(text: str) -> Ring:
    points = (point.split() for point in text.split(";"))
    return tuple((float(x), float(y)) for x, y in points)
