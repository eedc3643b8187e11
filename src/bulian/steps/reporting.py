"""Write the cited brief of a workspace."""

from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, seen
from bulian.ledger.sources import columns, document
from bulian.ledger.storing import quarantined
from bulian.publish import render
from bulian.publish.brief import brief
from bulian.publish.material import Material, Quarantined
from bulian.steps.identifying import identities_in
from bulian.steps.writing import write_whole


def report(workspace: Workspace, output: Path, *, lang: str, now: str, scope: Scope = NOW) -> Path:
    """Write the brief to `output`; its ending chooses Word, HTML or Markdown. Returns where it lies.

    Args:
        lang: "zh" or "en". now: the time of writing, ISO 8601; the paper carries its day.
        scope: as of when, and whether for the public; the paper says so, and how much it leaves out.

    Raises:
        BadRequest: the ending or language is unknown. LedgerError: the workspace was not built yet.
        WorkspaceError: `output` cannot be written; what lay there before stays.
    """
    paper = brief(_material(workspace, now[:10], scope), lang)
    write_whole(output, render(paper, output.suffix.lower()))
    return output


def _material(workspace: Workspace, built_on: str, scope: Scope) -> Material:
    until = last_day(scope.known_on) if scope.known_on else None
    with read_ledger(workspace.ledger) as ledger:
        found = seen(ledger, scope)
        in_force = found.sources
        return Material(
            district=workspace.name,
            built_on=built_on,
            facts=found.facts,
            sources=in_force,
            documents={one.doc: document(ledger, one.doc) for one in in_force},
            quarantined=tuple(
                Quarantined(one.name, one.reason_en, one.reason_zh)
                for one in quarantined(ledger)
                if until is None or one.recorded_at[:10] <= until
            ),
            unread=tuple(
                (one.doc, column)
                for one in in_force
                for column in columns(ledger, one.doc)
                if column.role == "unread"
            ),
            scope=scope,
            withheld=found.withheld,
            withheld_sources=found.withheld_sources,
            names=identities_in(ledger, workspace.name, scope),
        )
