"""Patterns compiled at their first use: half the time of importing the reader went into hundreds of them."""

import re
from typing import Any, cast


def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, done when the pattern is first asked for anything.

    A pattern that does not compile raises `re.error` there; a test asks every one.

    >>> deferred("[省市区县]").fullmatch("区") is not None
    True
    """
    return cast("re.Pattern[str]", _Deferred(pattern, flags))


class _Asked:
    """A pattern that has been asked: its methods are attributes of its own, as quick to reach as before."""

    _source: tuple[str, int]

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)


class _Deferred(_Asked):
    """A pattern nobody has asked. The first question makes it an `_Asked`, whose lookups are plain ones."""

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        self.pattern, self.groupindex = compiled.pattern, compiled.groupindex
        self.__class__ = _Asked  # type: ignore[assignment]
        return getattr(self, name)
