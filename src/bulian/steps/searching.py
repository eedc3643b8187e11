"""Outside firm tables of a workspace: brought in, understood, and indexed when they or the chains change."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulian.chain.catalogue import Catalogue
from bulian.corpus.metadata import read_metadata
from bulian.corpus.workers import Limits, run_each
from bulian.corpus.workspace import Workspace
from bulian.desk.columns import Header, keep_mapping, kept_mapping, typed_mapping
from bulian.desk.outside import Indexed, IndexTask, OutsideTable, index_tables, preview
from bulian.errors import BadRequest, BulianError, WorkspaceError
from bulian.plan.firm_index import stamp_of
from bulian.steps.changing import chain_catalogue
from bulian.steps.mending import aside, set_aside
from bulian.vocab.registers import outside_firms

FOLDER = "outside"
_INDEX = "outside.db"
_TO_MEND = "外地企业名录"
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods")
_LIMITS = Limits(memory_bytes=2 * 1024**3, seconds=600)


@dataclass(frozen=True, slots=True)
class Brought:
    """A firm table that was brought in, or looked at.

    Attributes:
        table: where it lies now. header: how its columns are understood; None where none was found.
        first: its first rows. indexed: None where it was only looked at. to_mend: the rows set aside.
    """

    table: Path
    header: Header | None
    first: tuple[tuple[str, ...], ...]
    indexed: Indexed | None
    to_mend: Path | None


@dataclass(frozen=True, slots=True)
class Searched:
    """What there is to search: the index, its tables, and what came of making it anew, None if it stood."""

    index: Path
    tables: tuple[OutsideTable, ...]
    made: Indexed | None


def bring(
    workspace: Workspace, file: Path, *, mapping: Sequence[str] = (), only_look: bool = False
) -> Brought:
    """Copy a firm table and its `.meta.toml` to `outside/`, keep how its headers were mapped, and index it.

    Args:
        mapping: headers as typed, `企业全称=name`; kept for the next table.
        only_look: say how it is understood and keep nothing.

    Raises:
        BadRequest: no such file, or no table that names firms. Unreadable: it cannot be read.
        MappingError: a mapping does not fit.
    """
    if not file.is_file():
        raise BadRequest(f"there is no file {file}.", f"没有文件 {file}。")
    typed = typed_mapping(outside_firms(), mapping)
    known = {**kept_mapping(workspace.mappings, outside_firms()), **typed}
    header, first = preview(_table(file), known)
    if header is None or "name" not in header.fields:
        raise BadRequest(
            f"{file.name}: no row names firms. Say which column holds their names: --map HEADER=name.",
            f"{file.name}：没有一行表头写着企业名称。请说明哪一列是：--map 表头=name。",
        )
    shown = tuple(tuple(row) for row in first)
    if only_look:
        return Brought(file, header, shown, None, None)
    if typed:
        keep_mapping(workspace.mappings, outside_firms(), typed)
    kept = _copy(workspace, file)
    made = search(workspace, chain_catalogue(workspace, None)).made
    return Brought(kept, header, shown, made, _set_aside(workspace, made) if made else None)


def search(workspace: Workspace, catalogue: Catalogue) -> Searched:
    """The index of the outside tables, made anew where they, the mapping or the chains changed.

    Raises:
        Unreadable: a table cannot be read.
    """
    tables = outside_tables(workspace)
    index = workspace.root / _INDEX
    mapping = kept_mapping(workspace.mappings, outside_firms())
    stamp = _stamp(tables, mapping, catalogue)
    if not tables or stamp_of(index) == stamp:
        return Searched(index, tables, None)
    task = IndexTask(tables, mapping, catalogue.chains, index, stamp)
    ((_, made),) = run_each(index_tables, [task], workers=1, limits=_LIMITS, name=lambda one: FOLDER)
    if isinstance(made, BulianError):
        raise made
    return Searched(index, tables, made)


def outside_tables(workspace: Workspace) -> tuple[OutsideTable, ...]:
    """The firm tables below `outside/`, by name."""
    folder = workspace.root / FOLDER
    found = sorted(folder.glob("*")) if folder.is_dir() else []
    return tuple(_table(path) for path in found if path.suffix.lower() in _TABLES)


def _set_aside(workspace: Workspace, made: Indexed) -> Path | None:
    """The rows with problems, as they came, with where and what, in a file to mend; None for none."""
    rows = [
        aside(one.cells, one.place, "；".join(problem.zh for problem in one.problems)) for one in made.bad
    ]
    return set_aside(workspace.out, _TO_MEND, rows)


def _table(path: Path) -> OutsideTable:
    about = read_metadata(path)
    return OutsideTable(path, about.published_on, about.synthetic)


def _copy(workspace: Workspace, file: Path) -> Path:
    folder = workspace.root / FOLDER
    kept = folder / file.name
    try:
        folder.mkdir(exist_ok=True)
        for path in (file, file.with_name(f"{file.name}.meta.toml")):
            if path.is_file() and path.resolve() != (folder / path.name).resolve():
                shutil.copyfile(path, folder / path.name)
    except OSError as error:
        raise WorkspaceError(
            folder,
            f"cannot be written ({error.strerror}). Check the folder's permissions.",
            f"写不进去（{error.strerror}）。请检查文件夹权限。",
        ) from error
    return kept


def _stamp(tables: Sequence[OutsideTable], mapping: object, catalogue: Catalogue) -> str:
    """Changes with every byte of the tables, their dates, the mapping and the chains."""
    whole = hashlib.sha256()
    for table in tables:
        whole.update(repr((table.path.name, table.dated, table.synthetic)).encode())
        with table.path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    whole.update(repr(mapping).encode())
    for chain in catalogue.chains:
        whole.update(repr(chain).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
