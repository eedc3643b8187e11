"""Rows as CSV, or as a sheet of a workbook, that a spreadsheet opens without running anything in it."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

_WIDEST = 60
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Sequence[dict[str, object]]) -> str:
    """The rows under the names of all their fields, in the order first met; what is missing is empty."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    # With the line end of RFC 4180 a cell that holds a lone carriage return is quoted too.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([safe_cell(row.get(name)) for name in names])
    return text.getvalue()


def safe_cell(value: object) -> object:
    """The value as a cell: lists as JSON; text that begins like a formula with a quote mark before it.

    >>> safe_cell("=1+1"), safe_cell(-3), safe_cell(["甲"])
    ("'=1+1", -3, '["甲"]')
    """
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def write_sheet(
    sheet: Any, heads: Sequence[str], lines: Sequence[Sequence[str]], formats: tuple[Any, Any]
) -> None:
    """Text alone, never a formula or a link, under heads that stay in sight.

    Args:
        formats: of the heads and of the cells.
    """
    bold, wrap = formats
    for column, head in enumerate(heads):
        longest = max([len(head), *(len(line[column]) for line in lines if column < len(line))])
        sheet.set_column(column, column, min(2 * longest + 2, _WIDEST))
        sheet.write_string(0, column, head, bold)
    for row, line in enumerate(lines, start=1):
        for column, text in enumerate(line):
            sheet.write_string(row, column, text, wrap)
    sheet.freeze_panes(1, 0)
