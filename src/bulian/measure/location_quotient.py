"""Location quotient: is an activity more at home here than elsewhere?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import amounts, divided, empty_margins, first_reason, known
from bulian.model.measure import Measure, Measured


def location_quotient(activity: ArrayLike) -> Measured:
    """Each activity's share of its region, over its share of all regions; of exports it is called RCA.

    LQ[r, i] = (x[r, i] / Σi x[r, i]) / (Σr x[r, i] / ΣrΣi x[r, i])

    Args:
        activity: (regions, activities), one unit throughout. NaN is a suppressed amount: it is left out of
            every sum, and `quotient_bounds` says how much that may matter.

    Returns:
        (regions, activities), without unit; 1 is the share of the whole, 0 an activity that is absent.
        A region or an activity without anything has no quotient, nor has a suppressed or negative cell.

    Raises:
        BadRequest: `activity` has not two axes or holds something that is no number.

    >>> location_quotient(np.array([[6.0, 4.0], [2.0, 8.0]])).value
    array([[1.5       , 0.66666667],
           [0.5       , 1.33333333]])
    """
    x, why = amounts(activity)
    here = divided(x, x.sum(axis=1, keepdims=True))
    everywhere = divided(x.sum(axis=0), np.asarray(x.sum()))
    return known(divided(here, everywhere), first_reason(why, empty_margins(x)))


MEASURE = Measure(
    function=location_quotient,
    label="区位商",
    unit="1",
    needs=("activity",),
    source="Balassa (1965), The Manchester School 33(2): 99-123; Haig (1926) for employment",
)
