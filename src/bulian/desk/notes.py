"""The weekly note and the achievements, written from dated entries alone; each line says where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import first_of, last_of
from bulian.desk.due import Due
from bulian.desk.projects.machine import Step, reached
from bulian.desk.projects.standing import Standing
from bulian.desk.values import number

Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both in."""

    first: date
    last: date

    def holds(self, day: str) -> bool:
        """Whether the whole of a date lies within; a month does not lie within a week of it."""
        return bool(day) and self.first <= first_of(day) and last_of(day) <= self.last


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a note: its day, its row, the columns to tell, the journal's lines behind it."""

    day: str
    row: Row
    columns: tuple[str, ...]
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a note: its entries by day; `total` where they are amounts."""

    key: str
    items: tuple[Item, ...]
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note: whose chain ("" for all), from when to when, its parts, and what is due at its end."""

    chain: str
    span: Span
    parts: tuple[Part, ...]
    due: tuple[Due, ...] = ()


def week_until(day: date) -> Span:
    """The seven days that end with a day."""
    return Span(day - timedelta(days=6), day)


def weekly(rows: Rows, projects: Iterable[Standing], due: Iterable[Due], chain: str, span: Span) -> Note:
    """What was done in a week, by chain: visits, problems, tasks, meetings, moves, money; and what is due.

    Args:
        rows, projects, due: as of the last day. chain: "" for every chain.
    """
    known = list(projects)
    parts = (
        _part("visits", rows, span, chain, "visited_on", ("firm", "visitor", "content", "result")),
        _part("problems", rows, span, chain, "raised_on", ("firm", "category", "problem", "assignee", "due")),
        _part("problems", rows, span, chain, "answered_on", ("firm", "problem", "answer", "confirmed")),
        _part("tasks", rows, span, chain, "done_on", ("task", "assignee", "evidence")),
        _part("meetings", rows, span, chain, "held_on", ("topic", "chair", "decisions")),
        _moved(known, span, chain),
        _paid(rows, known, span, chain),
    )
    ours = tuple(one for one in due if not chain or _of_chain(one, rows, chain))
    return Note(chain, span, tuple(part for part in parts if part.items), ours)


def achievements(rows: Rows, projects: Iterable[Standing], chain: str, span: Span) -> Note:
    """What was achieved in a time, from entries with a day and evidence: a claim without either is none."""
    known = list(projects)
    honours = _part("honours", rows, span, "", "granted_on", ("holder", "title", "granted_by", "evidence"))
    proved = tuple(one for one in honours.items if one.row.get("evidence"))
    listed = _part("listing", rows, span, "", "reached_on", ("firm", "rung", "board", "evidence"))
    shown = tuple(one for one in listed.items if one.row.get("evidence"))
    agreed = _part("problems", rows, span, chain, "confirmed_on", ("firm", "problem", "answer", "confirmed"))
    parts = (
        Part("honours", proved),
        _held(known, span, chain),
        _paid(rows, known, span, chain),
        Part("listing", shown),
        _part("events", rows, span, chain, "held_on", ("name", "place", "result")),
        _part("intents", rows, span, "", "signed_on", ("event", "firm", "partner", "signed_for")),
        Part(agreed.key, tuple(one for one in agreed.items if one.row.get("confirmed") == "yes")),
    )
    return Note(chain, span, tuple(part for part in parts if part.items))


def _part(name: str, rows: Rows, span: Span, chain: str, dated: str, columns: tuple[str, ...]) -> Part:
    found = [
        Item(one.get(dated), one, columns)
        for one in rows.get(name, ())
        if span.holds(one.get(dated)) and (not chain or one.get("chain") == chain)
    ]
    key = name if dated in _FIRST else f"{name}.{dated}"
    return Part(key, tuple(sorted(found, key=lambda item: (item.day, item.row.key))))


def _moved(projects: Iterable[Standing], span: Span, chain: str) -> Part:
    found = [
        Item(step.on, one.row, ("firm",), step)
        for one in projects
        for step in one.steps[1:]
        if span.holds(step.on) and (not chain or one.row.get("chain") == chain)
    ]
    return Part("moves", tuple(sorted(found, key=lambda item: (item.day, item.row.key))))


def _held(projects: Iterable[Standing], span: Span, chain: str) -> Part:
    """The stages that projects came to and still hold: a step back is none, nor what it took back."""
    known = list(projects)
    held = {
        (one.row.key, step.line) for one in known for step in reached(one.steps).values() if step.evidence
    }
    items = _moved(known, span, chain).items
    return Part("moves", tuple(one for one in items if one.step and (one.row.key, one.step.line) in held))


def _paid(rows: Rows, projects: Iterable[Standing], span: Span, chain: str) -> Part:
    ours = {one.row.key for one in projects if not chain or one.row.get("chain") == chain}
    paid = [one for one in rows.get("payments", ()) if span.holds(one.get("paid_on"))]
    mine = [one for one in paid if not chain or one.get("project") in ours]
    items = tuple(Item(one.get("paid_on"), one, ("project", "amount", "proof")) for one in mine)
    # Real money and made-up money make no sum.
    real = [one for one in mine if not one.synthetic] or mine
    total = sum((number(one.get("amount")) for one in real), Decimal(0))
    return Part("payments", items, total if items else None)


def _of_chain(one: Due, rows: Rows, chain: str) -> bool:
    row = next((row for row in rows.get(one.register, ()) if row.key == one.row), None)
    return row is not None and row.get("chain") == chain


_FIRST = frozenset(["visited_on", "raised_on", "done_on", "granted_on", "reached_on", "held_on", "signed_on"])
