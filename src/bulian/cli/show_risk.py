"""What `bulian risk` prints."""

from collections.abc import Sequence

import typer

from bulian.cli.printing import grid, print_csv, to_json
from bulian.cli.say import language, say
from bulian.plan.leaving import Area, Band, Effect, Standing
from bulian.publish.bands import TABLE_UNIT, money, percent, plain, span, times
from bulian.publish.numbers import figure_of
from bulian.publish.wording import wording
from bulian.steps.risking import Risk
from bulian.vocab.io_table import IoTable, Sector

Row = dict[str, object]


def sectors(table: IoTable, found: Sequence[Standing], form: str) -> None:
    """Every sector: what its whole loss takes in the nation, and whether it pulls and pushes."""
    rows: list[Row] = [
        {
            "sector": table.sectors[one.sector].code, "name": _name(table.sectors[one.sector]),
            "output_cny": one.output * TABLE_UNIT, "total_loss_cny": one.total * TABLE_UNIT,
            "multiplier": one.multiplier, "backward": one.backward, "forward": one.forward, "key": one.key,
        }
        for one in found
    ]  # fmt: skip
    if form == "json":
        typer.echo(to_json({"table": _label(table), "sectors": rows}, indent=1))
    elif form == "csv":
        print_csv(rows)
    else:
        typer.echo(say("risk.sectors", table=_label(table)))
        heads = ("sector", "name", "output", "total", "multiplier", "backward", "forward", "key")
        grid([f"risk.head.{head}" for head in heads], (_sector_line(table, one) for one in found))
        typer.echo(say("risk.how"))


def risk(done: Risk, form: str) -> None:
    """What leaves, what goes with it area by area, what was seen in fact, and what is not known."""
    if form == "json":
        typer.echo(to_json(_whole(done), indent=1))
        return
    if form == "csv":
        print_csv(_flat(done))
        return
    found, table = done.found, done.table
    sector = table.sectors[found.sector]
    typer.echo(say("risk.title", sector=f"{sector.code} {_name(sector)}", direct=_money(found.direct)))
    if done.datum:
        figure = figure_of(done.datum, wording(language()))
        typer.echo(
            say("risk.fact", subject=done.datum.subject or "—", indicator=done.datum.indicator,
                value=figure.whole, period=done.datum.fact.period or "—", fact=done.datum.id)
        )  # fmt: skip
    heads = ("area", "share", "total", "multiplier", "hardest")
    grid([f"risk.head.{head}" for head in heads], (_area_line(table, one) for one in found.areas))
    typer.echo(say("risk.upper"))
    typer.echo(say("risk.observed", low=_money(found.observed.low), high=_money(found.observed.high)))
    for effect in found.effects:
        typer.echo(_effect_line(effect))
    for line in _unknown(done):
        typer.echo(line)
    typer.echo(say("risk.table", table=_label(table)))


def _sector_line(table: IoTable, one: Standing) -> tuple[str, ...]:
    sector = table.sectors[one.sector]
    return (
        sector.code, _name(sector), _money(one.output), _money(one.total), f"{one.multiplier:.2f}",
        f"{one.backward:.2f}", f"{one.forward:.2f}", say("risk.key") if one.key else "",
    )  # fmt: skip


def _area_line(table: IoTable, area: Area) -> tuple[str, ...]:
    mark = "、" if language() == "zh" else ", "
    hardest = mark.join(f"{_name(table.sectors[hit.sector])} {_span(hit.loss)}" for hit in area.hardest[:3])
    name = say(f"risk.level.{area.level}")
    if area.deltas:
        name += say("risk.deltas", low=area.deltas[0], high=area.deltas[1])
    return name, percent(area.share), _span(area.total), times(area.multiplier), hardest


def _effect_line(effect: Effect) -> str:
    if effect.amount is None:
        return say("risk.effect.unknown", name=_factor(effect.name))
    amount = plain(effect.amount, effect.unit)
    key = "risk.effect" if effect.whole else "risk.effect.least"
    return say(key, name=_factor(effect.name), amount=amount, covered=f"{effect.covered:.0%}")


def _unknown(done: Risk) -> list[str]:
    told = []
    if not done.inwards:
        told.append(say("risk.unknown.area"))
    elif len(done.inwards) == 1:
        told.append(say("risk.unknown.district"))
    if not done.found.effects:
        told.append(say("risk.unknown.effects"))
    return told


def _whole(done: Risk) -> Row:
    found, table = done.found, done.table
    return {
        "table": _label(table),
        "sector": table.sectors[found.sector].code,
        "name": _name(table.sectors[found.sector]),
        "direct_cny": found.direct * TABLE_UNIT,
        "fact": done.datum.id if done.datum else None,
        "areas": [
            {
                "level": area.level, "share": area.share, "delta": area.deltas,
                "total_loss_cny": _cny(area.total), "multiplier": [area.multiplier.low, area.multiplier.high],
                "hardest": [
                    {"sector": table.sectors[hit.sector].code, "name": _name(table.sectors[hit.sector]),
                     "loss_cny": _cny(hit.loss)}
                    for hit in area.hardest
                ],
            }
            for area in found.areas
        ],
        "kind": "upper bound",
        "observed_cny": _cny(found.observed),
        "effects": [
            {"name": one.name, "unit": one.unit, "covered": one.covered,
             "amount": one.amount and [one.amount.low, one.amount.high]}
            for one in found.effects
        ],
        "formula": "theta * x[k] * m[k] / (1 + theta * (L[k,k] - 1))",
    }  # fmt: skip


def _flat(done: Risk) -> list[Row]:
    sector = done.table.sectors[done.found.sector].code
    return [
        {
            "sector": sector, "level": area.level, "share": area.share,
            "direct_cny": done.found.direct * TABLE_UNIT,
            "total_loss_low_cny": area.total.low * TABLE_UNIT,
            "total_loss_high_cny": area.total.high * TABLE_UNIT,
            "observed_low_cny": done.found.observed.low * TABLE_UNIT,
            "observed_high_cny": done.found.observed.high * TABLE_UNIT,
        }
        for area in done.found.areas
    ]  # fmt: skip


def _cny(band: Band) -> list[float]:
    return [band.low * TABLE_UNIT, band.high * TABLE_UNIT]


def _money(amount: float) -> str:
    return money(amount, wording(language()))


def _span(band: Band) -> str:
    return span(band, wording(language()))


def _factor(name: str) -> str:
    return say(f"risk.factor.{name}") if name in ("jobs", "tax", "energy") else name


def _name(sector: Sector) -> str:
    return sector.name_zh if language() == "zh" else sector.name_en


def _label(table: IoTable) -> str:
    return table.name[1] if language() == "zh" else table.name[0]
