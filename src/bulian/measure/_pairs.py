"""Pairs: two distributions over the same units, side by side."""

from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import Codes, first_reason, shares
from bulian.model.measure import Array


def two_shares(amounts: ArrayLike, reference: ArrayLike) -> tuple[Array, Array, Codes]:
    """The shares of both, and for each row why there is none in either."""
    share, why = shares(amounts)
    other, why_other = shares(reference)
    if share.shape[-1] != other.shape[-1]:
        raise BadRequest(
            f"amounts list {share.shape[-1]} and reference {other.shape[-1]}; both need the same units "
            "in one order.",
            f"amounts 有 {share.shape[-1]} 项，reference 有 {other.shape[-1]} 项；"
            "两者须为同样的项、同样的顺序。",
        )
    return share, other, first_reason(why, why_other)
