"""What a document says, one frozen row a fact. The contract is docs/facts.md.

A fact holds the place it stands at, never an optional one: a claim without a place in a source is no fact.
Its id is a hash of what it says, never of when or where in the document it was seen (design, law 2).
"""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.model.place import Cell, Place, Span

Aspect = Literal["level", "growth", "share", "rank"]
Bound = Literal["exact", "approx", "min", "max"]
Modality = Literal["actual", "forecast", "target", "plan", "capacity"]
Value = Decimal | tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Observation:
    """One number said of one thing at one time.

    Attributes:
        doc: content hash of the document (sha256, hex).
        place: the shortest clause that holds the number and its indicator, or the cell.
        subject: who or what the number is about, in Simplified Chinese; None where nothing says it.
        indicator: the statistics bureau's term where there is one.
        value: in base units of `unit`; a range is (low, high); a fall is negative.
        surface: number and unit as written; `surface_start` its offset, None in a table.
        period: ISO 8601 date or interval, "2021", "2021-H1", "2016/2020"; None: undated stays undated.
        basis: growth: "yoy", "qoq", "cumulative"; share: the whole; rank: the group ranked among.
        rule: the rules that read it, joined by "+".
        also: further places where the same quote stands.
        synthetic: the source marks the row as made up for illustration.
    """

    doc: str
    place: Place
    subject: str | None
    indicator: str
    aspect: Aspect
    value: Value
    unit: str
    surface: str
    surface_start: int | None
    bound: Bound
    modality: Modality
    period: str | None
    basis: str | None
    rule: str
    also: tuple[Place, ...] = ()
    synthetic: bool = False

    kind = "observation"

    @property
    def id(self) -> str:
        """Hash of the document and of what the row says, without offsets."""
        return fact_id(
            self.kind, self.doc, self.place.quote, self.surface, self.subject, self.indicator, self.aspect,
            value_text(self.value), self.unit, self.bound, self.modality, self.period, self.basis,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A triple `head type tail`; the types are listed in docs/facts.md."""

    doc: str
    place: Span
    head: str
    type: str
    tail: str
    rule: str
    also: tuple[Place, ...] = ()

    kind = "relation"

    @property
    def id(self) -> str:
        """Hash of the document and of what the row says, without offsets."""
        return fact_id(self.kind, self.doc, self.place.quote, self.head, self.type, self.tail)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening with its participants. Undated happenings are no events."""

    doc: str
    place: Span
    type: str
    date: str
    participants: tuple[str, ...]
    rule: str
    also: tuple[Place, ...] = ()

    kind = "event"

    @property
    def id(self) -> str:
        """Hash of the document and of what the row says, without offsets."""
        return fact_id(self.kind, self.doc, self.place.quote, self.type, self.date, *self.participants)


@dataclass(frozen=True, slots=True)
class Statement:
    """A goal or a claim without a number, `text` as printed."""

    doc: str
    place: Span
    type: Literal["goal", "claim"]
    subject: str | None
    text: str
    modality: Modality
    period: str | None
    rule: str
    also: tuple[Place, ...] = ()

    kind = "statement"

    @property
    def id(self) -> str:
        """Hash of the document and of what the row says, without offsets."""
        return fact_id(
            self.kind, self.doc, self.place.quote, self.type, self.subject, self.modality, self.period
        )


Fact = Observation | Relation | Event | Statement


def value_text(value: Value) -> str:
    """The exact decimal without trailing zeros or exponent; a range as low..high.

    >>> value_text(Decimal("13.0")), value_text(Decimal("5E+9")), value_text((Decimal(1), Decimal("2.5")))
    ('13', '5000000000', '1..2.5')
    """
    if isinstance(value, tuple):
        return "..".join(value_text(part) for part in value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_of(text: str) -> Value:
    """The inverse of `value_text`.

    >>> value_of("1..2.5")
    (Decimal('1'), Decimal('2.5'))
    """
    low, dots, high = text.partition("..")
    return (Decimal(low), Decimal(high)) if dots else Decimal(low)


def fact_id(*parts: str | None) -> str:
    """Sixteen hex digits over the parts; an absent part differs from an empty one."""
    whole = "".join("\x00\x1f" if part is None else f"\x01{part}\x1f" for part in parts)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fact_row(fact: Fact, doc: str) -> dict[str, object]:
    """The row of the contract that `bulian extract --format jsonl` prints; `doc` is the name to show."""
    place = fact.place
    row: dict[str, object] = {"kind": fact.kind, "id": fact.id, "doc": doc, "quote": place.quote}
    if isinstance(place, Cell):
        headers = [{"cell": header.cell, "text": header.text} for header in place.headers]
        row |= {"sheet": place.sheet, "cell": place.ref, "headers": headers}
    else:
        row |= {"start": place.start, "end": place.end}
    if isinstance(fact, Observation):
        row |= {
            "subject": fact.subject, "indicator": fact.indicator, "aspect": fact.aspect,
            "value": number(fact.value), "unit": fact.unit, "surface": fact.surface,
            "surface_start": fact.surface_start, "bound": fact.bound, "modality": fact.modality,
            "period": fact.period, "basis": fact.basis,
        }  # fmt: skip
        if fact.surface_start is None:
            del row["surface_start"]
        if fact.synthetic:
            row["synthetic"] = True
    elif isinstance(fact, Relation):
        row |= {"head": fact.head, "type": fact.type, "tail": fact.tail}
    elif isinstance(fact, Event):
        row |= {"type": fact.type, "date": fact.date, "participants": list(fact.participants)}
    else:
        row |= {"type": fact.type, "subject": fact.subject, "text": fact.text}
        row |= {"modality": fact.modality, "period": fact.period}
    if fact.also:
        row["also"] = [_where(place) for place in fact.also]
    row["rule"] = fact.rule
    return row


def _where(place: Place) -> list[int] | dict[str, str]:
    if isinstance(place, Cell):
        return {"sheet": place.sheet, "cell": place.ref}
    return [place.start, place.end]


def number(value: Value) -> int | float | list[int | float]:
    """The value as JSON carries it: an int where it is whole."""
    if isinstance(value, tuple):
        low, high = value
        return [_number(low), _number(high)]
    return _number(value)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
