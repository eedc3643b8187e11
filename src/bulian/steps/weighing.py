"""Weigh the numbers of a workspace: which one counts where they disagree, and whether they add up."""

from dataclasses import dataclass, replace

from bulian.assess.check import Checked
from bulian.assess.check import check as run_checks
from bulian.assess.conflicts import Apart, Conflict, Conflicts
from bulian.assess.conflicts import conflicts as weigh
from bulian.assess.datum import Datum, data_in_force, data_told
from bulian.assess.series import series
from bulian.assess.statements import arranged
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.extract.fold import fold
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import FactQuery, last_day
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.ledger.sources import document
from bulian.model.fact import Relation
from bulian.model.period import days
from bulian.resolve.identities import Identities
from bulian.steps.identifying import identities_in


@dataclass(frozen=True, slots=True)
class Weighed:
    """What disagrees in a workspace, and what was seen of it."""

    conflicts: Conflicts
    seen: Seen


@dataclass(frozen=True, slots=True)
class Examined:
    """What adds up in a workspace and what does not, and what was seen of it."""

    checked: Checked
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


def check(workspace: Workspace, *, doc: str | None = None, scope: Scope = NOW) -> Examined:
    """Every rule over all numbers in force: what is reproduced, what contradicts, what cannot be compared.

    Args:
        doc: only findings in which a document takes part, by a piece of its name below `sources/`.

    Raises:
        BadRequest: no document bears the name, or a date is malformed. LedgerError: not built yet.
    """
    with read_ledger(workspace.ledger) as ledger:
        told = seen(ledger, scope)
        names = identities_in(ledger, workspace.name)
        texts = {one.doc: document(ledger, one.doc).text for one in told.sources}
    wanted = {one.doc for one in told.sources if doc is None or doc in one.name}
    if doc is not None and not wanted:
        raise BadRequest(
            f"No document is called {doc!r}; `bulian status` lists what was read.",
            f"没有名为“{doc}”的文件；`bulian status` 列出读过的文件。",
        )
    relations = [_folded(one.fact, names) for one in told.facts if isinstance(one.fact, Relation)]
    checked = run_checks(arranged(data_in_force(told.facts, names), texts, relations))
    kept = tuple(one for one in checked.findings if wanted & {datum.fact.doc for datum in one.facts})
    return Examined(replace(checked, findings=kept), told)


def _folded(relation: Relation, names: Identities) -> Relation:
    return replace(relation, head=names.fold(relation.head), tail=names.fold(relation.tail))


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
