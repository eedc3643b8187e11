"""The way from `sources/` to the ledger: what is new or changed is read, what is gone is retired."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bulian.corpus.metadata import read_metadata
from bulian.corpus.workspace import SourceFile, Workspace, list_sources
from bulian.errors import BulianError, LedgerError, SpanMismatch, Unreadable
from bulian.extract import reader_version
from bulian.extract.names.places import official_name
from bulian.extract.tables.mapping import load_mappings
from bulian.ledger.handle import Ledger
from bulian.ledger.locking import exclusive
from bulian.ledger.opening import open_ledger
from bulian.ledger.runs import begin_run, finish_run
from bulian.ledger.storing import known, quarantine, retire, store
from bulian.steps.reading import Outcome, Task, read_each
from bulian.vocab.regions import regions

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and the name of the last."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What lies in `sources/`.

    Attributes:
        tasks: the files to read, by name.
        ingredients: for each name, the hash over all that its reading depends on: content, metadata,
            mappings, the reader's version.
        refused: names that cannot even be looked at, and why.
    """

    tasks: tuple[Task, ...]
    ingredients: dict[str, str]
    refused: dict[str, BulianError]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, as names below `sources/`.

    `unchanged` counts the files that were read before; `notices` are what the ledger wants a person to know,
    as (en, zh).
    """

    read: tuple[str, ...]
    retired: tuple[str, ...]
    quarantined: tuple[tuple[str, BulianError], ...]
    unchanged: int
    notices: tuple[tuple[str, str], ...]


def build(workspace: Workspace, *, now: str, progress: Progress = lambda done, total, name: None) -> Built:
    """Read what is new or changed in `sources/`, by content, into the ledger; retire what is gone.

    Args:
        now: the time of this build, ISO 8601 with zone; kept as the date of record.
        progress: told of each file that is done.

    Raises:
        WorkspaceError: the folder cannot be written, another build runs, or the disk is full. What was
            stored before stays stored, and the next build goes on from there.
    """
    with exclusive(workspace.root, started=now), open_ledger(workspace.ledger, upgrade=True) as ledger:
        found = inventory(workspace)
        before = known(ledger)
        fresh = {name for name, hashed in found.ingredients.items() if before.get(name) != hashed}
        gone = sorted(set(before) - set(found.ingredients))
        run = begin_run(ledger, recorded_at=now, reader=reader_version())
        retire(ledger, run, gone)
        bad = {name: error for name, error in found.refused.items() if name in fresh}
        for name, error in bad.items():
            quarantine(ledger, run, name=name, ingredients=found.ingredients[name], error=error)
        tasks = [task for task in found.tasks if task.name in fresh]
        bad |= _read_all(ledger, run, tasks, ingredients=found.ingredients, progress=progress)
        finish_run(ledger, run)
        return Built(
            read=tuple(sorted(fresh - set(bad))),
            retired=tuple(gone),
            quarantined=tuple(sorted(bad.items())),
            unchanged=len(found.ingredients) - len(fresh),
            notices=ledger.notices,
        )


def _read_all(
    ledger: Ledger, run: int, tasks: list[Task], *, ingredients: dict[str, str], progress: Progress
) -> dict[str, BulianError]:
    bad: dict[str, BulianError] = {}
    for done, (task, outcome) in enumerate(read_each(tasks), start=1):
        error = _keep(ledger, run, outcome, ingredients[task.name])
        if error:
            bad[task.name] = error
            quarantine(ledger, run, name=task.name, ingredients=ingredients[task.name], error=error)
        progress(done, len(tasks), task.name)
    return bad


def _keep(ledger: Ledger, run: int, outcome: Outcome, ingredients: str) -> BulianError | None:
    """Store what was read; the reason where there is nothing to store."""
    if isinstance(outcome, BulianError):
        return outcome
    document, reading = outcome
    try:
        store(ledger, run, document=document, reading=reading, ingredients=ingredients)
    except (SpanMismatch, LedgerError) as error:
        # A reader that misread one document must not cost the others.
        return error
    return None


def inventory(workspace: Workspace) -> Inventory:
    """What lies in `sources/`, each file hashed with what its reading depends on.

    Raises:
        WorkspaceError: the folder cannot be read. MappingError: a file in `mappings/` is malformed.
    """
    mappings = load_mappings(workspace.mappings)
    home = home_of(workspace)
    about = (reader_version(), home, repr(mappings))
    tasks: list[Task] = []
    ingredients: dict[str, str] = {}
    refused: dict[str, BulianError] = {}
    for source in list_sources(workspace):
        try:
            metadata = read_metadata(source.path)
            content = _content_hash(source)
        except BulianError as error:
            refused[source.name] = error
            ingredients[source.name] = _hash((source.name, error.en))
        else:
            tasks.append(Task(source.path, source.name, metadata, home, mappings))
            ingredients[source.name] = _hash((content, repr(metadata), *about))
    return Inventory(tuple(tasks), ingredients, refused)


def home_of(workspace: Workspace) -> str:
    """Whom documents speak of that do not say: 重庆市大渡口区, or the workspace's own name."""
    region = regions().get(workspace.region)
    return official_name(region) if region else workspace.name


def _content_hash(source: SourceFile) -> str:
    try:
        with source.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Unreadable(
            source.name,
            f"cannot be opened ({error.strerror}). Check its permissions, then build again.",
            f"打不开（{error.strerror}）。请检查文件权限，再 build 一次。",
        ) from error


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
