"""Ellison–Glaeser index: is an industry more clustered than its few big plants alone would make it?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import Codes, amounts, divided, known, numbers
from bulian.model.measure import Array, Measure, Measured, Why


@dataclass(frozen=True, slots=True)
class Agglomeration:
    """By industry: `gamma`, and the raw concentration `raw` it corrects."""

    gamma: Measured
    raw: Measured


def ellison_glaeser(activity: ArrayLike, plant_hhi: ArrayLike) -> Agglomeration:
    """Raw geographic concentration, less what lumpy plants would show if they settled by chance.

    G[i] = Σr (s[r, i] − x[r])²,  γ[i] = (G[i] − (1 − Σ x²) H[i]) / ((1 − Σ x²)(1 − H[i]))

    with s the regions' shares of the industry, x their shares of everything and H the Herfindahl index of the
    industry's plants.

    Args:
        activity: (regions, industries), jobs. plant_hhi: (industries,), fractions; NaN where unknown.

    Returns:
        γ: 0 as if by chance, above 0.05 strongly clustered, below 0 spread out. An industry that nobody has,
            one
        whose H is not known, one of a single plant (H = 1), and all industries where one region has
        everything have none; nor have industries with a suppressed or negative cell.

    Raises:
        BadRequest: a plant index lies outside 0 to 1, or the shapes do not fit.

    >>> found = ellison_glaeser([[8.0, 2.0], [2.0, 8.0]], [0.1, 0.1])
    >>> found.gamma.value.round(3)
    array([0.289, 0.289])
    """
    jobs, cells = amounts(activity)
    lumps = _plants(plant_hhi, jobs.shape[1])
    whole = divided(jobs.sum(axis=1), np.asarray(jobs.sum()))
    room = 1 - (whole**2).sum()
    raw = ((divided(jobs, jobs.sum(axis=0)) - whole[:, None]) ** 2).sum(axis=0)
    why = _reasons(jobs, cells)
    short = np.where(np.isnan(lumps), Why.SUPPRESSED, np.where(lumps == 1, Why.ONE_ONLY, Why.FINE))
    short = np.where(room <= 1e-12, Why.ONE_ONLY, short)
    gamma = divided(raw - room * lumps, room * (1 - lumps))
    return Agglomeration(known(gamma, np.where(why == Why.FINE, short, why).astype(np.int8)), known(raw, why))


def _plants(given: ArrayLike, count: int) -> Array:
    found = numbers(given, "plant_hhi")
    if found.shape != (count,):
        raise BadRequest(
            f"plant_hhi has shape {found.shape}; it needs one number for each of {count} industries.",
            f"plant_hhi 的形状是 {found.shape}；{count} 个行业各需一个数。",
        )
    if ((found < 0) | (found > 1)).any():
        raise BadRequest(
            "plant_hhi must lie between 0 and 1. Divide by 10,000 if it is on that scale.",
            "plant_hhi 须在 0 与 1 之间。若是万分制，请除以 10,000。",
        )
    return found


def _reasons(jobs: Array, cells: Codes) -> Codes:
    why = np.where(jobs.sum(axis=0) == 0, Why.ACTIVITY_EMPTY, Why.FINE)
    return np.where(cells.max(axis=0) > 0, cells.max(axis=0), why).astype(np.int8)


MEASURE = Measure(
    function=ellison_glaeser,
    label="EG 产业集聚指数",
    unit="1",
    needs=("activity", "plant_hhi"),
    source="Ellison & Glaeser (1997), Journal of Political Economy 105(5): 889-927, eq. (5)",
)
