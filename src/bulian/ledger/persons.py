"""Persons and offices (人员): a table of its own, outside the hash chain, so that a person can be forgotten.

Journal and registers hold ids alone (P1, P2 …); names lie in `persons.csv` beside the journal. Whoever is
forgotten keeps the id with nothing behind it, and what was entered stays as it was.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bulian.errors import BadRequest, WorkspaceError
from bulian.extract.fold import fold
from bulian.ledger.locking import held
from bulian.ledger.trouble import told

FILE = "persons.csv"
_COLUMNS = ("id", "name", "office", "contact", "forgotten")


@dataclass(frozen=True, slots=True)
class Person:
    """A person or an office; a forgotten one has an id and the day on which it was emptied."""

    id: str
    name: str = ""
    office: str = ""
    contact: str = ""
    forgotten: str = ""


def persons(root: Path) -> tuple[Person, ...]:
    """Everyone in the table of the workspace at `root`, in the order of their ids.

    Raises:
        WorkspaceError: `persons.csv` was changed into something else.
    """
    path = root / FILE
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(path, f"cannot be read ({error}).", f"读不了（{error}）。") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        raise WorkspaceError(
            path, f"its first line must read {','.join(_COLUMNS)}.", f"首行应为 {','.join(_COLUMNS)}。"
        )
    return tuple(Person(**{name: row[name] or "" for name in _COLUMNS}) for row in rows)


def plain(name: str) -> str:
    """A name as it is compared: one script, one width."""
    return fold(name).strip()


def find(everyone: Iterable[Person], name: str) -> Person | None:
    """Who is meant by an id or a name; None where nobody is known by it."""
    wanted = plain(name)
    for one in everyone:
        if wanted and wanted in (one.id, plain(one.name)):
            return one
    return None


def ids_of(root: Path, names: Iterable[str]) -> dict[str, str]:
    """The id of each name or id; whoever is new is entered in the table.

    Raises:
        BadRequest: the id is that of somebody who was forgotten, who signs and answers no more.
        WorkspaceError: the table cannot be written.
    """
    wanted = list(dict.fromkeys(name for name in names if name))
    with _locked(root):
        everyone = list(persons(root))
        before = len(everyone)
        found = {}
        for name in wanted:
            one = find(everyone, name)
            if one is None:
                one = Person(f"P{len(everyone) + 1}", name.strip())
                everyone.append(one)
            if one.forgotten:
                raise _gone(one)
            found[name] = one.id
        if len(everyone) > before:
            _write(root, everyone)
    return found


def describe(root: Path, name: str, office: str, contact: str) -> Person:
    """Fill in or change what is known of a person; who is new is entered."""
    (person_id,) = ids_of(root, [name]).values()
    with _locked(root):
        everyone = list(persons(root))
        at = next(place for place, one in enumerate(everyone) if one.id == person_id)
        old = everyone[at]
        everyone[at] = replace(old, office=office or old.office, contact=contact or old.contact)
        _write(root, everyone)
    return everyone[at]


def empty(root: Path, person_id: str, *, on: str) -> Person:
    """Take all that is known of a person out of the table; the id stays, with the day."""
    gone = Person(person_id, forgotten=on)
    with _locked(root):
        _write(root, [gone if each.id == person_id else each for each in persons(root)])
    return gone


def _gone(one: Person) -> BadRequest:
    return BadRequest(
        f"{one.id} was forgotten on {one.forgotten}; write the name of somebody who is here.",
        f"{one.id} 已于 {one.forgotten} 清空；请写在岗人员的姓名。",
    )


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    journal = root / "journal"
    with told(journal):
        journal.mkdir(exist_ok=True)
    with held(journal / ".lock"):
        yield


def _write(root: Path, everyone: Iterable[Person]) -> None:
    path = root / FILE
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([getattr(one, name) for name in _COLUMNS] for one in everyone)
    fresh = path.with_name(FILE + ".new")
    try:
        fresh.write_text("\ufeff" + text.getvalue(), "utf-8", newline="")
        fresh.replace(path)
    except OSError as error:
        raise WorkspaceError(
            path, f"cannot be written ({error.strerror}).", f"写不进去（{error.strerror}）。"
        ) from error
