"""Where a name still stands (姓名还留在哪里): files of a workspace and of backups, for a person to delete."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, BulianError
from bulian.extract.fold import fold
from bulian.ledger import journal
from bulian.ledger.persons import FILE, plain
from bulian.steps.extracting import look
from bulian.steps.reading import read_document

_MOST = 512 * 2**20
_FOLDED = 32 * 2**20  # larger ones are searched as they are written, not in the other script too
_MARKUP = (".docx", ".xlsx", ".xlsm", ".pptx", ".ods", ".odt")
_PACKED = (".pdf", ".xls", ".xlsb", ".doc", ".wps", ".et", ".rar", ".7z", ".gz")
_READ = (".pdf", ".xls")
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le")
_TAGS = re.compile(rb"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a name stands: a file, and a line of the journal, a part of an archive, or "" for anywhere."""

    file: Path
    where: str = ""

    def below(self, root: Path) -> str:
        """Its file as it lies below the workspace; elsewhere the whole path."""
        return str(self.file.relative_to(root) if self.file.is_relative_to(root) else self.file)


@dataclass(slots=True)
class Found:
    """Where a name stands, and the files, or parts of archives, that could not be looked into."""

    standing: list[Standing] = field(default_factory=list)
    unread: list[Standing] = field(default_factory=list)


def find_name(workspace: Workspace, name: str, also: Sequence[Path] = ()) -> Found:
    """Every file of a workspace, and of the places `also`, in which a name stands, in either script.

    The journal is told line by line; the table of persons is left out, as it holds the names of whoever is
    known. Words that a file has only as a picture are not found.

    Raises:
        BadRequest: no name is given, or one of `also` is not there.
    """
    if not plain(name):
        raise BadRequest("Say whose name to look for.", "请写要查的姓名。")
    for place in also:
        if not place.exists():
            raise BadRequest(f"there is no {place}.", f"没有 {place}。")
    found = Found()
    found.standing += _in_journal(workspace, name)
    for path in _files(workspace, also):
        try:
            _look(path, name, found)
        except (OSError, BulianError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
            found.unread.append(Standing(path))
    return found


def _in_journal(workspace: Workspace, name: str) -> Iterator[Standing]:
    for book in journal.books(workspace.journal):
        for entry in journal.read(workspace.journal, book):
            if any(plain(name) in fold(text) for text in _strings(entry.act)):
                yield Standing(journal.file_of(workspace.journal, book), str(entry.seq))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _strings(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _strings(each))


def _files(workspace: Workspace, also: Sequence[Path]) -> Iterator[Path]:
    own = (one for one in _below(workspace.root) if one.parent != workspace.journal)
    for path in dict.fromkeys((*own, *(one for place in also for one in _below(place)))):
        if path != workspace.root / FILE:
            yield path


def _below(place: Path) -> Iterable[Path]:
    if place.is_dir():
        return sorted(one for one in place.rglob("*") if one.is_file() and not one.is_symlink())
    return (place,)


def _look(path: Path, name: str, found: Found) -> None:
    if plain(name) in fold(path.name):
        found.standing.append(Standing(path))
    elif path.stat().st_size > _MOST:
        found.unread.append(Standing(path))
    elif path.suffix.lower() in _READ:
        document = read_document(look(path))
        cells = (cell.text for table in document.tables for cell in table.cells.values())
        if any(plain(name) in fold(text) for text in (document.text, *cells)):
            found.standing.append(Standing(path))
    elif path.suffix.lower() == ".zip":
        _look_into(path, name, found)
    elif path.suffix.lower() in _PACKED:
        found.unread.append(Standing(path))
    elif _holds(path.name, path.read_bytes(), name):
        found.standing.append(Standing(path))


def _look_into(path: Path, name: str, found: Found) -> None:
    """The parts of an archive, each by its name: a backup has persons, journal and documents in it."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            ending = Path(part.filename).suffix.lower()
            if ending in (*_PACKED, ".zip") or part.file_size > _MOST:
                found.unread.append(Standing(path, part.filename))
            elif _holds(part.filename, archive.read(part), name):
                found.standing.append(Standing(path, part.filename))


def _holds(file: str, content: bytes, name: str) -> bool:
    if Path(file).suffix.lower() not in _MARKUP:
        return _stands(content, name)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = (_TAGS.sub(b"", archive.read(one)).decode("utf-8", "ignore") for one in archive.namelist())
        return any(plain(name) in fold(unescape(text)) for text in parts)


def _stands(content: bytes, name: str) -> bool:
    """As written in any of the encodings of such files; in UTF-8 also in the other script."""
    written = (_encoded(name.strip(), each) for each in _ENCODINGS)
    if any(each and each in content for each in written):
        return True
    return len(content) <= _FOLDED and plain(name) in fold(content.decode("utf-8", "ignore"))


def _encoded(name: str, encoding: str) -> bytes:
    try:
        return name.encode(encoding)
    except UnicodeEncodeError:
        return b""
