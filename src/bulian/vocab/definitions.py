"""Definitions (口径): what is left of an indicator's name without the words that say how it is delimited."""

from functools import cache

from bulian.vocab.table import FOLDER, rows

_OF = "占"


@cache
def without_scope(indicator: str) -> str:
    """The name that the several definitions of one indicator have in common.

    >>> without_scope("规模以上工业总产值"), without_scope("战略性新兴制造业产值占规模以上工业总产值比重")
    ('工业产值', '战略性新兴产业占工业比重')
    """
    name = indicator
    for word, instead, share_only in _words():
        if not share_only or _OF in indicator:
            name = name.replace(word, instead)
    return name or indicator


@cache
def _words() -> tuple[tuple[str, str, bool], ...]:
    """Longest first, those of shares last."""
    found = [
        (row.text("word"), row.optional("as"), row.one_of("where", ("name", "share")) == "share")
        for row in rows(FOLDER / "scope_words.csv", ("word", "as", "where"))
    ]
    return tuple(sorted(found, key=lambda one: (one[2], -len(one[0]), one[0])))
