"""Numbers from numbers, one question a file; pure, so that every later room may use it.

A file that measures arrays declares its `MEASURE`; one whose name begins with an underscore holds what
several of them share. The others work on exact decimals or say what a number is.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a card brings NumPy along; verbs that need none of it must not wait
    from bulian.model.measure import Measure


@cache
def catalogue() -> "dict[str, Measure]":
    """The `MEASURE` of every file in this folder, by name. To add one, add a file.

    >>> catalogue()["location_quotient"].label
    '区位商'
    """
    files = [file.name for file in iter_modules(__path__) if not file.name.startswith("_")]
    cards = (getattr(import_module(f"{__name__}.{file}"), "MEASURE", None) for file in files)
    return {card.name: card for card in cards if card}
