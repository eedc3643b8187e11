"""The seven words in which odds are told, from 极不可能 to 几乎必成."""

from dataclasses import dataclass
from functools import cache

from bulian.vocab.table import FOLDER, rows


@dataclass(frozen=True, slots=True)
class OddsWord:
    """A word of odds and the least chance it stands for, as a fraction."""

    name: str
    least: float
    zh: str
    en: str


def word_of(chance: float) -> OddsWord:
    """The word for a chance between 0 and 1; a boundary belongs to the word above it.

    >>> word_of(0.27).zh
    '偏难'
    """
    return next(word for word in reversed(_words()) if chance >= word.least)


@cache
def _words() -> tuple[OddsWord, ...]:
    words: list[OddsWord] = []
    for row in rows(FOLDER / "odds_words.csv", ("word", "least", "zh", "en")):
        least = float(row.decimal("least")) / 100
        if least <= words[-1].least if words else least != 0:
            raise row.wrong("least must begin at 0 and grow", "least 应从 0 起逐行增大")
        words.append(OddsWord(row.text("word"), least, row.text("zh"), row.text("en")))
    return tuple(words)
