"""Within `keeping` nothing is worked out twice; outside of it, and for other objects, everything anew."""

from itertools import count

import pytest

from bulian.ledger.keeping import Answered, keeping, kept


def test_once_within_and_anew_outside() -> None:
    numbers = count()
    with keeping():
        assert (kept("one", lambda: next(numbers)), kept("one", lambda: next(numbers))) == (0, 0)
        assert kept("another", lambda: next(numbers)) == 1
        with keeping():
            assert kept("one", lambda: next(numbers)) == 0
    assert kept("one", lambda: next(numbers)) == 2


def test_objects_are_compared_as_such() -> None:
    one, other = (str(1), 2), (str(1), 2)
    with keeping():
        assert kept("sum", lambda: "one", one) == kept("sum", lambda: "again", one) == "one"
        assert kept("sum", lambda: "other", other) == "other"


def test_what_was_kept_is_given_on() -> None:
    answered: Answered = {}
    for _ in range(2):
        with keeping(answered):
            assert kept("one", lambda: len(answered)) == 0


def test_trouble_is_not_kept() -> None:
    with keeping():
        with pytest.raises(ZeroDivisionError):
            kept("one", lambda: 1 // 0)
        assert kept("one", lambda: 1) == 1
