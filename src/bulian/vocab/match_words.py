"""The words in which demands and products are told: many words, one meaning."""

from collections import Counter
from functools import cache, lru_cache

from bulian.vocab.gbt4754 import gbt4754, industry
from bulian.vocab.regions import regions
from bulian.vocab.table import FOLDER, rows

_NOT = ("不是", "非", "不属于")


def meaning(list_: str, word: str) -> str:
    """The key a word of a list stands for; a word that nobody listed stands for itself.

    Industries mean their code of GB/T 4754, regions theirs of GB/T 2260, by code or by name.

    >>> meaning("use", "技改"), meaning("industry", "制造业"), meaning("region", "大渡口区")
    ('fixed_assets', 'C', '500104')
    """
    plain = "".join(word.split())
    if list_ == "industry":
        found = industry(plain)
        return found.code if found else _industry_names().get(plain, plain)
    if list_ == "region":
        return plain if plain in regions() else _region_names().get(plain, plain)
    return _words().get((list_, plain.casefold()), plain)


@lru_cache(maxsize=10_000)
def meanings(list_: str, text: str) -> frozenset[str]:
    """What every word of a cell stands for; words are parted by "、"."""
    return frozenset(meaning(list_, word) for word in text.split("、") if word.strip())


@lru_cache(maxsize=10_000)
def said_and_denied(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The attributes that a cell says a firm has, and those that it says it has not (非小微, 不是首贷).

    >>> said_and_denied("小微企业、非首贷") == (frozenset({"small"}), frozenset({"first_loan"}))
    True
    """
    said, denied = set[str](), set[str]()
    for word in filter(None, ("".join(one.split()) for one in text.split("、"))):
        mark = next((mark for mark in _NOT if word.startswith(mark) and len(word) > len(mark)), "")
        (denied if mark else said).add(meaning("attribute", word.removeprefix(mark)))
    return frozenset(said), frozenset(denied)


def is_known(list_: str, key: str) -> bool:
    """Whether a key of a list with a standard behind it (industry, region) is in the standard."""
    if list_ == "industry":
        return key in gbt4754()
    return list_ != "region" or key in regions()


def first_word(list_: str, key: str) -> str:
    """The word that a key is shown as in Chinese; the key itself where nobody listed it.

    >>> first_word("attribute", "small")
    '小微'
    """
    return _shown().get((list_, key), key)


@cache
def _words() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for row in rows(FOLDER / "match_words.csv", ("list", "key", "words")):
        for word in (*row.several("words"), row.text("key")):
            at = (row.text("list"), word.casefold())
            if table.setdefault(at, row.text("key")) != row.text("key"):
                raise row.wrong(f"{word} stands in two rows of one list", f"{word} 在同一类里出现两次")
    return table


@cache
def _shown() -> dict[tuple[str, str], str]:
    found = rows(FOLDER / "match_words.csv", ("list", "key", "words"))
    return {(row.text("list"), row.text("key")): row.several("words")[0] for row in found}


@cache
def _industry_names() -> dict[str, str]:
    names = Counter(one.name for one in gbt4754().values())
    return {one.name: one.code for one in gbt4754().values() if names[one.name] == 1}


@cache
def _region_names() -> dict[str, str]:
    """Full names that one division bears alone; of a city and its only part of that name, the city's."""
    known = regions()
    whole = [
        one for one in known.values() if known.get(one.parent) is None or known[one.parent].name != one.name
    ]
    names = Counter(one.name for one in whole)
    return {one.name: one.code for one in whole if names[one.name] == 1}
