"""Read files without a workspace."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulian.corpus.metadata import read_metadata
from bulian.errors import BadRequest, BulianError
from bulian.model.document import Document
from bulian.model.period import days
from bulian.model.reading import Reading
from bulian.steps.reading import Task, read_each


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file says; `error` instead where it could not be read."""

    file: Path
    document: Document | None = None
    reading: Reading | None = None
    error: BulianError | None = None


def extract_files(files: Iterable[Path], *, published_on: str | None = None) -> Iterator[Extracted]:
    """Read each file; one that cannot be read is reported in its place, and the others go on.

    Args:
        published_on: the documents' date, ISO 8601; it goes before what `.meta.toml` or the text says.

    Raises:
        BadRequest: `published_on` is no date.
    """
    if published_on is not None:
        _check(published_on)
    looked = [(file, _look(file, published_on)) for file in files]
    outcomes = read_each([task for _, task in looked if isinstance(task, Task)])
    for file, task in looked:
        outcome = next(outcomes)[1] if isinstance(task, Task) else task
        if isinstance(outcome, BulianError):
            yield Extracted(file, error=outcome)
        else:
            yield Extracted(file, *outcome)


def _look(file: Path, published_on: str | None) -> Task | BulianError:
    try:
        return look(file, published_on=published_on)
    except BulianError as error:
        return error


def look(file: Path, *, published_on: str | None = None) -> Task:
    """The file as a task, with what its `.meta.toml` says; `BadRequest` where there is no such file."""
    if not file.is_file():
        raise BadRequest(f"{file}: there is no such file.", f"{file}：没有这个文件。")
    return Task(file, file.name, read_metadata(file), published_on=published_on)


def _check(published_on: str) -> None:
    try:
        days(published_on)
    except ValueError as error:
        raise BadRequest(
            f"--published-on {published_on!r} is no date. Write 2024-01-23, 2024-01 or 2024.",
            f"--published-on {published_on!r} 不是日期。请写成 2024-01-23、2024-01 或 2024。",
        ) from error
