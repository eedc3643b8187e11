"""A chain without one firm or node: what is hit, by how much, and the choices there are."""

from dataclasses import dataclass
from decimal import Decimal

from bulian.chain.losing import scenario
from bulian.chain.view import ChainView
from bulian.publish.chains.picture import called
from bulian.publish.numbers import digits, significant
from bulian.publish.site.site import Site

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Supposed:
    """What follows.

    Attributes:
        name: who is gone, in words. hit: (node id, its name, what it loses in words), the worst first.
        lost: by node id, the same words, for the map.
    """

    name: str
    hit: tuple[tuple[str, str, str], ...]
    lost: dict[str, str]


def supposed(site: Site, view: ChainView, without: str) -> Supposed | None:
    """The chain without `without`, a firm or a node's id; None where nobody is taken away.

    Raises:
        BadRequest: it is neither a firm on the chain nor a node of it.
    """
    if not without:
        return None
    found = scenario(view.chain, view.graph, view.states, [without])
    worst = sorted((left, node) for node, left in found.left.items() if left < 1)
    lost = {node: _in_words(site, 1 - left) for left, node in worst}
    state = view.states.get(without)
    hit = tuple((node, called(view.states[node].node.name, site.lang), told) for node, told in lost.items())
    return Supposed(called(state.node.name, site.lang) if state else without, hit, lost)


def _in_words(site: Site, share: float) -> str:
    """A loss as on the map: −60%."""
    return f"−{digits(significant(Decimal(f'{share * _HUNDRED:.4g}')), site.words)}%"


def choices(site: Site, view: ChainView) -> tuple[tuple[str, str], ...]:
    """Whom one may take away: firms on the chain, then nodes that have one, as (value, words)."""
    firms = sorted({one.firm for state in view.states.values() for one in state.firms})
    nodes = [
        (node, called(state.node.name, site.lang)) for node, state in view.states.items() if state.is_there
    ]
    return (*((firm, firm) for firm in firms), *nodes)
