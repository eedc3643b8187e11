"""Backup: a workspace in one file, and back; or only what may leave the house."""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from os import W_OK, access
from pathlib import Path

from bulian.corpus.bundle import MANIFEST, pack, unpack
from bulian.corpus.metadata import metadata_path
from bulian.corpus.workspace import CONFIG, LITTER, Workspace, list_sources, load_workspace
from bulian.errors import JournalError, WorkspaceError
from bulian.extract import reader_version
from bulian.ledger.auditing import Problem, verify
from bulian.ledger.locking import held
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import FactQuery
from bulian.ledger.scope import Scope, Seen, seen
from bulian.model.fact import value_text
from bulian.model.stored import Sourced, sourced_row
from bulian.publish.spreadsheet import csv_text
from bulian.steps.asking import facts
from bulian.steps.building import Built, Progress, build

FACTS = "facts.csv"
_FOLDERS = ("sources", "mappings", "chains", "clusters", "templates", "journal")
_TOPS = (CONFIG, FACTS, *_FOLDERS)
_PASSING = (".lock", ".new")  # what a running process leaves beside the journal's books
_EVERY_FACT = FactQuery(include_retired=True, include_rejected=True, include_superseded=True)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many files, and the facts with what was withheld from them."""

    file: Path
    files: int
    seen: Seen


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


def export(workspace: Workspace, output: Path, *, public: bool = False) -> Exported:
    """Write sources, mappings, chains, clusters, templates, journal and every fact as CSV to one zip file.

    The same content gives the same bytes. With `public`, only public sources and their facts: no journal, no
    mappings and no chains, which tell of the others.

    Raises:
        JournalError: the journal is not as it was acknowledged; nothing is written.
        WorkspaceError: `output` cannot be written. LedgerError: not built yet.
    """
    with read_ledger(workspace.ledger) as ledger:
        found = seen(ledger, Scope(public=public), _EVERY_FACT)
    members = _public_files(workspace, found) if public else _files(workspace)
    rows = [_row(one, public=public) for one in found.facts]
    members[FACTS] = ("\ufeff" + csv_text(rows)).encode("utf-8", "backslashreplace")
    about = {
        "what": "public" if public else "backup", "name": workspace.name, "region": workspace.region,
        "reader": reader_version(), "facts": len(rows), "withheld": len(found.withheld),
    }  # fmt: skip
    pack(output, members, about)
    return Exported(output, len(members), found)


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
        manifest = unpack(file, draft, _TOPS)
        _refuse_unsound(verify(draft / "journal"))
        workspace = _settled(draft, into)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    told = workspace.out / f"export-{FACTS}"
    built = build(workspace, now=now, progress=progress)
    before, gone = _told(told)
    after = {one.fact.id for one in facts(workspace)}
    missing, new = tuple(sorted(before - after)), tuple(sorted(after - before))
    return Imported(workspace, built, len(after), missing, new, gone, str(manifest.get("reader", "")))


def _files(workspace: Workspace) -> dict[str, bytes | Path]:
    """Everything that is not derived; the journal is read at one moment, and only when it is sound."""
    found: dict[str, bytes | Path] = {CONFIG: workspace.root / CONFIG}
    for folder in _FOLDERS:
        if folder != "journal":
            found |= {_name(path, workspace): path for path in _below(workspace.root / folder)}
    lock = held(workspace.journal / ".lock") if access(workspace.journal, W_OK) else nullcontext()
    with lock:
        _refuse_unsound(verify(workspace.journal))
        for path in _below(workspace.journal):
            if not path.name.endswith(_PASSING):
                found[_name(path, workspace)] = path.read_bytes()
    return found


def _public_files(workspace: Workspace, found: Seen) -> dict[str, bytes | Path]:
    public = {name for one in found.sources for name in (one.name, *one.other_names)}
    members: dict[str, bytes | Path] = {CONFIG: workspace.root / CONFIG}
    for source in list_sources(workspace):
        about = metadata_path(source.path)
        if source.name in public:
            members[f"sources/{source.name}"] = source.path
            if about.is_file():
                members[f"sources/{source.name}{about.name.removeprefix(source.path.name)}"] = about
    return members


def _below(folder: Path) -> Iterator[Path]:
    """Every file a person or we put below a folder; links and litter of other programs are left out."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not path.is_symlink() and not any(part.startswith(LITTER) for part in parts):
            yield path


def _name(path: Path, workspace: Workspace) -> str:
    name = path.relative_to(workspace.root).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _row(one: Sourced, *, public: bool) -> dict[str, object]:
    """A fact as a row: all that `bulian facts` prints, with the dates, and the judgement in columns."""
    row = sourced_row(one)
    judged = one.judgement
    row |= {"access": one.source.access, "superseded_at": one.superseded_at}
    row["judgement"] = judged.verdict if judged else None
    row["judged_value"] = value_text(judged.value) if judged and judged.value is not None else None
    if not public:
        row["judged_by"] = judged.by if judged else None
        row["judged_at"] = judged.at if judged else None
        row["judged_why"] = judged.why if judged else None
    return row


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


def _refuse_unsound(problems: list[Problem]) -> None:
    if problems:
        first = problems[0]
        raise JournalError(
            f"The journal is not as it was acknowledged: {first.en} `bulian verify` lists every place.",
            f"日志与记下时不同：{first.zh}`bulian verify` 列出每一处。",
        )


def _unwritable(into: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        into,
        f"cannot be written ({error.strerror}). Name another folder.",
        f"写不进去（{error.strerror}）。请指明别的文件夹。",
    )
