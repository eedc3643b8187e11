"""One way to write a name, before anybody asks whose it is."""

from functools import lru_cache
from typing import Protocol

from bulian.extract.fold import fold


class Folds(Protocol):
    """Whoever brings the several names of one subject or indicator under one."""

    def fold(self, subject: str) -> str:
        """The subject under one name, as it is where nothing is known of it."""
        ...

    def fold_indicator(self, indicator: str) -> str:
        """The indicator under one name; another definition stays another indicator."""
        ...


@lru_cache(maxsize=100_000)  # a name is asked for with every fact and every pair it stands in
def plain(name: str) -> str:
    """The name in Simplified characters and half width, without blanks and quotes around it.

    >>> plain(" 國際複合（集團） ")
    '国际复合（集团）'
    """
    return "".join(fold(name).split()).strip("“”‘’\"'")
