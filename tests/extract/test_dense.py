"""Texts denser than any that people write: they are read, and work grows no faster than their length."""

import cProfile

import pytest

from bulian.extract import read
from bulian.model.document import Document
from tests.extract.dense import KINDS, again, each

LENGTH = 4_000
"""Longer than any sentence is read as one: what a rule looks back on within one is bounded."""


def calls(text: str) -> int:
    """How many functions are called while a text is read: work, told without a clock."""
    profile = cProfile.Profile()
    profile.runcall(read, Document(doc="0" * 64, name="dense.txt", text=text))
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_is_twice_the_work(kind: str) -> None:
    make = KINDS[kind]
    read(Document(doc="0" * 64, name="dense.txt", text=make(LENGTH)))
    # What grew with the square would take four times as much; more names take a little more each.
    assert calls(make(2 * LENGTH)) <= 2.7 * calls(make(LENGTH))


def test_the_texts_are_as_long_as_asked() -> None:
    assert again("12，")(7) == "12，12，1"
    assert each("{name}{n}")(10) == "甲江甲0乙江甲1丙江"
