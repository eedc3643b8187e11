"""What boundary files call the name and the code of an area, and what names of townships end in."""

from functools import cache

from bulian.vocab.table import FOLDER, rows

_MEANINGS = ("name", "code", "ending")


@cache
def boundary_keys() -> dict[str, tuple[str, ...]]:
    """By "name", "code" and "ending", the words of the file in its order, in small letters.

    >>> boundary_keys()["code"][0]
    'adcode'
    """
    found: dict[str, list[str]] = {meaning: [] for meaning in _MEANINGS}
    for row in rows(FOLDER / "boundary_keys.csv", ("key", "means")):
        found[row.one_of("means", _MEANINGS)].append(row.text("key").casefold())
    return {meaning: tuple(keys) for meaning, keys in found.items()}
