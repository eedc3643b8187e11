"""Comma- and tab-separated tables: one table, named after the file as a spreadsheet program would."""

import contextlib
import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import PurePath

from bulian.corpus.encoding import decode
from bulian.corpus.reader import Content, Reader
from bulian.corpus.sheets import Grid, check_size
from bulian.errors import Unreadable
from bulian.model.document import TableCell

_DELIMITERS = ",\t;|，"
_SAMPLE_ROWS = 100
_RUNAWAY_LINES = 50  # a cell with more lines than this is an unclosed quote
_FORMULA_TEXT = re.compile(r'="(.*)"')  # Excel's way to keep 000625 from becoming 625


def read_csv(raw: bytes, file: str) -> Content:
    """The cells of a separated table; the separator is the one that cuts most lines alike.

    >>> table = read_csv("区县,产值\\n大渡口区,380亿元\\n".encode(), "a/2023年.csv").tables[0]
    >>> table.sheet, table.cells[1, 1].text
    ('2023年', '380亿元')
    """
    decoded = decode(raw, file)
    grid = Grid(PurePath(file).stem)
    for row, fields in enumerate(separated_rows(decoded.text, file)):
        for column, text in enumerate(fields):
            kept = _FORMULA_TEXT.fullmatch(text)
            grid.put(row, column, TableCell(kept[1] if kept else text))
        if row % 1000 == 0:
            check_size([grid], file)
    check_size([grid], file)
    return Content(tables=(grid.table(),), encoding=decoded.encoding, notes=decoded.notes)


def separated_rows(text: str, file: str) -> list[list[str]]:
    """The fields of every line, cut by the separator that cuts most lines alike.

    Raises:
        Unreadable: it is no table of separated values.
    """
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = []
    if rows and not any(field.count("\n") > _RUNAWAY_LINES for row in rows for field in row):
        return rows
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        raise Unreadable(
            file,
            f"it is no table of separated values ({error}). Save it as .xlsx and bring that.",
            f"不是有效的分隔符表格（{error}）。请另存为 .xlsx 后再放进来。",
        ) from error


def _delimiter(text: str) -> str:
    """The character that cuts most of the first lines into one number of cells, and into more than one."""
    sample = text[:100_000]
    return max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(sample: str, delimiter: str) -> tuple[int, int, int]:
    """(quotes stand around whole cells, lines that agree, cells in each of them)."""
    in_order, rows = 1, _sampled(sample, delimiter, strict=True)
    if not rows:
        in_order, rows = 0, _sampled(sample, delimiter, strict=False)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, lines = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (in_order if lines else 0), lines, width


def _sampled(sample: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=strict)
    rows: list[list[str]] = []
    with contextlib.suppress(csv.Error):
        rows.extend(islice(reader, _SAMPLE_ROWS))
        return rows
    return [] if strict else rows


READER = Reader(name="csv", suffixes=(".csv", ".tsv"), read=read_csv, limited=False)
