"""The main text and the tables of a web page, without navigation, advertisements and footers."""

import re

import lxml.html
from lxml import etree

from bulian.corpus.encoding import decode
from bulian.corpus.prose import Draft, holds_sentences
from bulian.corpus.reader import Content
from bulian.corpus.xml import whole
from bulian.errors import Unreadable
from bulian.model.document import TableCell

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|li|main|nav|[ou]l|option|p|pre|section|summary|table|tbody|t[dhr]|tfoot|thead|title|br"
)
_SILENT = re.compile("head|script|style|noscript|template|select|button|textarea|iframe|svg|math|object")
_MOST_SPAN = 1000  # the standard's own limit on colspan
_ENOUGH = 0.6  # share of a page's sentences that its main text must hold to be believed
_LEAST = 0.1  # share of its characters
_LINKS = 0.7  # share of a block's text that is in links where it is navigation
_LONG = 2_000_000  # characters; what is longer is a dump, and no article
_NOT_FOUND = (
    "the main text was not told apart from the rest of the page; all of it was read.",
    "未能区分正文与页面其他部分，已读取全部文字。",
)


def read_web(raw: bytes, file: str) -> Content:
    """The article as trafilatura finds it, or the whole page where it finds too little; and the tables."""
    decoded = decode(raw, file)
    root = _parse(decoded.text, file)
    for table in list(root.iter("table")):
        if _is_data(table):
            table.tag = "datatable"
    for element in root.iter("table", "tr", "td", "th"):
        if next(element.iterancestors("datatable"), None) is None:
            element.tag = "div"  # it only lays out the page
    page = _Page.of(root)
    text = _article(root, page.text()) if len(page.text()) <= _LONG else ""
    notes = decoded.notes if text else (*decoded.notes, _NOT_FOUND)
    return Content(text or page.text(), tuple(page.tables), (), decoded.encoding, notes)


def _parse(text: str, file: str) -> etree._Element:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Unreadable(
            file, "it holds no web page. Save the page anew.", "没有网页内容，请重新保存网页。"
        ) from error


def _article(root: etree._Element, whole: str) -> str:
    """From the first to the last line that trafilatura takes for the article, and the title; "" in doubt.

    It only sets the bounds: within them no line is lost, not even one that is printed twice.
    """
    import trafilatura

    _drop_navigation(root)
    lines = _Page.of(root).lines
    for table in list(root.iter("datatable")):
        table.drop_tree()  # type: ignore[attr-defined]  # lxml.html adds it to each element
    taken = trafilatura.extract(root, include_tables=False, include_comments=False, favor_recall=True) or ""
    known = {_letters(line) for line in taken.splitlines()}
    places = [number for number, line in enumerate(lines) if _letters(line) in known]
    article = lines[places[0] : places[-1] + 1] if places else []
    title = next((line for e in root.iter("h1") if (line := _squeeze(_inner_text(e)))), "")
    text = "".join(line + "\n" for line in ([] if title in article or not title else [title]) + article)
    too_little = text.count("。") < _ENOUGH * whole.count("。") or len(text) < _LEAST * len(whole)
    return "" if too_little else text


def _letters(line: str) -> str:
    """A line without what trafilatura changes: blanks, and the marks of lists."""
    return re.sub(r"^[-*•]\s|\s", "", line)


def _drop_navigation(root: etree._Element) -> None:
    """Remove blocks that are little more than links, such as menus and lists of other articles."""
    for block in list(root.iter("nav", "footer", "ul", "ol", "dl", "div", "p", "li")):
        words = len(_squeeze(_inner_text(block)))
        linked = sum(len(_squeeze(_inner_text(link))) for link in block.iter("a"))
        if block.getparent() is not None and (block.tag in ("nav", "footer") or linked > _LINKS * words):
            block.drop_tree()  # type: ignore[attr-defined]


class _Page:
    """The walk through a page: a line for each block, a table for each table of data."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._line: list[str] = []

    @classmethod
    def of(cls, root: etree._Element) -> Draft:
        """The lines and tables of all that stands in an element."""
        page = cls()
        page.inside(root)
        page.end_line()
        return page.draft

    def walk(self, element: etree._Element) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or _SILENT.fullmatch(tag):
            return
        if tag == "datatable":
            self.end_line()
            self._table(element)
        else:
            block = _BLOCKS.fullmatch(tag)
            if block:
                self.end_line()
            self.inside(element)
            if block:
                self.end_line()

    def inside(self, element: etree._Element) -> None:
        self._line.append(element.text or "")
        for inner in element:
            self.walk(inner)
            self._line.append(inner.tail or "")

    def end_line(self) -> None:
        line = _squeeze("".join(self._line))
        self._line.clear()
        if line and not line.isspace():
            self.draft.lines.append(line)

    def _table(self, table: etree._Element) -> None:
        for caption in table.iter("caption"):
            self.draft.lines.append(_squeeze(_inner_text(caption)))
        cells, merged = _cells(table)
        self.draft.add_table(cells, merged)


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data, rather than lays out a page."""
    if next(table.iterdescendants("table", "datatable"), None) is not None:
        return False
    rows = [[c for c in row if c.tag in ("td", "th")] for row in table.iter("tr")]
    texts = [_cell_text(cell) for row in rows for cell in row]
    filled = [text for text in texts if text.strip()]
    sentences = sum(holds_sentences(text) for text in filled)
    return len(rows) > 1 and max(map(len, rows)) > 1 and sentences * 2 <= len(filled)


def _cells(
    table: etree._Element,
) -> tuple[dict[tuple[int, int], TableCell], list[tuple[int, int, int, int]]]:
    """Cells and merged areas of a table, by the standard's way of filling its slots."""
    cells: dict[tuple[int, int], TableCell] = {}
    merged: list[tuple[int, int, int, int]] = []
    taken: set[tuple[int, int]] = set()
    rows = list(table.iter("tr"))
    for row, element in enumerate(rows):
        column = 0
        for cell in (c for c in element if c.tag in ("td", "th")):
            while (row, column) in taken:
                column += 1
            down, across = _span(cell, "rowspan") or len(rows), _span(cell, "colspan") or 1
            last = min(row + down, len(rows)) - 1, column + across - 1
            taken |= {(r, c) for r in range(row, last[0] + 1) for c in range(column, last[1] + 1)}
            if last != (row, column):
                merged.append((row, column, *last))
            text = _cell_text(cell)
            if text and not text.isspace():
                cells[row, column] = TableCell(text, bold=cell.tag == "th" or _is_bold(cell))
            column = last[1] + 1
    return cells, merged


def _span(cell: etree._Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(whole(value, 1), _MOST_SPAN)


def _is_bold(cell: etree._Element) -> bool:
    return next(cell.iter("b", "strong"), None) is not None


def _cell_text(cell: etree._Element) -> str:
    """A cell's text, a line for each block in it; leading no-break spaces are an indent and stay."""
    return "\n".join(_Page.of(cell).lines)


def _inner_text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _squeeze(text: str) -> str:
    """Blanks as a browser shows them: ASCII ones fold into one, others stay."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")
