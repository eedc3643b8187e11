"""What python-docx has no call for: East Asian fonts, bookmarks, links, fields, rules, fixed bytes."""

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

SONG, HEI = "宋体", "黑体"
_FALLBACKS = {SONG: "Noto Serif SC", HEI: "Noto Sans SC"}
_TWIPS_A_MM = 56.7
_AFTER_BORDERS = ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def element(tag: str, **attributes: str | int) -> Any:
    """An element of the word-processing name space with its attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def set_font(style: Any, family: str, points: float, *, bold: bool = False, colour: str = "000000") -> None:
    """One family for Latin and Chinese letters alike, by name and never by theme."""
    style.font.name = family
    style.font.size = Pt(points)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if "Theme" in key]:
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), family)


def set_spacing(style: Any, *, before: float, after: float, line: float) -> None:
    """Space before and after and the line pitch, in points; without a pitch a line is as high as it needs."""
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = Pt(line) if line else 1.0


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark the paragraph as a place to jump to."""
    start = element("bookmarkStart", id=number, name=name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(element("bookmarkEnd", id=number))


def bookmark_run(run: Run, name: str, number: int) -> None:
    """Mark one run of a paragraph as a place to jump to, or as a note that other places refer to."""
    run._r.addprevious(element("bookmarkStart", id=number, name=name))
    run._r.addnext(element("bookmarkEnd", id=number))


def link(paragraph: Paragraph, anchor: str, pieces: Iterable[Any]) -> None:
    """Make runs and fields of the paragraph one link to a bookmark."""
    made = element("hyperlink", anchor=anchor, history=1)
    paragraph._p.append(made)
    for piece in pieces:
        made.append(piece)


def field(paragraph: Paragraph, instruction: str, run: Run) -> Any:
    """Make a run of the paragraph a field such as PAGE; it shows its text until the field is updated."""
    simple = element("fldSimple", instr=instruction)
    simple.append(run._r)
    paragraph._p.append(simple)
    return simple


def three_lines(table: Table) -> None:
    """A rule above, a thin one under the head, a rule below; no verticals, no fill."""
    borders = element("tblBorders")
    for side in ("top", "bottom"):
        borders.append(element(side, val="single", sz=8, space=0, color="000000"))
    _put(table._tbl.tblPr, borders, _AFTER_BORDERS)
    for cell in table._tbl.tr_lst[0].tc_lst:
        edges = element("tcBorders")
        edges.append(element("bottom", val="single", sz=4, space=0, color="000000"))
        _put(cell.get_or_add_tcPr(), edges, ("shd", "noWrap", "tcMar", "textDirection", "vAlign"))


def fixed_widths(table: Table, shares: Iterable[int], whole_mm: float) -> None:
    """Columns by their share of the width, not by what they hold."""
    parts = list(shares)
    table.autofit = False
    for whole in table._tbl.tblPr.findall(qn("w:tblW")):
        whole.set(qn("w:w"), str(round(whole_mm * _TWIPS_A_MM)))
        whole.set(qn("w:type"), "dxa")
    widths = [Mm(whole_mm * share / sum(parts)) for share in parts]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width
    margins = element("tblCellMar")
    for side, twips in (("left", 0), ("right", 160)):
        margins.append(element(side, w=twips, type="dxa"))
    _put(table._tbl.tblPr, margins, ("tblLook", "tblCaption", "tblDescription"))


def _put(parent: Any, child: Any, successors: tuple[str, ...]) -> None:
    """Word refuses properties out of their order."""
    parent.insert_element_before(child, *(f"w:{name}" for name in successors))


def repeat_head(table: Table) -> None:
    """The first row stands on every page; no row is split between two."""
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(element("cantSplit"))
    table._tbl.tr_lst[0].get_or_add_trPr().append(element("tblHeader"))


def cells_by_row(table: Table) -> list[list[_Cell]]:
    """All cells of a table without merged ones; python-docx looks each of them up anew."""
    return [[_Cell(cell, table) for cell in row.tc_lst] for row in table._tbl.tr_lst]


def name_fallbacks(document: Document) -> None:
    """Say in the font table which free fonts stand in for 宋体 and 黑体."""
    for part in document.part.package.iter_parts():
        if part.partname.endswith("/fontTable.xml"):
            fonts = "".join(
                f'<w:font w:name="{name}"><w:altName w:val="{free}"/><w:charset w:val="86"/></w:font>'
                for name, free in _FALLBACKS.items()
            )
            blob = re.sub(rb"</w:fonts>\s*$", fonts.encode("utf-8") + b"</w:fonts>", part.blob)
            part._blob = blob


def settle(document: Document) -> None:
    """Today's layout rules rather than those of 2007, and no picture of the template."""
    for rule in document.settings.element.iter(qn("w:compatSetting")):
        if rule.get(qn("w:name")) == "compatibilityMode":
            rule.set(qn("w:val"), "15")
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def saved(document: Document) -> bytes:
    """The file; the same document gives the same bytes: members in order, no time stamps."""
    raw = io.BytesIO()
    document.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        # Readers expect the content types first.
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return packed.getvalue()
