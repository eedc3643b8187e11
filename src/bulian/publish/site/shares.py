"""Structure in words and figures: a part's share, how concentrated a year is, and bars of its parts."""

from collections.abc import Sequence
from decimal import Decimal

from bulian.assess.composition import Composition, Part
from bulian.assess.concentration import Bound, Concentration
from bulian.assess.reach import reach
from bulian.publish.figure import Figure, Formula
from bulian.publish.numbers import digits, figure_of, significant
from bulian.publish.site.answers import Shape
from bulian.publish.site.drawing.bars import Bar
from bulian.publish.site.page import pages
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording

_HUNDRED = 100
_LARGE, _NAMED = 10, 6


def whole_of(of: Composition) -> float:
    """What shares are of: the total, or the sum of what is listed where no total is known."""
    return float(reach(of.whole).point) if of.whole else of.listed


def share_figures(of: Composition, words: Wording, parts: Sequence[Part]) -> list[Figure]:
    """The shares of some parts in percent, each with the numbers it is computed from: six of a whole list."""
    among = (figure_of(of.whole, words),) if of.whole else numbers_of(of, words)
    whole, name = whole_of(of), "share_of_whole" if of.whole else "share_of_listed"
    return [
        _share(part.amount / whole, Formula(name, (figure_of(part.datum, words), *among)), words)
        for part in parts
    ]


def _share(share: float, trace: Formula, words: Wording) -> Figure:
    value = significant(Decimal(f"{share * _HUNDRED:.6g}"))
    return Figure(value, digits(value, words), trace, "", "%")


def bound_figure(
    name: str, bound: Bound, numbers: tuple[Figure, ...], words: Wording, scale: int = 1
) -> Figure:
    """A measure of concentration, as a band where its list is not whole; it rests on `numbers`."""
    ends = [bound.low, bound.low if bound.high is None else bound.high]
    low, high = (significant(Decimal(f"{end * scale:.6g}")) for end in ends)
    trace = Formula(name, numbers)
    unit = "%" if scale == _HUNDRED else ""
    before = words["pace.least"] if bound.high is None else ""
    if low == high:
        return Figure(low, digits(low, words), trace, before, unit)
    joint = words["number.range"]
    return Figure((low, high), joint.join(digits(end, words) for end in (low, high)), trace, before, unit)


def numbers_of(of: Composition, words: Wording) -> tuple[Figure, ...]:
    """The numbers of the largest parts, which stand for all where a formula rests on the whole list."""
    return tuple(figure_of(part.datum, words) for part in of.parts[:_NAMED])


def latest(shapes: Sequence[Shape]) -> Shape | None:
    """The structure to begin with: by industry, real before made up, the newest year."""
    by_industry = [one for one in shapes if one.by == "industry"]
    return min(
        by_industry or shapes, key=lambda one: (one.synthetic, -one.years[-1].composition.year), default=None
    )


def bars_of(site: Site, year: Concentration, most: int = _LARGE) -> list[Bar]:
    """The parts of a year as bars, the largest first, each with its share and the link to its fact."""
    of, words = year.composition, site.words
    shown = of.parts[:most]
    return [
        Bar(
            part.name, part.amount, f"{share.whole}{words['join.space']}"
            f"{figure_of(part.datum, words).whole}",
            site.links.page(pages()["fact"].path, site.lang, {"id": part.datum.id}),
            "la" if at == 0 else "st",
            site.page_of(part.name),
        )
        for at, (part, share) in enumerate(zip(shown, share_figures(of, words, shown), strict=True))
    ]  # fmt: skip
