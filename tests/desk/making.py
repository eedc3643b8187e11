"""Workspaces, persons and tables for the tests of the desk; all names are made up."""

from collections.abc import Sequence
from pathlib import Path

from bulian.corpus import read
from bulian.corpus.workspace import Workspace, create_workspace
from bulian.desk.book import Signed
from bulian.model.document import Document

NOW = "2026-06-30T09:00:00+08:00"


def workspace(folder: Path) -> Workspace:
    return create_workspace(folder / "区", region="500104", name="示例区")


def signed(on: str = "2026-06-01", *, at: str = NOW, owner: str = "", why: str = "") -> Signed:
    return Signed("经办一号", at, on, owner, "", why)


def table(folder: Path, lines: Sequence[str], *, encoding: str = "utf-8", name: str = "表.csv") -> Document:
    """A .csv file of these lines, read as any other file."""
    path = folder / name
    path.write_bytes("\n".join(lines).encode(encoding))
    return read(path, name)
