"""Write the cited brief of a workspace."""

from contextlib import suppress
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.errors import WorkspaceError
from bulian.ledger import query
from bulian.ledger.opening import read_ledger
from bulian.ledger.sources import columns, document, sources
from bulian.ledger.storing import quarantined
from bulian.publish import render
from bulian.publish.brief import brief
from bulian.publish.material import Material, Quarantined


def report(workspace: Workspace, output: Path, *, lang: str, now: str) -> Path:
    """Write the brief to `output`; its ending chooses Word, HTML or Markdown. Returns where it lies.

    Args:
        lang: "zh" or "en". now: the time of writing, ISO 8601; the paper carries its day.

    Raises:
        BadRequest: the ending or language is unknown. LedgerError: the workspace was not built yet.
        WorkspaceError: `output` cannot be written; what lay there before stays.
    """
    paper = brief(_material(workspace, now[:10]), lang)
    content = render(paper, output.suffix.lower())
    fresh = output.with_name(f".{output.name}.new")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(content)
        fresh.replace(output)
    except OSError as error:
        _drop(fresh)
        raise WorkspaceError(
            output,
            f"cannot be written ({error.strerror}). Close it where it is open, or choose another place.",
            f"写不进去（{error.strerror}）。请关掉正打开它的程序，或换个地方。",
        ) from error
    return output


def _material(workspace: Workspace, built_on: str) -> Material:
    with read_ledger(workspace.ledger) as ledger:
        in_force = tuple(one for one in sources(ledger) if one.retired_at is None)
        return Material(
            district=workspace.name,
            built_on=built_on,
            facts=tuple(query.facts(ledger)),
            sources=in_force,
            documents={one.doc: document(ledger, one.doc) for one in in_force},
            quarantined=tuple(
                Quarantined(one.name, one.reason_en, one.reason_zh) for one in quarantined(ledger)
            ),
            unread=tuple(
                (one.doc, column)
                for one in in_force
                for column in columns(ledger, one.doc)
                if column.role == "unread"
            ),
        )


def _drop(file: Path) -> None:
    with suppress(OSError):  # it may never have been made, or its folder may be read-only
        file.unlink(missing_ok=True)
