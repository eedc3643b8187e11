"""Backup: a workspace in one file; or only what may leave the house."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from os import W_OK, access
from pathlib import Path

from bulian.corpus.bundle import pack
from bulian.corpus.metadata import metadata_path
from bulian.corpus.workspace import CONFIG, LITTER, OWN, Workspace, list_sources
from bulian.errors import JournalError
from bulian.extract import reader_version
from bulian.ledger.auditing import Problem, verify
from bulian.ledger.locking import held
from bulian.ledger.opening import read_ledger
from bulian.ledger.persons import FILE as PERSONS
from bulian.ledger.query import FactQuery
from bulian.ledger.scope import Scope, Seen, seen
from bulian.model.fact import value_text
from bulian.model.stored import Sourced, sourced_row
from bulian.publish.spreadsheet import csv_text

FACTS = "facts.csv"
_FOLDERS = ("sources", "mappings", *OWN, "journal", "desk", "outside")
TOPS = (CONFIG, FACTS, PERSONS, *_FOLDERS)
_PASSING = (".lock", ".new")  # what a running process leaves beside the journal's books
_EVERY_FACT = FactQuery(include_retired=True, include_rejected=True, include_superseded=True)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many files, and the facts with what was withheld from them."""

    file: Path
    files: int
    seen: Seen


def export(workspace: Workspace, output: Path, *, public: bool = False) -> Exported:
    """Write all that is not derived, the table of persons too, and every fact as CSV to one zip file.

    The same content gives the same bytes. With `public`, only public sources and their facts: no journal, no
    persons, no mappings and no chains, which tell of the others.

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


def _files(workspace: Workspace) -> dict[str, bytes | Path]:
    """Everything that is not derived; the journal is read at one moment, and only when it is sound."""
    found: dict[str, bytes | Path] = {CONFIG: workspace.root / CONFIG}
    if (workspace.root / PERSONS).is_file():
        found[PERSONS] = workspace.root / PERSONS
    for folder in _FOLDERS:
        if folder != "journal":
            found |= {_name(path, workspace): path for path in _below(workspace.root / folder)}
    lock = held(workspace.journal / ".lock") if access(workspace.journal, W_OK) else nullcontext()
    with lock:
        refuse_unsound(verify(workspace.journal))
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


def refuse_unsound(problems: list[Problem]) -> None:
    """Neither back up nor restore a journal that is not as it was acknowledged."""
    if problems:
        first = problems[0]
        raise JournalError(
            f"The journal is not as it was acknowledged: {first.en} `bulian verify` lists every place.",
            f"日志与记下时不同：{first.zh}`bulian verify` 列出每一处。",
        )
