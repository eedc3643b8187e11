"""What several verbs ask of one ledger, worked out once: within `keeping` an answer is kept for the next."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

T = TypeVar("T")
Answered = dict[Hashable, tuple[object, tuple[object, ...]]]
"""Answers by what was asked, each with the objects that its key names by identity, which so stay alive."""
_ANSWERED: ContextVar[Answered | None] = ContextVar("answered", default=None)


@contextmanager
def keeping(answered: Answered | None = None) -> Iterator[None]:
    """Within this, `kept` works nothing out twice; whoever opens it knows that the ledger does not change.

    Args:
        answered: what was kept before, and is kept on; None: within an outer `keeping` the outer's, else new.
    """
    token = _ANSWERED.set(answered if answered is not None else _ANSWERED.get() or {})
    try:
        yield
    finally:
        _ANSWERED.reset(token)


def kept(key: Hashable, make: Callable[[], T], *of: object) -> T:
    """What `make` gives: from before where it was asked for within the same `keeping`.

    Args:
        of: further arguments, compared as objects, not by value; they must not change.
    """
    answered = _ANSWERED.get()
    if answered is None:
        return make()
    whole = (key, *map(id, of))
    if whole not in answered:
        answered[whole] = (make(), of)
    return cast("T", answered[whole][0])
