"""The body of a Word document as text and tables (ECMA-376, part 1, 17)."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bulian.corpus.archive import damaged, open_archive, read_member
from bulian.corpus.prose import Draft
from bulian.corpus.reader import Content
from bulian.corpus.xml import attribute, child, children, local, parse, whole
from bulian.model.document import TableCell

_AROUND_BLOCKS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
_AROUND_RUNS = _AROUND_BLOCKS | {"hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase", "oMathPara"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TWIPS = 210  # the width of one character of body text, in twentieths of a point


def read_word(raw: bytes, file: str) -> Content:
    """Paragraphs, one a line, and tables; text boxes and notes stand behind what holds them.

    Text inserted with tracked changes is read; deleted and hidden text is not. Page headers and footers are
    left out. Both are noted.
    """
    with open_archive(raw, file) as archive:
        part = next((n for n in archive.namelist() if re.fullmatch(r"word/document\w*\.xml", n)), None)
        body = child(parse(read_member(archive, part, file), file), "body") if part else None
        if body is None:
            raise damaged(file)
        walk = _Walk()
        walk.blocks(body)
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if name in archive.namelist():
                walk.notes(parse(read_member(archive, name, file), file))
        draft = walk.draft
        if walk.hidden:
            draft.notes.append(("hidden text was left out.", "隐藏文字未读取。"))
        if _has_furniture(archive, file):
            draft.notes.append(("page headers and footers were left out.", "页眉页脚未读取。"))
    return Content(text=draft.text(), tables=tuple(draft.tables), notes=tuple(draft.notes))


def _has_furniture(archive: zipfile.ZipFile, file: str) -> bool:
    """Whether a page header or footer says more than a page number."""
    for name in archive.namelist():
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            words = "".join(t.text or "" for t in parse(read_member(archive, name, file), file).iter("{*}t"))
            if re.search(r"[^\W\d_]{3}", words):
                return True
    return False


@dataclass(slots=True)
class _Walk:
    """The way through a document, in the order it is read."""

    draft: Draft = field(default_factory=Draft)
    hidden: bool = False

    def blocks(self, parent: etree._Element) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self.paragraph(element)
            elif name == "tbl":
                self.table(element)
            elif name in _AROUND_BLOCKS:
                self.blocks(element)

    def notes(self, root: etree._Element) -> None:
        for note in root:
            if not attribute(note, "type"):  # others are the rules between text and notes
                self.blocks(note)

    def paragraph(self, paragraph: etree._Element) -> None:
        boxes: list[etree._Element] = []
        self.draft.lines.append("".join(self.inline(paragraph, boxes)))
        for box in boxes:
            self.blocks(box)

    def inline(self, parent: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """The text of a paragraph's runs; text boxes in it are put into `boxes`."""
        for element in parent:
            name = local(element)
            if name == "t":
                yield element.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "r" and _is_hidden(element):
                self.hidden = True
            elif name == "r" or name in _AROUND_RUNS:
                yield from self.inline(element, boxes)
            elif name == "AlternateContent":  # the same drawing twice, for new and for old readers
                yield from self.inline(element[0], boxes) if len(element) else ()
            elif name == "oMath":
                yield from (t.text or "" for t in element.iter("{*}t"))
            elif name in ("drawing", "pict", "object"):
                boxes.extend(element.iter("{*}txbxContent"))

    def table(self, table: etree._Element) -> None:
        grid = _Grid()
        nested: list[etree._Element] = []
        for row, element in enumerate(_rows(table)):
            column = _number(child(element, "trPr"), "gridBefore", 0)
            for cell in _inside(element, "tc"):
                column = self.cell(grid, row, column, cell, nested)
        self.draft.add_table(grid.cells, grid.merged())
        for inner in nested:
            self.table(inner)

    def cell(
        self, grid: "_Grid", row: int, column: int, cell: etree._Element, nested: list[etree._Element]
    ) -> int:
        """Keep a cell; the column that follows it."""
        settings = child(cell, "tcPr")
        last = column + _number(settings, "gridSpan", 1) - 1
        merge = child(settings, "vMerge") if settings is not None else None
        paragraphs = list(_inside(cell, "p"))
        nested += _inside(cell, "tbl")
        boxes: list[etree._Element] = []
        text = "\n".join("".join(self.inline(paragraph, boxes)) for paragraph in paragraphs).rstrip("\n")
        text += "".join("\n" + "".join(self.inline(p, [])) for box in boxes for p in box.iter("{*}p"))
        if merge is not None and attribute(merge, "val") != "restart":
            grid.continue_down(row, column)
        else:
            grid.areas.append((row, column, row, last))
            if text and not text.isspace():
                grid.cells[row, column] = TableCell(
                    text, indent=_indent(paragraphs), bold=_is_bold(paragraphs)
                )
        return last + 1


@dataclass(slots=True)
class _Grid:
    """A table's cells, and the area that each covers."""

    cells: dict[tuple[int, int], TableCell] = field(default_factory=dict)
    areas: list[tuple[int, int, int, int]] = field(default_factory=list)

    def continue_down(self, row: int, column: int) -> None:
        for number, (top, left, bottom, right) in enumerate(self.areas):
            if left == column and bottom == row - 1:
                self.areas[number] = top, left, row, right

    def merged(self) -> list[tuple[int, int, int, int]]:
        return [area for area in self.areas if area[:2] != area[2:]]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table that tracked changes have not deleted."""
    for row in _inside(table, "tr"):
        settings = child(row, "trPr")
        if settings is None or child(settings, "del") is None:
            yield row


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of a name, also those wrapped in content controls and tracked changes."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _AROUND_BLOCKS:
            yield from _inside(element, name)


def _number(settings: etree._Element | None, name: str, otherwise: int) -> int:
    found = child(settings, name) if settings is not None else None
    return max(otherwise, whole(attribute(found, "val"), otherwise)) if found is not None else otherwise


def _is_hidden(run: etree._Element) -> bool:
    return _is_set(run, "vanish")


def _is_set(run: etree._Element, name: str) -> bool:
    settings = child(run, "rPr")
    mark = child(settings, name) if settings is not None else None
    return mark is not None and attribute(mark, "val") not in ("0", "false", "none")


def _is_bold(paragraphs: list[etree._Element]) -> bool:
    run = next((r for p in paragraphs for r in children(p, "r") if child(r, "t") is not None), None)
    return run is not None and _is_set(run, "b")


def _indent(paragraphs: list[etree._Element]) -> int:
    """By how many characters the first paragraph of a cell is set in."""
    settings = child(paragraphs[0], "pPr") if paragraphs else None
    ind = child(settings, "ind") if settings is not None else None
    if ind is None:
        return 0
    left = (
        _measure(ind, "leftChars") / 100 or _measure(ind, "left") / _TWIPS or _measure(ind, "start") / _TWIPS
    )
    first = _measure(ind, "firstLineChars") / 100 or _measure(ind, "firstLine") / _TWIPS
    return max(0, round(left + first))


def _measure(element: etree._Element, name: str) -> int:
    value = attribute(element, name)
    return -whole(value[1:], 0) if value.startswith("-") else whole(value, 0)
