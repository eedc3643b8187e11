"""Every table of a page as CSV or Excel: read from the page itself, so that no page can forget one.

A list that the page shows in part is read to its end, a part at a time, the way its own links lead; only the
part at hand is in memory.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import IO, Any, Literal

from lxml import html

from bulian.publish.site.page import NotFound
from bulian.publish.spreadsheet import safe_cell

Form = Literal["csv", "xlsx"]
_BLANK = re.compile(r"\s+")
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_A_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed day: same input, same bytes
_LONGEST = 31  # letters in the name of a sheet
_ROWS = 2**20  # of a sheet
_PARTS = {
    "hits": "./span | ./p/span | ./p/a | ./p/q | ./p[@class='s']",
    "queue": "./h3 | ./p | ./ul | ./blockquote",
}
_LISTS = "self::table | self::ol[@class='hits'] | self::ol[@class='queue']"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read on the page: its title, and rows of cells.

    Attributes:
        heads: how many of the rows, from the first, name the columns.
        more: where the page says that the list goes on; "" at its end.
        goes_on: these rows go below those of the table before.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    heads: int = 0
    more: str = ""
    goes_on: bool = False


def tables_of(page: str) -> tuple[Table, ...]:
    """The tables and lists of a page, in its order; none of them empty."""
    tree: Any = html.fromstring(page)
    onward = {
        link.xpath(f"preceding::*[{_LISTS}][1]")[0]: link.get("href")
        for link in tree.xpath("//main//p[@class='pager']/a[@rel='next']")
        if link.xpath(f"preceding::*[{_LISTS}]")
    }
    found = tree.xpath(f"//main//*[{_LISTS}]")
    tables = (
        Table(_title(one), tuple(_rows(one)), len(one.xpath("./thead/tr")), onward.get(one, ""))
        for one in found
    )
    return tuple(one for one in tables if one.rows)


def whole_tables(page: str, turn: Callable[[str], str]) -> Iterator[Table]:
    """The tables of a page, and after each that goes on elsewhere the rest of it.

    What goes on under the title of the part before comes without its heads, to be put below it.

    Args:
        turn: gives the page at an address that a page of ours leads to.
    """
    for first in tables_of(page):
        yield first
        table, seen = first, {""}
        while table.more not in seen:
            seen.add(table.more)
            for following in tables_of(turn(table.more)):
                table = _below(table, following)
                yield table


def _below(table: Table, following: Table) -> Table:
    if following.title != table.title:
        return following
    return replace(following, rows=following.rows[following.heads :], heads=0, goes_on=True)


def write_csv(tables: Iterable[Table], file: IO[bytes]) -> None:
    """One below the other, each under its title, with the mark by which a spreadsheet knows UTF-8.

    Raises:
        NotFound: there is none.
    """
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for number, table in enumerate(_some(tables)):
        if not table.goes_on:
            writer.writerows([[]] if number else [])
            writer.writerow([safe_cell(table.title)])
        writer.writerows([safe_cell(cell) for cell in row] for row in table.rows)
    text.flush()
    text.detach()


def write_xlsx(tables: Iterable[Table], file: IO[bytes]) -> None:
    """A sheet each, more where one is full; every cell is text, so that nothing in it is ever run.

    Raises:
        NotFound: there is none.
    """
    import xlsxwriter

    told = _some(tables)
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    book.set_properties({"created": _A_DAY})
    head = book.add_format({"bold": True, "bottom": 1})
    sheet: Any = None
    at = 0
    for table in told:
        for row, cells in enumerate(table.rows):
            if (row == 0 and not table.goes_on) or at == _ROWS:
                number, at = len(book.worksheets()) + 1, 0
                sheet = book.add_worksheet(_NO_NAME.sub(" ", f"{number} {table.title}")[:_LONGEST])
                sheet.freeze_panes(1, 0)
            for column, cell in enumerate(cells):
                sheet.write_string(at, column, cell, head if at == 0 else None)
            at += 1
    book.close()


def _some(tables: Iterable[Table]) -> Iterator[Table]:
    told = iter(tables)
    first = next(told, None)
    if first is None:
        raise NotFound("This page has no table.", "这一页没有表。")
    return chain([first], told)


def _title(one: Any) -> str:
    """Its caption, the heading of its section, or that of the page."""
    for where in ("./caption", "ancestor::section[1]/header/h2", "//h1"):
        if heads := one.xpath(where):
            return _text(heads[0])
    return ""


def _rows(one: Any) -> Iterator[tuple[str, ...]]:
    if one.tag == "ol":
        for item in one.xpath("./li"):
            yield tuple(_text(part) for part in item.xpath(_PARTS[one.get("class")]))
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
