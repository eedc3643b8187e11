"""Effective number: as many equal activities would be as concentrated."""

from numpy.typing import ArrayLike

from bulian.measure._cells import known, shares
from bulian.model.measure import Measure, Measured


def effective_number(amounts: ArrayLike) -> Measured:
    """One over the Herfindahl–Hirschman index.

    N = 1 / Σi s[i]²

    Args:
        amounts: (…, activities), none negative; the whole must be listed.

    Returns:
        (…), a number of activities from 1 to n; below 3 reads as 一业独大, from 5 as 多业并兴.
        A row that is empty, or has a suppressed or negative amount, has none.

    Raises:
        BadRequest: something is no number.

    >>> round(float(effective_number([50.0, 30.0, 20.0]).value), 3)
    2.632
    """
    share, why = shares(amounts)
    return known(1 / (share**2).sum(axis=-1), why)


MEASURE = Measure(
    function=effective_number,
    label="有效行业数",
    unit="1",
    needs=("amounts",),
    source="Adelman (1969), Review of Economics and Statistics 51(1): 99-101 (numbers equivalent)",
)
