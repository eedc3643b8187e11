"""Herfindahl–Hirschman index: does one activity carry the region?"""

from numpy.typing import ArrayLike

from bulian.measure._cells import known, shares
from bulian.model.measure import Measure, Measured


def hhi(amounts: ArrayLike) -> Measured:
    """The sum of the squared shares.

    HHI = Σi s[i]²,  s[i] = x[i] / Σ x

    Args:
        amounts: (…, activities), none negative; the whole must be listed, else see `partial_list`.

    Returns:
        (…), a fraction from 1/n (all alike) to 1 (one has all); times 10,000 for the scale of competition
        law. A row that is empty, or has a suppressed or negative amount, has none.

    Raises:
        BadRequest: something is no number.

    >>> float(hhi([50.0, 30.0, 20.0]).value)
    0.38
    """
    share, why = shares(amounts)
    return known((share**2).sum(axis=-1), why)


MEASURE = Measure(
    function=hhi,
    label="赫芬达尔—赫希曼指数",
    unit="1",
    needs=("amounts",),
    source="Hirschman (1964), American Economic Review 54(5): 761-762",
)
