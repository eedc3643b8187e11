"""Disclosure control (统计保密): a total that rests on fewer than three firms would tell of one of them.

Where one part of a printed whole is withheld, the whole less the others would give it away; so the smallest
of the others goes too, until nothing can be computed back.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

LEAST_FIRMS = 3
"""Fewer firms than this behind a total, and it stays in the house."""


def may_leave(firms: int) -> bool:
    """Whether a total over so many firms may be shown to the public; one over none tells of nobody.

    >>> may_leave(2), may_leave(3), may_leave(0)
    (False, True, True)
    """
    return firms == 0 or firms >= LEAST_FIRMS


def withheld(parts: Mapping[str, tuple[Decimal | None, int]]) -> frozenset[str]:
    """Which parts of a printed whole must be withheld: those of too few firms, and one more where needed.

    Args:
        parts: of each part its sum, None where unknown, and how many firms it rests on.

    The firms of all that is withheld together are three at least, so that the difference to the whole tells
    of no one; only where no part is left to hide it behind must the caller withhold the whole too.
    """
    hidden = [name for name, (_, firms) in parts.items() if not may_leave(firms)]
    rest: Sequence[str] = sorted(
        (name for name in parts if name not in hidden and parts[name][1]),
        key=lambda name: (parts[name][0] or Decimal(0), name),
    )
    while hidden and rest and (len(hidden) < 2 or sum(parts[name][1] for name in hidden) < LEAST_FIRMS):
        hidden.append(rest[0])
        rest = rest[1:]
    return frozenset(hidden)


def whole_may_leave(parts: Mapping[str, tuple[Decimal | None, int]], hidden: frozenset[str]) -> bool:
    """Whether the whole may stand beside the parts shown: what is hidden must hide enough firms, or none."""
    return not hidden or sum(parts[name][1] for name in hidden) >= LEAST_FIRMS
