"""The map of a chain: stages from left to right, a line a segment, one segment opened into its nodes.

Edges run in the gaps between columns only. One that skips a column has a lane of its own below the column's
last row and runs level through it, so that none lies behind a name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from bulian.model.chain import Status
from bulian.publish.site.drawing.letters import n, text_at, wrapped
from bulian.publish.site.drawing.shapes import Spot, seal, shape, strip_at

WIDTH = 848
_ACROSS, _TOP, _LINE, _STRIP, _LANE = 150, 44, 18, 17, 14
_SPOTS = _ACROSS // _STRIP


@dataclass(frozen=True, slots=True)
class Item:
    """A line on the map: a segment with its strip, or a node of the opened segment.

    Attributes:
        column: from left, from 0. name: what stands on the line. to, words: its link and alternative text.
        below: what stands under a node's line; loss: at its right end.
        spots: a segment's nodes; () for a node. y: where its line runs; set by the layout.
    """

    key: str
    column: int
    name: str
    to: str
    words: str
    spots: tuple[Spot, ...] = ()
    status: Status | None = None
    below: str = ""
    seal: str = ""
    group: str = ""
    loss: str = ""
    y: float = 0.0

    @property
    def lines(self) -> tuple[str, ...]:
        """The name in lines that fit."""
        return wrapped(self.name, 14, _ACROSS - (20 if self.status else 0) - (18 if self.seal else 0))

    @property
    def above(self) -> float:
        """How much room the name needs above the line."""
        return _LINE * len(self.lines) + 6

    @property
    def height(self) -> float:
        """The room of the whole row."""
        rows = -(-len(self.spots) // _SPOTS)
        return self.above + (rows * _STRIP + 24 if self.spots else 34)


def chain_map(
    items: Sequence[Item], edges: Iterable[tuple[str, str]], heads: Sequence[str], about: str, opened: str
) -> Markup:
    """The map; `edges` are (key, key) of items, `heads` the names of the columns, `opened` a group's key."""
    wanted = sorted(set(edges))
    placed = _placed(items, wanted, len(heads))
    lanes, foot = _lanes(placed, wanted, len(heads))
    step = (WIDTH - _ACROSS) / max(len(heads) - 1, 1)
    drawn = [text_at(step * at, 16, head, "st") for at, head in enumerate(heads)]
    ordered = sorted(wanted, key=lambda edge: _touches(edge, placed, opened))
    drawn += [_edge(edge, placed, lanes, step, opened) for edge in ordered]
    drawn += [_item(one, step) for one in placed.values()]
    return Markup('<svg class="map" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        WIDTH, n(foot), about, Markup("").join(drawn)
    )


def _placed(items: Sequence[Item], edges: Sequence[tuple[str, str]], columns: int) -> dict[str, Item]:
    """Every item with its line: columns ordered by the middle of what feeds them, groups kept together."""
    placed = {one.key: one for one in items}
    for column in range(columns):
        mine = [one for one in items if one.column == column]
        middle = {one.key: _middle(one, placed, edges, at) for at, one in enumerate(mine)}
        group = {one.group: [middle[o.key] for o in mine if o.group == one.group] for one in mine}
        mine.sort(key=lambda one: (sum(group[one.group]) / len(group[one.group]), one.group, middle[one.key]))
        y = float(_TOP)
        for one in mine:
            placed[one.key] = replace(one, y=y + one.above)
            y += one.height
    return placed


def _middle(one: Item, placed: Mapping[str, Item], edges: Sequence[tuple[str, str]], at: int) -> float:
    levels = [placed[start].y for start, end in edges if end == one.key and placed[start].y]
    return sum(levels) / len(levels) if levels else float(at * 60 + _TOP)


def _lanes(
    placed: Mapping[str, Item], edges: Sequence[tuple[str, str]], columns: int
) -> tuple[dict[tuple[str, int], float], float]:
    """By source and column skipped, where its lane runs; and where the drawing ends."""
    depth = [
        max((one.y - one.above + one.height for one in placed.values() if one.column == at), default=_TOP)
        for at in range(columns)
    ]
    lanes: dict[tuple[str, int], float] = {}
    for start, end in edges:
        for column in range(placed[start].column + 1, placed[end].column):
            if (start, column) not in lanes:
                lanes[start, column] = depth[column] + _LANE / 2
                depth[column] += _LANE
    return lanes, max(depth) + 8


def _touches(edge: tuple[str, str], placed: Mapping[str, Item], opened: str) -> bool:
    return bool(opened) and opened in (placed[edge[0]].group, placed[edge[1]].group)


def _edge(
    edge: tuple[str, str], placed: Mapping[str, Item], lanes: Mapping[tuple[str, int], float], step: float,
    opened: str,
) -> Markup:  # fmt: skip
    start, end = placed[edge[0]], placed[edge[1]]
    x, y = step * start.column + _ACROSS, start.y
    way = [f"M{n(x)} {n(y)}"]
    for column in range(start.column + 1, end.column + 1):
        to = end.y if column == end.column else lanes[edge[0], column]
        near, middle = step * column, (x + step * column) / 2
        way.append(f"C{n(middle)} {n(y)} {n(middle)} {n(to)} {n(near)} {n(to)}")
        if column < end.column:
            way.append(f"H{n(near + _ACROSS)}")
        x, y = near + _ACROSS, to
    kind = "ed on" if _touches(edge, placed, opened) else "ed"
    return Markup('<path class="{}" d="{}"/>').format(kind, "".join(way))


def _item(one: Item, step: float) -> Markup:
    x = step * one.column
    kind = f"n s-{one.status}" if one.status else "n s-present"
    box = Markup('<rect class="hit" x="{}" y="{}" width="{}" height="{}"/>').format(
        n(x - 2), n(one.y - one.above + 2), _ACROSS + 4, n(one.above + (20 if one.status else 0))
    )
    line = Markup('<path class="ln" d="M{} {}h{}"/>').format(n(x), n(one.y), _ACROSS)
    left = x + (20 if one.status else 0)
    names = [
        text_at(left, one.y - 9 - _LINE * (len(one.lines) - 1 - at), words, "nm" if one.status else "nm so")
        for at, words in enumerate(one.lines)
    ]
    mark = shape(one.status, x + 8, one.y - 14) if one.status else Markup("")
    below = text_at(x + 1, one.y + 16, one.below, "fm") if one.below else Markup("")
    loss = text_at(x + _ACROSS, one.y + 16, one.loss, "loss l") if one.loss else Markup("")
    link = Markup('<a class="{}" href="{}" aria-label="{}">{}{}{}{}{}{}{}</a>').format(
        kind, one.to, one.words, box, line, mark, Markup("").join(names), below, loss,
        seal(one.seal, x + _ACROSS - 16, one.y - 20),
    )  # fmt: skip
    return link + strip_at(one.spots, x, one.y + 5, _SPOTS)
