"""What `bulian chain diff|edit` print: what a district changed of the shipped catalogue."""

from collections.abc import Iterable

import typer

from bulian.chain.edits import Edit
from bulian.cli.printing import print_csv, section, to_json
from bulian.cli.say import language, say
from bulian.publish.chains import rows
from bulian.steps.changing import ChainDiff


def diff(found: ChainDiff, form: str) -> None:
    """What the district has otherwise than the shipped catalogue, and the changes that lost their target."""
    differences = [rows.difference_row(one) for one in found.differences]
    lost = [rows.orphan_row(one) for one in found.orphans]
    if form == "json":
        typer.echo(to_json({"differences": differences, "orphans": lost}, indent=1))
        return
    if form == "csv":
        print_csv(differences)
        return
    if not found.differences:
        typer.echo(say("chain.same"))
    for one in found.differences:
        before, after = one.before or "—", one.after or "—"
        typer.echo(f"{one.chain}  {say(f'chain.kind.{one.kind}')}  {one.target}：{before} → {after}")
        if one.change:
            typer.echo(
                f"  {say('chain.set_by', by=one.change.by, day=one.change.at[:10], why=one.change.why)}"
            )
    orphans(lost)


def orphans(lost: Iterable[rows.Row]) -> None:
    """Changes whose target is gone: kept and told."""
    reason = "reason" if language() == "zh" else "reason_en"
    section("chain.orphans", (f"{one['chain']} {one['do']} {one['fields']}：{one[reason]}" for one in lost))


def edited(edit: Edit) -> None:
    """That a change is in the journal."""
    typer.echo(say("chain.edited", chain=edit.chain, do=edit.do, fields=" ".join(edit.fields.values()),
                   line=edit.change.line))  # fmt: skip
