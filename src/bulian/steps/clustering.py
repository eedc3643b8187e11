"""Ask for clusters: who is in and why, how large, how they grew; and put firms in or take them out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bulian.assess.cluster.crosswalk import Crosswalk, crosswalk
from bulian.assess.cluster.members import Act, Member, Members, members, overlap
from bulian.assess.cluster.scale import Distance, SegmentSize, Total, distance, growth, segments, total
from bulian.assess.datum import Datum, data_in_force
from bulian.assess.dependence import Dependence, dependences
from bulian.assess.disclosure import may_leave, whole_may_leave, withheld
from bulian.assess.firms.firm import Firm
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.scope import NOW, Scope
from bulian.measure.contributions import Contributions
from bulian.steps.gathering import BOOK, Ground, ground
from bulian.vocab.taxonomy import Cluster, Taxonomy, in_force, whole

_BACK = 2  # years over which growth is told, where the register reaches so far


@dataclass(frozen=True, slots=True)
class Roll:
    """A cluster's firms in figures: the real ones, or apart from them the made-up ones.

    Attributes:
        undated: how many are in of whom nobody tells since when.
        total, distance, segments, growth: see `assess.cluster.scale`; None or without data where `withheld`.
        withheld: "total", "growth" or keys of segments: they rest on too few firms for the public.
    """

    synthetic: bool
    members: tuple[Member, ...]
    undated: int
    total: Total
    distance: Distance | None
    segments: tuple[SegmentSize, ...]
    growth: Contributions | None
    years: tuple[int, int]
    withheld: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClusterView:
    """One cluster: its definition, its firms, and what documents say of it themselves."""

    cluster: Cluster
    members: Members
    rolls: tuple[Roll, ...]
    stated: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """All clusters of a taxonomy in one year.

    Attributes:
        overlap: the firms in more than one cluster, with the keys of these.
        together: the sum over all clusters, each firm once; of the real firms, and of the made-up ones.
        nowhere: the firms that are in none.
        dependences: the firms that are a large part of the district's own output.
    """

    ground: Ground
    taxonomy: Taxonomy
    views: tuple[ClusterView, ...]
    overlap: dict[str, tuple[str, ...]]
    together: tuple[Roll, ...]
    nowhere: tuple[str, ...]
    dependences: tuple[Dependence, ...]


def clusters(
    workspace: Workspace,
    name: str | None = None,
    *,
    taxonomy: str | None = None,
    year: int | None = None,
    scope: Scope = NOW,
    now: str,
) -> Clusters:
    """Every cluster of a taxonomy, or the one of a name.

    Args:
        taxonomy: its key or name; None: the newest that holds on the day of `now`, or on the scope's.
        year: the year of which to tell; None: the newest of which revenue is known.

    Raises:
        BadRequest: there is no such cluster or taxonomy. VocabularyError: a definition does not fit.
    """
    base = ground(workspace, year=year, scope=scope, now=now)
    found = _taxonomy(base, taxonomy, now)
    wanted = found.clusters if name is None else (_named(found, name),)
    told = data_in_force(base.seen.facts, base.names)
    views = tuple(_view(base, found, one, told) for one in wanted)
    inside = {member.firm.name: member for view in views for member in view.members.inside}
    both = overlap(view.members for view in views)
    together = _rolls(base, None, tuple(inside.values()), ())
    nowhere = tuple(firm for firm in base.book if firm not in inside) if name is None else ()
    return Clusters(base, found, views, both, together, nowhere, leans_on(base))


def leans_on(base: Ground) -> tuple[Dependence, ...]:
    """The firms that are a large part of the district's own output; needs no taxonomy."""
    told = data_in_force(base.seen.facts, base.names)
    return dependences(told, _perhaps_firms(base, told), base.names.name_of(base.workspace.name))


def _perhaps_firms(base: Ground, told: Iterable[Datum]) -> frozenset[str]:
    """The subjects that are firms, or of which nothing shows what they are: a short name need not show it."""
    found = {one.subject: base.names.entity(one.subject) for one in told if one.subject}
    kinds = {name: entity.kind if entity else "other" for name, entity in found.items()}
    return frozenset(name for name, kind in kinds.items() if kind in ("firm", "branch", "other"))


def compare(
    workspace: Workspace, one: str, other: str | None = None, *, scope: Scope = NOW, now: str
) -> Crosswalk:
    """What became of each cluster of one taxonomy in another; `other` is the one in force where not named.

    Raises:
        BadRequest: there is no such taxonomy.
    """
    base = ground(workspace, scope=scope, now=now)
    several = (_taxonomy(base, one, now), _taxonomy(base, other, now))
    inside = {
        (taxonomy.key, cluster.key): frozenset(
            member.firm.name for member in _members(base, taxonomy, cluster).inside
        )
        for taxonomy in several
        for cluster in taxonomy.clusters
    }
    return crosswalk(*several, inside)


def change_member(
    workspace: Workspace,
    cluster: str,
    firm: str,
    *,
    what: Literal["add", "remove"],
    by: str,
    why: str,
    taxonomy: str | None = None,
    now: str,
) -> Act:
    """Enter in the journal that a firm belongs to a cluster or not, and why. The opposite act takes it back.

    Raises:
        BadRequest: there is no such cluster, taxonomy or firm. JournalError: nobody signs, or gives a reason.
    """
    if not by.strip() or not why.strip():
        raise JournalError(
            "A change of members needs the name of who made it (--by) and the reason (--why).",
            "增减成员须写明是谁（--by）和理由（--why）。",
        )
    base = ground(workspace, now=now)
    found = _taxonomy(base, taxonomy, now)
    act = Act(_named(found, cluster).key, base.firm(firm).name, what, by.strip(), now, why.strip())
    line = {
        "at": act.at, "by": act.by, "what": act.what, "taxonomy": found.key, "cluster": act.cluster,
        "firm": act.firm, "why": act.why,
    }  # fmt: skip
    signing.append(workspace.journal, BOOK, line)
    return act


def _taxonomy(base: Ground, named: str | None, now: str) -> Taxonomy:
    day = base.seen.scope.as_of or base.seen.scope.known_on or now[:10]
    return in_force(base.taxonomies.values(), day if len(day) == 10 else f"{day}-12-31"[:10], named)


def _named(taxonomy: Taxonomy, name: str) -> Cluster:
    found = taxonomy.cluster(name)
    if found is None:
        listed = [one.zh for one in taxonomy.clusters]
        raise BadRequest(
            f"{taxonomy.en} has no cluster {name!r}. It has {', '.join(listed)}.",
            f"{taxonomy.zh}里没有“{name}”。有：{'、'.join(listed)}。",
        )
    return found


def _members(base: Ground, taxonomy: Taxonomy, cluster: Cluster) -> Members:
    acts = base.acts.get((taxonomy.key, cluster.key), ())
    return members(whole(taxonomy, cluster), base.book, acts, base.year)


def _view(base: Ground, taxonomy: Taxonomy, cluster: Cluster, told: Iterable[Datum]) -> ClusterView:
    found = _members(base, taxonomy, cluster)
    gone = tuple(Member(firm, (), None, False) for firm in found.elsewhere)
    names = found.cluster.names
    stated = tuple(
        one for one in told if not one.synthetic and (one.subject in names or one.indicator.startswith(names))
    )
    return ClusterView(cluster, found, _rolls(base, found.cluster, found.inside, gone), stated)


def _rolls(
    base: Ground, cluster: Cluster | None, inside: tuple[Member, ...], gone: tuple[Member, ...]
) -> tuple[Roll, ...]:
    """One roll of the real firms and one of the made-up ones: they never make one sum."""
    found = []
    for synthetic in (False, True):
        mine = tuple(one for one in inside if one.firm.synthetic is synthetic)
        went = tuple(one for one in gone if one.firm.synthetic is synthetic)
        if mine or went:
            roll = _roll(base, cluster, mine, went)
            found.append(_for_the_public(roll) if base.seen.scope.public else roll)
    return tuple(found)


def _roll(base: Ground, cluster: Cluster | None, mine: tuple[Member, ...], went: tuple[Member, ...]) -> Roll:
    firms = [one.firm for one in mine]
    every = [*firms, *(one.firm for one in went)]
    years = (_first_year(every, base.year), base.year)
    found = total(firms, "revenue", base.year)
    grown = growth(every, "revenue", years) if years[0] < years[1] and found.data else None
    return Roll(
        synthetic=any(firm.synthetic for firm in every),
        members=mine,
        undated=sum(one.there is None for one in mine),
        total=found,
        distance=distance(cluster, found) if cluster else None,
        segments=segments(cluster, mine, "revenue", years) if cluster and cluster.segments else (),
        growth=grown,
        years=years,
    )


def _first_year(firms: Iterable[Firm], last: int) -> int:
    known = {year for firm in firms for year in firm.years("revenue") if last - _BACK <= year < last}
    return min(known, default=last)


def _for_the_public(roll: Roll) -> Roll:
    """Without the totals that rest on too few firms, and without those that would give them away."""
    parts: dict[str, tuple[Decimal | None, int]] = {
        one.segment.key if one.segment else "": (one.total.value, len(one.total.data))
        for one in roll.segments
    }
    hidden = withheld(parts)
    blank = Total(roll.total.attribute, roll.total.year, (), ())
    shown = replace(
        roll,
        segments=tuple(
            SegmentSize(one.segment, blank, None, None, 0, None)
            if (one.segment.key if one.segment else "") in hidden
            else one
            for one in roll.segments
        ),
        withheld=hidden,
    )
    if not may_leave(len(roll.total.data)) or not whole_may_leave(parts, hidden):
        shown = replace(shown, total=blank, distance=None, withheld=shown.withheld | {"total"})
    if roll.growth and any(not may_leave(len(part.names)) for part in roll.growth.parts):
        shown = replace(shown, growth=None, withheld=shown.withheld | {"growth"})
    return shown
