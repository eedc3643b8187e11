"""What was found: the opportunities of a region in their order, and what they rest on."""

from dataclasses import dataclass

from bulian.plan.opportunity.from_peers import Learned
from bulian.plan.opportunity.nouns import Ranked, Told


@dataclass(frozen=True, slots=True)
class Opportunities:
    """What `opportunities` answers.

    Attributes:
        of: the region or district. learned: what likelihoods rest on; None without a table of peers.
        ranked: those nothing bars first. chains: how many chains were asked for gaps.
        trouble: why there is no answer, for a page that must stand all the same.
    """

    of: str
    learned: Learned | None
    ranked: tuple[Ranked, ...]
    chains: int
    filtered_by: str | None
    seed: int
    trouble: Told | None = None
