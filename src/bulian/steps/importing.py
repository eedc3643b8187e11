"""A workspace back from a backup, in an empty folder, compared fact by fact."""

import csv
import io
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from bulian.corpus.bundle import MANIFEST, unpack
from bulian.corpus.workspace import Workspace, load_workspace
from bulian.errors import WorkspaceError
from bulian.ledger.auditing import verify
from bulian.steps.asking import facts
from bulian.steps.building import Built, Progress, build
from bulian.steps.exporting import FACTS, TOPS, refuse_unsound


@dataclass(frozen=True, slots=True)
class Imported:
    """What came back.

    Attributes:
        facts: how many are in force. missing: ids that were in force at the export and are not now; new: the
            other way round. Both are empty where the same reader reads the same files.
        gone: how many facts of files taken away, or of older readings, the export holds as rows; they are in
            out/export-facts.csv, as there is no file to read them from.
        reader: the reader's version at the export.
    """

    workspace: Workspace
    built: Built
    facts: int
    missing: tuple[str, ...]
    new: tuple[str, ...]
    gone: int
    reader: str


def import_(
    file: Path, into: Path, *, now: str, progress: Progress = lambda done, total, name: None
) -> Imported:
    """Make the workspace of a backup anew in the empty or new folder `into`, and build it.

    Args:
        now: the time of this build, ISO 8601 with zone. What the journal tells keeps its own dates.

    Raises:
        WorkspaceError: the file was changed or is none of ours, or `into` holds something already.
        JournalError: the journal in it is not as it was acknowledged. In each case nothing is left behind.
    """
    _refuse_full(into)
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".import-", dir=into.parent))
    except OSError as error:
        raise _unwritable(into, error) from error
    try:
        manifest = unpack(file, draft, TOPS)
        refuse_unsound(verify(draft / "journal"))
        workspace = _settled(draft, into)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    told = workspace.out / f"export-{FACTS}"
    built = build(workspace, now=now, progress=progress)
    before, gone = _told(told)
    after = {one.fact.id for one in facts(workspace)}
    missing, new = tuple(sorted(before - after)), tuple(sorted(after - before))
    return Imported(workspace, built, len(after), missing, new, gone, str(manifest.get("reader", "")))


def _settled(draft: Path, into: Path) -> Workspace:
    """The unpacked files as a workspace in its place."""
    made = load_workspace(draft)
    try:
        for folder in (made.sources, made.mappings, made.journal, made.out):
            folder.mkdir(exist_ok=True)
        # What no reader can read again, facts of files that are gone, stays to be read here.
        (draft / FACTS).replace(made.out / f"export-{FACTS}")
        (draft / MANIFEST).unlink(missing_ok=True)
        if into.exists():
            into.rmdir()
        draft.chmod(0o755)
        draft.rename(into)
    except OSError as error:
        raise _unwritable(into, error) from error
    return replace(made, root=into.resolve())


def _told(export: Path) -> tuple[set[str], int]:
    """The ids that were in force and not rejected, and how many facts were not."""
    rows = list(csv.DictReader(io.StringIO(export.read_text("utf-8-sig"), newline="")))
    standing = [row for row in rows if not (row["retired_at"] or row["superseded_at"])]
    return {row["id"] for row in standing if row["judgement"] != "reject"}, len(rows) - len(standing)


def _refuse_full(into: Path) -> None:
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise WorkspaceError(
            into,
            "holds something already. Name an empty or new folder.",
            "里面已有东西。请指明一个空的或新的文件夹。",
        )


def _unwritable(into: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        into,
        f"cannot be written ({error.strerror}). Name another folder.",
        f"写不进去（{error.strerror}）。请指明别的文件夹。",
    )
