"""Which reader reads this file, and what document comes of it?"""

import hashlib
import os
from pathlib import Path

from bulian.corpus.kind import kind_of
from bulian.corpus.readers import readers
from bulian.errors import Unreadable
from bulian.model.document import Document, Metadata

MAX_TEXT_BYTES = 64 * 1024**2  # of text, Markdown, CSV and web pages
MAX_BYTES = 256 * 1024**2  # of anything else
_CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")


def read(path: Path, name: str, *, metadata: Metadata | None = None) -> Document:
    """The document in the file at `path`, read by what it holds rather than by its ending.

    Args:
        path: the file; read once.
        name: what the document is called, in its fields and in messages ("报告/2024年.docx").
        metadata: what is known from outside; None means nothing is (see `metadata.read_metadata`).

    Raises:
        Unreadable: with the reason and what to do, in both languages.
    """
    raw = _bytes_of(path, name)
    if not raw.strip():
        raise _empty(name)
    reader = readers()["." + _ending(kind_of(raw, path.suffix.lower(), name))]
    content = reader.read(raw, name)
    if not content.text.strip() and not any(table.cells for table in content.tables):
        raise _empty(name)
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


def needs_limits(path: Path) -> bool:
    """Whether reading this file belongs into a limited worker rather than the main process.

    Only files that are text by ending and do not begin like something else are safe without limits.
    """
    reader = readers().get(path.suffix.lower())
    if reader is None or reader.limited:
        return True
    try:
        with path.open("rb") as file:
            return file.read(8).startswith(_CONTAINERS)
    except OSError:
        return False  # `read` says why


def lies_within(path: Path, folder: Path) -> bool:
    """Whether `path`, with its links followed, still lies in `folder`."""
    return path.resolve().is_relative_to(folder.resolve())


def _ending(kind: str) -> str:
    return "txt" if kind == "text" else kind


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(name, "there is no such file.", "没有这个文件。")
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            limit = MAX_BYTES if file.read(8).startswith(_CONTAINERS) else MAX_TEXT_BYTES
            file.seek(0)
            raw = file.read(limit + 1)
    except OSError as error:
        raise Unreadable(
            name,
            f"the system does not let it be read ({error.strerror}). Check its permissions and the disk.",
            f"系统不允许读取（{error.strerror}）。请检查文件权限和磁盘。",
        ) from error
    if len(raw) > limit:
        raise Unreadable(
            name,
            f"it has {size // 1024**2} MB; at most {limit // 1024**2} MB are read. Split it, or keep what "
            "you need of it.",
            f"文件有 {size // 1024**2} MB，超过 {limit // 1024**2} MB 的上限。请拆分，或只留有用的。",
        )
    return raw


def _empty(name: str) -> Unreadable:
    return Unreadable(
        name,
        "it is empty: there is no text and no table in it. Bring the file with its content, or remove it.",
        "文件是空的，没有文字也没有表格。请放入有内容的文件，或将它移除。",
    )
