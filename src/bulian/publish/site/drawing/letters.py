"""How wide letters are, and labels that give way to each other instead of overlapping."""

from dataclasses import dataclass

from markupsafe import Markup

_WIDE = 0x2E80
_NARROW = 0.54
_LINE = 1.25


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in the unit of `size`: a Han character is as wide as high.

    >>> width_of("亿元", 10), round(width_of("ab", 10), 1)
    (20.0, 10.8)
    """
    return size * sum(1.0 if ord(letter) >= _WIDE else _NARROW for letter in text)


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """A text in lines that fit into `room`: broken at spaces, within a word only where it is too long.

    >>> wrapped("first second third", 10, 75)
    ('first second', 'third')
    """
    lines, line = [], ""
    for word in _words(text):
        if line and width_of((line + word).rstrip(), size) > room:
            lines.append(line.strip())
            line = ""
        line += word
        while width_of(line.rstrip(), size) > room and len(line) > 1:
            cut = max(at for at in range(1, len(line)) if at == 1 or width_of(line[:at], size) <= room)
            lines.append(line[:cut].strip())
            line = line[cut:]
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def _words(text: str) -> list[str]:
    return [f"{word} " for word in text.split(" ")]


@dataclass(frozen=True, slots=True)
class Box:
    """What a label covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right
            and self.top < other.bottom and other.top < self.bottom
        )  # fmt: skip


def label_box(text: str, x: float, y: float, size: float, anchor: str) -> Box:
    """The box of a text whose baseline is at (x, y); `anchor` is "start", "mid" or "end"."""
    wide = width_of(text, size)
    left = {"start": x, "mid": x - wide / 2, "end": x - wide}[anchor]
    return Box(left - 2, y - size, left + wide + 2, y + size * (_LINE - 1))


def text_at(x: float, y: float, text: str, kinds: str = "") -> Markup:
    """A text; its letters are escaped."""
    return Markup('<text x="{}" y="{}" class="{}">{}</text>').format(n(x), n(y), kinds, text)


def n(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
