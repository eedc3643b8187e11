"""What the page of forgetting shows of a look, or of what was done."""

from dataclasses import dataclass

from bulian.ledger.persons import Person


@dataclass(frozen=True, slots=True)
class Gone:
    """A person who is to be forgotten, or was.

    Attributes:
        person: as known; emptied where it was `done`. books: those that lose the name, with their lines.
        standing, unread: files in which the name stands, or that could not be looked into, each with the line
            of the journal or the part of an archive, "" for the whole.
    """

    person: Person
    done: bool
    books: tuple[tuple[str, tuple[int, ...]], ...]
    standing: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]
