"""The map of a chain as page and paper draw it: segments as strips of shapes, one opened into its nodes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from bulian.chain.gapping import gaps
from bulian.chain.presence import NodeState
from bulian.chain.view import ChainView
from bulian.model.chain import Name
from bulian.publish.site.drawing.chain_map import Item, chain_map
from bulian.publish.site.drawing.letters import wrapped
from bulian.publish.site.drawing.shapes import Spot
from bulian.publish.wording import Wording


@dataclass(frozen=True, slots=True)
class Links:
    """Where the map leads: from a segment, and from a node."""

    segment: Callable[[str], str]
    node: Callable[[str], str]


def called(name: Name, lang: str) -> str:
    """A name in a language; Chinese where nobody gave an English one."""
    return name.en if lang == "en" and name.en else name.zh


def stages_of(view: ChainView, words: Wording) -> list[tuple[str, str]]:
    """The stages that the chain has, by what it calls them."""
    used = {segment.stage for segment in view.chain.segments}
    own = dict(view.chain.stages) if words.lang == "zh" else {}
    order = [stage for stage, _ in view.chain.stages] or ["up", "mid", "down", "service"]
    return [(stage, own.get(stage) or words[f"stage.{stage}"]) for stage in order if stage in used]


def spots(view: ChainView, segments: Sequence[str], words: Wording, to: Callable[[str], str]) -> list[Spot]:
    """The nodes of segments as spots of a strip, each leading to its node."""
    found = []
    for node in view.chain.nodes:
        if node.segment in segments:
            status = view.states[node.id].status
            told = f"{called(node.name, words.lang)}{words['join.colon']}{words[f'status.{status}']}"
            found.append(Spot(status, told, to(node.id)))
    return found


def seals(view: ChainView) -> dict[str, str]:
    """补, 强 or 延 by node id; a node beyond the ends has 延 only where no other list has it."""
    found = gaps(view.graph, view.states, view.farther)
    told = {one.state.node.id: "extend" for one in found.extend if one.outside}
    told |= {one.state.node.id: "strengthen" for one in found.strengthen}
    return told | {one.state.node.id: "fill" for one in found.fill}


def chain_picture(
    view: ChainView,
    words: Wording,
    links: Links,
    opened: str = "",
    lost: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    """The map.

    Args:
        opened: the segment whose nodes are shown with their names and firms.
        lost: by node id, what a loss takes from it in words (−60%); such nodes are marked.
    """
    stages = stages_of(view, words)
    column = {stage: at for at, (stage, _) in enumerate(stages)}
    items: list[Item] = []
    for segment in view.chain.segments:
        if segment.id == opened:
            items += _nodes(view, words, links, opened, column[segment.stage])
        else:
            name = called(segment.name, words.lang)
            strip = tuple(spots(view, [segment.id], words, links.node))
            items.append(
                Item(
                    segment.id, column[segment.stage], name, links.segment(segment.id), name, strip,
                    group=segment.id,
                )
            )  # fmt: skip
    heads = [label for _, label in stages]
    marked = [_with_loss(one, lost, {links.node(node) for node in lost}) for one in items]
    return chain_map(marked, _edges(view, items, opened), heads, words["chain.map"], opened)


def _with_loss(item: Item, lost: Mapping[str, str], hit: set[str]) -> Item:
    """The item with what it loses; in a strip the spots that are hit are ringed."""
    strip = tuple(replace(spot, hit=spot.to in hit) for spot in item.spots)
    return replace(item, loss=lost.get(item.key, "") if item.status else "", spots=strip)


def _edges(view: ChainView, items: Sequence[Item], opened: str) -> list[tuple[str, str]]:
    """Who feeds whom, from left to right."""
    at = {one.key: one.column for one in items}
    key = {node.id: node.id if node.segment == opened else node.segment for node in view.chain.nodes}
    edges = {(key[one.supplier], key[one.user]) for one in view.chain.inputs}
    return [(start, end) for start, end in edges if at[start] < at[end]]


def _nodes(view: ChainView, words: Wording, links: Links, opened: str, column: int) -> list[Item]:
    marked: Mapping[str, str] = seals(view)
    return [
        _node(view.states[node.id], marked.get(node.id, ""), words, links, column)
        for node in view.chain.nodes
        if node.segment == opened
    ]  # fmt: skip


def _node(state: NodeState, seal: str, words: Wording, links: Links, column: int) -> Item:
    node = state.node
    name, status = called(node.name, words.lang), words[f"status.{state.status}"]
    firms = words["join.list"].join(one.firm for one in state.firms)
    below = wrapped(firms, 12, 146)[0] if firms else words["chain.not_told"]
    told = f"{name}{words['join.colon']}{status}"
    return Item(
        node.id, column, name, links.node(node.id), f"{told}{words['join.space']}{firms}".strip(),
        status=state.status, below=below, seal=seal, group=node.segment,
    )  # fmt: skip
