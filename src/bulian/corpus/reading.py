"""Which reader reads this file, and what document comes of it?"""

import hashlib
from pathlib import Path

from bulian.corpus.readers import readers
from bulian.errors import Unreadable
from bulian.model.document import Document, Metadata


def read(path: Path, name: str, *, metadata: Metadata | None = None) -> Document:
    """The document in the file at `path`.

    Args:
        path: the file; read once.
        name: what the document is called, in its fields and in messages ("报告/2024年.docx").
        metadata: what is known from outside; None means nothing is (see `metadata.read_metadata`).

    Raises:
        Unreadable: with the reason and what to do, in both languages.
    """
    raw = path.read_bytes()
    reader = readers().get(path.suffix.lower())
    if reader is None:
        raise Unreadable(name, "no reader for this kind of file.", "没有能读这种文件的读取器。")
    content = reader.read(raw, name)
    return Document(
        doc=hashlib.sha256(raw).hexdigest(),
        name=name,
        text=content.text,
        tables=content.tables,
        pages=content.pages,
        reader=reader.name,
        encoding=content.encoding,
        notes=content.notes,
        metadata=metadata or Metadata(),
    )
