"""Peer file: CSV, Excel or Parquet, columns by name, as rows."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bulian.errors import BadRequest
from bulian.measure.labelled.panel import Names
from bulian.plan.entry.peer_rows import NOTE, Rows

_ALIASES = {
    "region": ("region", "地区", "区县", "区域"),
    "activity": ("activity", "行业", "产业", "industry", "product", "产品"),
    "year": ("year", "年份", "年"),
    "value": ("value", "数值", "值"),
}
"""What a column may be called where nobody says."""


def read_rows(path: Path, names: Names) -> Rows:
    """A long table of `path`: .csv; .xlsx, .xls, .ods (first sheet); .parquet with pyarrow.

    Raises:
        BadRequest: the file is missing, of another kind, or a column is.
    """
    if not path.is_file():
        raise BadRequest(f"{path} is no file.", f"没有 {path} 这个文件。")
    lines = _LINES.get(path.suffix.lower())
    if lines is None:
        kinds = ", ".join(sorted(_LINES))
        raise BadRequest(
            f"{path.name}: this kind of table is not read. Save it as one of {kinds}.",
            f"{path.name}：不读这种表。请存成 {kinds} 之一。",
        )
    return _rows(path.name, lines(path), names)


def _rows(name: str, lines: Iterable[tuple[int, Sequence[str]]], names: Names) -> Rows:
    told = iter(lines)
    _, head = next(told, (0, ()))
    if not any(one.strip() for one in head):
        raise BadRequest(
            f"{name}: line 1 is empty; the names of the columns stand there: region, activity, year, value.",
            f"{name}：第 1 行是空的；那里应写列名：地区、行业、年份、数值。",
        )
    places = _places(name, [one.strip().lstrip("\ufeff") for one in head], names)
    note = list(head).index(NOTE) if NOTE in head else None
    number: list[int] = []
    columns: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])
    notes: list[str] = []
    for line, cells in told:
        if not any(cell.strip() for cell in cells):
            continue
        number.append(line)
        for column, place in zip(columns, places, strict=True):
            column.append(cells[place].strip() if place < len(cells) else "")
        if note is not None and note < len(cells):
            notes.append(cells[note])
    return Rows(name, number, *columns, notes)


def _places(name: str, head: Sequence[str], names: Names) -> list[int]:
    asked = {
        "region": names.region,
        "activity": names.activity,
        "year": names.year or "year",
        "value": names.value,
    }
    return [_place(name, head, key, told) for key, told in asked.items()]


def _place(name: str, head: Sequence[str], key: str, told: str) -> int:
    wanted = (told,) if told != key else _ALIASES[key]
    for one in wanted:
        if one in head:
            return head.index(one)
    raise BadRequest(
        f"{name} has no column {told!r}; it has {', '.join(head)}. Say which one it is with --{key} NAME.",
        f"{name} 没有“{told}”这一列；有 {'、'.join(head)}。请用 --{key} 列名 指明。",
    )


def _of_csv(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(line for line in file)
            for cells in reader:
                if not (cells and cells[0].startswith("#")):
                    yield reader.line_num, cells
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadRequest(
            f"{path.name} cannot be read ({error}). Save it as CSV in UTF-8.",
            f"{path.name} 读不了（{error}）。请另存为 UTF-8 的 CSV。",
        ) from error


def _of_sheet(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        sheet = book.get_sheet_by_index(0)
    except python_calamine.CalamineError as error:
        raise BadRequest(
            f"{path.name} cannot be read ({error}). Open it in a spreadsheet and save it again.",
            f"{path.name} 读不了（{error}）。请用表格软件打开，再存一次。",
        ) from error
    for line, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        yield line, [_text(cell) for cell in cells]


def _of_parquet(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise BadRequest(
            f"{path.name}: reading Parquet needs pyarrow: pip install 'bulian[parquet]', or save it as CSV.",
            f"{path.name}：读 Parquet 需要 pyarrow：pip install 'bulian[parquet]'，或另存为 CSV。",
        ) from error
    table = parquet.read_table(path)
    yield 0, table.column_names
    columns = [[_text(cell) for cell in column.to_pylist()] for column in table.columns]
    yield from enumerate(zip(*columns, strict=True), start=1)


def _text(cell: object) -> str:
    """As a CSV would have it; a whole number without its .0."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


_LINES = {
    ".csv": _of_csv, ".xlsx": _of_sheet, ".xls": _of_sheet, ".ods": _of_sheet, ".parquet": _of_parquet
}  # fmt: skip
