"""What `--public` left out, told by every verb that shows facts."""

import typer

from bulian.cli.say import language, say
from bulian.ledger.scope import Seen, by_access
from bulian.model.document import Access


def left_out(seen: Seen, form: str = "table") -> None:
    """How many facts and documents were withheld, by access; nothing where nothing was.

    JSON and CSV stay readable for programs: there it goes to standard error.
    """
    if seen.withheld:
        documents = {one.fact.doc for one in seen.withheld}
        told = say("scope.withheld", facts=withheld(by_access(seen.withheld)), sources=len(documents))
        typer.echo(told, err=form != "table")


def withheld(counted: dict[Access, int]) -> str:
    """So many facts, by access: "3 internal, 1 restricted"; "0" for none."""
    mark = "、" if language() == "zh" else ", "
    told = [say(f"access.{access}", count=count) for access, count in counted.items()]
    return mark.join(told) or "0"
