"""Ghosh inverse: how far does a yuan of primary input travel through sales?"""

from numpy.typing import ArrayLike

from bulian.measure._cells import square
from bulian.measure.leontief import inverse
from bulian.model.measure import Array, Measure


def ghosh(allocation: ArrayLike) -> Array:
    """The output inverse of the supply side, x' = v' G.

    G = (I − B)⁻¹,  and G = x̂⁻¹ L x̂

    Args:
        allocation: B (sectors, sectors), as of `allocation_coefficients`.

    Returns:
        (sectors, sectors): G[i, j] is what one unit of i's primary input adds to the value of j's output.
        Read it as prices passed on, not as goods that appear (Dietzenbacher 1997).

    Raises:
        BadRequest: a coefficient is negative or missing, or the sectors sell more than they make.

    >>> ghosh([[0.15, 0.50], [0.10, 0.05]]).round(4)
    array([[1.2541, 0.6601],
           [0.132 , 1.1221]])
    """
    return inverse(square(allocation, "allocation"))


MEASURE = Measure(
    function=ghosh,
    label="高希逆矩阵",
    unit="1",
    needs=("allocation",),
    source="Ghosh (1958), Economica 25(97): 58-64; Miller & Blair (2009), eq. (12.4)",
)
