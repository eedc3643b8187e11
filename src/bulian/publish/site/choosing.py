"""Whom of a chain one may take away: those that weigh most, and the rest by a search for their name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bulian.chain.view import ChainView
from bulian.publish.chains.picture import called
from bulian.publish.site.page import Asked
from bulian.publish.site.site import Site
from bulian.resolve.folding import plain
from bulian.vocab.share_measures import share_measures

MOST = 40
"""Firms of one kind that are offered at once."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Whom one may take away, those without whom most stops first, then the largest.

    Attributes:
        firms: on nodes. unplaced: of the chain, on no node. nodes: as (id, name).
        found: False where a search found nobody, so that all are offered.
        more: there are more than are listed.
    """

    firms: tuple[str, ...]
    unplaced: tuple[str, ...]
    nodes: tuple[tuple[str, str], ...]
    found: bool = True
    more: bool = False

    @property
    def first(self) -> str:
        """The firm or node that is taken until somebody chooses; "" where there is none."""
        return next(iter((*self.firms, *self.unplaced, *(node for node, _ in self.nodes))), "")


def choices(site: Site, view: ChainView, asked: Asked) -> Choices:
    """Those to choose from: of `find` in the address those whose names hold it, in either script."""
    whole = site.answers.once(("choices", view.chain.id, site.lang), lambda: _all(site, view))
    found = _holding(whole, plain(asked.get("find", "")))
    among = found if found.first else replace(whole, found=False)
    chosen = asked.get("without", "")
    return Choices(
        _listed(among.firms, chosen, whole.firms), _listed(among.unplaced, chosen, whole.unplaced),
        _nodes(among, chosen, whole), among.found, max(len(among.firms), len(among.unplaced)) > MOST,
    )  # fmt: skip


def _listed(among: Sequence[str], chosen: str, whole: Iterable[str]) -> tuple[str, ...]:
    """As many as are offered at once; who is chosen stays in the list."""
    shown = tuple(among[:MOST])
    return (chosen, *shown) if chosen in whole and chosen not in shown else shown


def _nodes(among: Choices, chosen: str, whole: Choices) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in whole.nodes if one in among.nodes or one[0] == chosen)


def _holding(whole: Choices, words: str) -> Choices:
    return Choices(
        tuple(one for one in whole.firms if words in plain(one)),
        tuple(one for one in whole.unplaced if words in plain(one)),
        tuple(one for one in whole.nodes if words in plain(one[1])),
    )


def _all(site: Site, view: ChainView) -> Choices:
    stops = {one.name: one.impact for one in site.answers.losses(view).firms}
    firms = {one.firm for state in view.states.values() for one in state.firms}

    def weight(firm: str) -> tuple[float, Decimal, str]:
        return -stops.get(firm, 0.0), -_size(site, firm), firm

    return Choices(
        tuple(sorted(firms, key=weight)),
        tuple(sorted(view.unplaced, key=weight)),
        tuple(
            (node, called(state.node.name, site.lang))
            for node, state in view.states.items()
            if state.is_there
        ),
    )


def _size(site: Site, firm: str) -> Decimal:
    """The greatest number of its output or revenue that is known; zero where there is none."""
    told = (site.ground.data[fact] for fact in site.ground.about.get(firm, ()) if fact in site.ground.data)
    sizes = (
        one.value
        for one in told
        if one.indicator in share_measures() and one.fact.aspect == "level" and not one.synthetic
    )
    return max((one for one in sizes if isinstance(one, Decimal)), default=Decimal(0))
