"""A matching with what became of it: what the terminal, the workbook and the page show."""

from collections.abc import Mapping
from dataclasses import dataclass

from bulian.plan.match.contradictions import Wrong
from bulian.plan.match.fairness import Taken
from bulian.plan.match.funnel import Reached, Stage, funnel
from bulian.plan.match.matching import Matching
from bulian.plan.match.nouns import Demand


@dataclass(frozen=True, slots=True)
class Matched:
    """A matching with what became of it and what was left out.

    Attributes:
        demands: all, also those `settled`, which have been granted or paid and are matched no more.
        reached: steps with evidence until the day. wrongs: by register, rows set aside or told of.
        synthetic: everything here is made up. made_up: rows left out because real ones stand beside them.
        withheld: rows that may not leave the house. taken: what groups took up so far.
    """

    matching: Matching
    demands: tuple[Demand, ...]
    settled: tuple[str, ...]
    reached: tuple[Reached, ...]
    wrongs: Mapping[str, tuple[Wrong, ...]]
    synthetic: bool
    made_up: int
    withheld: int
    taken: tuple[Taken, ...] = ()

    def funnel(self, within: str = "") -> tuple[Stage, ...]:
        """From demand to payment, of all time or of a month or year alone."""
        return funnel(self.demands, self.matching.products, self.reached, within)
