"""Persons and offices (人员): a table of its own, outside the hash chain, so that a person can be forgotten.

Journal and registers hold ids alone (P1, P2 …); names lie in `persons.csv` of the workspace. Whoever is
forgotten keeps the id with nothing behind it, and what was entered stays as it was.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError, WorkspaceError
from bulian.extract.fold import fold
from bulian.ledger import journal
from bulian.ledger.locking import held
from bulian.ledger.trouble import told

BOOK = "persons"
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


def persons(workspace: Workspace) -> tuple[Person, ...]:
    """Everyone in the table, in the order of their ids.

    Raises:
        WorkspaceError: `persons.csv` was changed into something else.
    """
    path = workspace.root / FILE
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


def find(everyone: Iterable[Person], name: str) -> Person | None:
    """Who is meant by an id or a name; None where nobody is known by it."""
    wanted = fold(name).strip()
    for one in everyone:
        if wanted and wanted in (one.id, fold(one.name)):
            return one
    return None


def ids_of(workspace: Workspace, names: Iterable[str]) -> dict[str, str]:
    """The id of each name or id; whoever is new is entered in the table.

    Raises:
        WorkspaceError: the table cannot be written.
    """
    wanted = list(dict.fromkeys(name for name in names if name))
    with _locked(workspace):
        everyone = list(persons(workspace))
        before = len(everyone)
        found = {}
        for name in wanted:
            one = find(everyone, name)
            if one is None:
                one = Person(f"P{len(everyone) + 1}", fold(name).strip())
                everyone.append(one)
            found[name] = one.id
        if len(everyone) > before:
            _write(workspace, everyone)
    return found


def describe(workspace: Workspace, name: str, office: str, contact: str) -> Person:
    """Fill in or change what is known of a person; who is new is entered."""
    (person_id,) = ids_of(workspace, [name]).values()
    with _locked(workspace):
        everyone = list(persons(workspace))
        at = next(place for place, one in enumerate(everyone) if one.id == person_id)
        old = everyone[at]
        everyone[at] = replace(old, office=office or old.office, contact=contact or old.contact)
        _write(workspace, everyone)
    return everyone[at]


def forget(workspace: Workspace, name: str, *, by: str, why: str, now: str) -> Person:
    """Empty a person's row; that it was done, by whom and why is logged, the name is not.

    Raises:
        BadRequest: nobody is known by that name or id. JournalError: nobody signed, or no reason.
    """
    if not by.strip() or not why.strip():
        raise JournalError(
            "To forget a person, say who decides and why: --by WHO --why REASON. Both are logged.",
            "清空个人信息须写明谁决定、为什么：--by 谁 --why 理由，一并记录。",
        )
    one = find(persons(workspace), name)
    if one is None or one.forgotten:
        raise BadRequest(f"Nobody is known as {name!r}.", f"没有“{name}”这个人。")
    if one.name and fold(one.name) in fold(why):
        raise BadRequest(
            "The reason is logged for good: leave the name out of it.", "理由会永久留存，请不要写出姓名。"
        )
    (signer,) = ids_of(workspace, [by]).values()
    act = {"act": "forget", "person": one.id, "at": now, "by": signer, "why": why.strip()}
    journal.append(workspace.journal, BOOK, act)
    with _locked(workspace):
        empty = Person(one.id, forgotten=now[:10])
        _write(workspace, [empty if each.id == one.id else each for each in persons(workspace)])
    return empty


@contextmanager
def _locked(workspace: Workspace) -> Iterator[None]:
    with told(workspace.journal):
        workspace.journal.mkdir(exist_ok=True)
    with held(workspace.journal / ".lock"):
        yield


def _write(workspace: Workspace, everyone: Iterable[Person]) -> None:
    path = workspace.root / FILE
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
