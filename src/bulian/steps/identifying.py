"""Who is who in a workspace."""

from collections.abc import Iterable

from bulian.assess.firms.codes import codes_told
from bulian.assess.subject import district
from bulian.corpus.workspace import Workspace
from bulian.ledger.handle import Ledger
from bulian.ledger.keeping import kept
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, seen
from bulian.model.fact import Fact
from bulian.resolve.identify import identify, names_in
from bulian.resolve.identities import Identities
from bulian.resolve.judged import Standing, standing


def identities(workspace: Workspace, *, scope: Scope = NOW) -> Identities:
    """Every name that the facts in force use, and the one entity it stands for.

    Args:
        scope: only what was published and recorded by its days; what people judged until then.

    Raises:
        LedgerError: the workspace was not built yet.
    """
    with read_ledger(workspace.ledger) as ledger:
        return identities_in(ledger, workspace.name, scope)


def identities_in(ledger: Ledger, home: str, scope: Scope = NOW) -> Identities:
    """The same for a ledger that is open already; `home` is the district's name."""
    return kept(("identities", ledger.path, home, scope), lambda: _identified(ledger, home, scope))


def _identified(ledger: Ledger, home: str, scope: Scope) -> Identities:
    told = seen(ledger, scope)
    facts = tuple(one.fact for one in told.facts)
    codes = codes_told(ledger, told.sources)
    return identify(facts, district(home), judged_in(ledger, facts, scope), codes)


def judged_in(ledger: Ledger, facts: Iterable[Fact], scope: Scope = NOW) -> Standing:
    """What people judged of identities, as far as `scope` reaches; in public of shown names alone."""
    until = last_day(scope.known_on) if scope.known_on else None
    found = standing(ledger.journal, until)
    return found.among(names_in(facts)) if scope.public else found
