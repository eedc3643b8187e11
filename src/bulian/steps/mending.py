"""Rows that were refused, in a file of their own to mend and load again (待改)."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bulian.desk.columns import ADDED
from bulian.desk.loaded import TO_MEND
from bulian.desk.sheet import Line, Sheet
from bulian.publish.spreadsheet import csv_text
from bulian.steps.writing import write_whole


def set_aside(
    folder: Path, file: str, sheets: Iterable[Sheet], bad: Sequence[tuple[Line, str]]
) -> Path | None:
    """Write rows as they came, with where they stood and what is wrong, to a new file; None without any.

    Args:
        file: the table's name, from which that of the new one is made. bad: each with its reasons.

    Raises:
        WorkspaceError: it cannot be written.
    """
    if not bad:
        return None
    headings = [one for sheet in sheets if sheet.header for one in sheet.header.headings]
    # What a line above the table said of its units must not be lost with that line.
    units = {one.header: f"{one.header}（{one.unit}）" for one in headings if one.unit not in one.header}
    rows: list[dict[str, object]] = []
    for line, why in bad:
        cells = {units.get(header, header): text for header, text in line.cells.items()}
        rows.append({**cells, ADDED[0]: line.place, ADDED[1]: why})
    path = _free(folder, f"{Path(file).stem.removesuffix(TO_MEND)}{TO_MEND}")
    write_whole(path, ("\ufeff" + csv_text(rows)).encode())
    return path


def told(line: Line) -> str:
    """What is wrong with a row that could not be read."""
    return "；".join(f"{one.place} {one.zh}" for one in line.problems)


def _free(folder: Path, stem: str) -> Path:
    path, copy = folder / f"{stem}.csv", 2
    while path.exists():
        path, copy = folder / f"{stem}-{copy}.csv", copy + 1
    return path
