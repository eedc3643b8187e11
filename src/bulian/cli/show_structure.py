"""What `bulian structure` prints."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from decimal import Decimal

import typer

from bulian.assess.composition import Composition
from bulian.assess.concentration import Bound, Concentration
from bulian.assess.restructuring import REST, Restructuring, Shift
from bulian.cli.printing import grid, items, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.publish.numbers import by_size, figure_of, significant
from bulian.publish.wording import wording
from bulian.steps.structuring import Peer, Structure, View
from bulian.vocab.thresholds import structure_thresholds

Row = dict[str, object]
_SHOWN = 8
_LEVELS = ("top1", "top3", "hhi", "effective", "entropy")


def chosen(peer: Peer) -> None:
    """That a peer was kept."""
    typer.echo(say("structure.chosen", name=peer.name, by=peer.by))


def dropped(peer: Peer) -> None:
    """That a peer was let go."""
    typer.echo(say("structure.dropped", name=peer.name, by=peer.by))


def structure(found: Structure, form: str) -> None:
    """Each measure over its years: how concentrated, of what, what moved; then the peers."""
    if form == "json":
        told = {
            "views": [_view_row(view) for view in found.views],
            "peers": [
                {"name": peer.name, "by": peer.by, "at": peer.at, "why": peer.why,
                 "views": [_view_row(view) for view in views]}
                for peer, views in found.peers
            ],
        }  # fmt: skip
        typer.echo(to_json(told, indent=1))
    elif form == "csv":
        print_csv([row for view in found.views for row in _flat(view)])
    elif not found.views:
        typer.echo(say("structure.none"))
    else:
        for view in found.views:
            _view(view)
        for peer, views in found.peers:
            _peer(peer, views)
        typer.echo(_rule())


def _rule() -> str:
    """The rule by which one dominates or many thrive, with the district's thresholds."""
    limit = structure_thresholds()
    return say(
        "structure.how",
        top=f"{100 * limit['one_dominates_top']:.0f}", few=f"{limit['one_dominates_effective']:g}",
        many=f"{limit['many_thrive_effective']:g}", most=f"{100 * limit['many_thrive_top']:.0f}",
    )  # fmt: skip


def _view(view: View) -> None:
    made_up = say("synthetic") if view.synthetic else ""
    typer.echo(say(f"structure.by.{view.by}", measure=view.measure) + made_up)
    heads = ("year", "verdict", "coverage", *_LEVELS, "parts")
    grid([f"structure.head.{head}" for head in heads], map(_year_line, view.years))
    for year in view.years:
        if year.trouble:
            typer.echo(f"  {year.composition.year}：{year.trouble[language() == 'zh']}")
        if year.unlisted:
            typer.echo(
                "  " + say("structure.unlisted", year=year.composition.year, names=listed(year.unlisted))
            )
    _parts(view.years[-1])
    for year in view.years:
        if year.variety:
            unrelated, related = map(_plain, year.variety)
            told = say("structure.variety", year=year.composition.year, unrelated=unrelated, related=related)
            typer.echo(f"  {told}")
    items(line for change in view.changes for line in _change_lines(change))
    if view.trouble:
        typer.echo("  " + view.trouble[language() == "zh"])
    if view.shifts:
        typer.echo(say("structure.shift", before=view.years[0].composition.year,
                       after=view.years[-1].composition.year))  # fmt: skip
        columns = ("part", "change", "whole", "mix", "competitive", "allocation")
        grid([f"structure.head.{head}" for head in columns], map(_shift_line, view.shifts))
    typer.echo()


def _parts(latest: Concentration) -> None:
    """The parts of the latest year, each with its fact."""
    of = latest.composition
    total = sum(part.amount for part in of.parts)
    whole = total / latest.coverage if latest.coverage else total
    words = wording(language())
    lines = []
    for part in of.parts[:_SHOWN]:
        share = _percent(part.amount / whole) if whole else "—"
        lines.append((f"  {part.name}", figure_of(part.datum, words).whole, share, part.datum.id))
    if of.whole:
        lines.append((f"  {say('structure.total')}", figure_of(of.whole, words).whole, "", of.whole.id))
    grid(
        ("structure.head.part", "structure.head.amount", "structure.head.share", "structure.head.fact"), lines
    )
    if len(of.parts) > _SHOWN:
        typer.echo("  " + say("structure.more", count=len(of.parts) - _SHOWN))


def _peer(peer: Peer, views: Sequence[View]) -> None:
    typer.echo(say("structure.peer", name=peer.name, by=peer.by, day=peer.at[:10], why=peer.why))
    if not views:
        typer.echo("  " + say("structure.peer.none", name=peer.name))
    for view in views:
        typer.echo(say(f"structure.by.{view.by}", measure=view.measure))
        heads = ("year", "verdict", "coverage", *_LEVELS, "parts")
        grid([f"structure.head.{head}" for head in heads], map(_year_line, view.years))


def _year_line(one: Concentration) -> tuple[str, ...]:
    levels = one.levels
    shares = [_span(bound, _percent) for bound in (levels.top1, levels.top3)]
    rest = [_span(levels.hhi, _fine), _span(levels.effective, _plain), _span(levels.entropy, _plain)]
    top = one.composition.parts[0].name
    if one.trouble:
        shares, rest = ["—", "—"], ["—", "—", "—"]
    elif levels.top1.low == levels.top1.high:
        shares[0] = f"{top} {shares[0]}"
    coverage = say("structure.listed") if one.coverage is None else _percent(one.coverage)
    return (
        str(one.composition.year), "—" if one.trouble else _verdict(one), coverage, *shares, *rest,
        str(len(one.composition.parts)),
    )  # fmt: skip


def _verdict(one: Concentration) -> str:
    words = [say(f"structure.verdict.{verdict}") for verdict in one.verdicts]
    if len(words) == 1:
        return words[0] if one.coverage is not None else say("structure.verdict.listed", verdict=words[0])
    return say("structure.verdict.open", verdicts=say("structure.or").join(words))


def _change_lines(change: Restructuring) -> list[str]:
    span = {"before": change.before.year, "after": change.after.year}
    lines = []
    if change.moved is not None:
        lines.append(
            say("structure.moved", **span, moved=_percent(change.moved),
                restless="—" if change.restless is None else _plain(change.restless),
                turned="—" if change.turned is None else _plain(change.turned))
        )  # fmt: skip
    if change.came or change.went:
        lines.append(say("structure.list", **span, came=_or_none(change.came), went=_or_none(change.went)))
    for jump in change.jumps:
        lines.append(
            say("structure.jump", **span, name=_part(jump.name), ratio=_plain(jump.after / jump.before))
        )
    return lines


def _shift_line(one: Shift) -> tuple[str, ...]:
    parts = (one.whole, one.mix, one.competitive, one.allocation)
    return (
        f"  {_part(one.name)}",
        _amount(one.change),
        *("—" if part is None else _amount(part) for part in parts),
    )


def _view_row(view: View) -> Row:
    return {
        "by": view.by, "measure": view.measure, "synthetic": view.synthetic,
        "years": [_year_row(one) for one in view.years],
        "changes": [_change_row(one) for one in view.changes],
        "shift_share": [asdict(one) for one in view.shifts],
        "trouble": view.trouble and view.trouble[0],
    }  # fmt: skip


def _year_row(one: Concentration) -> Row:
    of: Composition = one.composition
    return {
        "year": of.year, "verdicts": list(one.verdicts), "coverage": one.coverage,
        **{name: _pair(getattr(one.levels, name)) for name in _LEVELS},
        "unrelated_variety": one.variety and one.variety[0],
        "related_variety": one.variety and one.variety[1],
        "unlisted": list(one.unlisted), "trouble": one.trouble and one.trouble[0],
        "parts": [{"name": part.name, "amount": part.amount, "fact": part.datum.id} for part in of.parts],
        "whole": of.whole and {"amount": str(of.whole.value), "fact": of.whole.id},
    }  # fmt: skip


def _change_row(one: Restructuring) -> Row:
    return {
        "before": one.before.year, "after": one.after.year, "structural_change": one.moved,
        "modified_lilien": one.restless, "moore": one.turned, "why_none": one.why,
        "came": list(one.came), "went": list(one.went), "breaks": [asdict(jump) for jump in one.jumps],
    }  # fmt: skip


def _flat(view: View) -> list[Row]:
    rows = []
    for one in view.years:
        row: Row = {
            "by": view.by, "measure": view.measure, "synthetic": view.synthetic, "year": one.composition.year,
            "verdicts": "|".join(one.verdicts), "coverage": one.coverage,
        }  # fmt: skip
        for name in _LEVELS:
            bound: Bound = getattr(one.levels, name)
            row |= {f"{name}_low": bound.low, f"{name}_high": bound.high}
        row["facts"] = list(one.composition.facts)
        rows.append(row)
    return rows


def _pair(bound: Bound) -> list[float | None]:
    return [bound.low, bound.high]


def _span(bound: Bound, written: Callable[[float], str]) -> str:
    if bound.high is None:
        return say("structure.least", value=written(bound.low))
    low, high = written(bound.low), written(bound.high)
    return low if low == high else f"{low}–{high}"


def _plain(value: float) -> str:
    return f"{value:.2f}"


def _fine(value: float) -> str:
    return f"{value:.3f}"


def _percent(value: float) -> str:
    return f"{value * 100:.1f} %"


def _amount(value: float) -> str:
    if not value:
        return "0"
    written = by_size(significant(Decimal(round(value))), "CNY", wording(language()))
    return f"{written.before}{written.text}{written.unit}"


def _part(name: str) -> str:
    return say("structure.rest") if name == REST else name


def _or_none(names: tuple[str, ...]) -> str:
    return listed(names) if names else say("structure.nobody")
