"""Words that define an indicator and name no industry."""

from functools import cache

from bulian.vocab.table import FOLDER, rows


@cache
def definition_words() -> frozenset[str]:
    """All of them.

    >>> "规模以上工业" in definition_words()
    True
    """
    return frozenset(row.text("word") for row in rows(FOLDER / "definition_words.csv", ("word",)))
