"""What a monthly report adds: since when, what moved, what does not add up, whom the district leans on."""

from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.assess.dependence import Dependence
from bulian.assess.finding import Finding
from bulian.assess.revisions import Revision
from bulian.assess.series import Series
from bulian.assess.standing import latest_in_force, value_in_force
from bulian.model.period import days
from bulian.model.stored import Source


@dataclass(frozen=True, slots=True)
class Month:
    """What happened since a day.

    Attributes:
        since: the first day reported on, ISO 8601.
        revisions: numbers told otherwise since then. findings: arithmetic over the facts in force.
        dependences: firms that are a large part of the district.
    """

    since: str
    revisions: tuple[Revision, ...] = ()
    findings: tuple[Finding, ...] = ()
    dependences: tuple[Dependence, ...] = ()

    def is_new(self, source: Source) -> bool:
        """Whether a document was published since then; an undated one counts from when it was recorded."""
        return published(source) >= self.since


@dataclass(frozen=True, slots=True)
class Change:
    """The newest number of a series, and the one of the period before; None where it is the first."""

    now: Datum
    before: Datum | None


def published(source: Source) -> str:
    """The last day on which a document may have been published, ISO 8601."""
    return days(source.published_on)[1].isoformat() if source.published_on else source.recorded_at[:10]


def changes(several: tuple[Series, ...], month: Month) -> tuple[Change, ...]:
    """Every series whose newest actual number was published since the day, in the order given."""
    found = []
    for one in several:
        now = latest_in_force(one) if one.actuals else None
        if now and now.fact.period and month.is_new(now.source):
            found.append(Change(now, _before(one, now)))
    return tuple(found)


def _before(one: Series, now: Datum) -> Datum | None:
    """The number in force of the newest earlier period that is as long as the present one."""
    for datum in reversed(one.actuals):
        if datum.days and now.days and datum.days[1] < now.days[1] and _alike(datum, now):
            counts = value_in_force(one, datum.fact.period or "")
            return counts.datum if counts else datum
    return None


def _alike(one: Datum, other: Datum) -> bool:
    """Both of a month, a quarter, a year: their lengths differ by days at most."""
    lengths = [(each.days[1] - each.days[0]).days for each in (one, other) if each.days]
    return abs(lengths[0] - lengths[1]) <= 3
