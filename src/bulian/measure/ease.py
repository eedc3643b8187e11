"""EASE: which activities, taken together, speak for another?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import inv

from bulian.errors import BadRequest
from bulian.measure._bipartite import binary
from bulian.measure._cells import known
from bulian.model.measure import Array, Measure, Measured


@dataclass(frozen=True, slots=True)
class Ease:
    """`weights[j, i]`: what having j adds to the score of i; `score = present @ weights`, so the parts sum to
    it."""

    weights: Array
    score: Measured


def ease(present: ArrayLike, *, ridge: float) -> Ease:
    """A linear model that predicts each activity from all others, in closed form.

    P = (MᵀM + λ I)⁻¹,  B[i, j] = −P[i, j] / P[j, j],  B[j, j] = 0,  score = M B

    Args:
        present: (regions, activities), zeros and ones. ridge: λ > 0; some tens to some hundreds.

    Returns:
        Scores without unit, mostly between 0 and 1, but no probabilities; a held activity's part in the score
        of another is exactly its weight. Always defined.

    Raises:
        BadRequest: `ridge` is not above zero, or `present` holds anything but 0 and 1.

    >>> found = ease([[1, 1, 0], [1, 1, 0], [0, 0, 1]], ridge=1.0)
    >>> found.score.value.round(3)
    array([[0.667, 0.667, 0.   ],
           [0.667, 0.667, 0.   ],
           [0.   , 0.   , 0.   ]])
    """
    if not ridge > 0:
        raise BadRequest(f"ridge is {ridge}; give a number above zero.", f"ridge 是 {ridge}；须大于零。")
    m = binary(present)
    p = inv(m.T @ m + ridge * np.eye(m.shape[1]), overwrite_a=True, check_finite=False)
    weights = -p / np.diag(p)
    np.fill_diagonal(weights, 0.0)
    return Ease(weights, known(m @ weights, np.zeros(m.shape, np.int8)))


MEASURE = Measure(
    function=ease,
    label="EASE 线性推荐",
    unit="1",
    needs=("present", "ridge"),
    source="Steck (2019), WWW '19: 3251-3257, arXiv 1905.03375",
)
