"""Who can introduce us to a firm (以商引商), over what facts, groups and tables know of who knows whom."""

from dataclasses import dataclass, replace

from bulian.chain.areas import Areas
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.model.fact import Event, Relation
from bulian.plan.firm_index import OutsideFirm, firm_named
from bulian.plan.introducing import Introduction, Network
from bulian.plan.knowing import links_of_facts, links_of_groups, links_of_row, links_of_tables
from bulian.plan.prospect_parts import Signal
from bulian.plan.prospecting import Candidate
from bulian.resolve.identities import Identities
from bulian.steps.asking import look
from bulian.steps.changing import chain_catalogue
from bulian.steps.identifying import identities
from bulian.steps.placing import firm_registers
from bulian.steps.searching import search
from bulian.vocab.prospects import prospect_words

_GROWING = ("construction_started", "completed", "launched", "signed", "settled", "listed", "planned")
_RESIDENT = ("leads", "produces", "located_in", "member_of")
_HERE = (None, "district")
_SOMEBODY = ("firm", "branch", "body", "other", "park")


@dataclass(frozen=True, slots=True)
class Introduced:
    """Who can introduce us to a firm: the strongest chain from each resident, the strongest first."""

    firm: str
    row: OutsideFirm | None
    chains: tuple[Introduction, ...]
    residents: int
    seen: Seen


def path(workspace: Workspace, firm: str, *, scope: Scope = NOW) -> Introduced:
    """The strongest introductions to a firm, from everybody here who can give one; none where there is none.

    Raises:
        BadRequest: neither a document nor an outside table knows the firm, or the scope is public.
        LedgerError: the workspace was not built yet.
    """
    refuse_public(scope)
    seen, who = look(workspace, scope=scope), identities(workspace, scope=scope)
    searched = search(workspace, chain_catalogue(workspace, scope.known_on))
    row = firm_named(searched.index, firm) if searched.tables else None
    goal = who.name_of(firm)
    if row is None and who.entity(firm) is None:
        raise BadRequest(
            f"no document and no outside firm table knows {firm}.", f"资料和外地名录里都没有“{firm}”。"
        )
    known = Acquaintance(workspace, seen, who)
    made_up = row is not None and row.synthetic
    links = [*known.links, *(links_of_tables(searched.index, goal, who) if searched.tables else ())]
    here = known.residents(made_up)
    network = Network(one for one in links if made_up or not one.synthetic)
    chains = network.introductions(goal, here)
    best = sorted(chains.values(), key=lambda one: (-one.strength, len(one.links), one.names))
    return Introduced(goal, row, tuple(best), len(here), seen)


class Acquaintance:
    """What facts know of firms: who is here, who knows whom, and the signs that they grow."""

    def __init__(self, workspace: Workspace, seen: Seen, who: Identities) -> None:
        self._who = who
        self._residents = _residents(workspace, seen, who)
        self.links = (*links_of_facts(seen.facts, who), *links_of_groups(who))
        self._real = Network(one for one in self.links if not one.synthetic)
        self._all = Network(self.links)
        self._grown = tuple(
            one
            for one in seen.facts
            if isinstance(one.fact, Event) and one.fact.type in _GROWING and not one.source.synthetic
        )

    def residents(self, made_up: bool) -> frozenset[str]:
        """Who is here; for a made-up firm the made-up too, which introduce nobody else."""
        return self._residents[True] | self._residents[False] if made_up else self._residents[False]

    def signals(self, firm: OutsideFirm) -> tuple[Signal, ...]:
        """Dated events whose sentence names it or whose participant it is, then what the table's tags say."""
        name = self._who.name_of(firm.name)
        dated = [
            Signal(one.fact.place.quote, one.fact.date, one.source.name, one.fact.id)
            for one in self._grown
            if isinstance(one.fact, Event)
            and (
                firm.name in one.fact.place.quote
                or name in {self._who.name_of(other) for other in one.fact.participants}
            )
        ]
        tags = firm.told.get("tags", "")
        tagged = [Signal(word, None, firm.place) for word in prospect_words("expanding") if word in tags]
        return (*dated, *tagged)

    def introduced(self, one: Candidate) -> Candidate:
        """The candidate with its strongest introduction over facts, groups and its own row."""
        firm, name = one.firm, self._who.name_of(one.firm.name)
        own = links_of_row(firm, self._who)
        network = self._all if firm.synthetic else self._real
        return replace(one, introduction=network.strongest_with(name, self.residents(firm.synthetic), own))


def refuse_public(scope: Scope) -> None:
    if scope.public:
        raise BadRequest(
            "whom the office wants to attract, and through whom, is internal; leave --public away.",
            "招商对象和引荐人属内部资料；请去掉 --public。",
        )


def _residents(workspace: Workspace, seen: Seen, who: Identities) -> dict[bool, frozenset[str]]:
    """Firms and bodies that documents tell of and place nowhere else, and those of tables that cover the
    district; the made-up ones under True."""
    areas = Areas(seen.facts, who, workspace.region)
    named: dict[bool, set[str]] = {False: set(), True: set()}
    for one in seen.facts:
        if isinstance(one.fact, Relation) and one.fact.type in _RESIDENT:
            named[one.source.synthetic].add(who.name_of(one.fact.head))
    found = {
        made: {name for name in names if areas.of(name) in _HERE and _is_somebody(who, name)}
        for made, names in named.items()
    }
    for table in firm_registers(workspace, seen, who):
        if table.covers == workspace.region:
            for row in table.rows:
                found[row.synthetic].add(row.firm)
    return {made: frozenset(names) for made, names in found.items()}


def _is_somebody(who: Identities, name: str) -> bool:
    entity = who.entity(name)
    return entity is not None and entity.kind in _SOMEBODY
