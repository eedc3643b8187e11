"""What `bulian chain gaps|depend|lose|sheets` print."""

from collections.abc import Sequence
from pathlib import Path

import typer

from bulian.chain.depending import Alert, Dependence, NodeDependence, Part, part_of
from bulian.chain.gapping import Extension, Gap, Gaps, Weakness
from bulian.chain.losing import Loss, Losses, Scenario
from bulian.chain.view import ChainView
from bulian.cli.printing import grid, items, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.cli.show_chain import SHAPES, name_of, node_name, percent, quoted
from bulian.measure.dominance import Bounds
from bulian.publish.chains import rows
from bulian.steps.supposing import SavedScenario

_SHOWN = 15


def gaps(view: ChainView, found: Gaps, form: str) -> None:
    """补, 强, 延, and what nobody has looked for."""
    facts = view.facts
    parts = {
        "fill": [rows.gap_row(one, facts) for one in found.fill],
        "strengthen": [rows.weakness_row(one, facts) for one in found.strengthen],
        "extend": [rows.extension_row(one) for one in found.extend],
        "unsearched": [rows.gap_row(one, facts) for one in found.unsearched],
    }
    if form == "json":
        typer.echo(to_json({"chain": view.chain.id, **parts, "not_tested": list(found.not_tested)}, indent=1))
    elif form == "csv":
        print_csv([row for each in parts.values() for row in each])
    else:
        _title(view, "chain.gaps.title")
        _fill(view, found)
        _strengthen(view, found)
        _extend(view, found)
        _unsearched(view, found)
        if found.not_tested:
            tests = [say(f"chain.untested.{one}") for one in found.not_tested]
            typer.echo(say("chain.not_tested", tests=listed(tests), id=view.chain.id))


def _title(view: ChainView, key: str) -> None:
    typer.echo(say(key, name=name_of(view.chain.name.zh, view.chain.name.en), home=view.home))
    if view.illustrated:
        typer.echo(say("chain.made_up_apart", id=view.chain.id))


def _fill(view: ChainView, found: Gaps) -> None:
    typer.echo(say("chain.fill", count=len(found.fill)))
    if not found.fill and not view.searched:
        typer.echo(f"  {say('chain.fill.unsearched')}")
    items(line for gap in found.fill for line in _gap(view, gap))


def _gap(view: ChainView, gap: Gap) -> list[str]:
    state, worth = gap.state, gap.worth
    lines = [
        f"{SHAPES[state.status]} {node_name(view, state.node.id)}  "
        + say("chain.worth", open=percent(worth.open), buildable=percent(worth.buildable),
              completeness=percent(worth.completeness))
    ]  # fmt: skip
    if gap.near:
        lines.append(f"  {say('chain.way.connect', firms=listed([one.firm for one in gap.near]))}")
    elif state.status == "missing":
        lines.append(f"  {say('chain.way.attract')}")
    if state.searched:
        lines.append(f"  {say('chain.searched', table=state.searched.name, day=state.searched.dated)}")
    lines += [f"  {say(f'chain.said.{one.kind}')}{quoted(one.fact)}" for one in state.mentions]
    return lines


def _strengthen(view: ChainView, found: Gaps) -> None:
    typer.echo(say("chain.strengthen", count=len(found.strengthen)))
    items(line for weak in found.strengthen for line in _weakness(view, weak))


def _weakness(view: ChainView, weak: Weakness) -> list[str]:
    state = weak.state
    tests = listed([say(f"chain.test.{test}") for test in weak.tests])
    firms = listed([one.firm for one in state.firms])
    lines = [f"{SHAPES[state.status]} {node_name(view, state.node.id)}  {tests}　{firms}"]
    facts = dict.fromkeys(fact for one in state.firms for fact in one.facts)
    return lines + [f"  {quoted(view.facts[fact])}" for fact in facts if fact in view.facts]


def _extend(view: ChainView, found: Gaps) -> None:
    typer.echo(say("chain.extend", count=len(found.extend)))
    items(line for one in found.extend for line in _extension(view, one))


def _extension(view: ChainView, one: Extension) -> list[str]:
    state = one.state
    joined = listed([node_name(view, node) for node in one.next_to])
    outside = say("chain.outside") if one.outside else ""
    lines = [
        f"{SHAPES[state.status]} {node_name(view, state.node.id)}  "
        f"{say(f'chain.side.{one.side}', names=joined, steps=one.steps)}{outside}"
    ]
    return lines + [f"  {say(f'chain.said.{each.kind}')}{quoted(each.fact)}" for each in state.mentions]


def _unsearched(view: ChainView, found: Gaps) -> None:
    if not found.unsearched:
        return
    typer.echo(say("chain.unsearched", count=len(found.unsearched)))
    items(line for gap in found.unsearched[:_SHOWN] for line in _gap(view, gap))
    rest = len(found.unsearched) - _SHOWN
    if rest > 0:
        typer.echo(f"  {say('chain.more', count=rest)}")


def depend(view: ChainView, found: Dependence, form: str) -> None:
    """By node, chain and district, with the alerts first."""
    if form == "json":
        typer.echo(to_json({"chain": view.chain.id, **rows.dependence_row(found)}, indent=1))
        return
    if form == "csv":
        print_csv(rows.dependence_row(found)["nodes"])  # type: ignore[arg-type]  # rows of nodes
        return
    _title(view, "chain.depend.title")
    typer.echo(say("chain.alerts", count=len(found.alerts)))
    items(_alert(one) for one in found.alerts)
    typer.echo(say("chain.of_district"))
    items(line for one in found.district for line in _part(view, one))
    if not found.district:
        typer.echo(f"  {say('chain.no_share')}")
    typer.echo(say("chain.of_nodes"))
    heads = ("node", "firms", "top", "hhi", "effective")
    grid([f"chain.head.{head}" for head in heads], (_node_line(view, one) for one in found.nodes))
    typer.echo(say("chain.of_nodes_note"))


def _alert(one: Alert) -> str:
    least = percent(float(one.low))
    share = least if one.low == one.high else say("chain.at_least", share=least)
    told = say(f"chain.alert.{one.of}", name=one.name, share=share, level=percent(float(one.threshold)))
    return f"{'■' if one.certain else '□'} {told}"


def _part(view: ChainView, one: Part) -> list[str]:
    what = say("chain.part", name=one.name, part=one.part.fact.surface, whole=one.whole.fact.surface,
               indicator=one.whole.indicator, period=one.part.fact.period or "")  # fmt: skip
    if one.share is None:
        return [f"{what}  {(one.refused or ('', ''))[language() == 'zh']}"]
    ahead = say("chain.ahead") if one.ahead else ""
    line = say("chain.share", point=percent(float(one.share.point)), low=percent(float(one.share.low)),
               high=percent(float(one.share.high)))  # fmt: skip
    facts = [view.facts[each.id] for each in (one.part, one.whole) if each.id in view.facts]
    return [f"{what}  {line}{ahead}", *(f"  {quoted(fact)}" for fact in facts)]


def _node_line(view: ChainView, one: NodeDependence) -> tuple[str, ...]:
    found = one.dominance
    high = "—" if found.effective_high is None else f"{found.effective_high:.1f}"
    return (
        node_name(view, one.state.node.id), listed([each.firm for each in one.state.firms]),
        _bounds(found.top), _bounds(found.hhi), f"{found.effective_low:.1f}—{high}",
    )  # fmt: skip


def _bounds(one: Bounds) -> str:
    return f"{one.low:.2f}" if one.known else f"{one.low:.2f}—{one.high:.2f}"


def lose(view: ChainView, found: Losses, saved: Sequence[SavedScenario], form: str) -> None:
    """Every firm and node, the worst first."""
    if form == "json":
        typer.echo(to_json({"chain": view.chain.id, **rows.losses_row(found)}, indent=1))
        return
    if form == "csv":
        told = rows.losses_row(found)
        print_csv([{"what": what, **row} for what in ("firms", "nodes") for row in told[what]])  # type: ignore[attr-defined]
        return
    _title(view, "chain.lose.title")
    if not found.made_here:
        typer.echo(say("chain.nothing_made"))
    else:
        names = [node_name(view, node) for node in found.made_here]
        typer.echo(say("chain.made_here", names=listed(names)))
        for title, losses in (("chain.lose.firms", found.firms), ("chain.lose.nodes", found.nodes)):
            typer.echo(say(title))
            items(_loss(view, one) for one in losses[:_SHOWN])
    if found.not_placed:
        typer.echo(say("chain.lose.unplaced", names=listed(found.not_placed)))
    for one in saved:
        if one.chain == view.chain.id:
            gone = listed(one.without) + ("" if one.share == 1 else f" {percent(one.share)}")
            typer.echo(say("chain.saved_one", name=one.name, without=gone, by=one.change.by,
                           day=one.change.at[:10]))  # fmt: skip


def _loss(view: ChainView, one: Loss) -> str:
    name = node_name(view, one.name) if one.name in view.states else one.name
    stops = listed([node_name(view, node) for node in one.stops]) if one.stops else say("chain.nothing_stops")
    return say("chain.loss", name=name, impact=percent(one.impact), stops=stops)


def scenario(view: ChainView, found: Scenario, parts: Sequence[Part], form: str) -> None:
    """What is left when several, or a share of them, are gone; `parts` are the shares that facts give."""
    firms = [name for name in found.without if name not in view.states]
    held = {firm: part_of(parts, firm) for firm in firms}
    if form != "table":
        told = [rows.gone_row(part, found.share) for part in held.values() if part]
        typer.echo(
            to_json({"chain": view.chain.id, **rows.scenario_row(found), "of_district": told}, indent=1)
        )
        return
    names = listed([node_name(view, name) if name in view.states else name for name in found.without])
    impact = say("chain.impact_none") if found.impact is None else f"−{percent(found.impact)}"
    key = "chain.scenario" if found.share == 1 else "chain.scenario_part"
    typer.echo(say(key, names=names, share=percent(found.share), impact=impact))
    hit = {node: left for node, left in found.left.items() if left < 1}
    items(f"{node_name(view, node)}  −{percent(1 - left)}" for node, left in hit.items())
    if not hit:
        typer.echo(f"  {say('chain.nothing_stops')}")
    if found.beside:
        typer.echo(say("chain.beside", names=listed([node_name(view, node) for node in found.beside])))
    for firm, part in held.items():
        if part is None or part.share is None:
            typer.echo(say("chain.weight_unknown", name=firm))
            continue
        items(_part(view, part))
        low, point = (percent(float(share) * found.share) for share in (part.share.low, part.share.point))
        typer.echo(say("chain.weight_gone", share=percent(found.share), low=low, point=point))


def saved(name: str) -> None:
    """That a scenario is kept."""
    typer.echo(say("chain.saved", name=name))


def written(path: Path) -> None:
    """Where the lists lie."""
    typer.echo(say("chain.written", path=path))
