"""Write a paper of a workspace: the brief, the monthly report, the atlas of chains, the self-evaluation."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bulian.assess.datum import data_in_force
from bulian.assess.dependence import Dependence, dependences
from bulian.chain.view import ChainView
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, seen
from bulian.ledger.sources import columns, document
from bulian.ledger.storing import quarantined
from bulian.model.period import days
from bulian.publish.atlas import atlas
from bulian.publish.brief import brief
from bulian.publish.chains.told import ChainTold
from bulian.publish.material import Material, Quarantined
from bulian.publish.month import Month, published
from bulian.publish.monthly import monthly
from bulian.publish.paper import Paper
from bulian.publish.rendering import render
from bulian.publish.self_evaluation import self_evaluation
from bulian.resolve.identities import Identities
from bulian.steps.chaining import chain_depend, chain_gaps, chain_lose, chain_show, chain_views
from bulian.steps.checking import check
from bulian.steps.evaluating import evaluate
from bulian.steps.identifying import identities_in
from bulian.steps.revising import revisions
from bulian.steps.writing import write_whole

_ZONE = "demonstration_zone"


@dataclass(frozen=True, slots=True)
class Order:
    """Which paper is wanted; the fields are the arguments of `report`."""

    lang: str
    now: str
    scope: Scope = NOW
    since: str = ""
    chain: str = ""


def report(
    workspace: Workspace,
    output: Path,
    *,
    lang: str,
    now: str,
    kind: str = "brief",
    scope: Scope = NOW,
    since: str = "",
    chain: str = "",
) -> Path:
    """Write a paper to `output`; its ending chooses Word, PDF, HTML or Markdown. Returns where it lies.

    Args:
        lang: "zh" or "en". now: the time of writing, ISO 8601; the paper carries its day.
        kind: one of `KINDS`.
        scope: as of when, and whether for the public; the paper says so, and how much it leaves out.
        since: the first day of a monthly report, as a day, month or year; "": the month of the newest
            document that gave a fact.
        chain: the one chain of an atlas, by its id or name; "": every chain of which something is known.

    Raises:
        BadRequest: the kind, ending or language is unknown. LedgerError: the workspace was not built yet.
        WorkspaceError: `output` cannot be written; what lay there before stays.
    """
    made = paper(workspace, kind, Order(lang, now, scope, since, chain))
    write_whole(output, render(made, output.suffix.lower()))
    return output


def paper(workspace: Workspace, kind: str, order: Order) -> Paper:
    """The paper before it has a format; refuses a kind that there is not."""
    if kind not in KINDS:
        listed = ", ".join(KINDS)
        raise BadRequest(
            f"--kind {kind!r} is unknown. Choose one of {listed}.",
            f"--kind {kind!r} 不认识。可选：{listed}。",
        )
    return KINDS[kind](workspace, order)


def _brief(workspace: Workspace, order: Order) -> Paper:
    return brief(_material(workspace, order), order.lang)


def _monthly(workspace: Workspace, order: Order) -> Paper:
    material = _material(workspace, order)
    month = Month(
        _since(order.since, material),
        revisions(workspace, scope=order.scope).revisions,
        tuple(check(workspace, scope=order.scope).checked.findings),
        _dependences(material),
    )
    return monthly(material, month, order.lang)


def _atlas(workspace: Workspace, order: Order) -> Paper:
    wanted = [order.chain] if order.chain else None
    views = chain_views(workspace, wanted, now=order.now, scope=order.scope)
    told = tuple(_chain_told(one) for one in views if order.chain or _is_known(one))
    return atlas(_material(workspace, order), told, order.lang)


def _is_known(view: ChainView) -> bool:
    """Whether anything is said of a chain, or a firm stands on it."""
    return bool(view.told.mentions) or any(state.is_there for state in view.states.values())


def _chain_told(view: ChainView) -> ChainTold:
    shown = chain_show(view)
    return ChainTold(
        view, shown.completeness, shown.leaders, chain_gaps(view), chain_depend(view), chain_lose(view)
    )


def _self_evaluation(workspace: Workspace, order: Order) -> Paper:
    (one,) = evaluate(workspace, _ZONE, scope=order.scope).evaluations
    return self_evaluation(_material(workspace, order), one, order.lang)


KINDS: dict[str, Callable[[Workspace, Order], Paper]] = {
    "brief": _brief,
    "monthly": _monthly,
    "chain-atlas": _atlas,
    "self-evaluation": _self_evaluation,
}


def _since(asked: str, material: Material) -> str:
    """The first day asked for, or of the month in which the newest document with a fact was published."""
    if asked:
        last_day(asked)  # refuses what is no period
        return days(asked)[0].isoformat()
    newest = max((published(one.source) for one in material.facts), default=material.built_on)
    return f"{newest[:7]}-01"


def _dependences(material: Material) -> tuple[Dependence, ...]:
    """The firms that are a large part of the district."""
    names = material.names
    if not isinstance(names, Identities):
        return ()
    data = data_in_force(material.facts, names)
    entities = {datum.subject: names.entity(datum.subject) for datum in data if datum.subject}
    firms = frozenset(name for name, entity in entities.items() if entity and entity.kind == "firm")
    return dependences(data, firms, names.name_of(material.district))


def _material(workspace: Workspace, order: Order) -> Material:
    scope = order.scope
    until = last_day(scope.known_on) if scope.known_on else None
    with read_ledger(workspace.ledger) as ledger:
        found = seen(ledger, scope)
        in_force = found.sources
        return Material(
            district=workspace.name,
            built_on=order.now[:10],
            facts=found.facts,
            sources=in_force,
            documents={one.doc: document(ledger, one.doc) for one in in_force},
            quarantined=tuple(
                Quarantined(one.name, one.reason_en, one.reason_zh)
                for one in quarantined(ledger)
                if until is None or one.recorded_at[:10] <= until
            ),
            unread=tuple(
                (one.doc, column)
                for one in in_force
                for column in columns(ledger, one.doc)
                if column.role == "unread"
            ),
            scope=scope,
            withheld=found.withheld,
            withheld_sources=found.withheld_sources,
            names=identities_in(ledger, workspace.name, scope),
        )
