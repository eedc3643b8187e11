"""Which outline of a file is which township: by code, else by name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from bulian.corpus.geojson import Area
from bulian.vocab.boundaries import Outline, Ring
from bulian.vocab.boundary_keys import boundary_keys
from bulian.vocab.regions import regions
from bulian.vocab.townships import Township, townships


@dataclass(frozen=True, slots=True)
class TownshipAreas:
    """The townships of a district, and what is known of where they lie.

    Attributes:
        townships: all of them, by code. rings: by code, the outlines of those that files have.
        strange: areas of the files that are no township of the district.
        refused: which files could not be read and why, as (en, zh).
    """

    townships: tuple[Township, ...]
    rings: dict[str, tuple[Ring, ...]] = field(default_factory=dict, repr=False)
    strange: tuple[Area, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def strangers(self) -> tuple[str, ...]:
        """What the strange areas are called, each once; "?" what has neither name nor code."""
        return tuple(dict.fromkeys(one.name or one.code or "?" for one in self.strange))

    @property
    def missing(self) -> tuple[Township, ...]:
        """Those that no file has."""
        return tuple(one for one in self.townships if one.code not in self.rings)


def township_areas(areas: Sequence[Area], district: str, home: Outline | None) -> TownshipAreas:
    """The outlines of the townships of a district (six digits) among `areas`.

    Several areas of one township, as of land in two pieces, are taken together. Where no list of townships
    is known, those whose code is of the district are taken.

    Args:
        home: the outline of the district, to leave out a namesake that lies elsewhere; None where unknown.
    """
    known = townships().get(district) or _told(areas, district)
    find = _Finding(known, district)
    rings: dict[str, tuple[Ring, ...]] = {}
    strange = []
    for area in areas:
        one = find.township(area)
        if one is None or (home and not _near(area, home)):
            strange.append(area)
        else:
            rings[one.code] = (*rings.get(one.code, ()), *area.rings)
    return TownshipAreas(known, rings, tuple(strange))


class _Finding:
    """Finds townships by their full name first: offices number them each in their own way."""

    def __init__(self, known: Sequence[Township], district: str) -> None:
        self._district = district
        self._codes = {one.code: one for one in known}
        self._names = {one.name: one for one in known}
        short: dict[str, list[Township]] = defaultdict(list)
        for one in known:
            short[_short(one.name)].append(one)
        self._shorts = {name: several[0] for name, several in short.items() if len(several) == 1}

    def township(self, area: Area) -> Township | None:
        """The one that an area is; None where it is none of the district."""
        if area.code and not area.code.startswith(self._district):
            return None
        name = _bare(area.name, self._district)
        return self._names.get(name) or self._codes.get(area.code) or self._shorts.get(_short(name))


_DIGITS = 9


def _told(areas: Iterable[Area], district: str) -> tuple[Township, ...]:
    named = {
        area.code: area.name
        for area in areas
        if len(area.code) == _DIGITS and area.code.startswith(district) and area.name
    }
    return tuple(Township(code, name, district) for code, name in sorted(named.items()))


def _bare(name: str, district: str) -> str:
    """The name without blanks, the names of what it lies in, and the office that runs a street."""
    told = "".join(normalize("NFKC", name).split())
    region = regions().get(district)
    if region:
        told = told.rpartition(region.name)[2] or told
    return told.removesuffix("办事处")


def _short(name: str) -> str:
    ending = next((one for one in boundary_keys()["ending"] if name.endswith(one) and name != one), "")
    return name.removesuffix(ending)


def _near(area: Area, home: Outline) -> bool:
    """Whether its middle is no farther from that of the district than the district is wide and high."""
    west, south, east, north = _box(home.rings)
    left, low, right, high = _box(area.rings)
    off, up = abs(left + right - west - east) / 2, abs(low + high - south - north) / 2
    return off <= east - west and up <= north - south


def _box(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    points = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
