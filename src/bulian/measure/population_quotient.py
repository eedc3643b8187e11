"""Population quotient: how much of an activity is there per head, beside everywhere?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import along, amounts, cell_reasons, divided, first_reason, known
from bulian.model.measure import Measure, Measured, Why


def population_quotient(activity: ArrayLike, population: ArrayLike) -> Measured:
    """An activity per head of its region, over the activity per head of all regions.

    RPOP[r, i] = (x[r, i] / n[r]) / (Σr x[r, i] / Σr n[r])

    Unlike the location quotient it does not fall when the region's other activities grow.

    Args:
        activity: (regions, activities), NaN where suppressed. population: (regions,), heads, 0 where nobody
            lives.

    Returns:
        (regions, activities), without unit; 1 is as much per head as everywhere. A region without people and
        an activity without anything have none.

    Raises:
        BadRequest: the shapes do not fit, or a number is missing from `population`.

    >>> population_quotient([[6.0, 4.0], [2.0, 8.0]], [10.0, 10.0]).value
    array([[1.5       , 0.66666667],
           [0.5       , 1.33333333]])
    """
    x, why = amounts(activity)
    heads = along(population, "population", len(x))
    per_head = divided(x, heads[:, None])
    everywhere = divided(x.sum(axis=0), np.asarray(heads.sum()))
    nobody = cell_reasons(heads)
    nobody[heads == 0] = Why.REGION_EMPTY
    nothing = np.where(x.sum(axis=0) == 0, Why.ACTIVITY_EMPTY, Why.FINE).astype(np.int8)
    return known(divided(per_head, everywhere), first_reason(why, nobody[:, None], nothing))


MEASURE = Measure(
    function=population_quotient,
    label="人均区位商",
    unit="1",
    needs=("activity", "population"),
    source="Bustos & Yildirim (2022), Research Policy 51(8): 104153 (RPOP)",
)
