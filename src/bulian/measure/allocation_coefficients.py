"""Allocation coefficients: to whom does a sector sell each yuan it makes?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import along, divided, first_reason, known, square
from bulian.model.measure import Measure, Measured, Why


def allocation_coefficients(flows: ArrayLike, output: ArrayLike) -> Measured:
    """Each sector's sales over its own output.

    B[i, j] = Z[i, j] / x[i]

    Args:
        flows: Z (sectors, sectors), row sells to column. output: x (sectors,), in the same unit.

    Returns:
        (sectors, sectors), fractions. A sector without output that sells nothing has zeros; one that sells
        without making anything has none (base_zero).

    Raises:
        BadRequest: the shapes do not fit or a number is missing.

    >>> allocation_coefficients([[150.0, 500.0], [200.0, 100.0]], [1000.0, 2000.0]).value
    array([[0.15, 0.5 ],
           [0.1 , 0.05]])
    """
    z = square(flows, "flows")
    x = along(output, "output", len(z))
    idle = np.where((x == 0) & z.any(axis=1), Why.BASE_ZERO, Why.FINE).astype(np.int8)
    return known(divided(z, x[:, None] + 0 * z), first_reason(np.zeros(z.shape, np.int8), idle[:, None]))


MEASURE = Measure(
    function=allocation_coefficients,
    label="直接分配系数",
    unit="1",
    needs=("flows", "output"),
    source="Miller & Blair (2009), Input-Output Analysis, 2nd ed., eq. (12.1)",
)
