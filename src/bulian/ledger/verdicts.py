"""Which fact a judgement holds for now: its own, the one that stands there today, or none: it is orphaned.

The answer depends on the judgement and on what is in force, never on the way there, so that a ledger made
anew from the journal arrives at the same one.
"""

import json
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

from bulian.ledger.rows import COLUMNS, fact_fields, fact_of, place_of, sighting_fields
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
    in_force = partial(_in_force, connection, cache={})
    for seq, fact_id, doc, name, told in connection.execute(sql, (key,)).fetchall():
        lies = _lies(connection, "document.doc = ?", doc)
        there = _lies(connection, "file.name = ?", name)
        if lies:
            target = _fact_in_force(connection, fact_id)
            target = target or _only(_fact_told(doc, told), in_force(doc), _at_same_place)
        elif there:
            target = _only(_fact_told(doc, told), in_force(there), _in_same_words)
        else:
            # The file is gone and nothing took its name: the judgement rests with the retired fact.
            target = _number(connection, fact_id)
        connection.execute("update judgement set target = ? where seq = ?", (target, seq))


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


def _fact_told(doc: str, says_json: str) -> Fact:
    told: dict[str, Any] = json.loads(says_json)
    row = tuple(told.get(name) for name in COLUMNS)
    return fact_of(doc, row, (), tuple(told.get("participants", ())))


def _lies(connection: sqlite3.Connection, where: str, key: str) -> str | None:
    sql = f"""
        select document.doc from file join document on document.document = file.document
        where file.until_run is null and {where}
    """  # noqa: S608 - one of the two conditions above
    found = connection.execute(sql, (key,)).fetchone()
    return found[0] if found else None


def _number(connection: sqlite3.Connection, fact_id: str) -> int | None:
    found = connection.execute("select fact from fact where id = ?", (fact_id,)).fetchone()
    return found[0] if found else None


def _fact_in_force(connection: sqlite3.Connection, fact_id: str) -> int | None:
    sql = """
        select fact.fact
        from fact
        join document on document.document = fact.document
        join sighting on sighting.fact = fact.fact and sighting.reading = document.reading
        where fact.id = ?
    """
    found = connection.execute(sql, (fact_id,)).fetchone()
    return found[0] if found else None


_Numbered = list[tuple[int, Fact]]


def _in_force(connection: sqlite3.Connection, doc: str, cache: dict[str, _Numbered]) -> _Numbered:
    if doc not in cache:
        sql = f"""
            select f.fact, {", ".join(f"f.{column}" for column in COLUMNS)}
            from document as d join reading_fact as f on f.document = d.document and f.reading = d.reading
            where d.doc = ? order by f.id
        """  # noqa: S608 - our own column names
        also = _further_places(connection, doc)
        cache[doc] = [
            (row[0], fact_of(doc, row[1:], also.get(row[0], ()), _participants(connection, row[0])))
            for row in connection.execute(sql, (doc,)).fetchall()
        ]
    return cache[doc]


def _further_places(connection: sqlite3.Connection, doc: str) -> dict[int, tuple[Place, ...]]:
    sql = """
        select s.fact, s.start_at, s.end_at, s.sheet, s.cell, s.headers, coalesce(s.quote, fact.quote)
        from document as d
        join fact on fact.document = d.document
        join sighting as s on s.fact = fact.fact and s.reading = d.reading
        where d.doc = ? and s.place > 0
    """
    places: dict[int, tuple[Place, ...]] = {}
    for number, *where in connection.execute(sql, (doc,)):
        places[number] = (*places.get(number, ()), place_of(*where))
    return places


def _participants(connection: sqlite3.Connection, fact: int) -> tuple[str, ...]:
    sql = "select text from participant join party using (party) where fact = ? order by ordinal"
    return tuple(text for (text,) in connection.execute(sql, (fact,)))
