"""Attraction directions against clusters, chains and the city's system."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulian.assess.datum import in_force as fact_in_force
from bulian.corpus.workspace import Workspace
from bulian.desk import registers
from bulian.errors import BadRequest
from bulian.ledger import persons
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.model.chain import Chain
from bulian.model.stored import Sourced
from bulian.plan.directions import Directions, with_segments
from bulian.plan.directions import directions as hold
from bulian.plan.told import told_clusters, told_directions
from bulian.steps.changing import chain_catalogue
from bulian.steps.identifying import identities_in
from bulian.vocab.reading_taxonomies import taxonomies
from bulian.vocab.registers import register
from bulian.vocab.taxonomy import CITY, Taxonomy, in_force


@dataclass(frozen=True, slots=True)
class Directed:
    """Directions, the facts behind them, who answers for each by its name, and all versions, oldest first."""

    found: Directions
    facts: Mapping[str, Sourced]
    owners: Mapping[str, str]
    versions: tuple[Taxonomy, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every version is held against."""

    facts: tuple[Sourced, ...]
    versions: tuple[Taxonomy, ...]
    others: tuple[Taxonomy | None, Taxonomy]
    chains: tuple[Chain, ...]
    homes: frozenset[str]
    seen: Seen
    day: str


def directions(
    workspace: Workspace,
    version: str | None = None,
    *,
    against: str | None = None,
    scope: Scope = NOW,
    now: str,
) -> Directed:
    """One version of directions: its segments from the facts, and what no direction or no cluster covers.

    Args:
        version: the key or name of one. None: of the files of the kind "directions" the newest that holds;
            without one, of the documents that name directions the newest.
        against: the taxonomy of clusters. None: the one that holds; without one, what documents name.

    Raises:
        BadRequest: no such version, or neither a file nor a document names any. LedgerError: not built.
    """
    ground = _ground(workspace, against, scope, now)
    if version is not None:
        return _directed(workspace, in_force(ground.versions, ground.day, version), ground, scope)
    held = _newest_held(ground)
    if held is None:
        raise BadRequest(
            "Neither a file in clusters/ (kind: directions) nor a document names directions of attraction.",
            "clusters/ 里没有招商方向（kind: directions），文件里也没有读到招商方向。",
        )
    return _directed(workspace, held, ground, scope)


def every_directions(workspace: Workspace, *, now: str) -> tuple[Directed, ...]:
    """Every version of directions, the one in force first, then the newest; () where none is in force.

    Raises:
        LedgerError: not built.
    """
    ground = _ground(workspace, None, NOW, now)
    held = _newest_held(ground)
    if held is None:
        return ()
    rest = [one for one in reversed(ground.versions) if one.key != held.key]
    return tuple(_directed(workspace, one, ground, NOW) for one in (held, *rest))


def _ground(workspace: Workspace, against: str | None, scope: Scope, now: str) -> _Ground:
    asked = scope.as_of or scope.known_on
    day = last_day(asked) if asked else now[:10]
    with read_ledger(workspace.ledger) as ledger:
        told = seen(ledger, scope)
        names = identities_in(ledger, workspace.name, scope)
    facts = tuple(one for one in told.facts if fact_in_force(one) and not one.source.synthetic)
    known = taxonomies(workspace.clusters)
    homes = frozenset({workspace.name, names.name_of(workspace.name)})
    files = [one for one in known.values() if one.kind == "directions"]
    filed = {one.source for one in files}
    versions = [*files, *(one for one in told_directions(facts) if one.source not in filed)]
    return _Ground(
        facts, tuple(sorted(versions, key=lambda one: one.valid_from)),
        (_clusters(known, day, against) or _newest(told_clusters(facts, homes), day), known[CITY]),
        chain_catalogue(workspace, scope.known_on).chains, homes, told, day,
    )  # fmt: skip


def _directed(workspace: Workspace, chosen: Taxonomy, ground: _Ground, scope: Scope) -> Directed:
    found = hold(chosen, ground.facts, ground.others, ground.chains, ground.homes)
    if not chosen.file:
        chosen = with_segments(chosen, found.aims)
        found = hold(chosen, ground.facts, ground.others, ground.chains, ground.homes)
    owners = {} if scope.public else _owners(workspace, chosen, scope)
    return Directed(found, {one.fact.id: one for one in ground.facts}, owners, ground.versions, ground.seen)


def _clusters(known: Mapping[str, Taxonomy], day: str, named: str | None) -> Taxonomy | None:
    if named is not None:
        return in_force(known.values(), day, named)
    own = [one for one in known.values() if one.key != CITY and one.kind == "clusters" and one.holds_on(day)]
    return own[-1] if own else None


def _newest_held(ground: _Ground) -> Taxonomy | None:
    """The newest file that holds, else the newest document that names directions."""
    files = [one for one in ground.versions if one.file]
    told = [one for one in ground.versions if not one.file]
    return _newest(files, ground.day) or _newest(told, ground.day)


def _newest(several: Sequence[Taxonomy], day: str) -> Taxonomy | None:
    held = [one for one in several if one.holds_on(day)]
    return held[-1] if held else None


def _owners(workspace: Workspace, version: Taxonomy, scope: Scope) -> dict[str, str]:
    everyone = {one.id: one for one in persons.persons(workspace.root)}
    rows = registers.rows(workspace, register("directions"), as_of=scope.as_of, known_on=scope.known_on)
    return {
        one.get("direction"): everyone[one.get("assignee")].name or one.get("assignee")
        for one in rows
        if one.get("version") in (version.key, version.zh) and one.get("assignee") in everyone
    }
