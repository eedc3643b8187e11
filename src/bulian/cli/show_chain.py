"""What `bulian chain list|show` print."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import typer

from bulian.chain.catalogue import Catalogue
from bulian.chain.completing import Completeness, Count
from bulian.chain.leading import Designation, Leader
from bulian.chain.presence import NodeState
from bulian.chain.telling import Mention
from bulian.chain.view import ChainView
from bulian.cli.printing import grid, items, listed, print_csv, section, to_json
from bulian.cli.say import language, say
from bulian.cli.show_chain_changes import orphans
from bulian.model.chain import STAGES, Chain, Placement, Segment, Status
from bulian.model.stored import Sourced
from bulian.publish.chains import rows
from bulian.steps.chaining import Shown

SHAPES: dict[Status, str] = {
    "present": "●", "single_source": "◐", "claimed": "◇", "planned": "△", "missing": "×", "unknown": "?",
}  # fmt: skip
_ID = 8
_QUOTE = 80


def catalogue(found: Catalogue, form: str) -> None:
    """The chains there are."""
    told = [rows.chain_row(chain) for chain in found.chains]
    if form == "json":
        typer.echo(to_json(told, indent=1))
    elif form == "csv":
        print_csv(told)
    else:
        heads = ("id", "name", "nodes", "inputs", "version", "origin")
        grid([f"chain.head.{head}" for head in heads], (_chain_line(chain) for chain in found.chains))
        typer.echo(say("chain.how"))


def _chain_line(chain: Chain) -> tuple[str, ...]:
    origin = say("chain.shipped") if chain.origin == "shipped" else chain.origin
    return (chain.id, name_of(chain.name.zh, chain.name.en), str(len(chain.nodes)), str(len(chain.inputs)),
            chain.version, origin)  # fmt: skip


def name_of(zh: str, en: str) -> str:
    """A name in the language asked for; the Chinese one where there is no other."""
    return zh if language() == "zh" or not en else f"{en} {zh}"


def shown(done: Shown, form: str, everything: bool) -> None:
    """One chain: how complete, who leads, who stands where, what is said, what is not known."""
    view = done.view
    nodes = [rows.node_row(view.chain, state, view.facts) for state in view.states.values()]
    if form == "csv":
        print_csv(nodes)
        return
    if form == "json":
        typer.echo(to_json(_json(done, nodes), indent=1))
        return
    chain = view.chain
    typer.echo(say("chain.title", name=name_of(chain.name.zh, chain.name.en), id=chain.id,
                   version=chain.version, home=view.home))  # fmt: skip
    _completeness(done.completeness, chain)
    section("chain.leaders", (line for one in done.leaders for line in _leader(one, view)))
    for name, firms in _of_one_group(done.leaders):
        typer.echo(say("chain.one_group", firms=listed(firms), group=name))
    if view.unplaced:
        typer.echo(say("chain.unplaced", names=listed(view.unplaced), id=chain.id))
    typer.echo()
    typer.echo(say("chain.map"))
    typer.echo(_key(view.states.values()))
    _map(view, everything)
    _said(view)
    _unknown(view)
    orphans(rows.orphan_row(one) for one in view.orphans)


def _json(done: Shown, nodes: list[rows.Row]) -> rows.Row:
    view = done.view
    return {
        "chain": rows.chain_row(view.chain), "completeness": rows.completeness_row(done.completeness),
        "leaders": [rows.leader_row(one, view.facts) for one in done.leaders],
        "unplaced": list(view.unplaced), "nodes": nodes,
        "said": [rows.mention_row(one) for one in view.told.mentions if one.named.what != "node"],
        "made_up": [rows.placement_row(one, view.facts) | {"node": one.node} for one in view.told.made_up],
        "farther": [rows.placement_row(one, view.facts) | {"node": one.node} for one in view.farther],
        "searched": [{"table": one.name, "dated": one.dated, "area": one.area} for one in view.searched],
        "illustrated": [
            rows.node_row(view.chain, state, view.facts) | {"synthetic": True}
            for state in view.illustrated.values()
        ],
        "orphans": [rows.orphan_row(one) for one in view.orphans],
    }  # fmt: skip


def _completeness(found: Completeness, chain: Chain) -> None:
    typer.echo(_counted("chain.count", found.count))
    labels = dict(chain.stages)
    parts = [say("chain.stage_count", stage=labels.get(stage) if language() == "zh" and stage in labels
                 else say(f"chain.stage.{stage}"), there=count.there, required=count.required)
             for stage, count in found.stages]  # fmt: skip
    typer.echo(f"  {'　'.join(parts)}")
    if found.weighted is not None and found.coverage:
        typer.echo(say("chain.weighted", value=percent(found.weighted.value), sd=percent(found.weighted.sd),
                       coverage=percent(found.coverage)))  # fmt: skip
    if found.buildable is not None:
        low, high = found.buildable
        typer.echo(say("chain.buildable", low=percent(low), high=percent(high)))
    for area, count in found.areas:
        typer.echo(_counted(f"chain.area.{area}", count))


def _counted(key: str, count: Count) -> str:
    return say(key, there=count.there, required=count.required, at_most=count.at_most)


def percent(share: float) -> str:
    """A share in per cent, with one decimal where it is not whole."""
    return f"{round(share * 100, 1):g}%"


def _leader(leader: Leader, view: ChainView) -> Iterator[str]:
    named = leader.group and leader.group != leader.firm
    group = say("chain.group", group=leader.group) if named else ""
    yield f"{leader.firm}{group}"
    for one in leader.designations:
        yield f"  {_designation(one)}"
        yield f"    {quoted(one.fact)}"
    if not leader.nodes:
        return
    names = [node_name(view, node) for node in leader.nodes]
    yield f"  {say('chain.stands_on', names=listed(names))}"
    firms = sorted({one.firm for one in leader.pull})
    here = listed(firms) if firms else say("chain.nobody")
    yield f"  {say('chain.pull', inputs=leader.inputs, firms=here)}"
    if leader.leans_on:
        on = [f"{one.firm}（{node_name(view, one.node)}）" for one in leader.leans_on]
        yield f"  {say('chain.leans_on', firms=listed(on))}"
    if leader.wants:
        wants = [SHAPES[want.state.status] + node_name(view, want.node) for want in leader.wants]
        yield f"  {say('chain.wants', names=listed(wants))}"
    for link in leader.links:
        yield f"  {say('chain.link')}{quoted(link)}"


def _of_one_group(found: Sequence[Leader]) -> Iterator[tuple[str, list[str]]]:
    """Groups of firms that more than one leader belongs to."""
    for name in dict.fromkeys(one.group for one in found if one.group):
        firms = [one.firm for one in found if one.group == name]
        if len(firms) > 1:
            yield name, firms


def _designation(one: Designation) -> str:
    return say(
        "chain.designation", rank=say(f"chain.rank.{one.rank or 'other'}"), of=one.of,
        level=say(f"chain.level.{one.level or 'none'}"), day=one.said_on or say("chain.undated"),
    )  # fmt: skip


def quoted(one: Sourced) -> str:
    """The sentence of a fact, its document, and the id to walk back with."""
    quote = " ".join(one.fact.place.quote.split())
    short = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"
    return f"“{short}” {one.source.name} [{one.fact.id[:_ID]}]"


def node_name(view: ChainView, node_id: str) -> str:
    """A node's name in the language asked for."""
    node = view.states[node_id].node
    return node.name.en if language() == "en" and node.name.en else node.name.zh


def _key(states: Iterable[NodeState]) -> str:
    counts = Counter(state.status for state in states if not state.node.extension)
    return "  ".join(f"{shape} {say(f'chain.status.{status}')} {counts.get(status, 0)}"
                     for status, shape in SHAPES.items())  # fmt: skip


def _map(view: ChainView, everything: bool) -> None:
    labels = dict(view.chain.stages)
    for stage in STAGES:
        segments = [segment for segment in view.chain.segments if segment.stage == stage]
        if segments:
            label = labels.get(stage, "") if language() == "zh" else ""
            typer.echo(f"{label or say(f'chain.stage.{stage}')}")
        for segment in segments:
            states = [view.states[node.id] for node in view.chain.nodes if node.segment == segment.id]
            _segment(segment, states, view, everything)


def _segment(segment: Segment, states: Sequence[NodeState], view: ChainView, everything: bool) -> None:
    """One line a segment with its strip of shapes; below it the nodes of which something is known."""
    strip = "".join(SHAPES[state.status] for state in states)
    seal = say("chain.seal.extend") if all(state.node.extension for state in states) else ""
    typer.echo(f"  {name_of(segment.name.zh, segment.name.en)}{seal}  {strip}")
    for state in states:
        if everything or state.status != "unknown" or state.set_by or state.wanted:
            _node(state, view)


def _node(state: NodeState, view: ChainView) -> None:
    end = say("chain.final") if state.node.final else ""
    status = say(f"chain.status.{state.status}")
    typer.echo(f"    {SHAPES[state.status]} {node_name(view, state.node.id)}  {status}{end}")
    for one in state.firms:
        items(_firm(one, view))
    if state.searched and state.status == "missing":
        typer.echo(f"      {say('chain.searched', table=state.searched.name, day=state.searched.dated)}")
    for mention in state.mentions:
        if mention.kind not in ("lead", "link"):
            typer.echo(f"      {_mention(mention)}")
    if state.set_by:
        change = state.set_by
        typer.echo(f"      {say('chain.set_by', by=change.by, day=change.at[:10], why=change.why)}")


def _firm(one: Placement, view: ChainView) -> Iterator[str]:
    why = one.why[0] if language() == "en" else one.why[1]
    place = say("chain.no_place") if one.area is None else ""
    yield f"    {one.firm}　{why}{place}"
    for fact in one.facts:
        if fact in view.facts:
            yield f"      {quoted(view.facts[fact])}"


def _mention(one: Mention) -> str:
    return f"{say(f'chain.said.{one.kind}')}{quoted(one.fact)}"


def _said(view: ChainView) -> None:
    """What documents say of segments, stages and links, once each."""
    names = _part_names(view.chain)
    firms = {*view.unplaced, *(one.firm for one in view.told.placements)}
    for kind in ("claim", "plan", "target", "makes", "member", "section"):
        broad = ("node", "chain", "cluster") if kind == "target" else ("node",)
        found = [
            one
            for one in view.told.mentions
            if one.kind == kind
            and one.named.what not in broad
            and not (one.named.what == "cluster" and one.who not in firms)
        ]
        lines = dict.fromkeys(
            f"{names.get(one.named.id, one.named.word)}：{one.who} {quoted(one.fact)}" for one in found
        )
        section(f"chain.section.{kind}", lines)
    links = [one for one in view.told.mentions if one.kind == "link" and one.other]
    section("chain.section.link", dict.fromkeys(
        f"{one.named.word} → {one.other.word} {quoted(one.fact)}" for one in links if one.other
    ))  # fmt: skip


def _part_names(chain: Chain) -> dict[str, str]:
    """Segments and stages by id, in the language asked for."""
    if language() == "en":
        stages = {stage: say(f"chain.stage.{stage}") for stage, _ in chain.stages}
        return stages | {each.id: each.name.en or each.name.zh for each in chain.segments}
    return dict(chain.stages) | {each.id: each.name.zh for each in chain.segments}


def _unknown(view: ChainView) -> None:
    if not view.searched:
        typer.echo(say("chain.never_searched"))
    if view.told.made_up:
        typer.echo(say("chain.made_up", count=len(view.told.made_up)))
    typer.echo(say("chain.next", id=view.chain.id))
