"""Every rule by which numbers are checked, one file each. To add one, add a file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bulian.assess.finding import Rule


@cache
def rules() -> dict[str, Rule]:
    """The `RULE` of every file in this folder, by its name."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    found: list[Rule] = [import_module(f"{__name__}.{name}").RULE for name in sorted(names)]
    return {rule.name: rule for rule in found}
