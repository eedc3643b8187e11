"""What `forget` prints."""

from pathlib import Path

import typer

from bulian.cli.printing import section
from bulian.cli.say import say
from bulian.steps.forgetting import Forgotten
from bulian.steps.standing_names import Found, Standing


def forgotten(done: Forgotten, root: Path) -> None:
    """Who was emptied, which books lost the name, and where it still stands."""
    typer.echo(say("forget.done", id=done.person.id))
    section(
        "forget.rewritten",
        (f"journal/{one.book}.jsonl：{', '.join(map(str, one.lines))}" for one in done.rewritten),
    )
    standing(done.found, root)


def standing(found: Found, root: Path) -> None:
    """Where a name still stands, and what could not be looked into."""
    section("forget.standing", (_place(one, root) for one in found.standing))
    section("forget.unread", (_place(one, root) for one in found.unread))
    if not found.standing:
        typer.echo(say("forget.nowhere"))


def _place(one: Standing, root: Path) -> str:
    path = one.below(root)
    where = say("forget.line", line=one.where) if one.where.isdigit() else one.where
    return f"{path}：{where}" if where else path
