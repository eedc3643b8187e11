"""Whom to attract for a missing link, and through whom."""

from collections.abc import Iterable
from dataclasses import replace

from bulian.corpus.workspace import Workspace
from bulian.desk import book
from bulian.desk.values import number
from bulian.ledger.scope import NOW, Scope
from bulian.plan.prospecting import LeftOut, Place, Prospects, left_out, prospect, ranked
from bulian.steps.changing import chain_catalogue
from bulian.steps.introducing import Acquaintance, refuse_public
from bulian.steps.rejecting import rejections
from bulian.steps.searching import search
from bulian.steps.sourcing import of_facts, of_tables, views_of, wanted_of
from bulian.vocab.registers import register

_FREE = ("idle", "reuse")


def prospects(
    workspace: Workspace, name: str | None = None, *, most: int = 20, now: str, scope: Scope = NOW
) -> Prospects:
    """Firms elsewhere that could fill a node, each with its parts, reasons and what is not known.

    Args:
        name: a chain, or a node by id or name; None: the gaps of every chain.
        most: how many to give.

    Raises:
        BadRequest: there is no such chain or node, or the scope is public.
        LedgerError: the workspace was not built yet.
    """
    refuse_public(scope)
    views = views_of(workspace, name, now, scope)
    wanted = wanted_of(views, name)
    searched = search(workspace, chain_catalogue(workspace, scope.known_on))
    seen, who = views[0].seen, views[0].who
    by_facts = [one for view in views for one in of_facts(view, wanted)]
    found = [*of_tables(searched, views, wanted), *by_facts]
    known = Acquaintance(workspace, seen, who)
    candidates = [replace(one, signals=known.signals(one.firm)) for one in found]
    places = {made: Place(workspace.region, _free_land(workspace, scope, made)) for made in (False, True)}
    said_no = rejections(workspace, scope)
    # A no to a firm is one to it under any of its names.
    rejected = (*said_no, *(replace(one, firm=who.name_of(one.firm)) for one in said_no))
    out, good = [], []
    for one in candidates:
        where = places[one.firm.synthetic]
        why = left_out(one, where, known.residents(one.firm.synthetic), rejected)
        if why:
            out.append(why)
        else:
            good.append(prospect(known.introduced(one), where, now))
    real, made_up = ([one for one in good if one.is_made_up is made] for made in (False, True))
    tables = tuple((one.path.name, one.dated) for one in searched.tables)
    return Prospects(
        wanted, ranked(real, most), ranked(made_up, most), _once(out), tables, len(by_facts), seen
    )


def _free_land(workspace: Workspace, scope: Scope, made_up: bool) -> float | None:
    """The largest site of the desk's register that nobody uses, in mu; None where it lists none."""
    rows = book.all_rows(workspace, register("sites"), as_of=scope.as_of, known_on=scope.known_on)
    free = [
        float(number(row.get("area")))
        for row in book.standing(rows)
        if row.synthetic is made_up and row.get("status") in _FREE and row.get("area")
    ]
    return max(free, default=None)


def _once(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Each firm once a reason, in the order of the reasons and names."""
    return tuple(sorted(set(found), key=lambda one: (one.reason, one.firm, one.node)))
