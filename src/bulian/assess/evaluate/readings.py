"""What is known of a subject for a method: its numbers by year, its titles, what people attest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.assess.standing import standing
from bulian.measure.extent import Extent, stated_extent
from bulian.vocab.indicators import indicators
from bulian.vocab.template import Quantity

_YEAR = (364, 365)
_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Reading:
    """A number and what it rests on.

    `parts` are the data it is read or computed from; `synthetic` if any of them is made up.
    """

    extent: Extent
    unit: str
    parts: tuple[Datum, ...]

    @property
    def synthetic(self) -> bool:
        """Any part of it is made up for illustration."""
        return any(one.synthetic for one in self.parts)


@dataclass(frozen=True, slots=True)
class Word:
    """What a person attests of a clause, with the evidence seen: a line of the journal."""

    holds: bool
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one subject.

    Attributes:
        data: its actual numbers by (indicator, aspect, year), the one that counts last.
        titles: what it was designated, with the ids of the facts that say so; () where a register does.
        words: what people attest, by clause.
    """

    subject: str
    data: Mapping[tuple[str, str, int], Datum]
    titles: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Word]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which any number is known, oldest first."""
        return tuple(sorted({year for _, _, year in self.data}))


def known(
    subject: str,
    data: Iterable[Datum],
    titles: Mapping[str, tuple[str, ...]],
    words: Mapping[str, Word],
) -> Known:
    """Sort what is known of a subject; made-up rows count only where nothing real is known of it."""
    mine = [one for one in data if one.subject == subject and not one.ahead and one.days is not None]
    real = [one for one in mine if not one.synthetic]
    told: dict[tuple[str, str, int], list[Datum]] = defaultdict(list)
    for datum in real or mine:
        if datum.fact.modality == "actual" and (year := _year(datum)):
            told[_name(datum.indicator), datum.fact.aspect, year].append(datum)
    return Known(subject, {key: _in_force(several) for key, several in told.items()}, titles, words)


def _in_force(told: list[Datum]) -> Datum:
    """Of the newest period, the number in force."""
    newest = max(told, key=lambda one: one.newness).fact.period
    return standing([one for one in told if one.fact.period == newest]).datum


def value_of(quantity: Quantity, about: Known, year: int) -> Reading | None:
    """The quantity in one year; None where it is not known.

    A printed share (研发费用占营业收入比重) goes before one computed of its two levels.
    """
    if not quantity.over:
        return _first(quantity.names, quantity.aspect, about, year)
    for name in quantity.names:
        for whole in quantity.over:
            if printed := about.data.get((f"{name}占{whole}比重", "share", year)):
                return _reading(printed)
    part = _first(quantity.names, "level", about, year)
    whole_reading = _first(quantity.over, "level", about, year)
    return ratio(part, whole_reading) if part and whole_reading else None


def growth_in(quantity: Quantity, about: Known, year: int) -> Reading | None:
    """The growth of a level from the year before, in %: as printed, else of both levels.

    None where either is unknown or not above zero, and for amounts of firms above designated size (规上):
    their set changes every year, so their levels give no growth.
    """
    if printed := _first(quantity.names, "growth", about, year):
        return printed
    return growth_over(quantity, about, year, 1)


def growth_over(quantity: Quantity, about: Known, year: int, years: int) -> Reading | None:
    """The compound yearly growth of a level over `years`, in %; None as for `growth_in`."""
    for name in quantity.names:
        now, then = (about.data.get((_name(name), "level", one)) for one in (year, year - years))
        if now and then and not _changes_its_scope(name):
            return _growth(now, then, years)
    return None


def _growth(now: Datum, then: Datum, years: int) -> Reading | None:
    new, old = (stated_extent(one.value, one.bound) for one in (now, then))
    if old.low is None or old.low <= 0 or new.point <= 0:
        return None
    return Reading(
        Extent(
            None if new.low is None or old.high is None else _yearly(new.low, old.high, years),
            _yearly(new.point, old.point, years),
            None if new.high is None else _yearly(new.high, old.low, years),
        ),
        "%",
        (now, then),
    )


def _yearly(new: Decimal, old: Decimal, years: int) -> Decimal:
    factor = new / old
    return _PERCENT * ((factor if years == 1 else factor ** (Decimal(1) / years)) - 1)


def ratio(part: Reading, whole: Reading) -> Reading | None:
    """One over the other, in % where both have one unit; None unless all of `whole` lies above zero."""
    low, high = whole.extent.low, whole.extent.high
    if low is None or low <= 0:
        return None
    scale, unit = (_PERCENT, "%") if part.unit == whole.unit else (Decimal(1), f"{part.unit}/{whole.unit}")
    top = part.extent
    return Reading(
        Extent(
            None if top.low is None or high is None else scale * top.low / high,
            scale * top.point / whole.extent.point,
            None if top.high is None else scale * top.high / low,
        ),
        unit,
        part.parts + whole.parts,
    )


def first_level(names: Iterable[str], about: Known, year: int) -> Reading | None:
    """The level of the first name known of a year; None where none is."""
    return _first(names, "level", about, year)


def _first(names: Iterable[str], aspect: str, about: Known, year: int) -> Reading | None:
    for name in names:
        for kind in (aspect, "share") if aspect == "level" else (aspect,):
            if datum := about.data.get((_name(name), kind, year)):
                return _reading(datum)
    return None


def _reading(datum: Datum) -> Reading:
    return Reading(stated_extent(datum.value, datum.bound), datum.fact.unit, (datum,))


def _name(indicator: str) -> str:
    known_as = indicators().get(indicator)
    return known_as.name if known_as else indicator


def _changes_its_scope(indicator: str) -> bool:
    return indicator.startswith(("规模以上", "规上", "限额以上", "限上"))


def _year(datum: Datum) -> int | None:
    """The year a number stands for: a whole one; of a stock (名录, 家数) also a day in it."""
    if datum.days is None:
        return None
    first, last = datum.days
    if first.year != last.year:
        return None
    if (last - first).days in _YEAR:
        return first.year
    entry = indicators().get(datum.indicator)
    return first.year if entry is None or entry.kind != "flow" else None


def by_subject(facts: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Titles by subject, from (head, tail, fact id) of `designated` relations."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for head, tail, fact_id in facts:
        found[head][tail] = (*found[head].get(tail, ()), fact_id)
    return found
