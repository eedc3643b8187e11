"""Opportunities: what a district could attract next; how likely, how desirable, what bars it, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.scope import NOW, Scope
from bulian.measure.labelled.panel import Names
from bulian.plan.opportunity import from_chains, from_peers
from bulian.plan.opportunity.found import Opportunities
from bulian.plan.opportunity.lists import Lists, read_lists
from bulian.plan.opportunity.nouns import NodeGap
from bulian.plan.opportunity.ordering import ordered
from bulian.steps.backtesting import HORIZON, peer_table
from bulian.steps.chaining import chain_views

FOLDER = "opportunities"
_SUFFIXES = (".csv", ".xlsx", ".parquet")


@dataclass(frozen=True, slots=True)
class Peers:
    """A table of peers and how to read it.

    Attributes:
        table: a file or a DataFrame. of: the region asked about; None is the district itself.
    """

    table: Path | Any
    of: str | None = None
    names: Names | None = None
    horizon: int = HORIZON


def opportunities(
    workspace: Workspace | None,
    peers: Peers | None = None,
    *,
    now: str,
    scope: Scope = NOW,
    seed: int = 7,
) -> Opportunities:
    """Every activity that the region lacks (with peers) or chain node not known to be there (without).

    Args:
        workspace: gives chains, `opportunities/peers.csv` where no table is given, and the district's lists
            `opportunities/attributes.csv` and `filters.csv`; None uses the table alone.

    Raises:
        BadRequest: neither workspace nor table, an unknown region, a row that does not fit, too little to
            learn from. VocabularyError: a row of a list does not fit.
    """
    given = peers or _kept(workspace)
    if workspace is None and given is None:
        raise BadRequest(
            "opportunities need a workspace or a table of peers: name one, or give --table.",
            "看机会要有工作区或同类地区表：请指明工作区，或用 --table。",
        )
    views = chain_views(workspace, now=now, scope=scope) if workspace else ()
    gaps, lists = from_chains.node_gaps(views), _lists(workspace)
    if given is None:
        home = workspace.name if workspace else ""
        ranked = ordered(from_chains.candidates(gaps, lists), seed=seed)
        return Opportunities(home, None, ranked, len(views), lists.filtered_by, seed)
    return _with_peers(given, workspace, (gaps, lists, len(views)), seed)


def _with_peers(
    given: Peers, workspace: Workspace | None, ground: tuple[Sequence[NodeGap], Lists, int], seed: int
) -> Opportunities:
    gaps, lists, chains = ground
    learned = from_peers.learn_from(peer_table(given.table, given.names), horizon=given.horizon, seed=seed)
    of = given.of or (workspace.name if workspace else "")
    ranked = ordered(from_peers.candidates(learned, of, gaps, lists), seed=seed)
    return Opportunities(of, learned, ranked, chains, lists.filtered_by, seed)


def _kept(workspace: Workspace | None) -> Peers | None:
    """The table that the workspace keeps, if any."""
    if workspace is None:
        return None
    places = (workspace.root / FOLDER / f"peers{suffix}" for suffix in _SUFFIXES)
    return next((Peers(place) for place in places if place.is_file()), None)


def _lists(workspace: Workspace | None) -> Lists:
    if workspace is None:
        return Lists()
    attributes, filters = (workspace.root / FOLDER / f"{name}.csv" for name in ("attributes", "filters"))
    return read_lists(
        attributes if attributes.is_file() else None, filters if filters.is_file() else None
    )  # fmt: skip
