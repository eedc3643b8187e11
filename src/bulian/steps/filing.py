"""The whole site as plain files, for a colleague without the program: they open from disk."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, WorkspaceError
from bulian.ledger.opening import read_ledger

MARK = "bulian-site.txt"
"""Stands in every folder that `site` wrote, so that it may be written anew; no other folder is touched."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What was written: the page to open first, how many files, and how many bytes they have."""

    first: Path
    files: int
    size: int


def site(workspace: Workspace, folder: Path, *, now: str) -> Filed:
    """Write every page in both languages below `folder`, with a search that works from disk.

    A folder that `site` wrote before is replaced as a whole once the new one is complete.

    Args:
        now: by which deadlines are over, ISO 8601.

    Raises:
        BadRequest: the folder holds something else. LedgerError: the workspace was not built yet.
        WorkspaceError: it cannot be written there.
    """
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadRequest(
            f"{folder} holds other things, which would be lost. Name a new or empty folder.",
            f"{folder} 里有别的东西，写进去会丢。请换一个新的或空的文件夹。",
        )
    fresh = folder.with_name(f"{folder.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        count, size = _written(workspace, fresh, now)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except OSError as error:
        raise WorkspaceError(
            folder,
            f"cannot be written ({error.strerror}). Choose another folder, or make room.",
            f"写不进去（{error.strerror}）。请换一个文件夹，或腾出空间。",
        ) from error
    return Filed(folder / "index.html", count, size)


def _written(workspace: Workspace, folder: Path, now: str) -> tuple[int, int]:
    from bulian.publish.site.filing import files_of
    from bulian.publish.site.links import Served
    from bulian.publish.site.site import Site
    from bulian.publish.wording import wording
    from bulian.steps.serving import answers_of

    count = size = 0
    with read_ledger(workspace.ledger) as ledger:
        answers = answers_of(workspace, now)
        assessed = answers.ground

        def site_in(lang: str) -> Site:
            words = wording(lang)
            return Site(workspace.name, workspace.region, ledger, assessed, answers, words, Served(), False)

        for name, content in files_of(site_in):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            count, size = count + 1, size + len(content)
    (folder / MARK).write_text(f"bulian site {now}\n", "utf-8")
    return count, size
