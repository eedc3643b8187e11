"""What `bulian scorecard` prints."""

import typer

from bulian.assess.evaluate.readings import Reading
from bulian.assess.scorecard import Scorecard, SetChoice, Watched
from bulian.cli.evaluate_words import made_up, name_of, value_of
from bulian.cli.printing import columns, listed, print_csv, to_json
from bulian.cli.say import say
from bulian.steps.monitoring import Monitored

Row = dict[str, object]


def chosen(choice: SetChoice) -> None:
    """That a set was put in force for a year."""
    typer.echo(say("scorecard.chosen", which=choice.key, year=choice.year, by=choice.by))


def scorecard(found: Monitored, form: str) -> None:
    """The gauges by dimension, a year a column, how each moved, and what is not known."""
    card = found.card
    if form == "json":
        typer.echo(to_json({"set": card.set.key, "year": card.years[-1], "gauges": _rows(card)}, indent=1))
    elif form == "csv":
        print_csv(_rows(card))
    else:
        _head(found)
        for side in card.sides:
            typer.echo(
                say("scorecard.side", name=name_of(side.dimension), known=side.known, of=len(side.gauges))
            )
            heads = (say("scorecard.head.gauge"), *map(str, card.years), say("scorecard.head.move"))
            if lines := [_line(one, card.years) for one in side.gauges if one.known]:
                columns(heads, lines)
            if lacking := [name_of(one.gauge) for one in side.gauges if not one.known]:
                typer.echo("  " + say("scorecard.unknown", names=listed(lacking)))
        typer.echo(say("scorecard.how"))


def _head(found: Monitored) -> None:
    card, chosen_set = found.card, found.card.set
    status = say(f"evaluate.status.{chosen_set.status}")
    typer.echo(say("scorecard.title", subject=card.subject, name=name_of(chosen_set), year=card.years[-1]))
    typer.echo(say("scorecard.document", document=chosen_set.document, status=status))
    if one := card.choice:
        typer.echo(say("scorecard.choice", by=one.by, day=one.at[:10], why=one.why))
    others = [f"{one.key}（{name_of(one)}）" for one in found.sets if one.key != chosen_set.key]
    if others:
        typer.echo(say("scorecard.others", names=listed(others)))


def _line(one: Watched, years: tuple[int, ...]) -> tuple[str, ...]:
    cells = [_cell(reading, str(year)) for reading, year in zip(one.readings, years, strict=True)]
    return (f"  {name_of(one.gauge)}{made_up(one.synthetic)}", *cells, say(f"scorecard.move.{one.move}"))


def _cell(reading: Reading | None, year: str) -> str:
    """The value; with its period where that is not the whole year of the column."""
    return "—" if reading is None else value_of(reading).removesuffix(f"（{year}）")


def _rows(card: Scorecard) -> list[Row]:
    return [
        {
            "dimension": side.dimension.key, "gauge": one.gauge.key, "name": name_of(one.gauge), "year": year,
            "value": None if reading is None else str(reading.extent.point),
            "unit": None if reading is None else reading.unit,
            "move": one.move if year == card.years[-1] else None,
            "synthetic": bool(reading and reading.synthetic),
            "facts": [] if reading is None else [part.id for part in reading.parts],
        }
        for side in card.sides
        for one in side.gauges
        for year, reading in zip(card.years, one.readings, strict=True)
    ]  # fmt: skip
