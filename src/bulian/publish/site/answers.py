"""What pages ask beyond the facts: targets followed and chains as they stand, each worked out once."""

from collections.abc import Callable
from functools import cached_property

from bulian.assess.followed import Followed
from bulian.assess.tracking import Tracked
from bulian.chain.view import ChainView


class Answers:
    """Worked out when the first page asks, kept until the ledger, the journal or the day changes.

    Args:
        follow: follows the targets. view: the chains as they stand. Both read the workspace.
    """

    def __init__(self, follow: Callable[[], Followed], view: Callable[[], tuple[ChainView, ...]]) -> None:
        self._follow, self._view = follow, view

    @cached_property
    def followed(self) -> Followed:
        """Every target, the district's own first."""
        return self._follow()

    @cached_property
    def chains(self) -> tuple[ChainView, ...]:
        """Every chain of the catalogue, in its order."""
        return self._view()

    def target(self, target_id: str) -> Tracked | None:
        """The target with this id; None where there is none."""
        return next((one for one in self.followed.tracked if one.id == target_id), None)

    def chain(self, chain_id: str) -> ChainView | None:
        """The chain with this id; None where there is none."""
        return next((one for one in self.chains if one.chain.id == chain_id), None)
