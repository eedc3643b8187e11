"""One verb a file: the function in it that carries the file's name. The order is that of `--help`."""

from collections.abc import Callable, Iterator
from importlib import import_module

ORDER = (
    "init",
    "build",
    "status",
    "extract",
    "facts",
    "source",
    "map",
    "judge",
    "review",
    "conflicts",
    "check",
    "revisions",
    "targets",
    "clauses",
    "goals",
    "firms",
    "ladder",
    "cluster",
    "sei",
    "structure",
    "evaluate",
    "chain",
    "risk",
    "prospects",
    "path",
    "match",
    "opportunities",
    "backtest",
    "directions",
    "sheet",
    "desk",
    "due",
    "forget",
    "report",
    "serve",
    "site",
    "export",
    "import",
    "verify",
    "demo",
    "doctor",
)


def commands() -> Iterator[tuple[str, Callable[..., None]]]:
    """Every verb with its function; `map_` in map.py, as `map` is Python's."""
    for verb in ORDER:
        module = import_module(f"{__name__}.{verb}")
        yield verb, getattr(module, verb, None) or getattr(module, f"{verb}_")
