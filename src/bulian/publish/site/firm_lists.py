"""The figures of the page of firms and the lists behind them: which firms an address asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b

from bulian.assess.cluster.scale import point
from bulian.assess.datum import Datum
from bulian.assess.firms.crosstab import UNKNOWN
from bulian.assess.firms.firm import Firm
from bulian.assess.firms.grouping import Grouped
from bulian.model.fact import Bound
from bulian.publish.figure import Counted, Figure, Formula
from bulian.publish.numbers import by_size, digits, figure_of, significant
from bulian.publish.site.page import Asked, NotFound
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording
from bulian.vocab.capital_places import FOREIGN, Seat

NONE = "-"
"""Stands in an address for what nobody tells."""
_SEATS: dict[str, tuple[Seat, ...]] = {
    "foreign": FOREIGN, "hong_kong": ("hong_kong",), "macao": ("macao",), "taiwan": ("taiwan",),
    "abroad": ("abroad",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A figure and the address of the list behind it."""

    figure: Figure
    to: str


def handle(says: str) -> str:
    """What a register says as a part of an address: short, and the same whenever it says the same."""
    return NONE if says == UNKNOWN else blake2b(says.encode(), digest_size=4).hexdigest()


def counted(site: Site, group: Grouped, firms: Sequence[Firm], **asked: str) -> Link | None:
    """How many firms there are, and the list of them; None where there are none."""
    if not firms:
        return None
    number = Decimal(len(firms))
    names = tuple(firm.name for firm in firms)
    figure = Figure(number, digits(number, site.words), Counted("firms", names), firm=True)
    return Link(figure, address(site, group, **asked))


def address(site: Site, group: Grouped, **asked: str) -> str:
    """The page of a list of firms."""
    made = {"made_up": "1"} if group.synthetic else {}
    parts = {"by": group.counted.attribute, **made, **asked}
    return f"{site.links.page('/firms', site.lang, parts)}#list"


def listed(group: Grouped, asked: Asked) -> tuple[Firm, ...]:
    """The firms that an address asks for.

    Raises:
        NotFound: nobody says that any more.
    """
    table = group.counted
    parts = group.added.split.parts if group.added.split else ()
    steps: dict[str, tuple[str, ...]] = {one.kind: one.names for one in parts}
    made = {handle(one.says): one.firms for one in group.added.groups}
    said = {handle(one): one for one in table.said}
    section = asked["section"].strip(NONE) if "section" in asked else None
    match dict(asked):
        case _ if section is not None and section not in table.sections:
            raise _gone()
        case {"seat": seat} if seat in _SEATS:
            return table.seated(*_SEATS[seat])
        case {"part": part} if part in steps:
            return named(group, steps[part])
        case {"made": says} if says in made:
            return named(group, made[says])
        case {"says": says} if says in said:
            return table.of(said[says], section)
        case {"seat": _} | {"part": _} | {"made": _} | {"says": _}:
            raise _gone()
        case {"gone": _}:
            return table.gone
        case _:
            return table.of(None, section)


def _gone() -> NotFound:
    return NotFound(
        "There is no such list of firms any more. Go back to the page of firms.",
        "没有这份企业清单，或已经变了。请回到“企业”一页。",
    )


def named(group: Grouped, names: Iterable[str]) -> tuple[Firm, ...]:
    """The firms of these names, those that left among them."""
    book = {one.name: one for one in (*group.counted.of(), *group.counted.gone)}
    return tuple(book[name] for name in names)


def number_of(firm: Firm, year: int, words: Wording) -> Figure | None:
    """A firm's revenue in a year with its fact; None where nobody tells."""
    datum = firm.number("revenue", year)
    return figure_of(datum, words) if datum else None


def sum_figure(data: Sequence[Datum], words: Wording, bound: Bound = "exact") -> Figure | None:
    """The sum of numbers of firms, resting on each of them; None where there are none."""
    if not data:
        return None
    value = sum((point(one.value) for one in data), Decimal(0))
    written = by_size(value, "CNY", words)
    before, _, after = ("", "", "") if bound == "exact" else words[f"bound.{bound}"].partition("{n}")
    trace = Formula("sum", tuple(figure_of(one, words) for one in data))
    return Figure(value, written.text, trace, before + written.before, written.unit + after, firm=True)


def change_of(group: Grouped, names: Iterable[str], change: Decimal, words: Wording) -> Figure:
    """What firms added between the two years, signed; it rests on their numbers of both."""
    firms = named(group, names)
    data = [datum for year in group.added.years for one in firms if (datum := one.number("revenue", year))]
    written = by_size(change, "CNY", words)
    trace = Formula("change_of_firms", tuple(figure_of(one, words) for one in data))
    text = f"+{written.text}" if change > 0 else written.text
    return Figure(change, text, trace, written.before, written.unit)


def part_of_whole(part: Figure, whole: Figure, words: Wording) -> Figure | None:
    """How much of a whole a part is, in percent to three digits; None where the whole is nothing."""
    if isinstance(part.value, tuple) or isinstance(whole.value, tuple) or not whole.value:
        return None
    value = significant(part.value / whole.value * 100)
    return Figure(value, digits(value, words), Formula("share_of_whole", (part, whole)), "", "%")
