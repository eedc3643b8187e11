"""What a reader is: the declaration that each file in `corpus/readers/` makes."""

from collections.abc import Callable
from dataclasses import dataclass

from bulian.model.document import Table


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader makes of a file's bytes; the fields are those of `Document`."""

    text: str = ""
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()
    encoding: str | None = None
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read.

    Attributes:
        name: as kept in `Document.reader`.
        suffixes: the file endings it answers to, lower case with the dot.
        read: the file's bytes, and its name for messages, to content; raises `Unreadable`, and nothing else
            for what is wrong with the file.
        limited: its parser may need far more memory or time than the file is long, so it belongs into a
            worker with limits (`corpus.workers`); readers without it are safe in the main process.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Content]
    limited: bool
