"""Rows that were refused, in a file of their own to mend and load again (待改)."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bulian.desk.columns import ADDED
from bulian.desk.loaded import TO_MEND
from bulian.desk.sheet import Line, Sheet
from bulian.publish.spreadsheet import csv_text
from bulian.steps.writing import write_whole

Aside = dict[str, object]
"""A row as it came, by header, with where it stood and what is wrong."""


def aside(cells: Mapping[str, str], place: str, why: str) -> Aside:
    """A row to mend."""
    return {**cells, ADDED[0]: place, ADDED[1]: why}


def lines_aside(sheets: Iterable[Sheet], bad: Sequence[tuple[Line, str]]) -> list[Aside]:
    """Lines of tables as rows to mend; `bad` has each with its reasons."""
    headings = [one for sheet in sheets if sheet.header for one in sheet.header.headings]
    # What a line above the table said of its units must not be lost with that line.
    units = {one.header: f"{one.header}（{one.unit}）" for one in headings if one.unit not in one.header}
    return [
        aside({units.get(header, header): text for header, text in line.cells.items()}, line.place, why)
        for line, why in bad
    ]


def as_file(rows: Sequence[Aside]) -> bytes:
    """The rows as a table that a spreadsheet opens and a register loads."""
    return ("\ufeff" + csv_text(rows)).encode()


def named(file: str) -> str:
    """What the file to mend of a table is called: once to mend, it keeps its name."""
    return f"{Path(file).stem.removesuffix(TO_MEND)}{TO_MEND}.csv"


def set_aside(folder: Path, file: str, rows: Sequence[Aside]) -> Path | None:
    """Write rows to mend to a new file, beside those that lie there; None without any.

    Args:
        file: the table's name, from which that of the new one is made.

    Raises:
        WorkspaceError: it cannot be written.
    """
    if not rows:
        return None
    path = _free(folder / named(file))
    write_whole(path, as_file(rows))
    return path


def told(line: Line) -> str:
    """What is wrong with a row that could not be read."""
    return "；".join(f"{one.place} {one.zh}" for one in line.problems)


def _free(wanted: Path) -> Path:
    path, copy = wanted, 2
    while path.exists():
        path, copy = wanted.with_stem(f"{wanted.stem}-{copy}"), copy + 1
    return path
