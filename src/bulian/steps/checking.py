"""Does it add up: every rule over the numbers of a workspace."""

from dataclasses import dataclass, replace

from bulian.assess.check import Checked
from bulian.assess.check import check as run_checks
from bulian.assess.datum import data_in_force
from bulian.assess.statements import arranged
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.opening import read_ledger
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.ledger.sources import document
from bulian.model.fact import Relation
from bulian.resolve.identities import Identities
from bulian.steps.identifying import identities_in


@dataclass(frozen=True, slots=True)
class Examined:
    """What adds up in a workspace and what does not, and what was seen of it."""

    checked: Checked
    seen: Seen


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
