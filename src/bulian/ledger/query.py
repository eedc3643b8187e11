"""Ask the ledger for facts: by what they say, where they stand, and as of when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from bulian.errors import BadRequest, LedgerError
from bulian.ledger.handle import Ledger, marks, rows
from bulian.ledger.rows import COLUMNS, fact_of, place_of
from bulian.ledger.signing import names
from bulian.ledger.sources import chunks, of_readings, reading_of
from bulian.ledger.words import search_phrase
from bulian.model.document import Access
from bulian.model.fact import Aspect, Modality, value_of
from bulian.model.period import days
from bulian.model.place import Place
from bulian.model.stored import Judgement, Source, Sourced


@dataclass(frozen=True, slots=True)
class FactQuery:
    """Which facts to give; what is None does not matter.

    Attributes:
        subject, indicator: a part of the name in Simplified Chinese; for a relation or an event, `subject` is
            a part of any name it joins.
        period: ISO 8601; facts whose period shares a day with it. Undated facts share none.
        doc: content hash, its beginning, or the name below `sources/`.
        as_of: only documents published by the end of this day, month or year. One without a date counts from
            the day it was recorded, one dated by month or year alone from the last day of it.
        known_on: only documents that lay in `sources/` at the end of this day, by the dates of the builds, as
            the newest reading has them, with the judgements made until then.
        run: the facts as the run of this number left them, in the reading that was in force then.
        include_retired: also facts of documents gone from `sources/`.
        include_rejected: also facts that a person rejected.
        include_superseded: also facts that only an older reading of their document saw.
        words: what their names or quotes hold, in either script: every part, in any order.
        access: only facts from sources with this access.
    """

    subject: str | None = None
    indicator: str | None = None
    period: str | None = None
    modality: Modality | None = None
    kind: str | None = None
    aspect: Aspect | None = None
    doc: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    run: int | None = None
    include_retired: bool = False
    include_rejected: bool = False
    include_superseded: bool = False
    words: str | None = None
    access: Access | None = None


EVERYTHING = FactQuery()
Clause = tuple[str, tuple[object, ...]]
"""A condition over r (reading_fact), d (document), g (reading) and j (judgement), and its parameters."""


def facts(ledger: Ledger, query: FactQuery = EVERYTHING) -> list[Sourced]:
    """The facts that fit, ordered by subject, indicator, end of period, date published and id; unknown last.

    Raises:
        BadRequest: a period or date is not ISO 8601. LedgerError: there is no such document.
    """
    return sourced(ledger, clauses(ledger, query), judged_until(query))


def documents(ledger: Ledger, query: FactQuery = EVERYTHING) -> list[Source]:
    """The documents that lie in `sources/`, or did by the dates of `query`, by name; also without a fact.

    Raises:
        BadRequest: a date is not ISO 8601.
    """
    clauses = _in_time(replace(query, include_rejected=True, include_superseded=False))
    conditions = " and ".join(sql for sql, _ in clauses)
    parameters = [value for _, values in clauses for value in values]
    found = rows(ledger, f"{_DOCUMENTS} where {conditions}", parameters)
    told = of_readings(ledger, (row[0] for row in found)).values()
    return sorted(told, key=lambda source: (source.name, source.doc))


def fact(ledger: Ledger, fact_id: str) -> Sourced:
    """One fact by its id or a beginning of it that no other has; also retired, rejected and superseded ones.

    Raises:
        LedgerError: there is none, or several begin so.
    """
    hexadecimal = fact_id and set(fact_id) <= set("0123456789abcdef")
    sql = "select fact from fact where id >= ? and id < ? limit 2"
    found = rows(ledger, sql, (fact_id, f"{fact_id}g")) if hexadecimal else []
    if not found:
        raise LedgerError(
            f"There is no fact {fact_id!r}; `bulian facts` lists them with their ids.",
            f"没有编号为“{fact_id}”的事实；`bulian facts` 列出事实及其编号。",
        )
    if len(found) > 1:
        raise LedgerError(
            f"Several facts begin with {fact_id!r}. Write more of the id.",
            f"有多条事实以“{fact_id}”开头。请多写几位。",
        )
    return sourced(ledger, [(_NEWEST_SIGHTING, ()), ("r.fact = ?", found[0])], ALWAYS)[0]


ALWAYS = "9999-12-31"
_COMPARED = (("kind", "r.kind = ?"), ("aspect", "r.aspect = ?"), ("modality", "r.modality = ?"))

# Threes of characters find a part of a name at once; a shorter part is sought in every name.
_LEAST_THREES = 3
_NAMED = "instr(text, ?) > 0"
_NAMED_BY_THREES = "party in (select rowid from party_threes where party_threes match ?)"
_SUBJECT = """
    r.fact in (
        with named as (select party from party where {named})
        select fact from fact where subject in (select party from named)
        union all
        select fact from fact where object in (select party from named)
        union all
        select fact from participant where party in (select party from named)
    )
"""
_WORDS = "r.fact in (select rowid from fact_words where fact_words match ?)"
_INDICATOR = "r.indicator_number in (select indicator from indicator where instr(text, ?) > 0)"

_IN_FORCE = "r.reading = d.reading"
# The reading in force if it sees the fact, else the newest that does.
_NEWEST_SIGHTING = """
    r.reading = coalesce(
        (select max(s.reading) from sighting as s where s.fact = r.fact and s.reading = d.reading),
        (select max(s.reading) from sighting as s where s.fact = r.fact)
    )
"""
_IN_FORCE_AFTER_RUN = """
    r.reading = (
        select g.reading
        from file join reading as g on g.file = file.file
        where file.document = r.document and g.run <= ?
            and file.from_run <= ? and (file.until_run is null or file.until_run > ?)
        order by file.name, g.reading desc limit 1
    )
"""
_KNOWN_ON = """
    exists (
        select 1 from file
        join run as put on put.run = file.from_run
        left join run as gone on gone.run = file.until_run
        where file.document = r.document and substr(put.recorded_at, 1, 10) <= ?
            and (gone.recorded_at is null or substr(gone.recorded_at, 1, 10) > ?)
    )
"""
_PUBLISHED = (
    "coalesce(g.published_day, (select substr(recorded_at, 1, 10) from run where run = d.first_run)) <= ?"
)
_NOT_REJECTED = "(j.verdict is null or j.verdict <> 'reject')"

_SELECT = f"""
    select
        {", ".join(f"r.{column}" for column in COLUMNS)},
        r.fact, r.reading, r.more, d.doc,
        (
            select recorded_at from run where run.run = newest.run and newest.reading <> r.reading
        ) as superseded_at,
        j.fact_id, j.verdict, j.by_whom, j.at, j.why, j.value
    from reading_fact as r
    join document as d on d.document = r.document
    join reading as g on g.reading = r.reading
    left join reading as newest on newest.reading = d.reading
    left join judgement as j on j.seq = (
        select max(seq) from judgement where target = r.fact and substr(at, 1, 10) <= ?
    ) and j.verdict <> 'withdraw'
"""  # noqa: S608 - our own column names
# Under the names that the clauses of time use: r is the reading in force.
_DOCUMENTS = """
    select r.reading
    from document as d
    join reading as r on r.reading = d.reading
    join reading as g on g.reading = r.reading
"""
_ORDER = """
    order by
        r.subject nulls last, r.indicator nulls last, r.last_day nulls last, g.published_day nulls last, r.id
"""
_WIDTH = len(COLUMNS)


def clauses(ledger: Ledger, query: FactQuery) -> list[Clause]:
    """All conditions that a query comes to."""
    return _says(query) + _stands(ledger, query) + _in_time(query)


def judged_until(query: FactQuery) -> str:
    """The last day of the judgements that a query counts."""
    return last_day(query.known_on) if query.known_on else ALWAYS


def _says(query: FactQuery) -> list[Clause]:
    found: list[Clause] = [
        (sql, (getattr(query, name),)) for name, sql in _COMPARED if getattr(query, name) is not None
    ]
    if query.subject:
        found.append(_subject(query.subject))
    if query.indicator:
        found.append((_INDICATOR, (query.indicator,)))
    if query.words is not None:
        phrase = search_phrase(query.words)
        found.append((_WORDS, (phrase,)) if phrase else ("1 = 1", ()))
    if query.access is not None:
        found.append(("g.access = ?", (query.access,)))
    if query.period:
        first, last = _days(query.period)
        found.append(("r.first_day <= ? and r.last_day >= ?", (last, first)))
    return found


def _subject(part: str) -> Clause:
    if len(part) < _LEAST_THREES or "\x00" in part:
        return _SUBJECT.format(named=_NAMED), (part,)
    return _SUBJECT.format(named=_NAMED_BY_THREES), (f'"{part.replace(chr(34), chr(34) * 2)}"',)


def _stands(ledger: Ledger, query: FactQuery) -> list[Clause]:
    if query.doc is None:
        return []
    sql = "r.document = (select document from reading where reading = ?)"
    return [(sql, (reading_of(ledger, query.doc),))]


def _in_time(query: FactQuery) -> list[Clause]:
    found: list[Clause] = []
    if query.run is not None:
        found.append((_IN_FORCE_AFTER_RUN, (query.run,) * 3))
    else:
        found.append((_NEWEST_SIGHTING if query.include_superseded else _IN_FORCE, ()))
        if query.known_on is None and not query.include_retired:
            found.append(("d.retired_run is null", ()))
    if query.known_on is not None:
        found.append((_KNOWN_ON, (last_day(query.known_on),) * 2))
    if query.as_of is not None:
        found.append((_PUBLISHED, (last_day(query.as_of),)))
    if not query.include_rejected:
        found.append((_NOT_REJECTED, ()))
    return found


def _days(period: str) -> tuple[str, str]:
    try:
        first, last = days(period)
    except ValueError as error:
        raise BadRequest(
            f"{period!r} is no period or date. Write 2021, 2021-H1, 2021-Q3, 2021-11, 2021-11-30, 2016/2020.",
            f"“{period}”不是期间或日期。请写成 2021、2021-H1、2021-Q3、2021-11、2021-11-30 或 2016/2020。",
        ) from error
    return first.isoformat(), last.isoformat()


def last_day(day: str) -> str:
    """The last day of a day, month or year, as ISO text; refuses what is none."""
    return _days(day)[1]


def sourced(ledger: Ledger, clauses: Iterable[Clause], judged_by: str) -> list[Sourced]:
    """The facts under these conditions, with the judgements made until a day; in the order of `facts`."""
    asked = list(clauses)
    conditions = [sql for sql, _ in asked]
    parameters = [judged_by, *(value for _, values in asked for value in values)]
    found = rows(ledger, f"{_SELECT} where {' and '.join(conditions)} {_ORDER}", parameters)
    also = _further_places(ledger, [row for row in found if row[_WIDTH + 2]])
    present = _participants(ledger, [row[_WIDTH] for row in found if row[0] == "event"])
    told = of_readings(ledger, (row[_WIDTH + 1] for row in found))
    signers = names(ledger.journal)
    return [_signed(_one(row, also, present, told), signers) for row in found]


def _one(
    row: Any, also: dict[Any, tuple[Place, ...]], present: dict[int, tuple[str, ...]], told: Any
) -> Sourced:
    number, reading, _, doc, superseded_at, *judged = row[_WIDTH:]
    read = fact_of(doc, row[:_WIDTH], also.get((number, reading), ()), present.get(number, ()))
    return Sourced(read, told[reading], _judgement(judged), superseded_at)


def _signed(one: Sourced, signers: dict[str, str]) -> Sourced:
    """The same with the name of who judged for the id."""
    judged = one.judgement
    if judged is None or judged.by not in signers:
        return one
    return replace(one, judgement=replace(judged, by=signers[judged.by]))


def _judgement(judged: list[Any]) -> Judgement | None:
    fact_id, verdict, by, at, why, value = judged
    if fact_id is None:
        return None
    return Judgement(fact_id, verdict, by, at, why, None if value is None else value_of(value))


def _further_places(ledger: Ledger, found: list[Any]) -> dict[tuple[int, int], tuple[Place, ...]]:
    wanted = {(row[_WIDTH], row[_WIDTH + 1]) for row in found}
    places: dict[tuple[int, int], tuple[Place, ...]] = {}
    for chunk in chunks(number for number, _ in wanted):
        sql = f"""
            select fact, reading, start_at, end_at, sheet, cell, headers, coalesce(sighting.quote, fact.quote)
            from sighting join fact using (fact)
            where fact in ({marks(chunk)}) and place > 0
            order by fact, reading, place
        """  # noqa: S608 - only placeholders
        for number, reading, *where in rows(ledger, sql, chunk):
            if (number, reading) in wanted:
                places[number, reading] = (*places.get((number, reading), ()), place_of(*where))
    return places


def _participants(ledger: Ledger, events: list[int]) -> dict[int, tuple[str, ...]]:
    names: dict[int, tuple[str, ...]] = {}
    for chunk in chunks(events):
        sql = f"""
            select fact, text from participant join party using (party)
            where fact in ({marks(chunk)}) order by fact, ordinal
        """  # noqa: S608 - only placeholders
        for number, name in rows(ledger, sql, chunk):
            names[number] = (*names.get(number, ()), name)
    return names
