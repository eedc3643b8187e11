"""The summary that ends `bulian demo`: what was read, the pace of each target, what disagrees, where next."""

import os
from collections import Counter
from pathlib import Path

import typer

from bulian.assess.disagreement import Disagreement
from bulian.assess.targets import Target
from bulian.cli.printing import grid
from bulian.cli.say import language, say
from bulian.cli.show import kinds
from bulian.model.fact import Observation
from bulian.publish.computed import band_figure, pace_figure
from bulian.publish.numbers import figure_of
from bulian.publish.periods import period_words
from bulian.publish.wording import Wording, wording
from bulian.steps.demonstrating import Demo

_MANY = 12
_SHOWN = "工业总产值"


def demo(done: Demo) -> None:
    """Print the summary."""
    words = wording(language())
    typer.echo(say("demo.title", name=done.workspace.name) + "\n")
    _read(done)
    _targets([target for target in done.targets if not target.key.synthetic], words)
    _disagreements([one for one in done.disagreements if not one.key.synthetic], words)
    _reports(done)


def _read(done: Demo) -> None:
    per_file = Counter(one.source.name for one in done.facts)
    typer.echo(say("demo.read"))
    grid((), ((f"  {name}", say("demo.file", facts=count)) for name, count in sorted(per_file.items())))
    told = Counter(one.fact.kind for one in done.facts)
    typer.echo("  " + say("demo.total", facts=len(done.facts), kinds=kinds(told)))
    made_up = sum(one.source.synthetic or getattr(one.fact, "synthetic", False) for one in done.facts)
    if made_up:
        typer.echo("  " + say("demo.synthetic", count=made_up))
    typer.echo()


def _targets(found: list[Target], words: Wording) -> None:
    typer.echo(say("demo.targets"))
    paced = [target for target in found if target.start]
    grid((), (_target_line(target, words) for target in paced[:_MANY]))
    if len(found) > len(paced):
        typer.echo("  " + say("demo.unpaced", count=len(found) - len(paced)))
    _more(paced)


def _target_line(target: Target, words: Wording) -> tuple[str, ...]:
    start, aim = target.start, target.datum
    if start is None:
        return ()
    band = band_figure(target, start, words)
    return (
        f"  {target.key.subject}",
        target.key.indicator,
        _at(figure_of(start.datum, words).whole, _when(start.datum.fact.period, words)),
        "→ " + _at(figure_of(aim, words).whole, _when(aim.fact.period, words)),
        say("demo.pace", pace=pace_figure(target, start, words).whole),
        say("demo.band", band=band.whole) if band else "",
    )


def _disagreements(found: list[Disagreement], words: Wording) -> None:
    typer.echo(say("demo.disagreements"))
    if not found:
        typer.echo("  " + say("demo.agree"))
    grid((), (_disagreement_line(one, words) for one in found[:_MANY]))
    _more(found)


def _disagreement_line(one: Disagreement, words: Wording) -> tuple[str, ...]:
    sides = (_at(figure_of(side.data[0], words).whole, side.data[0].source.name) for side in one.sides)
    return (
        f"  {one.key.subject}",
        one.key.indicator,
        _when(one.period, words),
        say("demo.versus").join(sides),
        say("demo.compatible" if one.compatible else "demo.contradict"),
    )


def _reports(done: Demo) -> None:
    typer.echo(say("demo.report"))
    for path in done.reports:
        typer.echo(f"  {_near(path)}")
    typer.echo("\n" + say("demo.next"))
    # ./run tells how it was called, so that the lines below can be typed as they stand.
    command, place = os.environ.get("BULIAN_CALLED_AS", "bulian"), _near(done.workspace.root)
    typer.echo(f"  {command} facts {place} --indicator {_SHOWN}")
    typer.echo(f"  {command} targets {place}")
    for one in done.facts:
        if isinstance(one.fact, Observation) and one.fact.indicator == _SHOWN:
            typer.echo(f"  {command} source {place} {one.fact.id}")
            break
    typer.echo(f"  {command} serve {place}")
    typer.echo(f"  {command} report {place} -o {_near(done.workspace.out / 'brief.docx')} --lang en")


def _more(found: list[Target] | list[Disagreement]) -> None:
    if len(found) > _MANY:
        typer.echo("  " + say("demo.more", count=len(found) - _MANY))
    typer.echo()


def _at(what: str, where: str) -> str:
    return f"{what}（{where}）" if language() == "zh" else f"{what} ({where})"


def _when(period: str | None, words: Wording) -> str:
    return period_words(period, words) if period else words["mark.undated"]


def _near(path: Path) -> str:
    """The path as a person standing here would type it."""
    here = os.path.relpath(path)
    return str(path) if here.startswith("..") else here
