"""Figures derived from registers, one file a register. To add one, add a file with `FIGURES`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bulian.desk.book import Row
from bulian.desk.figures._figure import Derived

Rows = Mapping[str, Sequence[Row]]
Deriver = Callable[[Rows, str], list[Derived]]


@cache
def derivers() -> dict[str, Deriver]:
    """What derives figures, by the key of the register whose figures they are.

    Each takes the rows that stand, by register, and the day (ISO 8601).
    """
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    return {name: import_module(f"{__name__}.{name}").FIGURES for name in names}
