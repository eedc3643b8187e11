"""The shapes of statuses, form first and colour second, the seals, and strips of shapes."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from bulian.model.chain import Status
from bulian.publish.site.drawing.letters import n

_STEP = 17
_SHAPES: dict[str, Markup] = {
    "present": Markup('<circle class="g g-present" r="5"/>'),
    "single_source": Markup(
        '<circle class="g g-single" r="5"/><path class="g-single-h" d="M0 -5A5 5 0 0 0 0 5Z"/>'
    ),
    "claimed": Markup('<path class="g g-claimed" d="M0 -6L6 0L0 6L-6 0Z"/>'),
    "planned": Markup('<path class="g g-planned" d="M0 -5.5L5.8 4.6H-5.8Z"/>'),
    "missing": Markup('<path class="g g-missing" d="M-4.4 -4.4L4.4 4.4M4.4 -4.4L-4.4 4.4"/>'),
    "unknown": Markup('<circle class="g g-unknown" r="5.4"/><text class="g-q" y="3.3">?</text>'),
}
_SEALS = {"fill": ("sb", "补"), "strengthen": ("sq", "强"), "extend": ("sy", "延")}


@dataclass(frozen=True, slots=True)
class Spot:
    """A node in a strip: its status, its name with it, where it leads, and whether a loss hits it."""

    status: Status
    words: str
    to: str
    hit: bool = False


def shape(status: Status, x: float, y: float) -> Markup:
    """The shape of a status around a place."""
    return Markup(f'<g transform="translate({n(x)} {n(y)})">{_SHAPES[status]}</g>')  # noqa: S704 - ours


def seal(kind: str, x: float, y: float) -> Markup:
    """A seal with its left upper corner at a place; nothing where there is none."""
    if kind not in _SEALS:
        return Markup("")
    frame, letter = _SEALS[kind]
    return Markup(
        '<rect class="{}" x="{}" y="{}" width="15" height="15"/><text class="sc" x="{}" y="{}">{}</text>'
    ).format(frame, n(x), n(y), n(x + 7.5), n(y + 11.5), letter)


def icon(status: Status, words: str) -> Markup:
    """One shape with its status as the alternative text."""
    return Markup(
        '<svg width="16" height="16" viewBox="-8 -8 16 16" role="img" aria-label="{}">{}</svg>'
    ).format(words, _SHAPES[status])


def strip(spots: Sequence[Spot], columns: int) -> Markup:
    """Shapes side by side, each a link, in rows of `columns`."""
    rows = -(-len(spots) // columns)
    wide = min(len(spots), columns) * _STEP
    return Markup('<svg width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="group">{2}</svg>').format(
        wide, rows * _STEP, strip_at(spots, 0, 0, columns)
    )


def strip_at(spots: Sequence[Spot], x: float, y: float, columns: int) -> Markup:
    """The same within another drawing, its left upper corner at a place."""
    return Markup("".join(_link(spot, x, y, at, columns) for at, spot in enumerate(spots)))  # noqa: S704 - escaped


def _link(spot: Spot, x: float, y: float, at: int, columns: int) -> str:
    """Put together from parts, each escaped: hundreds of these stand on a page, and `format` is slow."""
    left, top = x + _STEP * (at % columns), y + _STEP * (at // columns)
    kind, words = "n lost" if spot.hit else "n", escape(spot.words)
    return (
        f'<a class="{kind}" href="{escape(spot.to)}" aria-label="{words}"><title>{words}</title>'
        f'<rect class="hit" x="{n(left)}" y="{n(top)}" width="16" height="16"/>'
        f"{shape(spot.status, left + 8, top + 8)}</a>"
    )
