"""Acts signed by persons: the journal keeps their ids, whoever reads it gets names (签名).

A name that a book of an earlier bulian holds in clear is read as it stands.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bulian.ledger import journal
from bulian.ledger.chain import Entry
from bulian.ledger.persons import Person, ids_of, persons

NAMING = ("by", "owner")
"""The fields of an act that name a person or an office."""


def append(folder: Path, book: str, act: dict[str, Any]) -> Entry:
    """Add an act as `journal.append` does, with ids where it names persons; the entry still has the names.

    Raises:
        JournalError, WorkspaceError: as `journal.append`; or the table of persons cannot be written.
    """
    named = {field: act[field] for field in NAMING if act.get(field)}
    ids = ids_of(folder.parent, named.values())
    kept = {**act, **{field: ids[name] for field, name in named.items()}}
    return replace(journal.append(folder, book, kept), act=act)


def read(folder: Path, book: str) -> list[Entry]:
    """The sound lines of a book as `journal.read` has them, with names for ids."""
    known = names(folder)
    return [replace(entry, act=_named(entry.act, known)) for entry in journal.read(folder, book)]


def names(folder: Path) -> dict[str, str]:
    """What to show for each id; of who was forgotten, that it was.

    Raises:
        WorkspaceError: the table of persons was changed into something else.
    """
    return {one.id: _shown(one) for one in persons(folder.parent)}


def _named(act: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    told = {field: known[id_] for field in NAMING if isinstance(id_ := act.get(field), str) and id_ in known}
    return {**act, **told}


def _shown(one: Person) -> str:
    return f"{one.id}（已遗忘 forgotten）" if one.forgotten else one.name
