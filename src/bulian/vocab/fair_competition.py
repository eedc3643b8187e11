"""Words in offers that the rules on fair competition review (公平竞争审查) ask about."""

from dataclasses import dataclass
from functools import cache

from bulian.vocab.table import FOLDER, rows


@dataclass(frozen=True, slots=True)
class Flag:
    """A rule to read: where it stands, and what it asks, in Chinese and English. It is no legal advice."""

    key: str
    words: tuple[str, ...]
    rule: str
    zh: str
    en: str


@cache
def fair_competition() -> tuple[Flag, ...]:
    """Every flag, in the order of the file.

    >>> fair_competition()[0].rule
    '公平竞争审查条例 第十条'
    """
    return tuple(
        Flag(row.text("flag"), row.several("words"), row.text("rule"), row.text("zh"), row.text("en"))
        for row in rows(FOLDER / "fair_competition.csv", ("flag", "words", "rule", "zh", "en"))
    )


def flags_in(terms: str) -> tuple[tuple[Flag, str], ...]:
    """The flags that an offer raises, each with the words that raised it.

    >>> [(flag.key, word) for flag, word in flags_in("对符合条件的企业给予贷款贴息")]
    [('subsidy', '贴息')]
    """
    found = ((flag, next((word for word in flag.words if word in terms), "")) for flag in fair_competition())
    return tuple((flag, word) for flag, word in found if word)
