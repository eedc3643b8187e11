"""Which numbers were told otherwise later, and what the journal holds of it."""

from dataclasses import dataclass, replace

from bulian.assess.revisions import Revision
from bulian.assess.revisions import revisions as find_revisions
from bulian.corpus.workspace import Workspace
from bulian.ledger.auditing import Problem
from bulian.ledger.auditing import verify as audit
from bulian.ledger.journal import books, read
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.redacting import unfinished
from bulian.ledger.rewritings import Rewritten, rewritten
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.steps.asking import fact_query
from bulian.steps.identifying import identities_in


@dataclass(frozen=True, slots=True)
class Revised:
    """The revisions, the newest first, and the facts they were found among."""

    revisions: tuple[Revision, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Verified:
    """How the journal stands.

    Attributes:
        acts: how many each book holds. problems: every place that is not as acknowledged.
        rewritten: the books that were written anew so that a person could be forgotten.
    """

    acts: dict[str, int]
    problems: tuple[Problem, ...]
    rewritten: tuple[Rewritten, ...] = ()


def revisions(
    workspace: Workspace,
    *,
    subject: str | None = None,
    indicator: str | None = None,
    scope: Scope = NOW,
) -> Revised:
    """Every number that was told otherwise later: old and new, how far apart, since when, from whom.

    Args:
        subject, indicator: a part of the name, in either script.
        scope: only revisions published, and recorded, by its days; `public` leaves out what is not.

    Raises:
        BadRequest: a date is malformed. LedgerError: not built yet.
    """
    asked = replace(
        fact_query(subject=subject, indicator=indicator, include_retired=True), include_superseded=True
    )
    with read_ledger(workspace.ledger) as ledger:
        # What was known by a day is settled below: a number that moved later still stood as it was.
        found = seen(ledger, replace(scope, known_on=None), asked)
        names = identities_in(ledger, workspace.name)
    told = find_revisions(found.facts, names)
    if scope.known_on:
        day = last_day(scope.known_on)
        told = tuple(one for one in told if _recorded(one) <= day)
    return Revised(told, found)


def _recorded(one: Revision) -> str:
    """The day since which the ledger knew of a revision."""
    there = max(datum.source.recorded_at[:10] for datum in (one.old, one.new))
    return there if one.cause == "publication" else max(there, one.on)


def verify(workspace: Workspace) -> Verified:
    """Whether the journal holds what was acknowledged: every edit, removal and reordering, by file and line.

    Raises:
        WorkspaceError: the journal cannot be read.
    """
    acts = {book: len(read(workspace.journal, book)) for book in books(workspace.journal)}
    problems = (*audit(workspace.journal), *unfinished(workspace.journal))
    return Verified(acts, problems, rewritten(workspace.journal))
