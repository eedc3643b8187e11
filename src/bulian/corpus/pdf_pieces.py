"""What stands on one height of a page, in pieces: the words of one cell, or of several that nearly touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bulian.corpus.lines import Glyph, lines_of

_SAME_HEIGHT = 0.3  # of a character's box, between the middles of one line's characters
_GAP = 0.45  # type sizes between two pieces
_TYPED_GAP = 1.3  # type sizes that blanks within one piece may fill (产 量)
_BOX = 0.8  # type sizes in the height of a character's box, which fonts claim to be up to 1.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from left to right with nothing wide of blank between; `height` of the type, in points."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    text: str
    height: float


@dataclass(frozen=True, slots=True)
class Print:
    """The pieces on one height, from left to right; `size` of the type, in points."""

    pieces: tuple[Piece, ...]
    middle: float
    size: float

    @property
    def left(self) -> float:
        """Where the first piece begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where the last piece ends."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(piece.text for piece in self.pieces)


def prints_of(glyphs: Iterable[Glyph]) -> list[Print]:
    """The lines of a page from the top down, whatever order the text layer has."""
    placed = sorted(
        (glyph for glyph in glyphs if glyph.right > glyph.left), key=lambda glyph: -_middle(glyph)
    )
    lines: list[list[Glyph]] = []
    for glyph in placed:
        if lines and _middle(lines[-1][0]) - _middle(glyph) < _SAME_HEIGHT * (glyph.top - glyph.bottom):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found = []
    for line in lines:
        if any(not glyph.text.isspace() for glyph in line):
            found.append(_print(sorted(line, key=lambda glyph: glyph.left)))
    return found


def _middle(glyph: Glyph) -> float:
    return (glyph.bottom + glyph.top) / 2


def _print(line: list[Glyph]) -> Print:
    shown = [glyph for glyph in line if not glyph.text.isspace()]
    blanks = [glyph for glyph in line if glyph.text.isspace()]
    wide = [glyph.right - glyph.left for glyph in shown if not glyph.text.isascii()]
    size = median(wide) if wide else median(_BOX * (glyph.top - glyph.bottom) for glyph in shown)
    groups = [[shown[0]]]
    for before, glyph in pairwise(shown):
        gap = glyph.left - before.right
        between = [b for b in blanks if before.left < b.left < glyph.left] if gap > 0 else []
        if gap > (_TYPED_GAP if between else _GAP) * size:
            groups.append([])
            between = []
        groups[-1] += [*between, glyph]
    middle = median(map(_middle, shown))
    return Print(tuple(map(piece_of, groups)), middle, size)


def piece_of(glyphs: Sequence[Glyph]) -> Piece:
    """Characters of one line as one piece."""
    line = [Glyph(g.text, 0, g.left, g.bottom, g.right, g.top) for g in glyphs]
    [read] = lines_of(line)
    return Piece(tuple(glyphs), glyphs[0].left, max(glyph.right for glyph in glyphs), read.text, read.size)
