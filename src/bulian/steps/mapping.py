"""How each column of a table was understood, and a person's corrections of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, BulianError, MappingError, WorkspaceError
from bulian.extract.tables.mapping import learn, load_mappings, parse_correction, write_mapping
from bulian.model.document import Document
from bulian.model.reading import Reading
from bulian.steps.building import home_of
from bulian.steps.extracting import look
from bulian.steps.reading import Task, read_each


@dataclass(frozen=True, slots=True)
class Mapped:
    """A file's tables as they are understood now; `kept` are the mapping files that were just written."""

    document: Document
    reading: Reading
    kept: tuple[Path, ...] = ()


def map_table(workspace: Workspace | None, file: Path, *, corrections: Sequence[str] = ()) -> Mapped:
    """Read a file's tables and say how; with corrections, keep them in the workspace and read again.

    Args:
        file: a path, or a name below `sources/`.
        corrections: as typed: `C=indicator:工业总产值,unit:亿元`, `D=skip`, `名录!E=subject`.

    Raises:
        MappingError: a correction does not fit the table. BadRequest: no such file, or no workspace to keep
            corrections in. Unreadable: the file cannot be read.
    """
    found = _read(workspace, file)
    if not corrections:
        return found
    if workspace is None:
        raise BadRequest(
            "corrections are kept in a workspace. Stand in one, or name it before the file.",
            "更正要记在工作区里。请在工作区内运行，或把工作区写在文件名前面。",
        )
    kept = _keep(workspace, found, corrections)
    return replace(_read(workspace, file), kept=kept)


def _read(workspace: Workspace | None, file: Path) -> Mapped:
    ((_, outcome),) = read_each([_task(workspace, file)])
    if isinstance(outcome, BulianError):
        raise outcome
    return Mapped(*outcome)


def _task(workspace: Workspace | None, file: Path) -> Task:
    if workspace is None:
        return look(file)
    task = look(file if file.exists() else workspace.sources / file)
    return replace(task, home=home_of(workspace), mappings=load_mappings(workspace.mappings))


def _keep(workspace: Workspace, found: Mapped, corrections: Sequence[str]) -> tuple[Path, ...]:
    typed = [parse_correction(text) for text in corrections]
    sheets = [table.sheet for table in found.document.tables]
    for text, correction in zip(corrections, typed, strict=True):
        if not sheets or (correction.sheet is None and len(sheets) > 1):
            raise _which(text, sheets)
        if correction.sheet not in (None, *sheets):
            raise _which(text, sheets)
    try:
        return tuple(
            write_mapping(workspace.mappings, learn(table, found.reading.columns, typed))
            for table in found.document.tables
            if any(correction.sheet in (None, table.sheet) for correction in typed)
        )
    except OSError as error:
        raise WorkspaceError(
            workspace.mappings,
            f"cannot be written ({error.strerror}). Check the folder's permissions.",
            f"写不进去（{error.strerror}）。请检查文件夹权限。",
        ) from error


def _which(text: str, sheets: list[str]) -> MappingError:
    example = f"{sheets[0]}!{text}" if sheets else ""
    return MappingError(
        f"{text!r}: say which sheet, as {example!r}. There are: {', '.join(sheets) or 'none'}.",
        f"“{text}”：请写明哪张表，如“{example}”。这份文件有：{'、'.join(sheets) or '没有表'}。",
    )
