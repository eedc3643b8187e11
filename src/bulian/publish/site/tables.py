"""Every table of a page as CSV or Excel: read from the page itself, so that no page can forget one."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from lxml import html

from bulian.publish.site.page import NotFound
from bulian.publish.spreadsheet import safe_cell

Form = Literal["csv", "xlsx"]
_BLANK = re.compile(r"\s+")
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_A_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed day: same input, same bytes
_LONGEST = 31  # letters in the name of a sheet


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read on the page: its title, and rows of cells, the head first where it has one."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def tables_of(page: str) -> tuple[Table, ...]:
    """The tables and lists of facts of a page, in its order; none of them empty."""
    tree: Any = html.fromstring(page)
    found = tree.xpath("//main//table | //main//ol[@class='hits']")
    tables = (Table(_title(one), tuple(_rows(one))) for one in found)
    return tuple(one for one in tables if one.rows)


def as_csv(tables: tuple[Table, ...]) -> bytes:
    """One below the other, each under its title, with the mark by which a spreadsheet knows UTF-8.

    Raises:
        NotFound: the page has none.
    """
    _refuse_none(tables)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        writer.writerow([safe_cell(table.title)])
        writer.writerows([safe_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(tables: tuple[Table, ...]) -> bytes:
    """A sheet each; every cell is text, so that nothing in it is ever run.

    Raises:
        NotFound: the page has none.
    """
    import xlsxwriter

    _refuse_none(tables)
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"created": _A_DAY})
    head = book.add_format({"bold": True, "bottom": 1})
    for number, table in enumerate(tables, start=1):
        sheet = book.add_worksheet(_NO_NAME.sub(" ", f"{number} {table.title}")[:_LONGEST])
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell, head if at == 0 else None)
    book.close()
    return held.getvalue()


def _title(one: Any) -> str:
    """Its caption, the heading of its section, or that of the page."""
    for where in ("./caption", "ancestor::section[1]/header/h2", "//h1"):
        if heads := one.xpath(where):
            return _text(heads[0])
    return ""


def _rows(one: Any) -> Iterator[tuple[str, ...]]:
    if one.tag == "ol":
        for item in one.xpath("./li"):
            yield tuple(
                _text(part) for part in item.xpath("./span | ./p/span | ./p/a | ./p/q | ./p[@class='s']")
            )
        return
    above: dict[int, tuple[int, str]] = {}
    for row in one.xpath(".//tr"):
        yield tuple(_spread(row.xpath("./th | ./td"), above))


def _spread(cells: list[Any], above: dict[int, tuple[int, str]]) -> Iterator[str]:
    """The cells of a row; one that reaches down over rows is told again in each of them."""
    column = 0
    for cell in (*cells, None):
        while column in above and above[column][0]:
            left, text = above[column]
            above[column] = left - 1, text
            yield text
            column += 1
        if cell is None:
            return
        text = _text(cell)
        above[column] = int(cell.get("rowspan") or 1) - 1, text
        yield text
        for _ in range(int(cell.get("colspan") or 1) - 1):
            column += 1
            yield ""
        column += 1


def _text(part: Any) -> str:
    # What may be pressed in a cell is no part of what it says.
    told = part.xpath(".//text()[not(ancestor::button)]")
    return _BLANK.sub(" ", " ".join(told)).strip()


def _refuse_none(tables: tuple[Table, ...]) -> None:
    if not tables:
        raise NotFound("This page has no table.", "这一页没有表。")
