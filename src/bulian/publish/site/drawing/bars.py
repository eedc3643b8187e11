"""Horizontal bars from zero, the name before each and its number behind it, for three widths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bulian.publish.site.drawing.letters import n, text_at, width_of

_WIDTHS = ((1000, "w3"), (740, "w2"), (350, "w1"))
_PITCH, _THICK, _SIZE = 32, 14, 13
_NARROW = 400


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        value: its length, in any unit that all bars share. words, to: its number as printed, and its link.
        page: the page of who bears the name, "" where there is none.
        kind: "la" for the one that the title speaks of, "ch" for what all is compared with, else "st".
    """

    name: str
    value: float
    words: str
    to: str
    kind: str = "st"
    page: str = ""


def bars_svg(bars: Sequence[Bar], about: str) -> Markup:
    """The drawing for three widths; `about` is its text alternative."""
    return Markup("").join(_sheet(bars, width, kind, about) for width, kind in _WIDTHS)


def _sheet(bars: Sequence[Bar], width: int, kind: str, about: str) -> Markup:
    narrow = width < _NARROW
    pitch = _PITCH + 16 if narrow else _PITCH
    left = 0.0 if narrow else min(max(width_of(bar.name, _SIZE) for bar in bars) + 16, width * 0.34)
    room = width - left - max(width_of(bar.words, _SIZE) for bar in bars) - 12
    longest = max(bar.value for bar in bars) or 1.0
    drawn = Markup("").join(
        part
        for at, bar in enumerate(bars)
        for part in _bar(bar, (at + 1) * pitch - 12, left, room * bar.value / longest)
    )
    foot = len(bars) * pitch + 4
    axis = Markup('<path class="ax" d="M{} 2V{}"/>').format(n(left), n(foot))
    return Markup('<svg class="{}" viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}</svg>').format(
        kind, width, n(foot), about, drawn, axis
    )


def _bar(bar: Bar, y: float, left: float, length: float) -> Iterator[Markup]:
    """`y` is the baseline of the letters."""
    named = text_at(left - 12, y, bar.name, "end n") if left else text_at(0, y - 19, bar.name, "n")
    yield Markup('<a class="n" href="{}">{}</a>').format(bar.page, named) if bar.page else named
    yield Markup('<rect class="bar {}" x="{}" y="{}" width="{}" height="{}"/>').format(
        bar.kind, n(left), n(y - 11.5), n(max(length, 1.0)), _THICK
    )
    yield Markup('<a class="f" href="{}">{}</a>').format(
        bar.to, text_at(left + max(length, 1.0) + 8, y, bar.words, "b a" if bar.kind == "la" else "m")
    )
