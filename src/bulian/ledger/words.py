"""Words for searching: Chinese by pairs of characters in one script, so that every word of two is found.

A dictionary would miss the names of new firms; pairs miss nothing. The last character of a run stands alone
as well, so that one character finds every place by its beginning.
"""

import re
import sqlite3

from bulian.extract.fold import fold

_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+(?:\.[0-9]+)*")


def search_words(text: str) -> str:
    """The words of a text as the index holds them.

    >>> search_words("體外診斷IVD 300家")
    '体外 外诊 诊断 断 ivd 300 家'
    """
    return " ".join(word for run in _runs(text) for word in _words(run))


def search_phrase(asked: str) -> str | None:
    """What a person typed as a question to the index: every part must stand there; None for nothing to ask.

    >>> search_phrase("诊断 产"), search_phrase("，")
    ('"诊断" AND 产*', None)
    """
    parts = [_phrase(run) for run in _runs(asked)]
    return " AND ".join(parts) or None


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that migrations call."""
    connection.create_function("search_words", 1, search_words, deterministic=True)


def _runs(text: str) -> list[str]:
    return _RUN.findall(fold(text).lower())


def _words(run: str) -> list[str]:
    if run.isascii():
        return [run]
    return [*(run[at : at + 2] for at in range(len(run) - 1)), run[-1]]


def _phrase(run: str) -> str:
    if run.isascii():
        return f'"{run}" *' if len(run) > 1 else f'"{run}"'
    return f'"{" ".join(_words(run)[:-1])}"' if len(run) > 1 else f"{run}*"
