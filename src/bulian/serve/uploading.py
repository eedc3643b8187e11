"""A file handed in on a page: it goes where people put files themselves, and is read under the same guard."""

from pathlib import Path

from bulian.corpus.workspace import META, Workspace
from bulian.desk.loaded import ENDINGS
from bulian.errors import BadRequest, WorkspaceError

MOST = 64 * 2**20
"""Bytes of one file; larger ones are put into `sources/` by hand."""
_LONGEST = 120


def take(workspace: Workspace, name: str, content: bytes) -> Path:
    """Put a file into `sources/`; nothing that lies there is ever overwritten.

    Raises:
        BadRequest: the name is no plain file name, is taken, or the file is empty or too large.
        WorkspaceError: it cannot be written.
    """
    return _put(workspace.sources, name, content)


def take_table(workspace: Workspace, name: str, content: bytes) -> Path:
    """Put a table for a register into `desk/`, where no fact is read from it; nothing is ever overwritten.

    Raises:
        BadRequest: it is no table, or as for `take`. WorkspaceError: it cannot be written.
    """
    if Path(name).suffix.lower() not in ENDINGS:
        listed = ", ".join(ENDINGS)
        raise BadRequest(
            f"{name!r} is no table. A register loads {listed}.", f"“{name}”不是表格。台账能载入 {listed}。"
        )
    return _put(workspace.root / "desk", name, content)


def _put(folder: Path, name: str, content: bytes) -> Path:
    if not _plain(name):
        raise BadRequest(
            f"{name!r} is no plain file name. Rename the file, and hand it in again.",
            f"“{name}”不能作文件名。请改个名字再交。",
        )
    if not 0 < len(content) <= MOST:
        most = MOST // 2**20
        raise BadRequest(
            f"{name} is empty or larger than {most} MB. Put large files into {folder.name}/ by hand.",
            f"{name} 是空的，或大于 {most} MB。大文件请直接放进 {folder.name}/。",
        )
    target, fresh = folder / name, folder / f".{name}.new"
    try:
        folder.mkdir(exist_ok=True)
        fresh.write_bytes(content)
        target.hardlink_to(fresh)  # fails where the name is taken, also if somebody was faster
    except FileExistsError as error:
        raise BadRequest(
            f"{name} is there already. Rename the new file, or change the old one by hand.",
            f"{name} 已在 {folder.name}/ 里。请给新文件改名，或自己去换旧的。",
        ) from error
    except OSError as error:
        raise WorkspaceError(
            target, f"cannot be written ({error.strerror}).", f"写不进去（{error.strerror}）。"
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return target


def _plain(name: str) -> bool:
    """A name without folders, control characters or a dot in front, that is no note beside a file."""
    return (
        0 < len(name) <= _LONGEST
        and not name.startswith(".")
        and not name.endswith(META)
        and name.isprintable()
        and not any(sign in name for sign in '/\\:*?"<>|')
    )
