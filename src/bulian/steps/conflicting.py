"""Which number counts: where the sources of a workspace tell different ones of one thing."""

from dataclasses import dataclass

from bulian.assess.conflicts import Apart, Conflict, Conflicts
from bulian.assess.conflicts import conflicts as weigh
from bulian.assess.datum import Datum, data_told
from bulian.assess.series import series
from bulian.corpus.workspace import Workspace
from bulian.extract.fold import fold
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import FactQuery, last_day
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.model.period import days
from bulian.steps.identifying import identities_in


@dataclass(frozen=True, slots=True)
class Weighed:
    """What disagrees in a workspace, and what was seen of it."""

    conflicts: Conflicts
    seen: Seen


def conflicts(
    workspace: Workspace,
    *,
    subject: str | None = None,
    indicator: str | None = None,
    period: str | None = None,
    scope: Scope = NOW,
) -> Weighed:
    """Numbers that disagree, with the one in force and why; definitions and periods apart are listed too.

    Args:
        subject, indicator: a part of the name, in either script. period: only what shares a day with it.
        scope: as of when, and whether only what may leave the house.

    Raises:
        BadRequest: a period or date is malformed. LedgerError: not built yet.
    """
    if period:
        last_day(period)  # refuses what is no period
    with read_ledger(workspace.ledger) as ledger:
        told = seen(ledger, scope, FactQuery(include_rejected=True))
        names = identities_in(ledger, workspace.name)
    found = weigh(series(data_told(told.facts, names)))
    wanted = _Wanted(fold(subject or ""), fold(indicator or ""), period)
    return Weighed(_only(found, wanted), told)


@dataclass(frozen=True, slots=True)
class _Wanted:
    subject: str
    indicator: str
    period: str | None

    def fits(self, datum: Datum) -> bool:
        names = (datum.subject or "", datum.fact.subject or "")
        return (
            any(self.subject in name for name in names)
            and self.indicator in datum.indicator
            and (self.period is None or _share_a_day(self.period, datum.fact.period))
        )


def _share_a_day(one: str, other: str | None) -> bool:
    if other is None:
        return False
    (first, last), (start, end) = days(one), days(other)
    return first <= end and start <= last


def _only(found: Conflicts, wanted: _Wanted) -> Conflicts:
    return Conflicts(
        tuple(one for one in found.conflicts if any(map(wanted.fits, _data(one)))),
        tuple(one for one in found.apart if any(map(wanted.fits, _data(one)))),
    )


def _data(one: Conflict | Apart) -> list[Datum]:
    if isinstance(one, Apart):
        return [counts.datum for counts in one.standings]
    return [datum for side in one.found.sides for datum in side.data]
