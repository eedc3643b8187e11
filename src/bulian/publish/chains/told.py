"""Everything that is told of one chain, gathered for a paper."""

from dataclasses import dataclass

from bulian.chain.completing import Completeness
from bulian.chain.depending import Dependence
from bulian.chain.gapping import Gaps
from bulian.chain.leading import Leader
from bulian.chain.losing import Losses
from bulian.chain.view import ChainView
from bulian.publish.chains.sheets import Lists


@dataclass(frozen=True, slots=True)
class ChainTold:
    """A chain as it stands, and the answers of `bulian chain` about it."""

    view: ChainView
    completeness: Completeness
    leaders: tuple[Leader, ...]
    gaps: Gaps
    dependence: Dependence
    losses: Losses

    @property
    def lists(self) -> Lists:
        """What the lists of 一图N清单 are written from."""
        view = self.view
        return Lists(
            view.home, view.chain, view.states, view.told, self.completeness, self.leaders, self.gaps,
            view.searched, view.facts, view.seen.scope, len(view.seen.withheld),
        )  # fmt: skip
