"""Year to date and the year (累计与全年): the exact identity between their growths.

g_year = s · g_ytd + (1 − s) · g_rest, where s is the share of the months to date in the year before.
It holds within one scope and one price basis only: real growth with nominal shares is no identity.
"""

from decimal import Decimal

from bulian.measure.arithmetic import ends, exactly, minus, over, times
from bulian.measure.extent import Extent


def year_growth(share: Extent, to_date: Extent, rest: Extent) -> Extent:
    """Growth of the year, in the unit of the two growths; `share` lies between 0 and 1.

    The identity is linear in each of its three parts, so the extremes lie at their ends.

    >>> share = Extent(Decimal("0.90"), Decimal("0.91"), Decimal("0.92"))
    >>> rest = Extent(Decimal(-10), Decimal(15), Decimal(40))
    >>> year_growth(share, exactly(Decimal("23.9")), rest)
    Extent(low=Decimal('20.510'), point=Decimal('23.099'), high=Decimal('25.510'))
    """
    corners = [
        s * ytd + (1 - s) * other for s in ends(share) for ytd in ends(to_date) for other in ends(rest)
    ]
    point = share.point * to_date.point + (1 - share.point) * rest.point
    return Extent(min(corners), point, max(corners))


def rest_growth(share: Extent, to_date: Extent, year: Extent) -> Extent | None:
    """Growth that the rest of the year must have had; None where the rest may be nought.

    Wider than need be, as `share` stands in it twice; it never leaves the truth out.
    """
    left = minus(exactly(Decimal(1)), share)
    return over(minus(year, times(share, to_date)), left)
