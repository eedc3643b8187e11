"""The tables that a workspace has for its registers, and what loading one of them came to."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bulian.corpus.workspace import LITTER
from bulian.desk.loading import Plan

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_HOMES = ("desk", "sources", "out")
TO_MEND = "-待改"
"""Ends the name of a file with the rows that could not be entered."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a table came to: the plan, whether it was carried out, the mapping kept, the rows to mend.

    `notes` is what the reader wants a person to know of the file, as (en, zh).
    """

    plan: Plan
    entered: bool
    kept: Path | None
    to_mend: Path | None
    notes: tuple[tuple[str, str], ...] = ()


def tables_in(root: Path) -> tuple[str, ...]:
    """The tables below `desk/` and `sources/`, and those to mend below `out/`, as paths from the root."""
    return tuple(path.relative_to(root).as_posix() for home in _HOMES for path in _tables(root / home))


def _tables(home: Path) -> Iterator[Path]:
    for path in sorted(home.rglob("*")):
        parts = path.relative_to(home).parts
        litter = any(part.startswith(LITTER) for part in parts) or path.is_symlink()
        wanted = path.suffix.lower() in ENDINGS and (home.name != "out" or TO_MEND in path.stem)
        if wanted and path.is_file() and not litter:
            yield path
