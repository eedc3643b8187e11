"""Plans: a plan document taken apart into clauses, and the goals of the district as one tree."""

from collections.abc import Mapping
from dataclasses import dataclass

from bulian.assess.clauses import Clause, Clauses, clauses_of
from bulian.assess.datum import in_force
from bulian.assess.followed import Followed
from bulian.assess.goal import Goal, Tree
from bulian.assess.goal_tree import refuse_circle
from bulian.assess.goals import Ground, goal_tree
from bulian.assess.tracking import Tracked
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, LedgerError
from bulian.extract.fold import fold
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.ledger.sources import document
from bulian.model.document import Document
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities
from bulian.steps.tracking import acts_in, enter, follow

_FIRST_OF_ID = 4


@dataclass(frozen=True, slots=True)
class Dissected:
    """A plan document as clauses.

    Attributes:
        clauses: those that commit to something. passages: how many passages were looked at.
        facts: by id, everything read in the document.
        targets: by the fact that states it, where each target of the document stands.
        projects: by the fact that names one, the projects of the document.
    """

    document: Document
    clauses: tuple[Clause, ...]
    passages: int
    facts: Mapping[str, Sourced]
    targets: Mapping[str, Tracked]
    projects: Mapping[str, tuple[str, ...]]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Goals:
    """The tree of goals, and where each of its targets stands, by id."""

    tree: Tree
    targets: Mapping[str, Tracked]
    seen: Seen


def clauses(
    workspace: Workspace, doc: str, *, now: str, owner: str | None = None, scope: Scope = NOW
) -> Dissected:
    """The clauses of a document: number, words, owners, deadlines, and the facts in each as evidence.

    Args:
        doc: the name below `sources/`, or the content hash or its beginning.
        now: the time of asking. owner: a part of the name of who is responsible.

    Raises:
        LedgerError: there is no such document, or the scope leaves it out. BadRequest: a malformed date.
    """
    found = follow(workspace, now=now, scope=scope)
    with read_ledger(workspace.ledger) as ledger:
        read = document(ledger, doc)
    if all(source.doc != read.doc for source in found.seen.sources):
        raise LedgerError(
            f"{read.name} is not among the documents asked for: it is withheld, retired, or of another day.",
            f"{read.name} 不在所选范围内：不对外、已撤下，或不在那天之前。",
        )
    facts = [one for one in found.seen.facts if one.fact.doc == read.doc and in_force(one)]
    told: Clauses = clauses_of(read, facts)
    kept = [
        one for one in told.clauses if owner is None or any(fold(owner) in who.name for who in one.owners)
    ]
    return Dissected(
        read, tuple(kept), told.passages, {one.fact.id: one for one in facts},
        {each.id: one for one in found.tracked for each in one.vintages},
        {one.fact.id: names for one in facts if (names := _projects(one, found.names))}, found.seen,
    )  # fmt: skip


def goals(workspace: Workspace, *, now: str, scope: Scope = NOW) -> Goals:
    """The goal tree: vision, cluster, indicator, project; goals without a project; projects without a goal.

    Raises:
        LedgerError: the workspace was not built yet. BadRequest: a malformed date.
    """
    found = follow(workspace, now=now, scope=scope)
    until = last_day(scope.known_on) if scope.known_on else "9999-12-31"
    tree = goal_tree(_ground(workspace, found), acts_in(workspace, until).links)
    return Goals(tree, {one.id: one for one in found.tracked}, found.seen)


def link(workspace: Workspace, child: str, parent: str, *, by: str, why: str, now: str) -> Goals:
    """Enter in the journal that one goal or project stands under another; ids may be shortened.

    Raises:
        BadRequest: there is no such goal, or it would stand under itself. JournalError: unsigned.
    """
    tree = goals(workspace, now=now).tree
    lower, upper = pick(tree, child), pick(tree, parent)
    refuse_circle(tree, lower.id, upper.id)
    act = {"act": "link", "target": lower.id, "parent": upper.id, "says": [lower.name, upper.name]}
    enter(workspace, act, by=by, why=why, now=now)
    return goals(workspace, now=now)


def unlink(workspace: Workspace, child: str, *, by: str, why: str, now: str) -> Goals:
    """Take a link back: the goal stands again where the facts place it.

    Raises:
        BadRequest: there is no such goal, or nobody placed it. JournalError: unsigned.
    """
    lower = pick(goals(workspace, now=now).tree, child)
    if not lower.linked:
        raise BadRequest(
            f"Nobody placed {lower.name!r}; there is no link to take back.",
            f"“{lower.name}”没有人放置过，没有可撤的连接。",
        )
    enter(workspace, {"act": "unlink", "target": lower.id}, by=by, why=why, now=now)
    return goals(workspace, now=now)


def pick(tree: Tree, wanted: str) -> Goal:
    """A goal by its id, the beginning of it, or its whole name.

    Raises:
        BadRequest: there is none, or several fit.
    """
    name = fold(wanted).strip()
    fits = [one for one in tree.goals if one.name == name] or [
        one for one in tree.goals if len(name) >= _FIRST_OF_ID and one.id.startswith(name)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise BadRequest(
            f"Several goals fit {wanted!r}. Write the whole id.", f"有多个目标符合“{wanted}”。请写完整编号。"
        )
    raise BadRequest(
        f"There is no goal or project {wanted!r}; `bulian goals` lists them with their ids.",
        f"没有“{wanted}”这个目标或项目；`bulian goals` 列出它们及其编号。",
    )


def _ground(workspace: Workspace, found: Followed) -> Ground:
    facts = [one.fact for one in found.seen.facts if in_force(one) and not one.source.synthetic]
    home = found.names.name_of(workspace.name)
    return Ground(facts, found.tracked, home, found.names.name_of, lambda name: _kind(name, found.names))


def _kind(name: str, names: Identities) -> str:
    entity = names.entity(name)
    return entity.kind if entity else "other"


def _projects(one: Sourced, names: Identities) -> tuple[str, ...]:
    told = [getattr(one.fact, side, None) for side in ("subject", "head", "tail")]
    told += getattr(one.fact, "participants", ())
    whole = [names.name_of(name) for name in told if name]
    return tuple(dict.fromkeys(name for name in whole if _kind(name, names) == "project"))
