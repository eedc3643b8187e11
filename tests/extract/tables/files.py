"""The cases as files a bureau would send: a workbook, a web page, a Word document."""

import html
import re
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment

from bulian.model.document import Table

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


def write_xlsx(table: Table, path: Path) -> None:
    """The table as a sheet: plain numbers as numbers with their format, merged areas merged."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\\/*?:\[\]]", "", table.sheet)[:31] or "Sheet1"
    for (row, column), cell in table.cells.items():
        target = sheet.cell(row + 1, column + 1)
        if _NUMBER.fullmatch(cell.text) and not (cell.text.startswith("0") and len(cell.text) > 6):
            decimals = len(cell.text.partition(".")[2])
            target.value = float(cell.text.replace(",", "")) if decimals else int(cell.text.replace(",", ""))
            comma = "#,##0" if "," in cell.text else "0"
            target.number_format = comma + ("." + "0" * decimals if decimals else "")
        elif cell.percent and cell.text.endswith("%"):
            target.value = float(cell.text[:-1]) / 100
            target.number_format = "0." + "0" * max(1, len(cell.text.partition(".")[2]) - 1) + "%"
        else:
            target.value = cell.text
            target.alignment = Alignment(wrap_text="\n" in cell.text)
    for top, left, bottom, right in table.merged:
        inside = {(r, c) for r, c in table.cells if top <= r <= bottom and left <= c <= right}
        if inside <= {(top, left)}:
            sheet.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )  # fmt: skip
    book.save(path)


def page(table: Table, title: str) -> str:
    """The table in a web page, its caption lines above it, merged areas as spans."""
    last_row = max(row for row, _ in table.cells)
    last_column = max(column for _, column in table.cells)
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merged}
    covered = {
        (r, c)
        for top, left, bottom, right in table.merged
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
        if (r, c) != (top, left) and (r, c) not in table.cells
    }
    lines = []
    for row in range(last_row + 1):
        cells = []
        for column in range(last_column + 1):
            if (row, column) in covered:
                continue
            down, across = spans.get((row, column), (1, 1))
            cell = table.cells.get((row, column))
            text = html.escape(cell.text).replace("\u00a0", "&nbsp;").replace("\n", "<br>") if cell else ""
            cells.append(f'<td rowspan="{down}" colspan="{across}">{text}</td>')
        lines.append("<tr>" + "".join(cells) + "</tr>")
    above = "".join(f"<p>{html.escape(line)}</p>" for line in table.caption)
    return (
        f'<html><head><meta charset="utf-8"><title>{html.escape(title)}</title></head><body>'
        f"<h1>{html.escape(title)}</h1>{above}<table>{''.join(lines)}</table></body></html>"
    )
