"""What makes a catalogue sound; the first thing that does not fit is refused with its file and line."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from bulian.extract.fold import fold
from bulian.measure.ordering import components
from bulian.model.chain import Chain, Input, Node
from bulian.vocab.gbt4754 import gbt4754
from bulian.vocab.marked_yaml import Marked


def check(chain: Chain, root: Marked) -> None:
    """Refuse a catalogue that is not sound; `root` knows the lines.

    Raises:
        VocabularyError: an id or a synonym stands twice, a segment, node or code is unknown, weights do not
            sum to one, a node hangs in the air, there is no end product, or essential inputs run in a circle.
    """
    nodes = root.need("nodes").items()
    segments = root.need("segments").items()
    _once(segments)
    _once(nodes)
    if not chain.nodes:
        raise root.need("nodes").wrong("the chain has no nodes", "这条链没有环节")
    _known_segments(chain, nodes)
    _codes(chain, nodes)
    _inputs_known(chain, nodes)
    _synonyms(chain, segments, nodes)
    _connected(chain, nodes)
    _no_circles(chain, nodes)


def _once(entries: Iterable[Marked]) -> None:
    seen: set[str] = set()
    for at in entries:
        name = at.need("id").text()
        if name in seen:
            raise at.wrong(f"the id {name} stands here twice", f"编号 {name} 出现两次")
        seen.add(name)


def _known_segments(chain: Chain, nodes: list[Marked]) -> None:
    known = {segment.id for segment in chain.segments}
    for node, at in zip(chain.nodes, nodes, strict=True):
        if node.segment not in known:
            raise at.need("segment").wrong(
                f"segment {node.segment!r} is unknown", f"不认识环节组“{node.segment}”"
            )
    used = {node.segment for node in chain.nodes}
    for segment in chain.segments:
        if segment.id not in used:
            raise nodes[0].wrong(f"segment {segment.id} holds no node", f"环节组 {segment.id} 是空的")


def _codes(chain: Chain, nodes: list[Marked]) -> None:
    for node, at in zip(chain.nodes, nodes, strict=True):
        where = at.fields().get("gb4754", at)
        for code, _ in node.codes:
            if code not in gbt4754():
                raise where.wrong(
                    f"{node.id}: {code} is no code of GB/T 4754-2017",
                    f"{node.id}：{code} 不是 GB/T 4754-2017 的代码",
                )
        total = sum((weight for _, weight in node.codes), Decimal(0))
        if total != 1:
            raise where.wrong(
                f"{node.id}: the weights of its codes sum to {total}, not to 1",
                f"{node.id}：各代码的权重合计 {total}，应为 1",
            )


def _inputs_known(chain: Chain, nodes: list[Marked]) -> None:
    known = {node.id for node in chain.nodes}
    at_of = {node.id: at for node, at in zip(chain.nodes, nodes, strict=True)}
    pairs = Counter((edge.supplier, edge.user) for edge in chain.inputs)
    for edge in chain.inputs:
        at = at_of[edge.user].need("needs")
        if edge.supplier not in known:
            raise at.wrong(
                f"{edge.user} needs {edge.supplier!r}, which is no node",
                f"{edge.user} 需要的“{edge.supplier}”不是环节",
            )
        if edge.supplier == edge.user:
            raise at.wrong(f"{edge.user} needs itself", f"{edge.user} 需要它自己")
        if pairs[edge.supplier, edge.user] > 1:
            raise at.wrong(
                f"{edge.user} needs {edge.supplier} twice", f"{edge.user} 两次写了 {edge.supplier}"
            )


def _synonyms(chain: Chain, segments: list[Marked], nodes: list[Marked]) -> None:
    """A word may mean one thing only; the same word in another script is no second word."""
    owner: dict[str, str] = {}
    for name, words, at in _named(chain, segments, nodes):
        for word in {fold(word).casefold() for word in words}:
            if owner.setdefault(word, name) != name:
                raise at.wrong(
                    f"{word} names both {owner[word]} and {name}; keep one",
                    f"“{word}”既指 {owner[word]} 又指 {name}，请保留一处",
                )


def _named(
    chain: Chain, segments: list[Marked], nodes: list[Marked]
) -> Iterator[tuple[str, tuple[str, ...], Marked]]:
    for segment, at in zip(chain.segments, segments, strict=True):
        yield segment.id, (segment.name.zh, *segment.words), at
    for node, at in zip(chain.nodes, nodes, strict=True):
        yield node.id, (node.name.zh, *node.words), at


def _connected(chain: Chain, nodes: list[Marked]) -> None:
    """Goods hang together: only a service may stand without an edge, as all of a chain may use it."""
    touched = {end for edge in chain.inputs for end in (edge.supplier, edge.user)}
    for node, at in zip(chain.nodes, nodes, strict=True):
        if node.id not in touched and not node.final and chain.stage_of(node) != "service":
            raise at.wrong(
                f"{node.id} neither needs anything nor is needed; add an edge or mark it final",
                f"{node.id} 既不用别的环节，也不被用；请补一条边，或标为 final",
            )
    if not any(node.final for node in chain.nodes):
        raise nodes[0].wrong("no node is final: mark the end products", "没有 final：请标出最终产品")


def _no_circles(chain: Chain, nodes: list[Marked]) -> None:
    """A node that needs itself, by way of essential inputs alone, could never be made."""
    at_of = {node.id: at for node, at in zip(chain.nodes, nodes, strict=True)}
    needs: dict[str, list[str]] = defaultdict(list)
    for edge in chain.inputs:
        if edge.kind == "essential":
            needs[edge.user].append(edge.supplier)
    for circle in _circles(chain.nodes, needs):
        way = " → ".join(circle)
        raise at_of[circle[0]].wrong(
            f"these need each other in a circle and could never be made: {way}",
            f"这几个环节互相必需，谁也造不出来：{way}",
        )


def _circles(nodes: tuple[Node, ...], needs: Mapping[str, list[str]]) -> Iterator[list[str]]:
    number = {node.id: index for index, node in enumerate(nodes)}
    edges = [[number[each] for each in needs.get(node.id, ())] for node in nodes]
    for group in components(edges):
        if len(group) > 1:
            yield [nodes[index].id for index in group]


def inputs_of(chain: Chain, user: str) -> tuple[Input, ...]:
    """The inputs of a node, in the catalogue's order."""
    return tuple(edge for edge in chain.inputs if edge.user == user)
