"""Who is who: what waits for a decision, who a name is, and what people decide of it."""

from dataclasses import dataclass

from bulian.assess.firms.codes import codes_told
from bulian.assess.subject import district
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.opening import read_ledger
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.resolve import judged
from bulian.resolve.entity import Entity
from bulian.resolve.identify import identify, names_in
from bulian.resolve.identities import Identities
from bulian.resolve.judged import Judged, Verdict
from bulian.resolve.links import Link
from bulian.resolve.lookup import closest
from bulian.resolve.matching import Match, match
from bulian.resolve.population import population
from bulian.resolve.queue import Undecided
from bulian.steps.identifying import identities, judged_in


@dataclass(frozen=True, slots=True)
class Who:
    """Who a name is.

    Attributes:
        entity: None where no fact uses the name.
        links: of the entity: its branches, its firm, its group.
        judgements: those in force that have one of its names.
        closest: for a name that no fact uses, whom it may mean, with the clues.
    """

    name: str
    entity: Entity | None
    links: tuple[Link, ...]
    judgements: tuple[Judged, ...]
    closest: tuple[tuple[Entity, Match], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """How identities stand.

    Attributes:
        undecided: pairs that wait for a person, disputes first.
        held: judgements in force. orphans: those of which no fact uses both names any more.
        who: who the name is that was asked for; None where none was.
        skipped: keys shared by too many names to compare them all, with how many.
    """

    undecided: tuple[Undecided, ...]
    held: tuple[Judged, ...]
    orphans: tuple[Judged, ...]
    who: Who | None
    skipped: dict[str, int]
    seen: Seen


def review(workspace: Workspace, name: str | None = None, *, scope: Scope = NOW) -> Review:
    """What waits for a decision, or who a name is.

    Args:
        name: in either script, or the id of an entity.
        scope: only what was published and recorded by its days; `public` leaves out what is not.

    Raises:
        LedgerError: the workspace was not built yet.
    """
    with read_ledger(workspace.ledger) as ledger:
        found = seen(ledger, scope)
        facts = tuple(one.fact for one in found.facts)
        standing, codes = judged_in(ledger, facts, scope), codes_told(ledger, found.sources)
    known = identify(facts, district(workspace.name), standing, codes)
    used = names_in(facts)
    held = tuple(sorted(standing.held.values(), key=lambda act: act.line))
    return Review(
        undecided=known.undecided,
        held=held,
        orphans=tuple(act for act in held if not used.issuperset(act.pair)),
        who=None if name is None else _who(name, known, held),
        skipped=dict(known.skipped),
        seen=found,
    )


def merge(workspace: Workspace, one: str, other: str, *, by: str, why: str, now: str) -> Judged:
    """Enter that two names are one; no fact is changed, and `undo` or `split` takes it back.

    Raises:
        BadRequest: no fact uses one of the names, or they are one already.
        JournalError: it is not signed or has no reason. WorkspaceError: the journal cannot be written.
    """
    known = identities(workspace)
    first, second = _known(known, one), _known(known, other)
    if known.same(first, second):
        raise BadRequest(
            f"{one} and {other} are one already: {known.name_of(one)}.",
            f"“{one}”与“{other}”已是同一主体：{known.name_of(one)}。",
        )
    return _enter(workspace, "merge", known, (first, second), (by, why, now))


def split(workspace: Workspace, one: str, other: str, *, by: str, why: str, now: str) -> Judged:
    """Enter that two names are two; it holds against aliases, clues and earlier merges.

    Raises:
        BadRequest: no fact uses one of the names.
        JournalError: it is not signed or has no reason, or both are one name as written.
    """
    known = identities(workspace)
    return _enter(workspace, "split", known, (_known(known, one), _known(known, other)), (by, why, now))


def undo(workspace: Workspace, line: int, *, by: str, why: str, now: str) -> Judged:
    """Take back the merge or split in a line of the book `identities`; both lines stay.

    Raises:
        JournalError: there is no such judgement, it was taken back before, or the undo is not signed.
    """
    return judged.take_back(workspace.journal, line, by=by, why=why, at=now)


def _enter(
    workspace: Workspace,
    verdict: Verdict,
    known: Identities,
    pair: tuple[str, str],
    act: tuple[str, str, str],
) -> Judged:
    by, why, at = act
    among = population(entity.name for entity in known.entities if entity.kind == "firm")
    return judged.enter(workspace.journal, verdict, match(*pair, among), by=by, why=why, at=at)


def _known(known: Identities, name: str) -> str:
    """The name as facts write it; an id stands for its entity's name."""
    entity = known.entity(name)
    if entity is None:
        near = "、".join(one.name for one, _ in closest(name, known.entities, 3))
        raise BadRequest(
            f"No fact uses the name {name!r}. Close to it: {near or 'nothing'}.",
            f"没有事实用到名称“{name}”。相近的有：{near or '无'}。",
        )
    written = known.written(name)
    return written if written in entity.names else entity.name


def _who(name: str, known: Identities, held: tuple[Judged, ...]) -> Who:
    entity = known.entity(name)
    if entity is None:
        return Who(name, None, (), (), closest(name, known.entities))
    return Who(
        name=name,
        entity=entity,
        links=tuple(link for link in known.links if entity.name in (link.head, link.tail)),
        judgements=tuple(act for act in held if set(act.pair) & set(entity.names)),
        closest=(),
    )
