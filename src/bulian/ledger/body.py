"""A document's text and tables, packed so that they can be shown after the file itself is gone."""

import hashlib
import json
import zlib
from dataclasses import replace
from typing import Any

from bulian.model.document import Document, Table, TableCell

_LEVEL = 6


def pack(document: Document) -> tuple[str, bytes]:
    """Hash and compressed bytes of what was read: text, tables, pages and notes; no name, no metadata."""
    whole = {
        "text": document.text,
        "tables": [_packed_table(table) for table in document.tables],
        "pages": document.pages,
        "notes": document.notes,
    }
    # Text may hold half a surrogate pair where a broken file did; it is kept as it is.
    raw = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return hashlib.sha256(raw).hexdigest(), zlib.compress(raw, _LEVEL)


def unpack(packed: bytes, shell: Document) -> Document:
    """`shell`, which holds name, reader and metadata, with the content that `pack` put away."""
    whole = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return replace(
        shell,
        text=whole["text"],
        tables=tuple(_unpacked_table(table) for table in whole["tables"]),
        pages=tuple(whole["pages"]),
        notes=tuple((en, zh) for en, zh in whole["notes"]),
    )


def _packed_table(table: Table) -> dict[str, object]:
    cells = [
        [row, column, cell.text, int(cell.percent), cell.indent, int(cell.bold)]
        for (row, column), cell in table.cells.items()
    ]
    return {"sheet": table.sheet, "cells": cells, "merged": table.merged, "caption": table.caption}


def _unpacked_table(packed: dict[str, Any]) -> Table:
    return Table(
        sheet=packed["sheet"],
        cells={
            (row, column): TableCell(text, bool(percent), indent, bool(bold))
            for row, column, text, percent, indent, bold in packed["cells"]
        },
        merged=tuple(tuple(area) for area in packed["merged"]),
        caption=tuple(packed["caption"]),
    )
