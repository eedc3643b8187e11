"""The texts of a Word file as trees: its body, and its endnotes where it has any."""

import io
import zipfile
from typing import Any

from lxml import etree

NOTES = "word/endnotes.xml"


def stories(content: bytes) -> list[Any]:
    """The body, then the endnotes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        held = [name for name in ("word/document.xml", NOTES) if name in archive.namelist()]
        return [etree.fromstring(archive.read(name)) for name in held]
