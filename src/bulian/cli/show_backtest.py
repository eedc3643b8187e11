"""How `bulian backtest` prints: every order with its scores, and how much more the model reaches."""

import typer

from bulian.cli.printing import grid, printed_as_data
from bulian.cli.say import say
from bulian.plan.entry.backtest import Backtest, Score
from bulian.plan.entry.scoring import Band, Gain

_HEADS = ("name", "curve", "precision", "first", "calibration", "more_curve", "more_precision")


def backtest(found: Backtest, form: str) -> None:
    gains = {one.rival: one for one in found.gains}
    if printed_as_data([_row(one, gains.get(one.name)) for one in found.scores], form):
        return
    _setting(found)
    lines = [_line(one, gains.get(one.name)) for one in found.scores]
    grid([f"backtest.head.{head}" for head in _HEADS], lines)
    curve, precision = (f"{low:.3f}–{high:.3f}" for _, low, high in found.spread)
    typer.echo(say("backtest.spread", curve=curve, precision=precision))
    typer.echo(say("backtest.how", first=found.trial.first, draws=found.trial.draws, seed=found.trial.seed))


def _setting(found: Backtest) -> None:
    table, test = found.table, found.test
    train = ", ".join(f"{one.start}→{one.end}" for one in found.train)
    typer.echo(
        say(
            "backtest.what", name=table.name, regions=len(table.regions), activities=len(table.activities),
            train=train, test=f"{test.start}→{test.end}",
        )
    )  # fmt: skip
    if table.synthetic:
        typer.echo(say("backtest.synthetic"))
    if table.suppressed.any():
        typer.echo(say("backtest.suppressed", count=f"{int(table.suppressed.sum()):,}"))
    typer.echo(
        say(
            "backtest.cells", cells=f"{found.cells:,}", entries=f"{found.entries:,}",
            share=f"{100 * found.came:.2f}", told=f"{100 * found.told:.2f}",
            learned=f"{found.model.learned_from:,}", came=f"{found.model.entries:,}",
        )
    )  # fmt: skip
    typer.echo(say("backtest.history", lag=found.lag) if found.lag else say("backtest.no_history"))


def _line(score: Score, gain: Gain | None) -> tuple[str, ...]:
    off = "" if score.calibration_error is None else f"{score.calibration_error:.4f}"
    more = (_band(gain.curve), _band(gain.precision)) if gain else ("", "")
    told = (f"{score.curve:.4f}", f"{score.average_precision:.4f}", f"{score.precision_at:.4f}")
    return (say(f"backtest.name.{score.name}"), *told, off, *more)


def _band(band: Band) -> str:
    return f"{band[0]:+.4f} [{band[1]:+.4f}, {band[2]:+.4f}]"


def _row(score: Score, gain: Gain | None) -> dict[str, object]:
    row: dict[str, object] = {
        "order": score.name, "auc": score.curve, "average_precision": score.average_precision,
        "precision_at_first": score.precision_at, "calibration_error": score.calibration_error,
    }  # fmt: skip
    for measure, band in (("auc", gain.curve), ("ap", gain.precision)) if gain else ():
        row |= {f"gain_{measure}": band[0], f"gain_{measure}_low": band[1], f"gain_{measure}_high": band[2]}
    return row
