"""The text layer of a PDF: paragraphs page by page, and tables."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from bulian.corpus.archive import protected
from bulian.corpus.lines import Glyph, Line, as_written, lines_of, paragraphs, without_furniture
from bulian.corpus.pdf_rules import Box, rules_of
from bulian.corpus.pdf_running import appended, repeated_rows
from bulian.corpus.pdf_tables import Found, TableFinder
from bulian.corpus.pdf_turned import glyphs_by_width, loses_lines
from bulian.corpus.prose import caption_of
from bulian.corpus.reader import Content
from bulian.errors import Unreadable
from bulian.model.document import Table

Note = tuple[str, str]

_UNREADABLE_SHARE = 0.3  # of characters without meaning, above which a text layer is worthless
_SAME_COLUMN = 8.0  # points within which the columns of two pages are the same
_SAYS_CONTINUED = re.compile(
    r"[（(]?\s*(?:续|接上|单\s*位\s*[:：]|表\s*\d+.*续)"
)  # above the rest of a table


@dataclass(slots=True)
class _Page:
    """One page: its lines outside tables, and its tables."""

    number: int
    lines: list[Line]
    tables: list[Found] = field(default_factory=list)
    pictures: bool = False


def read_pages(raw: bytes, file: str) -> Content:
    """Paragraphs and tables of a PDF.

    Lines of a paragraph are joined, also over pages; running headers, footers and page numbers are left out.
    What stands in a table is not in the text. `pages` gives the offset at which each page begins.

    Raises:
        Unreadable: no text layer (a scan), a password, or no PDF that pdfium can open.
    """
    notes: list[Note] = []
    finder = TableFinder(io.BytesIO(raw))
    with _open(raw, file) as document:
        pages = [_read_page(document, number, raw, finder, notes) for number in range(len(document))]
        notes += [
            (f"page {n + 1}: ruled tables were not found.", f"第 {n + 1} 页的表格未能识别。")
            for n in finder.failed
        ]
    _check_text_layer(pages, file, notes)
    kept, furniture = without_furniture([page.lines for page in pages])
    for page, lines in zip(pages, kept, strict=True):
        page.lines = lines
    if furniture:
        some = " / ".join(line[:40] for line in furniture[:3])
        notes.append((f"repeated on most pages and left out: {some}", f"多数页面重复出现、未读取：{some}"))
    _join_over_pages(pages)
    text, offsets = _text_of(pages)
    tables = tuple(
        _with_caption(found, page, before)
        for before, page in pairwise([None, *pages])
        if page is not None
        for found in page.tables
    )
    return Content(text, tables, offsets, None, tuple(notes))


def _open(raw: bytes, file: str) -> Any:
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise protected(file) from error
        raise _broken(file) from error
    if not len(document):
        raise _broken(file)
    return document


def _broken(file: str) -> Unreadable:
    return Unreadable(
        file,
        "it is damaged or no PDF. Open it in a PDF program, print it to a new PDF and bring that.",
        "文件已损坏或不是 PDF。请用 PDF 软件打开，重新打印成 PDF 后再放进来。",
    )


def _read_page(document: Any, number: int, raw: bytes, finder: TableFinder, notes: list[Note]) -> _Page:
    try:
        page = document[number]
        glyphs = list(glyphs_by_width(raw, number) if loses_lines(page) else _glyphs(page))
        rules = rules_of(page, _placing(page))
        pictures = any(page.get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
    except pdfium.PdfiumError:
        notes.append(
            (f"page {number + 1} is damaged and was not read.", f"第 {number + 1} 页已损坏，没有读取。")
        )
        return _Page(number, [])
    tables, rest = finder.find(number, glyphs, rules)
    return _Page(number, list(lines_of(rest)), tables, pictures)


def _glyphs(page: Any) -> Iterator[Glyph]:
    """The characters of a page and where they stand, its lower left corner as seen being the origin."""
    text = page.get_textpage()
    place, box = _placing(page), pdfium_c.FS_RECTF()
    line = 0
    for index in range(pdfium_c.FPDFText_CountChars(text)):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        if code in (10, 13):
            line += code == 10
            continue
        generated = pdfium_c.FPDFText_IsGenerated(text, index) == 1  # pdfium's own blank for a gap
        if generated or not pdfium_c.FPDFText_GetLooseCharBox(text, index, box):
            continue
        x0, y0, x1, y1 = place((box.left, box.bottom, box.right, box.top))
        yield Glyph(as_written(chr(code)), line, x0, y0, x1, y1)


def _placing(page: Any) -> Callable[[Box], Box]:
    """What turns a box of the file into one of the page as seen, its lower left corner being the origin."""
    left, bottom, right, top = page.get_mediabox()
    turned = page.get_rotation()

    def place(box: Box) -> Box:
        x0, y0, x1, y1 = box
        if turned == 90:
            return y0 - bottom, right - x1, y1 - bottom, right - x0
        if turned == 180:
            return right - x1, top - y1, right - x0, top - y0
        if turned == 270:
            return top - y1, x0 - left, top - y0, x1 - left
        return x0 - left, y0 - bottom, x1 - left, y1 - bottom

    return place


def _check_text_layer(pages: list[_Page], file: str, notes: list[Note]) -> None:
    """Refuse a scan, and note single scanned pages."""
    text = "".join(line.text for page in pages for line in page.lines)
    text += "".join(
        cell.text for page in pages for found in page.tables for cell in found.table.cells.values()
    )
    senseless = sum(unicodedata.category(character) in ("Co", "Cn", "Cc") for character in text)
    if not text.strip() or senseless > _UNREADABLE_SHARE * len(text):
        raise Unreadable(
            file,
            "it is a scan: there is no text layer. Run text recognition (OCR) on it and bring the PDF with "
            "its text layer, or the Word file.",
            "这是扫描件，没有文字层。请先做文字识别（OCR），再放入带文字层的 PDF 或 Word 文件。",
        )
    scanned = [str(p.number + 1) for p in pages if p.pictures and not p.lines and not p.tables]
    if scanned:
        notes.append(
            (
                f"no text layer, so not read: page {', '.join(scanned)}. Run text recognition (OCR) on them.",
                f"第 {'、'.join(scanned)} 页没有文字层，未读取。请对这些页做文字识别（OCR）。",
            )
        )


def _join_over_pages(pages: list[_Page]) -> None:
    """Put a table that runs on at the head of the next page behind its beginning, its header left out."""
    home: _Page | None = None  # the page on which a table began that may run on
    for before, page in pairwise(pages):
        home = home or before
        first = page.tables[0] if page.tables else None
        if first is None or not home.tables or not _runs_on(home.tables[-1], before, first, page):
            home = None
            continue
        home.tables[-1] = replace(appended(home.tables[-1], first), bottom=first.bottom)
        del page.tables[0]
        if page.tables or any(line.middle < first.bottom for line in page.lines):
            home = None


def _runs_on(last: Found, before: _Page, first: Found, page: _Page) -> bool:
    above = [line for line in page.lines if line.middle > first.top]
    whole = all(line.middle > last.bottom for line in before.lines)
    whole &= all(_SAYS_CONTINUED.match(line.text) for line in above)
    if not whole or len(last.columns) != len(first.columns):
        return False
    in_line = all(abs(a - b) < _SAME_COLUMN for a, b in zip(last.columns, first.columns, strict=True))
    return in_line or repeated_rows(last.table, first.table) > 0


def _text_of(pages: list[_Page]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and where in it each begins; a page without text, where the next one does."""
    parts: list[str] = []
    begins: dict[int, int] = {}
    length, before = 0, None
    for number, page in enumerate(pages):
        around = [
            line for near in pages[max(0, number - 1) : number + 2] if near is not page for line in near.lines
        ]
        for joint, line in paragraphs(page.lines, before, around=around):
            begins.setdefault(page.number, length + len(joint))
            parts += joint, line.text
            length += len(joint) + len(line.text)
            before = line
        for prose in (text for found in page.tables for text in found.prose):
            begins.setdefault(page.number, length + 1)
            parts += "\n", prose
            length += 1 + len(prose)
            before = None if before is None else replace(before, text=prose, right=0.0)
    offsets, following = [], length
    for page in reversed(pages):
        following = begins.get(page.number, following)
        offsets.append(following)
    return "".join(parts) + "\n", tuple(reversed(offsets))


def _with_caption(found: Found, page: _Page, before: _Page | None) -> Table:
    """A table with the paragraphs right above it, nearest last, also from the foot of the page before."""
    above = sorted((line for line in page.lines if line.middle > found.top), key=lambda line: -line.middle)
    if before is not None and not any(other.top > found.top for other in page.tables):
        lowest = min((other.bottom for other in before.tables), default=inf)
        above = [*(line for line in before.lines if line.middle < lowest), *above]
    texts: list[str] = []
    for joint, line in paragraphs(above, None, around=page.lines):
        if texts and joint != "\n":
            texts[-1] += joint + line.text
        else:
            texts.append(line.text)
    return replace(found.table, caption=caption_of(texts))
