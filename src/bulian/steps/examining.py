"""What is installed, what is missing, what to do."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Literal

from bulian.corpus.workspace import Workspace, find_workspace, list_sources
from bulian.errors import BulianError, WorkspaceError
from bulian.extract.tables.mapping import load_mappings
from bulian.ledger import auditing
from bulian.ledger.opening import read_ledger
from bulian.ledger.readers import read_otherwise
from bulian.steps.outlining import townships_of

_NAMED = 20
State = Literal["good", "missing", "broken", "stale"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, how it stands, and what to do, in English and Chinese."""

    what: str
    state: State
    en: str
    zh: str


def doctor(folder: Path | None = None) -> tuple[Check, ...]:
    """Look at the installation and, where there is one, at the workspace. Changes nothing."""
    return (*_installation(), *_workspace(folder))


def _installation() -> Iterator[Check]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Check("Python", "good", python, python)
    yield Check("SQLite", "good", sqlite3.sqlite_version, sqlite3.sqlite_version)
    for requirement in requires("bulian") or ():
        name = requirement.split(";")[0].split(">")[0].split("=")[0].strip()
        try:
            found = version(name)
        except PackageNotFoundError:
            yield Check(
                name,
                "missing",
                "not installed; run ./run once, or pip install -e .",
                "没有安装；运行一次 ./run，或 pip install -e .",
            )
        else:
            yield Check(name, "good", found, found)


def _workspace(folder: Path | None) -> Iterator[Check]:
    try:
        workspace = find_workspace(folder or Path.cwd())
    except WorkspaceError as error:
        # Outside any workspace there is nothing to look at, unless one was named.
        if folder is not None:
            yield Check("bulian.toml", "broken", error.en, error.zh)
        return
    yield Check("bulian.toml", "good", str(workspace.root), str(workspace.root))
    for what, look in (("sources", _sources), ("mappings", _mappings), ("ledger.db", _ledger)):
        try:
            found = look(workspace)
        except BulianError as error:
            yield Check(what, "broken", error.en, error.zh)
        else:
            yield Check(what, "good", *found)
    yield from _read_otherwise(workspace)
    yield from _boundaries(workspace)
    yield from _journal(workspace)
    yield from _room(workspace)


def _sources(workspace: Workspace) -> tuple[str, str]:
    count = len(list_sources(workspace))
    return f"{count} files", f"{count} 份文件"


def _mappings(workspace: Workspace) -> tuple[str, str]:
    count = len(load_mappings(workspace.mappings))
    return f"{count} kept", f"存了 {count} 份"


def _ledger(workspace: Workspace) -> tuple[str, str]:
    if not workspace.ledger.exists():
        return "not built yet: bulian build", "还没有建：bulian build"
    with read_ledger(workspace.ledger):
        return "opens", "打得开"


def _read_otherwise(workspace: Workspace) -> Iterator[Check]:
    try:
        with read_ledger(workspace.ledger) as ledger:
            notices = read_otherwise(ledger)
    except BulianError:  # of a ledger that does not open the check above tells
        return
    yield from (Check("ledger.db", "stale", *notice) for notice in notices)


def _boundaries(workspace: Workspace) -> Iterator[Check]:
    """Of a workspace that holds outlines: which townships they draw, and what in them is none."""
    try:
        found = townships_of(workspace)
    except WorkspaceError as error:
        yield Check("boundaries", "broken", error.en, error.zh)
        return
    for en, zh in found.refused:
        yield Check("boundaries", "broken", en, zh)
    if found.rings or found.strange:
        en = f"{len(found.rings)} of {len(found.townships)} townships drawn"
        zh = f"{len(found.townships)} 个镇街画了 {len(found.rings)} 个"
        if strange := found.strangers:
            told, more = strange[:_NAMED], " …" if strange[_NAMED:] else ""
            en = f"{en}; no township: {', '.join(told)}{more}"
            zh = f"{zh}；不是本区镇街：{'、'.join(told)}{more}"
        yield Check("boundaries", "good", en, zh)


def _journal(workspace: Workspace) -> Iterator[Check]:
    problems = auditing.verify(workspace.journal)
    for problem in problems:
        yield Check("journal", "broken", problem.en, problem.zh)
    if not problems:
        yield Check("journal", "good", "the chain holds", "链条完整")


def _room(workspace: Workspace) -> Iterator[Check]:
    if not os.access(workspace.root, os.W_OK):
        yield Check(
            "folder",
            "broken",
            "read-only: build cannot write here; copy the workspace to a folder of yours",
            "只读：build 写不进去；请把工作区复制到自己的文件夹",
        )
    free = shutil.disk_usage(workspace.root).free // 2**20
    state: State = "good" if free > 200 else "broken"
    yield Check("disk", state, f"{free} MB free", f"还有 {free} MB")
