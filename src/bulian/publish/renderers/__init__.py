"""Formats a paper can be written in, one file each. To add one, add a file with a `RENDERER`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bulian.publish.renderers._renderer import Renderer


@cache
def renderers() -> dict[str, Renderer]:
    """The `RENDERER` of every file in this folder, by suffix."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    found: list[Renderer] = [import_module(f"{__name__}.{name}").RENDERER for name in names]
    return {suffix: renderer for renderer in found for suffix in renderer.suffixes}
