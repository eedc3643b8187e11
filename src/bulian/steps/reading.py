"""Read files and what they say: in limited child processes, or here where that is safe and sooner."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

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

R = TypeVar("R")
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
    return _each(read_task, tasks)


def read_document(task: Task) -> Document:
    """The document of one file, without what it says.

    Raises:
        Unreadable: it cannot be read. BadRequest: there is no such file.
    """
    ((_, outcome),) = _each(_document, [task])
    if isinstance(outcome, BulianError):
        raise outcome
    return outcome


def read_task(task: Task) -> tuple[Document, Reading]:
    """Read one file and what it says."""
    document = _document(task)
    reading = extract(document, published_on=task.published_on, home=task.home, mappings=task.mappings)
    return document, reading


def _document(task: Task) -> Document:
    return read(task.path, task.name, metadata=task.metadata)


def _each(do: Callable[[Task], R], tasks: Sequence[Task]) -> Iterator[tuple[Task, R | BulianError]]:
    if len(tasks) <= _A_FEW and not any(needs_limits(task.path) for task in tasks):
        return ((task, _attempt(do, task)) for task in tasks)
    return run_each(do, tasks, limits=_LIMITS, name=lambda task: task.name)


def _attempt(do: Callable[[Task], R], task: Task) -> R | BulianError:
    try:
        return do(task)
    except BulianError as error:
        return error
