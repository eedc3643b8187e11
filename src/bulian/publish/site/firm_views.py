"""Firms by an attribute as tables: by sector, foreign capital apart, what each group makes and added."""

from dataclasses import dataclass

from bulian.assess.firms.adding import Group
from bulian.assess.firms.crosstab import PLACES, UNKNOWN
from bulian.assess.firms.grouping import Grouped
from bulian.publish.figure import Figure
from bulian.publish.site.firm_lists import (
    NONE,
    Link,
    address,
    change_of,
    counted,
    handle,
    named,
    part_of_whole,
    sum_figure,
)
from bulian.publish.site.site import Site
from bulian.vocab.capital_places import Seat, seat_of
from bulian.vocab.gbt4754 import gbt4754

_APART: tuple[Seat, ...] = ("hong_kong", "macao", "taiwan", "abroad")


@dataclass(frozen=True, slots=True)
class Row:
    """What registers say, the firms of it in each section, and all of them; None where there are none."""

    says: str
    seat: Seat | None
    cells: tuple[Link | None, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class Made:
    """What the firms of a group make, their share of all that is known, and what they added."""

    says: str
    firms: Link | None
    revenue: Link | None
    share: Figure | None
    added: Link | None


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of firms that a change is split into: who stayed, came or went."""

    kind: str
    firms: Link | None
    added: Link
    share: Figure | None


@dataclass(frozen=True, slots=True)
class View:
    """Firms by an attribute, either the real or the made-up ones.

    Attributes:
        sections: letter and name; "" for the firms without an industry. sums: the firms of each.
        foreign: the kinds of foreign capital and how many are of each; hong_kong: the share of Hong Kong.
        steps: how the change from the first number of `ends` to the last is split; () where
            one year is known.
        gone: the firms that left.
    """

    synthetic: bool
    sections: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    sums: tuple[Link | None, ...]
    all: Link | None
    foreign: tuple[tuple[str, Link | None], ...]
    hong_kong: Figure | None
    made: tuple[Made, ...]
    steps: tuple[Step, ...]
    ends: tuple[Figure, ...]
    gone: Link | None

    @property
    def told(self) -> bool:
        """Whether a register tells the attribute of any firm."""
        return any(row.says != UNKNOWN for row in self.rows)


def view_of(site: Site, group: Grouped) -> View:
    """The tables of one group of firms."""
    table, ends = group.counted, _ends(site, group)
    return View(
        group.synthetic,
        tuple((one, gbt4754()[one].name if one else "") for one in table.sections),
        tuple(_row(site, group, says) for says in table.said),
        tuple(counted(site, group, table.of(None, one), section=one or NONE) for one in table.sections),
        counted(site, group, table.of(), all="1"),
        _foreign(site, group),
        _hong_kong(site, group),
        tuple(
            _made(site, group, one, ends[-1] if ends else None)
            for one in group.added.groups
            if one.total.data
        ),
        _steps(site, group),
        ends,
        counted(site, group, table.gone, gone="1"),
    )


def _row(site: Site, group: Grouped, says: str) -> Row:
    table, said = group.counted, handle(says)
    cells = tuple(
        counted(site, group, table.of(says, one), says=said, section=one or NONE) for one in table.sections
    )
    seat = seat_of(says) if table.attribute in PLACES else None
    return Row(says, seat, cells, counted(site, group, table.of(says), says=said))


def _foreign(site: Site, group: Grouped) -> tuple[tuple[str, Link | None], ...]:
    table = group.counted
    if table.attribute not in PLACES:
        return ()
    apart = [(one, counted(site, group, table.seated(one), seat=one)) for one in _APART]
    return ("foreign", counted(site, group, table.foreign, seat="foreign")), *apart


def _hong_kong(site: Site, group: Grouped) -> Figure | None:
    """The share of Hong Kong in all foreign capital; None where there is none."""
    table = group.counted
    some = counted(site, group, table.seated("hong_kong"), seat="hong_kong")
    every = counted(site, group, table.foreign, seat="foreign")
    return part_of_whole(some.figure, every.figure, site.words) if some and every else None


def _made(site: Site, group: Grouped, one: Group, whole: Figure | None) -> Made:
    to, words = address(site, group, made=handle(one.says)), site.words
    made = sum_figure(one.total.data, words, one.total.bound)
    added = None if one.added is None else change_of(group, one.grown, one.added, words)
    return Made(
        one.says,
        counted(site, group, named(group, one.firms), made=handle(one.says)),
        Link(made, to) if made else None,
        part_of_whole(made, whole, words) if made and whole else None,
        Link(added, to) if added else None,
    )


def _steps(site: Site, group: Grouped) -> tuple[Step, ...]:
    split, words = group.added.split, site.words
    if split is None:
        return ()
    whole = change_of(group, [name for one in split.parts for name in one.names], split.change, words)
    several = ((one, change_of(group, one.names, one.change, words)) for one in split.parts)
    return tuple(
        Step(
            one.kind,
            counted(site, group, named(group, one.names), part=one.kind),
            Link(change, address(site, group, part=one.kind)),
            part_of_whole(change, whole, words),
        )
        for one, change in several
    )


def _ends(site: Site, group: Grouped) -> tuple[Figure, ...]:
    """The sums of the first and of the last year, over the firms known in each."""
    firms = (*group.counted.of(), *group.counted.gone)
    told = ([firm.number("revenue", year) for firm in firms] for year in group.added.years)
    sums = (sum_figure([one for one in data if one], site.words) for data in told)
    return tuple(one for one in sums if one)
