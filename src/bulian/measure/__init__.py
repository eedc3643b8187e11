"""Numbers from numbers, one question a file; pure, so that every later room may use it.

A file whose name begins with an underscore holds what several measures share; `extent` and `pace` are nouns
and rates of exact decimals. Every other file declares its `MEASURE`.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bulian.model.measure import Measure

_NOUNS = ("extent", "pace")


@cache
def catalogue() -> dict[str, Measure]:
    """The `MEASURE` of every file in this folder, by name. To add one, add a file.

    >>> catalogue()["location_quotient"].label
    '区位商'
    """
    files = [file.name for file in iter_modules(__path__) if not file.name.startswith("_")]
    cards = [import_module(f"{__name__}.{file}").MEASURE for file in files if file not in _NOUNS]
    return {card.name: card for card in cards}
