"""Firms: foreign capital by origin and sector, attracted against home-grown; the list behind each figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.assess.firms.crosstab import GROUPINGS, PLACES
from bulian.assess.firms.firm import Firm
from bulian.assess.firms.foreign_told import foreign_told, parts_told
from bulian.assess.firms.grouping import Grouped
from bulian.assess.firms.register import Note
from bulian.publish.computed import share_figure
from bulian.publish.figure import Figure
from bulian.publish.numbers import figure_of
from bulian.publish.periods import period_words
from bulian.publish.site.firm_lists import NONE, handle, listed, number_of
from bulian.publish.site.firm_views import View, view_of
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.part import part_of
from bulian.publish.site.site import Site
from bulian.vocab.firm_attributes import firm_attributes
from bulian.vocab.gbt4754 import gbt4754

_FIRST = ("owner_place", "origin")
"""Shown until an address asks for another."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A number that documents print of foreign firms, and for a share what it comes to worked out again."""

    datum: Datum
    figure: Figure
    period: str
    again: Figure | None


@dataclass(frozen=True, slots=True)
class Line:
    """A firm of a list: what registers say of it and where, its industry, its revenue in both years.

    `part` is how it counts in growth; "" where its numbers are not known.
    """

    firm: Firm
    note: Note | None
    revenue: tuple[Figure | None, ...]
    part: str


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    by = asked.get("by", "")
    if by and by not in GROUPINGS:
        raise NotFound(f"Firms are not counted by {by!r}.", f"企业不能按“{by}”分组。")
    shown = (by,) if by else _FIRST
    listing = bool(by and set(asked) & {"seat", "part", "made", "gone", "says", "section", "made_up", "all"})
    found = site.answers.firms.by
    return {
        "by": by,
        "choices": {one: _called(site, one) for one in GROUPINGS},
        "years": {one: found[one][-1].added.years for one in shown if found[one]},
        "views": {} if listing else {one: _views(site, one, found[one]) for one in shown},
        "told": () if listing or not set(shown) & set(PLACES) else _told(site),
        "list": _list(site, found[by], asked) if listing else None,
    }


def _views(site: Site, by: str, groups: Sequence[Grouped]) -> list[View]:
    """The tables of one grouping; served pages keep them, as every sum rests on thousands of numbers."""

    def make() -> list[View]:
        return [view_of(site, one) for one in groups]

    return site.answers.once(("firm views", by, site.lang), make) if site.live else make()


def _called(site: Site, attribute: str) -> str:
    one = firm_attributes()[attribute]
    return one.zh if site.lang == "zh" else one.en.capitalize()


def _told(site: Site) -> list[Told]:
    """What documents print of foreign firms, the newest first; a share beside what its parts come to."""
    data = foreign_told(site.ground.data.values())
    words = site.words
    return [
        Told(
            one, figure_of(one, words),
            period_words(one.fact.period, words) if one.fact.period else words["mark.undated"],
            _again(site, one, data),
        )
        for one in data
    ]  # fmt: skip


def _again(site: Site, share: Datum, data: Sequence[Datum]) -> Figure | None:
    """A printed share worked out from the two numbers it is of (港资企业 of 外资企业), of one period."""
    parts = parts_told(share, data)
    return share_figure(*parts, site.words, like=share) if parts else None


def _list(site: Site, groups: tuple[Grouped, ...], asked: Asked) -> dict[str, object]:
    made_up = asked.get("made_up") == "1"
    group = next((one for one in groups if one.synthetic is made_up), None)
    if group is None:
        raise NotFound("There are no such firms.", "没有这样的企业。")
    firms = listed(group, asked)
    kinds = {
        name: one.kind for one in (group.added.split.parts if group.added.split else ()) for name in one.names
    }
    part = part_of(firms, "firms", asked, _MOST)
    return {
        "part": part, "made_up": made_up, "what": list(_asked_for(site, group, asked)),
        "years": _years(group),
        "kept": {key: value for key, value in asked.items() if key not in ("list", "from")},
        "lines": [_line(site, group, one, kinds.get(one.name, "")) for one in part.shown],
    }  # fmt: skip


def _asked_for(site: Site, group: Grouped, asked: Asked) -> Iterator[str]:
    """What the firms of a list have in common, in words."""
    words, section = site.words, asked.get("section", "").strip(NONE)
    for key, kinds in (("seat", "firms_seat"), ("part", "firms_part")):
        if key in asked:
            yield words[f"{kinds}.{asked[key]}"]
    for says in (*group.counted.said, *(one.says for one in group.added.groups)):
        if handle(says) in (asked.get("says"), asked.get("made")):
            yield says or words["firms.unknown"]
            break
    if "section" in asked:
        yield f"{section} {gbt4754()[section].name}" if section else words["firms.no_industry"]
    if "gone" in asked:
        yield words["firms_part.left"]


def _line(site: Site, group: Grouped, firm: Firm, kind: str) -> Line:
    numbers = tuple(number_of(firm, year, site.words) for year in _years(group))
    return Line(firm, firm.first(group.counted.attribute), numbers, kind)


def _years(group: Grouped) -> tuple[int, ...]:
    """The years of which growth is told, or the last alone."""
    first, last = group.added.years
    return (first, last) if first < last else (last,)


PAGE = Page("firms", "/firms", _fill, nav=2)
