"""Accounting identities (核算恒等式): which indicator is the sum or the ratio of which, by definition."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.indicators import indicators
from bulian.vocab.table import FOLDER, rows

IdentityKind = Literal["sum", "ratio", "difference"]
_KINDS = ("sum", "ratio", "difference")


@dataclass(frozen=True, slots=True)
class Identity:
    """`whole` = sum of `parts`, or first part / second part, or first part − second part.

    Each part has all its names, the usual one first.
    """

    kind: IdentityKind
    whole: str
    parts: tuple[tuple[str, ...], ...]


@cache
def identities(kind: IdentityKind) -> tuple[Identity, ...]:
    """The rows of identities.csv of a kind; refuses a whole that is its own part, and a lone part."""
    return tuple(one for one in _all() if one.kind == kind)


@cache
def _all() -> tuple[Identity, ...]:
    found = []
    for row in rows(FOLDER / "identities.csv", ("kind", "whole", "parts")):
        kind = cast(IdentityKind, row.one_of("kind", _KINDS))
        whole = _term(row.text("whole"))
        parts = tuple(tuple(dict.fromkeys(map(_term, part.split("/")))) for part in row.several("parts"))
        names = [name for part in parts for name in part]
        if len(parts) < 2 or (kind != "sum" and len(parts) != 2):
            raise row.wrong(
                "a sum has two parts or more, the others exactly two", "和至少两部分，比和差恰好两部分"
            )
        if whole in names or len(names) != len(set(names)):
            raise row.wrong(f"{whole} or one of its parts stands here twice", f"{whole} 或其部分重复出现")
        found.append(Identity(kind, whole, parts))
    return tuple(found)


def _term(name: str) -> str:
    """The bureau's term, under which facts stand, where a row uses another name."""
    known = indicators().get(name)
    return known.name if known else name
