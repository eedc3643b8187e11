"""What groups of firms weigh and what they add (各类企业的比重与增量贡献): by origin, by seat of the owner.

Stock, attracted and home-grown firms split the growth of a district exactly (`measure.contributions`); a
group (招商引进; 香港, 新加坡 …) is shown with its firms, what it makes, its share, and what it added.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.cluster.scale import Total, growth, total
from bulian.assess.disclosure import may_leave
from bulian.assess.firms.crosstab import UNKNOWN
from bulian.assess.firms.firm import Firm
from bulian.measure.contributions import Contributions, Kind

_GROWN: tuple[Kind, ...] = ("stock", "attracted", "home_grown", "left")
"""Not who merely appeared in the books or vanished from them: that is no growth that anybody knows of."""
_BACK = 2  # years over which growth is told, where the numbers reach so far


@dataclass(frozen=True, slots=True)
class Group:
    """Firms of which registers say the same of an attribute; `says` is "" where nothing is known.

    Attributes:
        total: what they make in the last year, as far as it is known.
        share: of what is known of all firms, a ratio; None where nothing is.
        added: what they added since the first year, in yuan, without those that appeared or vanished; None
            where no number of theirs tells. grown: the firms that it sums over.
    """

    says: str
    firms: tuple[str, ...]
    total: Total
    share: Decimal | None
    added: Decimal | None
    grown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """The growth of a district's firms, split by how they came, and by an attribute.

    Attributes:
        years: the first and the last. split: None where only one year is known, or it may not be shown.
        groups: the largest first, what is not known last; () where they may not be shown.
        withheld: some part rests on fewer than three firms and the public is asked for.
    """

    attribute: str
    years: tuple[int, int]
    split: Contributions | None
    groups: tuple[Group, ...]
    withheld: bool = False


def added(firms: Sequence[Firm], attribute: str, last: int, *, public: bool = False) -> Added:
    """Split what firms make and added, in revenue (营业收入).

    Args:
        firms: either real or made up, never both. attribute: one of crosstab.GROUPINGS.
        last: the last year; the first is the earliest of the two before it of which a number is known.
        public: leave all out where a part would tell of one firm.
    """
    known = {year for firm in firms for year in firm.years("revenue") if last - _BACK <= year <= last}
    years = (min(known, default=last), last)
    split = growth(firms, "revenue", years) if years[0] < last else None
    whole = total(firms, "revenue", last).value
    groups = tuple(_group(says, each, years, whole) for says, each in _by(firms, attribute).items())
    parts = split.parts if split else ()
    counts = [len(one.total.data) for one in groups] + [len(one.names) for one in parts]
    if public and not all(map(may_leave, counts)):
        return Added(attribute, years, None, (), withheld=True)
    order = sorted(groups, key=lambda one: (one.says == UNKNOWN, -(one.total.value or 0), one.says))
    return Added(attribute, years, split, tuple(order))


def _by(firms: Iterable[Firm], attribute: str) -> dict[str, list[Firm]]:
    found: dict[str, list[Firm]] = {}
    for firm in firms:
        told = firm.first(attribute)
        found.setdefault(told.text if told else UNKNOWN, []).append(firm)
    return found


def _group(says: str, firms: Sequence[Firm], years: tuple[int, int], whole: Decimal | None) -> Group:
    made = total(firms, "revenue", years[1])
    share = made.value / whole if made.value is not None and whole else None
    parts = growth(firms, "revenue", years).parts if years[0] < years[1] else ()
    grown = [one for one in parts if one.kind in _GROWN]
    names = tuple(sorted(one.name for one in firms))
    return Group(
        says, names, made, share, sum((one.change for one in grown), Decimal(0)) if grown else None,
        tuple(sorted(name for one in grown for name in one.names)),
    )  # fmt: skip
