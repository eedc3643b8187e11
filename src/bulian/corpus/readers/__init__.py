"""Every format we can read, one file each. To add one, add a file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bulian.corpus.reader import Reader


@cache
def readers() -> dict[str, Reader]:
    """The `READER` of every file in this folder, by file suffix (".docx")."""
    names = [m.name for m in iter_modules(__path__) if not m.name.startswith("_")]
    found: list[Reader] = [import_module(f"{__name__}.{name}").READER for name in names]
    return {suffix: reader for reader in found for suffix in reader.suffixes}
