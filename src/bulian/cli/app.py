"""The commands. Nothing heavy is imported before a command runs: `bulian --help` must answer at once."""

import io
import signal
import sys
from typing import Annotated

import typer

from bulian.cli.arguments import Lang
from bulian.cli.group import Verbs
from bulian.cli.say import language, say
from bulian.errors import BulianError

app = typer.Typer(
    name="bulian",
    cls=Verbs,
    help="补链：一个区的产业大脑，每个数都走得回原句。 · An industrial brain for one district.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class _Stopped(BaseException):
    """Ctrl-C; not KeyboardInterrupt, which typer would end without a word."""


def _stop(number: int, frame: object) -> None:
    raise _Stopped


def main() -> None:
    """Run the command line; an error of ours ends in one sentence and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # An office terminal that speaks GBK must not turn a rare character into a crash.
            stream.reconfigure(errors="replace")
    before = signal.signal(signal.SIGINT, _stop)
    try:
        app()
    except BulianError as error:
        typer.echo(error.say(language()), err=True)
        sys.exit(1)
    except _Stopped:
        typer.echo(say("stopped"), err=True)
        sys.exit(130)
    finally:
        signal.signal(signal.SIGINT, before)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="版本 · the version")] = False,
    lang: Lang = None,
) -> None:
    if version:
        from bulian import __version__

        typer.echo(f"bulian {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit
