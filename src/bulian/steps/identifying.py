"""Who is who in a workspace."""

from bulian.assess.subject import district
from bulian.corpus.workspace import Workspace
from bulian.ledger import query
from bulian.ledger.handle import Ledger
from bulian.ledger.opening import read_ledger
from bulian.resolve.identify import identify
from bulian.resolve.identities import Identities
from bulian.resolve.judged import standing


def identities(workspace: Workspace) -> Identities:
    """Every name that the facts in force use, and the one entity it stands for.

    Raises:
        LedgerError: the workspace was not built yet.
    """
    with read_ledger(workspace.ledger) as ledger:
        return identities_in(ledger, workspace.name)


def identities_in(ledger: Ledger, home: str) -> Identities:
    """The same for a ledger that is open already; `home` is the district's name."""
    facts = (one.fact for one in query.facts(ledger))
    return identify(facts, district(home), standing(ledger.journal))
