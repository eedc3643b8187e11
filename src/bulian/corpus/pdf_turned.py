"""Characters of a turned page whose font is neither in the file nor on this machine.

pdfium measures letters by their outlines. Without a font they have no height, and on a page that lies on its
side, where that height is a width, it takes whole lines for empty and drops them. pdfplumber measures by the
widths that the file itself states, so what is read does not depend on the fonts of an office computer.
"""

import io
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from bulian.corpus.lines import Glyph, as_written

_FLAT = 0.05  # points; the thinnest full stop is thicker


def loses_lines(page: Any) -> bool:
    """Whether pdfium may have dropped lines of this page: it is turned, and a letter of it has no outline."""
    if not page.get_rotation():
        return False
    objects = page.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=4)
    return any(_is_flat(each) for each in objects)


def glyphs_by_width(raw: bytes, number: int) -> Iterator[Glyph]:
    """The characters of page `number`, from 0, where the file says they stand, as the page is seen.

    Raises:
        PdfiumError: pdfplumber cannot read the page either.
    """
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        page = pdfplumber.open(io.BytesIO(raw)).pages[number]
        characters, left, height = page.chars, page.bbox[0], float(page.height) + page.bbox[1]
    except (PdfminerException, PDFException, PSException) as error:
        raise pdfium.PdfiumError(str(error)) from error
    line, before = 0, None
    for one in characters:
        if before is not None and _begins_a_line(before, one):
            line += 1
        before = one
        yield Glyph(
            as_written(one["text"]),
            line,
            one["x0"] - left,
            height - one["bottom"],
            one["x1"] - left,
            height - one["top"],
        )


def _is_flat(text: Any) -> bool:
    left, bottom, right, top = text.get_bounds()
    return bool(min(right - left, top - bottom) < _FLAT)


def _begins_a_line(before: dict[str, Any], after: dict[str, Any]) -> bool:
    size = before["bottom"] - before["top"]
    return bool(abs(after["top"] - before["top"]) > size / 2 or after["x0"] < before["x0"] - size / 2)
