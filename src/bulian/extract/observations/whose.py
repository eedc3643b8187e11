"""Whose a number is, and what was spoken of before it."""

from typing import NamedTuple


class About(NamedTuple):
    """A subject, the indicator without it, and the offset from which a quote must reach to hold it."""

    subject: str | None
    said: str
    start: int | None


class Known(NamedTuple):
    """What was spoken of before: the paragraph's topic, the subject of the sentence's last number, and where
    the paragraph begins; `whose` is whoever the sentence before was about, where this one goes on of it.
    """

    topic: str | None
    last: str | None
    since: int
    owner: str | None = None
    said: str | None = None
    whose: str | None = None
