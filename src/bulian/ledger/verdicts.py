"""Which fact a judgement holds for now: its own, the one that stands there today, or none: it is orphaned.

The answer depends on the judgement and on what is in force, never on the way there, so that a ledger made
anew from the journal arrives at the same one.
"""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from bulian.ledger.rows import COLUMNS, fact_fields, fact_of, sighting_fields
from bulian.model.fact import Event, Fact, Observation, Relation, value_text
from bulian.model.place import Cell, Place

# What a reader may say otherwise tomorrow without the fact being another one.
_LEFT_OUT = {"headers", "rule", "text", "synthetic"}


def says(fact: Fact) -> dict[str, object]:
    """What the journal keeps of a judged fact, by the names of `COLUMNS`: its place and what it said."""
    (place,) = sighting_fields(fact, (fact.place,))
    told = place | fact_fields(fact)
    kept = {name: told[name] for name in COLUMNS if told[name] is not None and name not in _LEFT_OUT}
    return kept | ({"participants": list(fact.participants)} if isinstance(fact, Event) else {})


def follow_document(connection: sqlite3.Connection, doc: str) -> None:
    """Find anew what the judgements on a document hold for."""
    _follow(connection, "select seq, fact_id, doc, name, says from judgement where doc = ?", doc)


def follow_name(connection: sqlite3.Connection, name: str) -> None:
    """Find anew what the judgements on whatever lay under a name hold for."""
    _follow(connection, "select seq, fact_id, doc, name, says from judgement where name = ?", name)


def _follow(connection: sqlite3.Connection, sql: str, key: str) -> None:
    for seq, fact_id, doc, name, told in connection.execute(sql, (key,)).fetchall():
        target = _target(connection, (fact_id, doc, name), json.loads(told))
        connection.execute("update judgement set target = ? where seq = ?", (target, seq))


def _target(connection: sqlite3.Connection, judged: tuple[str, str, str], told: dict[str, Any]) -> int | None:
    fact_id, doc, name = judged
    fact = _fact_told(doc, told)
    if _lies(connection, "document.doc = ?", doc):
        here = _in_force(connection, doc)
        same = [number for number, other in here if other.id == fact_id]
        return same[0] if same else _only(fact, here, _at_same_place)
    there = _lies(connection, "file.name = ?", name)
    if there:
        return _only(fact, _in_force(connection, there), _in_same_words)
    # The file is gone and nothing took its name: the judgement rests with the retired fact.
    found = connection.execute("select fact from fact where id = ?", (fact_id,)).fetchone()
    return found[0] if found else None


def _only(fact: Fact, here: list[tuple[int, Fact]], alike: Callable[[Fact, Fact], bool]) -> int | None:
    """The one fact that is alike; of several, the one that says the same in every respect."""
    found = [(number, other) for number, other in here if alike(fact, other)]
    if len(found) > 1:
        found = [(number, other) for number, other in found if _series(fact) == _series(other)]
    return found[0][0] if len(found) == 1 else None


def _at_same_place(fact: Fact, other: Fact) -> bool:
    return _value(fact) == _value(other) and any(
        _overlap(fact, other, place) for place in (other.place, *other.also)
    )


def _in_same_words(fact: Fact, other: Fact) -> bool:
    if fact.place.quote != other.place.quote or _value(fact) != _value(other):
        return False
    # A cell's quote is a bare number: only what its headers say tells it from another.
    return not isinstance(fact.place, Cell) or _series(fact) == _series(other)


def _value(fact: Fact) -> tuple[object, ...]:
    if isinstance(fact, Observation):
        return (fact.kind, value_text(fact.value), fact.unit)
    if isinstance(fact, Relation):
        return (fact.kind, fact.head, fact.type, fact.tail)
    if isinstance(fact, Event):
        return (fact.kind, fact.type, fact.date, fact.participants)
    return (fact.kind, fact.type, fact.subject)


def _series(fact: Fact) -> tuple[object, ...]:
    if isinstance(fact, Observation):
        return (fact.subject, fact.indicator, fact.aspect, fact.period, fact.basis, fact.modality)
    return _value(fact)


def _overlap(fact: Fact, other: Fact, place: Place) -> bool:
    mine = fact.place
    if isinstance(mine, Cell) or isinstance(place, Cell):
        return (
            isinstance(mine, Cell)
            and isinstance(place, Cell)
            and (mine.sheet, mine.ref) == (place.sheet, place.ref)
        )
    if place is other.place and isinstance(fact, Observation) and isinstance(other, Observation):
        one, two = _surface(fact), _surface(other)
        if one and two:
            return one[0] < two[1] and two[0] < one[1]
    return mine.start < place.end and place.start < mine.end


def _surface(fact: Observation) -> tuple[int, int] | None:
    if fact.surface_start is None:
        return None
    return fact.surface_start, fact.surface_start + len(fact.surface)


def _fact_told(doc: str, told: dict[str, Any]) -> Fact:
    row = tuple(told.get(name) for name in COLUMNS)
    return fact_of(doc, row, (), tuple(told.get("participants", ())))


def _lies(connection: sqlite3.Connection, where: str, key: str) -> str | None:
    sql = f"""
        select document.doc from file join document on document.document = file.document
        where file.until_run is null and {where}
    """  # noqa: S608 - one of the two conditions above
    found = connection.execute(sql, (key,)).fetchone()
    return found[0] if found else None


def _in_force(connection: sqlite3.Connection, doc: str) -> list[tuple[int, Fact]]:
    columns = ", ".join(COLUMNS)
    found = connection.execute(
        f"select reading_fact.fact, {columns} from document "  # noqa: S608 - our own column names
        "join reading_fact on reading_fact.reading = document.reading "
        "and reading_fact.document = document.document where doc = ? order by id",
        (doc,),
    ).fetchall()
    return [(row[0], fact_of(doc, row[1:], (), _participants(connection, row[0]))) for row in found]


def _participants(connection: sqlite3.Connection, fact: int) -> tuple[str, ...]:
    sql = "select text from participant join party using (party) where fact = ? order by ordinal"
    return tuple(text for (text,) in connection.execute(sql, (fact,)))
