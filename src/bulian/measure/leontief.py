"""Leontief inverse: what must all sectors make so that one yuan is left for final use?"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import LinAlgError, inv

from bulian.errors import BadRequest
from bulian.measure._cells import refuse_below_zero, square
from bulian.model.measure import Array, Measure


def leontief(coefficients: ArrayLike) -> Array:
    """Total requirements, direct and indirect.

    L = (I − A)⁻¹ = I + A + A² + …

    Args:
        coefficients: A (sectors, sectors), as of `technical_coefficients`.

    Returns:
        (sectors, sectors): L[i, j] is what i makes for one unit of j's final demand; at least 1 on the
        diagonal.

    Raises:
        BadRequest: a coefficient is negative or missing, or the sectors need more than they make.

    >>> leontief([[0.15, 0.25], [0.20, 0.05]]).round(4)
    array([[1.2541, 0.33  ],
           [0.264 , 1.1221]])
    """
    return inverse(square(coefficients, "coefficients"))


def inverse(coefficients: Array) -> Array:
    """(I − A)⁻¹, refused where the series I + A + A² + … has no sum."""
    refuse_below_zero(coefficients, "coefficients")
    whole = -coefficients
    whole[np.diag_indices_from(whole)] += 1.0
    try:
        found = np.asarray(inv(whole, overwrite_a=True, check_finite=False))
    except LinAlgError:
        raise _unproductive(coefficients) from None
    # A table that supplies itself has an inverse without a negative: Hawkins and Simon's condition.
    least, most = found.min(), found.max()
    if not np.isfinite(most - least) or least < -1e-9 * most:
        raise _unproductive(coefficients)
    return found


def _unproductive(coefficients: Array) -> BadRequest:
    worst = int(np.argmax(coefficients.sum(axis=0)))
    return BadRequest(
        f"the sectors need more than they make (sector {worst + 1} buys "
        f"{coefficients[:, worst].sum():.3f} for each 1 "
        "it makes). Check that coefficients are fractions of output and columns are buyers.",
        f"各部门的消耗超过产出（第 {worst + 1} 个部门每产出 1 要消耗 {coefficients[:, worst].sum():.3f}）。"
        "请检查系数是否以总产出为分母、列是否为购买方。",
    )


MEASURE = Measure(
    function=leontief,
    label="列昂惕夫逆矩阵",
    unit="1",
    needs=("coefficients",),
    source="Leontief (1936), Review of Economics and Statistics 18(3); Miller & Blair (2009), eq. (2.11)",
)
