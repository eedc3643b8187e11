"""How verbs print: a console, columns, lists, CSV and JSON that no document can turn against its reader."""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table as Grid
from rich.text import Text

from bulian.cli.say import language, say
from bulian.publish.spreadsheet import csv_text

# A pipe has no width; lines for another program are not cut.
_PIPE_WIDTH = 400
# What a document holds must not steer the terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def console() -> Console:
    """Standard output, as wide as the terminal; never coloured in a pipe."""
    return Console(
        width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False, soft_wrap=True, emoji=False
    )


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """A bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda done, total, name: None
        return
    shape = (
        TextColumn(say("build.reading")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*shape, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=name)


def grid(heads: Sequence[str], lines: Iterable[tuple[str, ...]]) -> None:
    """Lines in columns, under heads from `words/` if there are any."""
    columns([say(head) for head in heads], lines)


def columns(heads: Sequence[str], lines: Iterable[tuple[str, ...]]) -> None:
    """Lines in columns, under heads as they are."""
    shape = Grid(box=None, pad_edge=False, show_header=bool(heads))
    for head in heads:
        shape.add_column(Text(head), overflow="fold")
    for line in lines:
        shape.add_row(*(Text(_CONTROLS.sub("\ufffd", cell)) for cell in line))
    console().print(shape)


def print_csv(rows: Sequence[dict[str, object]]) -> None:
    sys.stdout.write(csv_text(rows))


def to_json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def printed_as_data(rows: Sequence[dict[str, object]], form: str) -> bool:
    """Print rows where they are asked for as json or csv; False, and nothing printed, where a table is."""
    if form == "json":
        typer.echo(to_json(rows, indent=1))
    elif form == "csv":
        print_csv(rows)
    return form != "table"


def section(title: str, lines: Iterable[str]) -> None:
    told = list(lines)
    if told:
        typer.echo(say(title))
        items(told)


def items(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(f"  {line}")


def listed_or_none(names: Sequence[str]) -> str:
    return listed(names) if names else "0"


def listed(names: Sequence[str]) -> str:
    mark = "、" if language() == "zh" else ", "
    shown = mark.join(names[:12])
    return shown if len(names) <= 12 else f"{shown} …（{len(names)}）"
