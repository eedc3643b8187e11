"""Forget a person, and say where the name still stands: in files that only a person can delete."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.desk import forgetting
from bulian.ledger import persons
from bulian.ledger.persons import Person
from bulian.ledger.rewritings import Rewritten, rewritten
from bulian.steps.standing_names import Found, find_name


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a person came to.

    Attributes:
        person: emptied. rewritten: the books that lost the name, with their lines.
        found: where the name still stands, in the journal, in files of the workspace, in backups.
    """

    person: Person
    rewritten: tuple[Rewritten, ...]
    found: Found


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What forgetting a person would come to.

    Attributes:
        person: as known. books: those that would lose the name, with their lines. found: where it stands now.
    """

    person: Person
    books: tuple[tuple[str, tuple[int, ...]], ...]
    found: Found


def forgettable(workspace: Workspace, person: str, *, also: Sequence[Path] = ()) -> Forgettable:
    """Look what forgetting a person would take out and where the name stands; nothing is changed.

    Raises:
        BadRequest: nobody is known by that name or id. JournalError: a book that holds the name is not as it
        was acknowledged.
    """
    known, planned = forgetting.would_rewrite(workspace, person)
    books = tuple((one.book, one.lines) for one in planned)
    return Forgettable(known, books, find_name(workspace, known.name, also))


def forget(
    workspace: Workspace, person: str, *, by: str, why: str, now: str, also: Sequence[Path] = ()
) -> Forgotten:
    """Empty what is known of a person, take the name out of free text of the desk, and look for the rest.

    Args:
        also: folders and files to look through too, where backups and papers lie outside the workspace.

    Raises:
        BadRequest: nobody is known by that name or id, or the reason holds the name. JournalError: nobody
        signed, no reason, or a book that holds the name is not as it was acknowledged.
    """
    known = persons.find(persons.persons(workspace.root), person)
    name = known.name if known else person
    before = rewritten(workspace.journal)
    gone = forgetting.forget(workspace, person, by=by, why=why, now=now)
    return Forgotten(gone, rewritten(workspace.journal)[len(before) :], find_name(workspace, name, also))
