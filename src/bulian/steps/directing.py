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
from bulian.model.stored import Sourced
from bulian.plan.directions import Directions, directions, told_directions, with_segments
from bulian.steps.changing import chain_catalogue
from bulian.steps.identifying import identities_in
from bulian.vocab.reading_taxonomies import taxonomies
from bulian.vocab.registers import register
from bulian.vocab.taxonomy import CITY, Taxonomy, in_force


@dataclass(frozen=True, slots=True)
class Directed:
    """Directions, the facts behind them, who answers for each (by its name), and all versions."""

    found: Directions
    facts: Mapping[str, Sourced]
    owners: Mapping[str, str]
    versions: tuple[Taxonomy, ...]
    seen: Seen


def attraction(
    workspace: Workspace,
    version: str | None = None,
    *,
    against: str | None = None,
    scope: Scope = NOW,
    now: str,
) -> Directed:
    """One version of directions: its segments from the facts, and what no direction or no cluster covers.

    Args:
        version: a taxonomy of the kind "directions"; None: the newest that holds, else what documents say.
        against: the taxonomy of clusters; None: the one that holds.

    Raises:
        BadRequest: no such version, or neither a file nor a document names any. LedgerError: not built.
    """
    asked = scope.as_of or scope.known_on
    day = last_day(asked) if asked else now[:10]
    with read_ledger(workspace.ledger) as ledger:
        told = seen(ledger, scope)
        names = identities_in(ledger, workspace.name, scope)
    facts = [one for one in told.facts if fact_in_force(one) and not one.source.synthetic]
    known = taxonomies(workspace.clusters)
    homes = frozenset({workspace.name, names.name_of(workspace.name)})
    clusters = _clusters(known, day, against)
    chosen = _version(known, day, version, facts)
    chains = chain_catalogue(workspace, scope.known_on).chains
    found = directions(chosen, facts, (clusters, known[CITY]), chains, homes)
    if chosen.key == "told":
        chosen = with_segments(chosen, found.aims)
        found = directions(chosen, facts, (clusters, known[CITY]), chains, homes)
    several = tuple(one for one in known.values() if one.kind == "directions")
    owners = {} if scope.public else _owners(workspace, chosen, scope)
    return Directed(found, {one.fact.id: one for one in facts}, owners, several, told)


def _clusters(known: Mapping[str, Taxonomy], day: str, named: str | None) -> Taxonomy | None:
    if named is not None:
        return in_force(known.values(), day, named)
    own = [one for one in known.values() if one.key != CITY and one.kind == "clusters" and one.holds_on(day)]
    return own[-1] if own else None


def _version(
    known: Mapping[str, Taxonomy], day: str, named: str | None, facts: Sequence[Sourced]
) -> Taxonomy:
    several = [one for one in known.values() if one.kind == "directions"]
    if named is not None:
        return in_force(several, day, named)
    held = [one for one in several if one.holds_on(day)]
    found = held[-1] if held else told_directions(facts)
    if found is None:
        raise BadRequest(
            "Neither a file in clusters/ (kind: directions) nor a document names directions of attraction.",
            "clusters/ 里没有招商方向（kind: directions），文件里也没有读到招商方向。",
        )
    return found


def _owners(workspace: Workspace, version: Taxonomy, scope: Scope) -> dict[str, str]:
    everyone = {one.id: one for one in persons.persons(workspace.root)}
    rows = registers.rows(workspace, register("directions"), as_of=scope.as_of, known_on=scope.known_on)
    return {
        one.get("direction"): everyone[one.get("assignee")].name or one.get("assignee")
        for one in rows
        if one.get("version") in (version.key, version.zh) and one.get("assignee") in everyone
    }
