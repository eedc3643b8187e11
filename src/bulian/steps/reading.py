"""Read files and what they say: in limited child processes, or here where that is safe and sooner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bulian.corpus import read
from bulian.corpus.reading import needs_limits
from bulian.corpus.workers import Limits, run_each
from bulian.errors import BulianError
from bulian.extract import read as extract
from bulian.extract.tables.mapping import Mapping
from bulian.model.document import Document, Metadata
from bulian.model.reading import Reading

# A report that takes a gigabyte or two minutes is none; it is set aside and the rest is read.
_LIMITS = Limits(memory_bytes=1 << 30, seconds=120)
# So few plain texts are read sooner here than a child process starts.
_A_FEW = 8

Outcome = tuple[Document, Reading] | BulianError


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, with all that its reading depends on.

    Attributes:
        name: what the document is called. home: whom it speaks of where it does not say.
        published_on: its date where a person gave one, ISO 8601.
    """

    path: Path
    name: str
    metadata: Metadata = field(default_factory=Metadata)
    home: str | None = None
    mappings: tuple[Mapping, ...] = ()
    published_on: str | None = None


def read_each(tasks: Sequence[Task]) -> Iterator[tuple[Task, Outcome]]:
    """Each task with its document and reading, or with the reason why there is none; in their order."""
    if len(tasks) <= _A_FEW and not any(needs_limits(task.path) for task in tasks):
        return ((task, _attempt(task)) for task in tasks)
    return run_each(read_task, tasks, limits=_LIMITS, name=lambda task: task.name)


def read_task(task: Task) -> tuple[Document, Reading]:
    """Read one file and what it says."""
    document = read(task.path, task.name, metadata=task.metadata)
    reading = extract(document, published_on=task.published_on, home=task.home, mappings=task.mappings)
    return document, reading


def _attempt(task: Task) -> Outcome:
    try:
        return read_task(task)
    except BulianError as error:
        return error
