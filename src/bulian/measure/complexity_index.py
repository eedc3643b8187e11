"""Economic complexity: which regions have what few others have, and what do they have?"""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import eigh
from scipy.sparse.linalg import ArpackError, eigsh

from bulian.measure._bipartite import binary, main_part
from bulian.measure._cells import Codes, known
from bulian.model.measure import Array, Measure, Measured, Why

SEPARATED = 1e-6
"""Eigenvalues closer than this give no second eigenvector of their own: any mixture would do."""

_SMALL = 64
"""Up to this size all eigenvectors are had as soon as one."""


class NotSeparated(UserWarning):
    """The second eigenvalue is as good as the third, or no index follows the number of activities."""


@dataclass(frozen=True, slots=True)
class ComplexityIndex:
    """`eci` by region and `pci` by activity, on one scale.

    Attributes:
        eigenvalue: the second, from 0 to 1; how much of one step through the table the index survives.
        centre: PCI + centre is the eigenvector itself, in the unit of ECI; ecomplexity takes COI and COG of
            it.
        gap: to the third; `separated` where it is wide enough to trust the order.
        parts: into how many parts without a common activity the table falls; only the largest has values.
    """

    eci: Measured
    pci: Measured
    eigenvalue: float
    gap: float
    centre: float
    separated: bool
    parts: int


def complexity_index(present: ArrayLike) -> ComplexityIndex:
    """The second eigenvector of two steps through the table of who has what.

    ECI is the second eigenvector of D⁻¹ M U⁻¹ Mᵀ, D the diversities and U the ubiquities; PCI that of U⁻¹ Mᵀ
    D⁻¹ M. We solve the symmetric D^-½ M U⁻¹ Mᵀ D^-½ on the smaller side, with its first eigenvector, which is
    known, taken out, and get the other side by one step.

    Args:
        present: (regions, activities), zeros and ones, as of `presence`.

    Returns:
        ECI with mean 0 and standard deviation 1 over the regions (n in the divisor), positively correlated
        with diversity; PCI on the same scale, so that a region's ECI is the mean PCI of what it has. Empty
        regions and activities have none; nor has what hangs together only outside the largest part
        (not_connected), for it has no place on that scale. One region alone, or regions that all have the
        same, have no spread.

    Warns:
        NotSeparated: the order is not well determined; `separated` is False too.

    Raises:
        BadRequest: `present` holds anything but 0 and 1.

    >>> found = complexity_index([[1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]])
    >>> found.eci.value.round(3), found.separated
    (array([ 1.342,  0.447, -0.447, -1.342]), True)
    """
    m = binary(present)
    regions, activities, parts = main_part(m)
    eci_why = _reasons(m.sum(axis=1), regions, Why.REGION_EMPTY)
    pci_why = _reasons(m.sum(axis=0), activities, Why.ACTIVITY_EMPTY)
    core = m[np.ix_(regions, activities)]
    if min(core.shape, default=0) < 2:
        return _without_spread(eci_why, pci_why, parts)
    diversity, ubiquity = core.sum(axis=1), core.sum(axis=0)
    pci, second, third = _second(core, diversity, ubiquity)
    eci = core @ pci / diversity
    spread = eci.std()
    # Rounding leaves a spread of some 1e-16 where there is none.
    if second < 1e-12 or spread < 1e-12 * np.abs(pci).max():
        return _without_spread(eci_why, pci_why, parts)
    lean = _lean(eci, diversity)
    sure = second - third > SEPARATED and abs(lean) > SEPARATED
    if not sure:
        warnings.warn(_doubt(second, third, lean), NotSeparated, stacklevel=2)
    centre = eci.mean()
    sign = _sign(lean, eci - centre)
    return ComplexityIndex(
        eci=known(_put(sign * (eci - centre) / spread, regions), eci_why),
        pci=known(_put(sign * (pci - centre) / spread, activities), pci_why),
        eigenvalue=second,
        gap=second - third,
        centre=float(sign * centre / spread),
        separated=bool(sure),
        parts=parts,
    )


def _second(m: Array, diversity: Array, ubiquity: Array) -> tuple[Array, float, float]:
    """PCI as an eigenvector of unit length on the smaller side, and the second and third eigenvalue."""
    wide = m.shape[0] <= m.shape[1]
    scaled = m / np.sqrt(diversity)[:, None] / np.sqrt(ubiquity)
    side = scaled @ scaled.T if wide else scaled.T @ scaled
    degree = diversity if wide else ubiquity
    trivial = np.sqrt(degree / degree.sum())
    vector, second, third = _greatest_two(side - np.outer(trivial, trivial))
    vector = vector / np.sqrt(degree)
    second, third = (float(np.clip(one, 0.0, 1.0)) for one in (second, third))
    return (m.T @ vector / ubiquity if wide else vector), second, third


def _greatest_two(side: Array) -> tuple[Array, float, float]:
    """The eigenvector of the greatest eigenvalue, this, and the next.

    The next is sought apart, in what the first leaves: one search for both may pass over the second of two
    that are equal.
    """
    size = len(side)
    if size <= _SMALL:
        return _by_all(np.linalg.eigh(side))
    starts = np.random.default_rng(7).standard_normal((2, size))
    try:
        (second,), vectors = eigsh(side, 1, which="LA", v0=starts[0])
        rest = side - second * np.outer(vectors[:, 0], vectors[:, 0])
        (third,) = eigsh(rest, 1, which="LA", v0=starts[1], return_eigenvectors=False)
    except ArpackError:  # nothing but zeros, or no end in sight
        return _by_all(eigh(side, subset_by_index=(size - 2, size - 1), check_finite=False))
    return vectors[:, 0], float(second), float(third)


def _by_all(found: tuple[Array, Array]) -> tuple[Array, float, float]:
    values, vectors = found
    return vectors[:, -1], float(values[-1]), float(values[-2])


def _lean(eci: Array, diversity: Array) -> float:
    """The correlation with diversity; 0 where all are equally diverse."""
    away = diversity - diversity.mean()
    if not away.any():
        return 0.0
    return float(np.corrcoef(eci, diversity)[0, 1])


def _sign(lean: float, away: Array) -> float:
    """As diversity leans; where it leans nowhere, so that the first region off the mean lies above it."""
    if abs(lean) <= SEPARATED:
        lean = float(away[np.abs(away) > SEPARATED * np.abs(away).max()][0])
    return -1.0 if lean < 0 else 1.0


def _doubt(second: float, third: float, lean: float) -> str:
    if second - third <= SEPARATED:
        return (
            f"the second eigenvalue {second:.9f} is not separated from the third {third:.9f}: many "
            "orders are as "
            "good. Use more data, or fewer and larger units."
        )
    return f"ECI does not follow diversity (correlation {lean:.1e}): which end is complex is not determined."


def _reasons(degree: Array, held: NDArray[np.bool_], empty: Why) -> Codes:
    why = np.where(held, Why.FINE, Why.NOT_CONNECTED)
    return np.where(degree == 0, empty, why).astype(np.int8)


def _put(values: Array, where: NDArray[np.bool_]) -> Array:
    full = np.zeros(where.shape)
    full[where] = values
    return full


def _without_spread(eci_why: Codes, pci_why: Codes, parts: int) -> ComplexityIndex:
    flat = [np.where(why == Why.FINE, Why.NO_SPREAD, why).astype(np.int8) for why in (eci_why, pci_why)]
    eci, pci = (known(np.zeros(why.shape), why) for why in flat)
    return ComplexityIndex(eci, pci, eigenvalue=0.0, gap=0.0, centre=0.0, separated=False, parts=parts)


MEASURE = Measure(
    function=complexity_index,
    label="经济复杂度指数",
    unit="standard deviations",
    needs=("present",),
    source="Hidalgo & Hausmann (2009), PNAS 106(26): 10570-10575; Hausmann et al. (2014), Atlas",
)
