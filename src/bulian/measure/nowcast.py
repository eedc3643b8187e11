"""Nowcast: what will a whole year come to, of which the first months are known?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.special import stdtrit

from bulian.errors import BadRequest

SHARE_SLACK = 0.015
"""How far the share of the first months may lie from their number over twelve, where no past year tells."""

REST_SLACK = 0.25
"""How far growth of the remaining months may lie from that of the first, a fraction; conventions of ours."""

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number that nobody has published, between two ends; `past_years` tell on how many years it rests."""

    low: float
    point: float
    high: float
    past_years: int


def annual_level(so_far: float, shares: Sequence[float], level: float = 0.8) -> Estimate:
    """The year's amount from the first months', by their share of past years.

    Y = y / s', between y / (s' + e) and y / (s' - e) with e = t(n-1) sd(s) sqrt(1 + 1/n). With a single past
    year nothing is known of the spread; `SHARE_SLACK` stands in for e.

    Args:
        so_far: the amount of the first months. shares: their share of each past year, within 0 and 1.

    Raises:
        BadRequest: no past year, or a share that is none.

    Source: docs/methods/targets.md.

    >>> year = annual_level(91.0, [0.90, 0.92])
    >>> round(year.point, 6)
    100.0
    """
    _refuse_shares(shares)
    count = len(shares)
    mean = sum(shares) / count
    reach = SHARE_SLACK
    if count > 1:
        spread = sqrt(sum((share - mean) ** 2 for share in shares) / (count - 1))
        reach = float(stdtrit(count - 1, 0.5 + level / 2)) * spread * sqrt(1 + 1 / count)
    return Estimate(so_far / min(mean + reach, 1.0), so_far / mean, so_far / max(mean - reach, 1e-3), count)


def annual_growth(
    so_far: float, share: tuple[float, float], rest: tuple[float, float], past_years: int = 0
) -> Estimate:
    """The year's growth from that of its first months: g = s g_first + (1-s) g_rest, an exact identity.

    Both must be of one price basis. The ends are the least and the greatest over the two ranges given.

    Args:
        so_far: growth of the first months, a fraction. share: range of s, their share of the year before.
        rest: range of the growth of the remaining months.

    Raises:
        BadRequest: a share that is none.

    >>> year = annual_growth(0.239, (0.90, 0.92), (-0.10, 0.40))
    >>> round(year.low, 3), round(year.high, 3)
    (0.205, 0.255)
    """
    _refuse_shares(share)
    ends = [part * so_far + (1 - part) * growth for part in share for growth in rest]
    middle = sum(share) / 2
    return Estimate(min(ends), middle * so_far + (1 - middle) * sum(rest) / 2, max(ends), past_years)


def usual_share(months: int) -> tuple[float, float]:
    """The share of the first months where no past year tells: their number over twelve, give or take.

    >>> low, high = usual_share(11)
    >>> round(low, 3), round(high, 3)
    (0.902, 0.932)
    """
    return months / _MONTHS - SHARE_SLACK, min(months / _MONTHS + SHARE_SLACK, 1.0)


def _refuse_shares(shares: Sequence[float]) -> None:
    if not shares or not all(0 < share <= 1 for share in shares):
        raise BadRequest(
            "A year cannot be told from its first months without their share of a past one (0 to 1).",
            "没有往年前几个月占全年的比重（大于 0、不超过 1），推不出全年。",
        )
