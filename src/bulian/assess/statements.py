"""Statements: the numbers of all documents by who speaks of whom and when, for rules to look up."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from bulian.assess.datum import Datum
from bulian.model.fact import Modality, Relation
from bulian.model.place import Cell
from bulian.vocab.indicators import indicators
from bulian.vocab.units import units

STOPS = "。\n！？"
"""What ends a sentence."""

_YEAR_END = re.compile(r"(\d{4})-12(?:-31)?")


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """One document speaking of one subject at one time; numbers in a frame may be computed with each other.

    Attributes:
        time: the period; the end of December counts as the year for what stands at a date. Undated numbers
            share a frame only within one paragraph or one line of a table: `near` tells which.
        near: also set where nothing says whose the number is.
    """

    doc: str
    subject: str
    time: str
    modality: Modality
    synthetic: bool
    near: str = ""


@dataclass(frozen=True, slots=True)
class Statements:
    """All numbers in force, by frame.

    Attributes:
        data: in the order of documents and places.
        frames: per frame the numbers by kind ("level", "growth", "points", "share", "rank") and indicator,
            each list in the order of the document.
        texts: the text of a document by its content hash, where it was given.
        relations: who is part of whom, as documents state it, under the names that `data` use.
        classes: 百亿级 and the like, whose lower edge is all they say; no rule computes with them.
    """

    data: tuple[Datum, ...]
    frames: Mapping[Frame, Mapping[tuple[str, str], list[Datum]]] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    relations: tuple[Relation, ...] = ()
    classes: tuple[Datum, ...] = ()

    def level(self, frame: Frame, *names: str) -> Datum | None:
        """The first level in a frame that bears one of the names."""
        return self.first(frame, "level", *names)

    def first(self, frame: Frame, kind: str, *names: str) -> Datum | None:
        """The first number of a kind in a frame that bears one of the names."""
        told = self.frames.get(frame, {})
        return next((told[kind, name][0] for name in names if (kind, name) in told), None)

    def in_one_sentence(self, one: Datum, other: Datum) -> bool:
        """Whether no sentence ends between two numbers of one text; False where the text is not known."""
        text = self.texts.get(one.fact.doc)
        places = sorted((one.fact.surface_start or 0, other.fact.surface_start or 0))
        if text is None or one.fact.doc != other.fact.doc or not places[0]:
            return False
        return not any(stop in text[places[0] : places[1]] for stop in STOPS)

    def of_kind(self, kind: str) -> Iterable[tuple[Frame, str, Datum]]:
        """Every number of a kind, with its frame and indicator."""
        for frame, told in self.frames.items():
            for (each, name), data in told.items():
                if each == kind:
                    for datum in data:
                        yield frame, name, datum


def arranged(
    data: Iterable[Datum], texts: Mapping[str, str] | None = None, relations: Iterable[Relation] = ()
) -> Statements:
    """The numbers arranged; classes (百亿级) are kept apart."""
    texts, data = texts or {}, tuple(data)
    lines = {doc: _line_starts(text) for doc, text in texts.items()}
    told = sorted((datum for datum in data if not datum.order_of_magnitude), key=_place)
    frames: dict[Frame, dict[tuple[str, str], list[Datum]]] = {}
    for datum in told:
        frame = _frame(datum, lines)
        frames.setdefault(frame, defaultdict(list))[kind_of(datum), datum.indicator].append(datum)
    classes = tuple(datum for datum in data if datum.order_of_magnitude)
    return Statements(tuple(told), frames, texts, tuple(relations), classes)


def kind_of(datum: Datum) -> str:
    """Its aspect; growth against another base than the year before ("growth-qoq") and points apart."""
    aspect, basis = datum.fact.aspect, datum.fact.basis
    if aspect != "growth":
        return aspect
    if datum.fact.unit == "pp":
        return "points" if basis in (None, "yoy") else "points-beside"
    if datum.fact.unit != "%":
        return "growth-amount"
    return "growth" if basis in ("yoy", "cumulative", None) else f"growth-{basis}"


def stands_at_a_date(indicator: str, unit: str) -> bool:
    """Whether a number tells a stock or a count, for which the end of December is the year."""
    known = indicators().get(indicator)
    if known:
        return known.kind != "flow"
    return unit in counted_units()


@cache
def counted_units() -> frozenset[str]:
    """The units of things and people that are counted: 家, 户, 人 … and what the reader makes of 个项目."""
    return frozenset(unit.canonical for unit in units().values() if unit.dimension == "count") | {"projects"}


def is_count(datum: Datum) -> bool:
    """Whether a number counts things one by one."""
    return datum.fact.unit in counted_units()


def place_in(datum: Datum) -> int:
    """Where in its text a number stands; 0 in a table."""
    start = datum.fact.surface_start
    return start if start is not None else 0


def _place(datum: Datum) -> tuple[str, int, str, str]:
    place = datum.fact.place
    where = f"{place.sheet} {place.ref:>8}" if isinstance(place, Cell) else ""
    return datum.fact.doc, place_in(datum), where, datum.id


def _frame(datum: Datum, lines: Mapping[str, list[int]]) -> Frame:
    fact = datum.fact
    time = _time(datum)
    lost = datum.subject is None or fact.period is None
    near = _near(datum, lines.get(fact.doc, [])) if lost else ""
    return Frame(fact.doc, datum.subject or "", time, fact.modality, datum.synthetic, near)


def _time(datum: Datum) -> str:
    period = datum.fact.period or ""
    match = _YEAR_END.fullmatch(period)
    if match is None:
        return period
    if datum.fact.aspect == "share":
        stock = not _flows((datum.fact.basis or "").removesuffix("总数"))
    else:
        stock = stands_at_a_date(datum.indicator, datum.fact.unit)
    return match[1] if stock else period


def _flows(name: str) -> bool:
    known = indicators().get(name)
    return known is not None and known.kind == "flow"


def _near(datum: Datum, starts: list[int]) -> str:
    place = datum.fact.place
    if isinstance(place, Cell):
        return f"{place.sheet} {place.ref.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    return str(bisect_right(starts, place_in(datum))) if starts else place.quote


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
