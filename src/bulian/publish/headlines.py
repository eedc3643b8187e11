"""Which indicators a reader asks for first: the list of headlines.csv."""

from functools import cache
from importlib.resources import as_file, files

from bulian.vocab.table import rows


def headline_rank(indicator: str) -> int:
    """The place of an indicator in the list, from 0; the length of the list where it is not in it.

    >>> headline_rank("地区生产总值"), headline_rank("绿化覆盖率") == len(headline_indicators())
    (0, True)
    """
    listed = headline_indicators()
    if indicator in listed:
        return listed.index(indicator)
    return next((place for place, word in enumerate(listed) if word in indicator), len(listed))


def is_headline(indicator: str) -> bool:
    """The indicator is in the list."""
    return headline_rank(indicator) < len(headline_indicators())


@cache
def headline_indicators() -> tuple[str, ...]:
    """The list, most asked first."""
    with as_file(files("bulian.publish") / "headlines.csv") as path:
        return tuple(row.text("word") for row in rows(path, ("word",)))
