"""What `bulian chain place` prints, and how made-up tables are shown beside a chain."""

from collections.abc import Iterator, Mapping

import typer

from bulian.chain.placing import FirmRow, Spotted
from bulian.chain.registers import Register
from bulian.chain.view import ChainView
from bulian.cli.printing import items, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.cli.show_chain import SHAPES, name_of, node_name
from bulian.steps.placing import ChainPlaced, PlacedRow
from bulian.vocab.thresholds import placement_weights

_SHOWN = 40


def placed(done: ChainPlaced, form: str) -> None:
    """Every firm table: its day, what it covers, who is on which node, who perhaps, and who on none."""
    rows = [_row(done, told, one) for told in done.placed.told for one in _of_chains(done, told)]
    if form == "json":
        tables = [_table(one) for one in done.placed.registers]
        typer.echo(to_json({"tables": tables, "placements": rows, "weights": placement_weights()}, indent=1))
    elif form == "csv":
        print_csv([row | {"parts": to_json(row["parts"])} for row in rows])
    else:
        if not done.placed.registers:
            typer.echo(say("chain.place.none"))
        for register in done.placed.registers:
            _register(done, register)
        typer.echo(say("chain.place.how"))


def covered(table: str, region: str) -> None:
    """That a table is said to cover a region."""
    typer.echo(say("chain.place.covered", table=table, region=region))


def _of_chains(done: ChainPlaced, told: PlacedRow) -> Iterator[Spotted]:
    chains = {chain.id for chain in done.chains}
    yield from (one for one in told.spotted if one.chain in chains)


def _table(one: Register) -> dict[str, object]:
    return {
        "table": one.name, "dated": one.dated, "covers": one.covers, "synthetic": one.synthetic,
        "rows": len(one.rows),
    }  # fmt: skip


def _row(done: ChainPlaced, told: PlacedRow, one: Spotted) -> dict[str, object]:
    return {
        "table": told.register.name, "firm": one.firm, "chain": one.chain, "node": one.node,
        "name": _names(done)[one.chain, one.node][0], "probability": round(one.probability, 4),
        "placed": one.sure, "synthetic": told.row.synthetic, "clause": one.clause, "word": one.word,
        "place": told.row.place, "parts": {name: round(value, 4) for name, value in one.parts.items()},
    }  # fmt: skip


def _names(done: ChainPlaced) -> Mapping[tuple[str, str], tuple[str, str]]:
    return {
        (chain.id, node.id): (node.name.zh, node.name.en) for chain in done.chains for node in chain.nodes
    }


def _register(done: ChainPlaced, register: Register) -> None:
    told = [(one.row, list(_of_chains(done, one))) for one in done.placed.told if one.register is register]
    sure = [(row, one) for row, spotted in told for one in spotted if one.sure]
    unsure = [(row, one) for row, spotted in told for one in spotted if not one.sure]
    none = [row.firm for row, spotted in told if not spotted]
    covers = say("chain.place.covers", region=register.covers) if register.covers else say("chain.place.part")
    seal = say("chain.place.made_up") if register.synthetic else ""
    typer.echo(say("chain.place.table", name=register.name, day=register.dated or say("chain.undated"),
                   covers=covers, seal=seal, rows=len(told), placed=len({row.firm for row, _ in sure}),
                   none=len(none)))  # fmt: skip
    if register.covers and register.dated is None:
        typer.echo(f"  {say('chain.place.undated')}")
    _lines(done, sure)
    if unsure:
        typer.echo(say("chain.place.unsure", count=len(unsure)))
        _lines(done, unsure)
    if none:
        typer.echo(say("chain.place.on_none", names=listed(none)))


def _lines(done: ChainPlaced, found: list[tuple[FirmRow, Spotted]]) -> None:
    for row, one in found[:_SHOWN]:
        items(_line(done, row, one))
    if len(found) > _SHOWN:
        typer.echo(f"  {say('chain.more', count=len(found) - _SHOWN)}")


def _line(done: ChainPlaced, row: FirmRow, one: Spotted) -> Iterator[str]:
    chain = next(chain.name for chain in done.chains if chain.id == one.chain)
    node = name_of(*_names(done)[one.chain, one.node])
    yield f"{one.probability:.2f}  {one.firm} → {name_of(chain.zh, chain.en)} / {node}"
    parts = ", ".join(
        f"{say(f'chain.part.{name}')} {value:.2f}" for name, value in one.parts.items() if value
    )
    yield f"      {say('chain.place.why', clause=one.clause, parts=parts, place=row.place)}"


def illustrated(view: ChainView, everything: bool) -> None:
    """How the nodes would stand by made-up firms and tables alone; they count nowhere above."""
    states = view.illustrated
    if not states:
        return
    tables = {state.searched.name: state.searched.dated for state in states.values() if state.searched}
    searched = listed([f"{name}（{day}）" for name, day in tables.items()])
    key = "chain.illustrated" if tables else "chain.illustrated.unsearched"
    typer.echo(say(key, tables=searched, seal=say("chain.place.made_up")))
    seal = say("chain.place.made_up")
    for state in states.values():
        if state.is_there:
            firms = listed([one.firm for one in state.firms])
            status = say(f"chain.status.{state.status}")
            typer.echo(f"  {SHAPES[state.status]} {node_name(view, state.node.id)}  {status}{seal}　{firms}")
    missing = [
        state.node.id for state in states.values() if state.status == "missing" and not state.node.extension
    ]
    if missing:
        names = [node_name(view, node) for node in missing]
        told = ("、" if language() == "zh" else ", ").join(names) if everything else listed(names)
        typer.echo(f"  {SHAPES['missing']} {say('chain.status.missing')}{seal} {len(missing)}：{told}")
