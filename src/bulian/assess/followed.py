"""What following targets comes to: every target of a workspace with all that stands beside them."""

from dataclasses import dataclass

from bulian.assess.grades import Grade
from bulian.assess.nowcast import Nowcast
from bulian.assess.parts import Parts
from bulian.assess.series import SeriesKey
from bulian.assess.tracking import Tracked
from bulian.ledger.scope import Seen
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities


@dataclass(frozen=True, slots=True)
class Followed:
    """The targets of a workspace.

    Attributes:
        tracked: those with a number that fit what was asked, the district's own first.
        wishes: goals without a number, kept as not measurable as stated.
        parts: dated totals of the district beside the targets of its industries.
        estimates: series of which only the first months of a year are known, with the year they may come to.
        grades: assessments gone through, the year assessed apart from the date published.
        names: who is who. seen: what the scope let through.
    """

    tracked: tuple[Tracked, ...]
    wishes: tuple[Sourced, ...]
    parts: tuple[Parts, ...]
    estimates: tuple[tuple[SeriesKey, Nowcast], ...]
    grades: tuple[Grade, ...]
    names: Identities
    seen: Seen
