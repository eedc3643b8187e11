"""What a measure is, and what it says of a cell that has no value."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Why(IntEnum):
    """Why a cell has no value; `FINE` where it has one."""

    FINE = 0
    REGION_EMPTY = 1
    """The region's amounts sum to nothing, so it has no shares."""
    ACTIVITY_EMPTY = 2
    """No region has any of the activity."""
    SUPPRESSED = 3
    """The source holds the number back; see `quotient_bounds` and `partial_list`."""
    NEGATIVE = 4
    """An amount below zero is no part of a whole."""
    NOT_CONNECTED = 5
    """Shares no activity, directly or through others, with most of the table: not on its scale."""
    NO_NEIGHBOUR = 6
    """No other activity is ever found beside it."""
    NO_SPREAD = 7
    """All values are the same, so nothing stands above or below the mean."""
    ONE_ONLY = 8
    """A single unit leaves nothing to compare it with."""
    BASE_ZERO = 9
    """A change from nothing has no rate."""
    NOT_REACHED = 10
    """Too few draws had a value to give an interval."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Values and, cell by cell, why there is none: `value` is NaN exactly where `why` is not `Why.FINE`."""

    value: Array
    why: NDArray[np.int8]

    def reasons(self) -> dict[str, int]:
        """How many cells lack a value, by reason.

        >>> Measured(np.array([1.0, np.nan]), np.array([0, 1], np.int8)).reasons()
        {'region_empty': 1}
        """
        found, counts = np.unique(self.why[self.why != Why.FINE], return_counts=True)
        return {Why(code).name.lower(): int(count) for code, count in zip(found, counts, strict=True)}


@dataclass(frozen=True, slots=True)
class Measure:
    """The card of a measure; its name is its function's.

    Attributes:
        label: the Chinese term. unit: of the result, "1" where it has none. needs: the arguments it takes.
        source: where the formula is published.
    """

    function: Callable[..., Any]
    label: str
    unit: str
    needs: tuple[str, ...]
    source: str

    @property
    def name(self) -> str:
        return self.function.__name__
