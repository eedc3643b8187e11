"""Variety: is the region diverse within its trades, or across them?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bulian.errors import BadRequest
from bulian.measure._cells import known, shares
from bulian.measure.entropy import logarithm
from bulian.model.measure import Array, Measure, Measured


@dataclass(frozen=True, slots=True)
class Variety:
    """Entropy in bits and its two parts: `unrelated + related == total`."""

    unrelated: Measured
    related: Measured
    total: Measured


def variety(amounts: ArrayLike, groups: ArrayLike) -> Variety:
    """The entropy across groups (unrelated variety) and the mean entropy within them (related variety).

    UV = Σ_G P[G] log2(1/P[G]),  RV = Σ_G P[G] Σ_{i in G} (p[i]/P[G]) log2(P[G]/p[i]),  UV + RV = Σ p
    log2(1/p)

    Args:
        amounts: (…, activities), none negative; the whole must be listed. groups: (activities,), the group of
            each: the 大类 of a 小类, say; any labels.

    Returns:
        Bits: with 8 equal activities in 2 equal groups, 1 across and 2 within. A row that is empty, or has a
        suppressed or negative amount, has none.

    Raises:
        BadRequest: there is not one group for each activity, or something is no number.

    >>> found = variety([1.0, 1.0, 1.0, 1.0], ["glass", "glass", "food", "food"])
    >>> float(found.unrelated.value), float(found.related.value)
    (1.0, 1.0)
    """
    share, why = shares(amounts)
    grouped = share @ _members(np.asarray(groups), share.shape[-1])
    across, whole = _bits(grouped), _bits(share)
    return Variety(known(across, why), known(np.maximum(whole - across, 0.0), why), known(whole, why))


def _members(groups: NDArray[np.generic], count: int) -> Array:
    if groups.shape != (count,):
        raise BadRequest(
            f"groups has shape {groups.shape}; it needs one label for each of {count} activities.",
            f"groups 的形状是 {groups.shape}；{count} 个行业各需一个组名。",
        )
    labels, places = np.unique(groups, return_inverse=True)
    return np.equal.outer(places, np.arange(len(labels))).astype(np.float64)


def _bits(share: Array) -> Array:
    return np.asarray(-(share * logarithm(share)).sum(axis=-1) / np.log(2))


MEASURE = Measure(
    function=variety,
    label="相关与非相关多样性",
    unit="bit",
    needs=("amounts", "groups"),
    source="Frenken, Van Oort & Verburg (2007), Regional Studies 41(5): 685-697",
)
