"""A paragraph in pieces: plain, numbers of facts, and the words and number of the fact looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bulian.model.place import Cell, Place
from bulian.model.stored import Sourced


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph.

    Attributes:
        fact: the id of the fact whose number this is, None where there is none.
        quoted: it stands in the words of the fact looked at. value: it is that fact's own number.
    """

    text: str
    fact: str | None = None
    quoted: bool = False
    value: bool = False


def marked(text: str, start: int, others: Iterable[Sourced], one: Sourced | None = None) -> tuple[Piece, ...]:
    """The pieces of a paragraph that begins at `start` in its document; joined they are the text.

    Where two numbers overlap, the fact looked at wins, then the first.
    """
    quoted = [_inside(place, start, len(text)) for place in _places(one)] if one else []
    values = _values(one, start, len(text)) if one else []
    taken = list(values)
    for other in others:
        if one is None or other.fact.id != one.fact.id:
            taken += [span for span in _values(other, start, len(text)) if not _clashes(span, taken)]
    cuts = sorted({0, len(text), *(edge for first, last, _ in taken for edge in (first, last)),
                   *(edge for span in quoted if span for edge in span)})  # fmt: skip
    return tuple(_piece(text, first, last, taken, quoted, one) for first, last in pairwise(cuts))


_Value = tuple[int, int, str]


def _piece(
    text: str,
    first: int,
    last: int,
    taken: list[_Value],
    quoted: list[tuple[int, int] | None],
    one: Sourced | None,
) -> Piece:
    fact = next((fact for begin, end, fact in taken if begin <= first and last <= end), None)
    inside = any(span and span[0] <= first and last <= span[1] for span in quoted)
    return Piece(text[first:last], fact, inside, one is not None and fact == one.fact.id)


def _places(one: Sourced) -> tuple[Place, ...]:
    return (one.fact.place, *one.fact.also)


def _inside(place: Place, start: int, length: int) -> tuple[int, int] | None:
    """The part of a paragraph that a place covers; None where it covers none of it."""
    if isinstance(place, Cell):
        return None
    first, last = max(place.start - start, 0), min(place.end - start, length)
    return (first, last) if first < last else None


def _values(one: Sourced, start: int, length: int) -> list[_Value]:
    at, surface = getattr(one.fact, "surface_start", None), getattr(one.fact, "surface", "")
    if at is None or not surface:
        return []
    first, last = at - start, at - start + len(surface)
    return [(first, last, one.fact.id)] if first >= 0 and last <= length else []


def _clashes(span: _Value, taken: list[_Value]) -> bool:
    return any(span[0] < last and first < span[1] for first, last, _ in taken)
