"""A person is forgotten (清空): the row is emptied, old books lose the name, and that is logged."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bulian.corpus.workspace import Workspace
from bulian.desk.book import book_of
from bulian.desk.free_text import without
from bulian.errors import BadRequest, JournalError
from bulian.ledger import journal, persons
from bulian.ledger.handle import Ledger
from bulian.ledger.opening import open_ledger
from bulian.ledger.persons import Person, plain
from bulian.ledger.redacting import (
    Clear,
    Redaction,
    follow,
    is_followed,
    redact,
    redactions,
    signs,
    told_of,
)
from bulian.ledger.rewritings import PERSONS
from bulian.vocab.registers import Field, Register, registers

_REASONS = ("why",)
"""Fields of an act that people fill in with their own words."""


def forget(workspace: Workspace, name: str, *, by: str, why: str, now: str) -> Person:
    """Empty a person's row; that it was done, by whom and why is logged, the name is not.

    What the person signed or answers for stays, under the id. Books that hold the name in clear, from before
    the journal kept ids alone, and what people wrote in their own words (`free_text`) are written anew, which
    the log tells: book, lines, both ends of the chain.

    Raises:
        BadRequest: nobody is known by that name or id, or the reason holds the name. JournalError: nobody
        signed, no reason, or a book that holds the name is not as it was acknowledged.
    """
    if not by.strip() or not why.strip():
        raise JournalError(
            "To forget a person, say who decides and why: --by WHO --why REASON. Both are logged.",
            "清空个人信息须写明谁决定、为什么：--by 谁 --why 理由，一并记录。",
        )
    one = _known(workspace, name)
    if one.name and plain(one.name) in plain(why):
        raise BadRequest(
            "The reason is logged for good: leave the name out of it.", "理由会永久留存，请不要写出姓名。"
        )
    (signer,) = persons.ids_of(workspace.root, [by]).values()
    with _following(workspace) as ledger:
        planned = redactions(workspace.journal, one.name, one.id, _clearing(one.name, one.id))
        # The log goes first: a rewriting that a crash cut off is told of, and done when asked for again.
        journal.append(workspace.journal, PERSONS, _act(one, signer, why.strip(), now, planned))
        for each in planned:
            _write(workspace, each, ledger)
    return persons.empty(workspace.root, one.id, on=now[:10])


def would_rewrite(workspace: Workspace, name: str) -> tuple[Person, tuple[Redaction, ...]]:
    """Who is meant, without an id where only old books know the name, and the books to be written anew.

    Nothing is written.

    Raises:
        BadRequest: nobody is known by that name or id. JournalError: a book that holds the name is not as it
        was acknowledged.
    """
    one = persons.find(persons.persons(workspace.root), name)
    if one is None and signs(workspace.journal, name):
        one = Person("", name.strip())
    if one is None or one.forgotten:
        raise _nobody(name)
    return one, redactions(workspace.journal, one.name, one.id, _clearing(one.name, one.id))


def _clearing(name: str, person: str) -> Clear:
    """Takes the name out of reasons, and out of the columns of registers that hold words."""

    def clear(book: str, act: dict[str, Any]) -> dict[str, Any]:
        if book == PERSONS:  # it tells of its own rewriting, so that it is never written anew
            return act
        desk = book_of("")
        kind = registers().get(book.removeprefix(desk)) if book.startswith(desk) else None
        words = {one.key for one in kind.fields if _is_words(kind, one)} if kind else set()
        return {key: _cleared(key, told, words) for key, told in act.items()}

    def _cleared(key: str, told: Any, words: set[str]) -> Any:
        if key == "values" and isinstance(told, dict):
            return {column: _text(text) if column in words else text for column, text in told.items()}
        return _text(told) if key in _REASONS and isinstance(told, str) else told

    def _text(told: str) -> str:
        return without(told, name, person).text

    return clear


def _is_words(kind: Register, one: Field) -> bool:
    return one.type == "text" and not one.refers and one.key not in kind.names


def _known(workspace: Workspace, name: str) -> Person:
    one = persons.find(persons.persons(workspace.root), name)
    if one is None and signs(workspace.journal, name):
        persons.ids_of(workspace.root, [name])
        one = persons.find(persons.persons(workspace.root), name)
    if one is None or one.forgotten:
        raise _nobody(name)
    return one


def _nobody(name: str) -> BadRequest:
    return BadRequest(f"Nobody is known as {name!r}.", f"没有“{name}”这个人。")


def _act(one: Person, signer: str, why: str, now: str, planned: tuple[Redaction, ...]) -> dict[str, object]:
    act: dict[str, object] = {"act": "forget", "person": one.id, "at": now, "by": signer, "why": why}
    if planned:
        act["rewritten"] = [told_of(each) for each in planned]
    return act


@contextmanager
def _following(workspace: Workspace) -> Iterator[Ledger | None]:
    """The ledger, which keeps who judged; None where nothing was built yet."""
    if not workspace.ledger.is_file():
        yield None
        return
    with open_ledger(workspace.ledger) as ledger:
        yield ledger


def _write(workspace: Workspace, planned: Redaction, ledger: Ledger | None) -> None:
    if ledger is not None and is_followed(planned):
        follow(ledger, planned)
    else:
        redact(workspace.journal, planned)
