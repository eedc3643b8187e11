"""Figure: a number on paper, and what it rests on (design, law 6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bulian.errors import BareNumber
from bulian.model.fact import Value


@dataclass(frozen=True, slots=True)
class Facts:
    """The figure says what these facts say; the first is the one to open."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """The figure was computed; `name` has its wording under `formula.` and `parts` fill it in, in order."""

    name: str
    parts: tuple["Figure", ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The figure counts these facts, documents or firms, or chains and nodes of the catalogue."""

    what: Literal["facts", "documents", "firms", "chains", "nodes"]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """The figure is what reading a file recorded about that file: how many cells a column has."""

    file: str


@dataclass(frozen=True, slots=True)
class Stated:
    """The figure stands in a method or catalogue that the paper applies and lists among its files."""

    standard: str


Trace = Facts | Formula | Counted | Recorded | Stated


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is printed: `before`, `text`, `unit`, and where it comes from.

    Attributes:
        value: exact, in base units.
        text: the digits, in ink; `before` (约, 超, CNY) and `unit` (亿元, 多家) are set smaller.
        firm: it has happened; targets, forecasts and computed figures are not set in bold.

    Raises:
        BareNumber: the trace is empty, or a count is not the number of what it counts.
    """

    value: Value
    text: str
    trace: Trace
    before: str = ""
    unit: str = ""
    firm: bool = False

    def __post_init__(self) -> None:
        if not _walks_back(self):
            raise BareNumber(self.whole)

    @property
    def whole(self) -> str:
        """All of it in a line."""
        return f"{self.before}{self.text}{self.unit}"


def _walks_back(figure: Figure) -> bool:
    match figure.trace:
        case Facts(ids):
            return bool(ids)
        case Formula(_, parts):
            return bool(parts)
        case Counted(_, ids):
            return figure.value == len(set(ids))
        case Recorded(where) | Stated(where):
            return bool(where)


def facts_of(figure: Figure) -> Iterator[str]:
    """The facts a figure rests on, through its formula down to the last part; counts name none."""
    match figure.trace:
        case Facts(ids):
            yield from ids
        case Formula(_, parts):
            for part in parts:
                yield from facts_of(part)
