"""The assignment as a mixed-integer programme, solved by HiGHS through SciPy.

With z = 1 where a pair meets, and x what is placed above its lowest amount, y = low · z + x:

    max Σ worth · y     Σ over products z ≤ 1 for each demand       0 ≤ x ≤ (high − low) · z
                        Σ over demands y ≤ the budget of a product  Σ over a buyer's demands y ≤ the limit
                        Σ over a group y ≥ its floor

Amounts are counted in 10,000 yuan inside, so that the solver's tolerance of a millionth is a hundredth of a
yuan; what comes out is rounded to whole yuan, in which all that went in was told.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from bulian.model.measure import Array
from bulian.plan.match.pairs import Pair
from bulian.vocab.thresholds import match_terms

_UNIT = 10_000
_SLACK = 1e-7


@dataclass(frozen=True, slots=True)
class Solved:
    """The amount of each pair that meets, by its place in the pairs, in whole yuan; and the gap left."""

    amounts: Mapping[int, Decimal]
    gap: float


@dataclass(slots=True)
class _Rows:
    """Rows of a sparse matrix as they are added."""

    cells: list[tuple[int, int, float]] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, cells: Mapping[int, float], low: float, high: float) -> None:
        self.cells += [(len(self.low), column, value) for column, value in cells.items()]
        self.low.append(low)
        self.high.append(high)

    def constraint(self, columns: int) -> LinearConstraint:
        rows, at, values = zip(*self.cells, strict=True)
        return LinearConstraint(
            csr_array((values, (rows, at)), (len(self.low), columns)), self.low, self.high
        )


def solve(
    pairs: Sequence[Pair],
    budgets: Mapping[str, Decimal],
    worth: Sequence[Decimal],
    floors: Mapping[str, Decimal],
) -> Solved | None:
    """The best amounts; None where nothing satisfies the floors.

    Args:
        worth: per yuan, of each pair. floors: by group, in yuan.
    """
    low, high = _scaled([one.low for one in pairs]), _scaled([one.high for one in pairs])
    spread = [at for at, one in enumerate(pairs) if one.low < one.high]
    extra = {at: len(pairs) + number for number, at in enumerate(spread)}
    rows = _rows(pairs, budgets, floors, _Columns(low, extra))
    for at in spread:
        rows.add({extra[at]: 1.0, at: low[at] - high[at]}, -np.inf, 0.0)
    each = np.array([float(one) for one in worth])
    found = milp(
        -np.concatenate([each * low, each[spread]]),
        constraints=rows.constraint(len(pairs) + len(spread)),
        integrality=np.concatenate([np.ones(len(pairs)), np.zeros(len(spread))]),
        bounds=Bounds(0.0, np.concatenate([np.ones(len(pairs)), (high - low)[spread]])),
        options=_effort(pairs),
    )
    if found.x is None:
        return None
    met = {
        at: low[at] + (found.x[extra[at]] if at in extra else 0.0)
        for at in range(len(pairs))
        if found.x[at] > 0.5
    }
    return Solved(
        {at: Decimal(round(y * _UNIT)) for at, y in met.items()}, max(float(found.mip_gap or 0.0), 0.0)
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the amount of a pair stands among the columns."""

    low: Array
    extra: Mapping[int, int]

    def amount(self, members: Sequence[int]) -> dict[int, float]:
        """Σ y of some pairs as coefficients."""
        told = {at: float(self.low[at]) for at in members}
        return told | {self.extra[at]: 1.0 for at in members if at in self.extra}


def _rows(
    pairs: Sequence[Pair], budgets: Mapping[str, Decimal], floors: Mapping[str, Decimal], columns: _Columns
) -> _Rows:
    rows = _Rows()
    for members in _by(pairs, lambda one: one.demand).values():
        rows.add(dict.fromkeys(members, 1.0), -np.inf, 1.0)
    for members in _by(pairs, lambda one: one.product).values():
        rows.add(columns.amount(members), -np.inf, _scale(budgets[pairs[members[0]].product]))
    for members in _by(pairs, buyer_at).values():
        rows.add(columns.amount(members), -np.inf, _scale(pairs[members[0]].limit or Decimal(0)))
    for group, floor in floors.items():
        members = [at for at, one in enumerate(pairs) if group in one.groups]
        if members or floor:
            rows.add(columns.amount(members), _scale(floor) - _SLACK, np.inf)
    return rows


def buyer_at(one: Pair) -> Hashable | None:
    """The buyer and the product that lends on it up to a limit; None where there is no such limit."""
    return (one.product, one.buyer) if one.buyer and one.limit is not None else None


def _by(pairs: Sequence[Pair], key: Callable[[Pair], Hashable | None]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(pairs):
        if (told := key(one)) is not None:
            found[told].append(at)
    return found


def _effort(pairs: Sequence[Pair]) -> Any:
    """Proved best for a session; above its size within a gap, and ended by work, not by a clock."""
    terms = match_terms()
    cells = len({one.demand for one in pairs}) * len({one.product for one in pairs})
    if cells <= terms["exact_cells"]:
        return {"mip_rel_gap": 0.0}
    return {"mip_rel_gap": float(terms["gap"]), "node_limit": int(terms["nodes"])}


def _scale(amount: Decimal) -> float:
    return float(amount) / _UNIT


def _scaled(amounts: Sequence[Decimal]) -> Array:
    return np.array([_scale(one) for one in amounts])
