"""How large a cluster is: its total with coverage, its distance to its class, its segments, its growth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.assess.cluster.members import Member
from bulian.assess.datum import Datum
from bulian.assess.firms.firm import Firm
from bulian.measure.contributions import Contributions, Kind, contributions
from bulian.model.fact import Bound, Value
from bulian.vocab.taxonomy import Cluster, Segment, class_edge

_VAGUE: tuple[Bound, ...] = ("min", "max", "approx")

Place = Literal["leading", "rising", "mature", "small"]
"""Share and growth both high, growth alone, share alone, neither: held against the even share and the growth
of the whole cluster over the same firms."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over firms in one year, as far as it is known.

    Attributes:
        data: one number a firm. unknown: the firms whose number of that year nobody tells; not zero.
    """

    attribute: str
    year: int
    data: tuple[Datum, ...]
    unknown: tuple[str, ...]

    @property
    def value(self) -> Decimal | None:
        """The sum of what is known; None where nothing is."""
        return sum((point(one.value) for one in self.data), Decimal(0)) if self.data else None

    @property
    def bound(self) -> Bound:
        """超 where a part is, 约 where one is: a sum is no more exact than its parts."""
        bounds = {one.bound for one in self.data}
        if "max" in bounds and "min" in bounds:
            return "approx"
        return next((one for one in _VAGUE if one in bounds), "exact")

    @property
    def firms(self) -> int:
        """How many firms there are, known or not."""
        return len(self.data) + len(self.unknown)


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a sum lies below the lower edge of its class (百亿级 begins at 10^10).

    The sum counts what is known, so it is a lower bound: `short` is how far at most, 0 when it is reached.
    """

    scale: str
    edge: Decimal
    reached: bool
    short: Decimal


@dataclass(frozen=True, slots=True)
class SegmentSize:
    """A segment in a cluster; `segment` is None for the firms that fit none.

    Attributes:
        share: of what is known of the cluster.
        growth: over the firms known in both years, yearly, as a ratio; None where there is none.
        same_scope: how many firms that growth rests on.
    """

    segment: Segment | None
    total: Total
    share: Decimal | None
    growth: Decimal | None
    same_scope: int
    place: Place | None


def point(value: Value) -> Decimal:
    """A value as one number: of a range its middle."""
    return (value[0] + value[1]) / 2 if isinstance(value, tuple) else value


def total(firms: Iterable[Firm], attribute: str, year: int) -> Total:
    """The sum of an attribute over firms in a year, each firm once."""
    numbers = {firm.name: firm.number(attribute, year) for firm in firms}
    known = tuple(one for one in numbers.values() if one)
    return Total(attribute, year, known, tuple(name for name, one in numbers.items() if one is None))


def distance(cluster: Cluster, found: Total) -> Distance | None:
    """From a sum to the cluster's class; None where it aims at none, or nothing is known."""
    if cluster.scale is None or found.value is None:
        return None
    edge = class_edge(cluster.scale)
    return Distance(cluster.scale, edge, found.value >= edge, max(edge - found.value, Decimal(0)))


def segments(
    cluster: Cluster, inside: Sequence[Member], attribute: str, years: tuple[int, int]
) -> tuple[SegmentSize, ...]:
    """Each segment by its share of the last year and its growth since the first, in the definition's order.

    Each firm counts in one segment. Growth compares the same firms in both years: who came or went between
    them is no growth of those who stayed.
    """
    last = years[1]
    whole = total((one.firm for one in inside), attribute, last)
    pace = _same_scope_growth([one.firm for one in inside], attribute, years)[0]
    groups: dict[Segment | None, list[Firm]] = {one: [] for one in (*cluster.segments, None)}
    for member in inside:
        groups[member.segment].append(member.firm)
    even = Decimal(1) / max(len(cluster.segments), 1)
    found = []
    for segment, firms in groups.items():
        if not firms and segment is None:
            continue
        part = total(firms, attribute, last)
        share = part.value / whole.value if part.value is not None and whole.value else None
        growth, same = _same_scope_growth(firms, attribute, years)
        found.append(SegmentSize(segment, part, share, growth, same, _place(share, growth, even, pace)))
    return tuple(found)


def _place(
    share: Decimal | None, growth: Decimal | None, even: Decimal, pace: Decimal | None
) -> Place | None:
    if share is None or growth is None or pace is None:
        return None
    if share >= even:
        return "leading" if growth >= pace else "mature"
    return "rising" if growth >= pace else "small"


def _same_scope_growth(
    firms: Sequence[Firm], attribute: str, years: tuple[int, int]
) -> tuple[Decimal | None, int]:
    """Yearly growth over the firms known in both years, and how many these are."""
    pairs = [(firm.number(attribute, years[0]), firm.number(attribute, years[1])) for firm in firms]
    both = [(point(one.value), point(two.value)) for one, two in pairs if one and two]
    before, after = (sum((pair[n] for pair in both), Decimal(0)) for n in (0, 1))
    if before <= 0 or after <= 0 or years[0] == years[1]:
        return None, len(both)
    return (after / before) ** (Decimal(1) / (years[1] - years[0])) - 1, len(both)


def growth(firms: Iterable[Firm], attribute: str, years: tuple[int, int]) -> Contributions:
    """What stock, attracted and home-grown firms added between two years, exactly."""
    first, last = years
    before: dict[str, Decimal] = {}
    after: dict[str, Decimal] = {}
    kinds: dict[str, Kind] = {}
    for firm in firms:
        for year, known in ((first, before), (last, after)):
            datum = firm.number(attribute, year)
            if datum:
                known[firm.name] = point(datum.value)
        kinds[firm.name] = _kind(firm, firm.name in before, firm.name in after, years)
    return contributions(before, after, kinds)


def _kind(firm: Firm, was: bool, now: bool, years: tuple[int, int]) -> Kind:
    if was and now:
        return "stock"
    if was:
        return "left" if firm.left is not None and firm.left <= years[1] else "vanished"
    if firm.settled is None or firm.origin is None or firm.settled <= years[0]:
        return "appeared"  # it may have been there unreported
    return "attracted" if firm.origin == "attracted" else "home_grown"
