"""The commands. Nothing heavy is imported before a command runs: `bulian --help` must answer at once."""

import io
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulian.cli.say import language, say, speak
from bulian.errors import BadRequest, BulianError, WorkspaceError

if TYPE_CHECKING:
    from bulian.corpus.workspace import Workspace

app = typer.Typer(
    name="bulian",
    help="补链：一个区的产业大脑，每个数都走得回原句。 · An industrial brain for one district.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", callback=speak, is_eager=True, help="zh（默认）或 en，也可设 BULIAN_LANG · zh or en"
    ),
]
Where = Annotated[
    Path | None,
    typer.Argument(metavar="[WORKSPACE]", help="工作区文件夹 · the workspace; else the one you stand in"),
]


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


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="新工作区的文件夹 · the new workspace's folder")
    ],
    region: Annotated[
        str, typer.Option("--region", help="GB/T 2260 区划代码，如 500104 · the region's code")
    ],
    name: Annotated[str | None, typer.Option("--name", help="区名，默认取代码表 · what to call it")] = None,
    lang: Lang = None,
) -> None:
    """建立工作区 · make a workspace"""
    from bulian import steps

    workspace = steps.init(folder, region=region, name=name)
    typer.echo(say("init.done", name=workspace.name, root=workspace.root, sources=workspace.sources))


@app.command()
def build(workspace: Where = None, lang: Lang = None) -> None:
    """读新的和改过的文件，记进账本 · read what is new or changed into the ledger"""
    from bulian import steps
    from bulian.cli import show

    place = _workspace(workspace)
    with show.progress() as tick:
        done = steps.build(place, now=_now(), progress=tick)
    show.build(done, steps.count(place))


@app.command()
def status(workspace: Where = None, lang: Lang = None) -> None:
    """有什么、变了什么、哪些没读成、该怎么办 · what there is, what changed, what was quarantined and why"""
    from bulian import steps
    from bulian.cli import show

    show.status(steps.status(_workspace(workspace)))


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="报告或表格 · reports or tables")],
    form: Annotated[str, typer.Option("--format", help="jsonl、json 或 table")] = "jsonl",
    published_on: Annotated[
        str | None, typer.Option("--published-on", help="文件日期，如 2024-01-23 · the document's date")
    ] = None,
    unexplained: Annotated[
        bool, typer.Option("--unexplained", help="只列没有着落的数字 · only the digits nobody explains")
    ] = False,
    lang: Lang = None,
) -> None:
    """不建工作区，直接读文件 · read files without a workspace"""
    from bulian import steps
    from bulian.cli import show

    _one_of(form, "--format", ("jsonl", "json", "table"))
    results = steps.extract_files(files, published_on=published_on)
    if show.unexplained(results) if unexplained else show.extracted(results, form):
        raise typer.Exit(1)


@app.command()
def facts(
    workspace: Where = None,
    subject: Annotated[str | None, typer.Option("--subject", help="谁 · of whom")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", help="什么指标 · which indicator")] = None,
    period: Annotated[str | None, typer.Option("--period", help="期间，如 2021、2021-H1")] = None,
    modality: Annotated[
        str | None, typer.Option("--modality", help="actual, forecast, target, plan, capacity")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="observation, relation, event, statement")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="只看这天以前发布的 · published by that day")
    ] = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", help="只看这天以前入账的 · recorded by that day")
    ] = None,
    retired: Annotated[bool, typer.Option("--retired", help="连已撤下的 · the retired too")] = False,
    form: Annotated[str, typer.Option("--format", help="table、json 或 csv")] = "table",
    lang: Lang = None,
) -> None:
    """查事实 · look facts up"""
    from bulian import steps
    from bulian.cli import show

    _one_of(form, "--format", ("table", "json", "csv"))
    place = _workspace(workspace)
    found = steps.facts(
        place, subject=subject, indicator=indicator, period=period, modality=modality,
        kind=kind, as_of=as_of, known_on=known_on, include_retired=retired,
    )  # fmt: skip
    show.facts(found, form, place.name)


@app.command()
def source(
    arguments: Annotated[list[str], typer.Argument(metavar="[WORKSPACE] FACT_ID")], lang: Lang = None
) -> None:
    """一条事实的原句或单元格 · where a fact stands"""
    from bulian import steps
    from bulian.cli import show_source

    place, (fact_id,) = _split(arguments, 1, "FACT_ID")
    show_source.source(steps.source(place or _workspace(None), fact_id))


@app.command("map")
def map_(
    arguments: Annotated[list[str], typer.Argument(metavar="[WORKSPACE] FILE")],
    corrections: Annotated[
        list[str] | None,
        typer.Option("--set", help="更正一列，如 C=indicator:工业总产值,unit:亿元 · correct a column"),
    ] = None,
    lang: Lang = None,
) -> None:
    """表里每一列怎么读的；--set 更正，下月照用 · how each column was understood"""
    from bulian import steps
    from bulian.cli import show

    place, (file,) = _split(arguments, 1, "FILE")
    show.mapped(steps.map_table(place, Path(file), corrections=corrections or ()))


@app.command()
def judge(
    arguments: Annotated[list[str], typer.Argument(metavar="[WORKSPACE] FACT_ID accept|correct|reject")],
    by: Annotated[str, typer.Option("--by", help="谁判的 · who judges")],
    why: Annotated[str, typer.Option("--why", help="理由 · the reason")],
    value: Annotated[
        str | None,
        typer.Option("--value", help="更正成多少，以事实的单位计 · the value instead, in its unit"),
    ] = None,
    lang: Lang = None,
) -> None:
    """认可、更正或驳回一条事实 · judge a fact"""
    from bulian import steps

    place, (fact_id, verdict) = _split(arguments, 2, "FACT_ID accept|correct|reject")
    steps.judge(place or _workspace(None), fact_id, verdict=verdict, by=by, why=why, value=value, now=_now())
    typer.echo(say("judge.done", fact=fact_id, verdict=say(f"verdict.{verdict}")))


@app.command()
def report(
    output: Annotated[Path, typer.Option("-o", "--output", help=".docx、.html 或 .md")],
    workspace: Where = None,
    lang: Lang = None,
) -> None:
    """写带出处的简报 · write the cited brief"""
    from bulian import steps

    paper = steps.report(_workspace(workspace), output, lang=language(), now=_now())
    typer.echo(say("report.done", path=paper))


@app.command()
def demo(
    into: Annotated[Path, typer.Option("--into", help="建在哪里 · where to build it")] = Path(
        "build/dadukou"
    ),
    no_serve: Annotated[
        bool,
        typer.Option("--no-serve", help="不开网页（现在总是不开） · do not serve pages; it never does yet"),
    ] = False,
    lang: Lang = None,
) -> None:
    """建示例区并写报告 · build the example district and its report"""
    from bulian import steps
    from bulian.cli import show, show_demo

    with show.progress() as tick:
        done = steps.demo(into, lang=language(), now=_now(), progress=tick)
    show_demo.demo(done)


@app.command()
def doctor(workspace: Where = None, lang: Lang = None) -> None:
    """装了什么、缺什么、该怎么办 · what is installed, what is missing, what to do"""
    from bulian import steps
    from bulian.cli import show

    if show.doctor(steps.doctor(workspace)):
        raise typer.Exit(1)


def _now() -> str:
    """The time of this act, taken once; BULIAN_NOW overrides the clock."""
    given = os.environ.get("BULIAN_NOW")
    if not given:
        return datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        raise BadRequest(
            f"BULIAN_NOW={given!r} is no time. Write it like 2026-01-31T09:00:00+08:00.",
            f"BULIAN_NOW={given!r} 不是时间。请写成 2026-01-31T09:00:00+08:00。",
        ) from error
    return moment.astimezone().isoformat(timespec="seconds") if moment.tzinfo is None else moment.isoformat()


def _workspace(given: Path | None) -> "Workspace":
    from bulian.corpus.workspace import find_workspace

    if given is not None and not given.is_dir():
        raise BadRequest(
            f"{given} is no folder. Name a workspace, or make one with bulian init.",
            f"{given} 不是文件夹。请指明一个工作区，或用 bulian init 新建。",
        )
    return find_workspace(given or Path.cwd())


def _split(arguments: list[str], count: int, wanted: str) -> tuple["Workspace | None", list[str]]:
    """The workspace, named or the one we stand in, if any, and the `count` arguments after it."""
    if len(arguments) == count + 1:
        return _workspace(Path(arguments[0])), arguments[1:]
    if len(arguments) != count:
        raise BadRequest(f"wanted: [WORKSPACE] {wanted}", f"应当写：[工作区] {wanted}")
    try:
        return _workspace(None), arguments
    except WorkspaceError:
        return None, arguments


def _one_of(given: str, option: str, choices: tuple[str, ...]) -> None:
    if given not in choices:
        raise BadRequest(
            f"{option} {given!r} is unknown. Choose one of {', '.join(choices)}.",
            f"{option} {given!r} 不认识。可选：{'、'.join(choices)}。",
        )
