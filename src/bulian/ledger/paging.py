"""A page of facts: some of those that fit, and how many there are, without reading the others."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from bulian.ledger.handle import Ledger, marks, rows
from bulian.ledger.query import FactQuery, clauses, judged_until, sourced
from bulian.ledger.words import search_phrase
from bulian.model.stored import Sourced

COUNTED = 10_000
"""Facts are counted no further: nobody reads the ten thousandth."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the facts that fit.

    Attributes:
        facts: the newest in the ledger first.
        total: how many fit, `COUNTED` where there are more.
        counts: how many of those counted have each value of "kind", "modality" and "year" (that of the last
            day; "None": undated).
    """

    facts: tuple[Sourced, ...]
    total: int
    counts: dict[str, dict[str, int]]


def page(ledger: Ledger, query: FactQuery, *, limit: int, offset: int = 0) -> Page:
    """The facts from `offset` on, at most `limit` of them.

    Raises:
        BadRequest: a period or date is not ISO 8601. LedgerError: there is no such document.
    """
    told, until = clauses(ledger, replace(query, words=None)), judged_until(query)
    fitting, values, number = _fitting(ledger, query)
    found = rows(ledger, f"{fitting} order by {number} desc limit ? offset ?", [*values, limit, offset])
    numbers = {row[0]: row[1] for row in found}
    counts = _counts(rows(ledger, _counted(fitting), [*values, COUNTED]))
    shown = sourced(ledger, [*told, (f"r.fact in ({marks(numbers)})", tuple(numbers))], until)
    newest_first = {fact_id: at for at, fact_id in enumerate(numbers.values())}
    shown.sort(key=lambda one: newest_first[one.fact.id])
    return Page(tuple(shown), sum(counts["kind"].values()), counts)


def counted(ledger: Ledger, query: FactQuery) -> int:
    """How many facts fit, all of them; slow in a large ledger.

    Raises:
        BadRequest: a period or date is not ISO 8601. LedgerError: there is no such document.
    """
    fitting, values, _ = _fitting(ledger, query)
    [(count,)] = rows(ledger, f"select count(*) from ({fitting})", values)  # noqa: S608 - ours
    return int(count)


def _fitting(ledger: Ledger, query: FactQuery) -> tuple[str, list[Any], str]:
    """The question for all that fit, its values, and by what they are numbered."""
    phrase = search_phrase(query.words) if query.words is not None else None
    told = clauses(ledger, replace(query, words=None))
    table, number = (_FOUND, "w.rowid") if phrase else (_ALL, "r.fact")
    asked = [*told, ("w.fact_words match ?", (phrase,))] if phrase else told
    values = [judged_until(query), *(value for _, given in asked for value in given)]
    return f"{_COLUMNS} {table} {_JOINED} where {' and '.join(sql for sql, _ in asked)}", values, number


_COLUMNS = "select r.fact, r.id, r.kind, r.modality, r.last_day"
_ALL = "from reading_fact as r"
_FOUND = "from fact_words as w cross join reading_fact as r on r.fact = w.rowid"
"""Words are read from the index as far as a page needs: 有限公司 stands in every other fact."""
_JOINED = """
    join document as d on d.document = r.document
    join reading as g on g.reading = r.reading
    left join judgement as j on j.seq = (
        select max(seq) from judgement where target = r.fact and substr(at, 1, 10) <= ?
    ) and j.verdict <> 'withdraw'
"""
_BY = {"kind": "kind", "modality": "modality", "year": "substr(last_day, 1, 4)"}


def _counted(fitting: str) -> str:
    """The facts are found once for all counts."""
    columns = ", ".join(_BY.values())
    return f"select {columns}, count(*) from ({fitting} limit ?) group by {columns}"  # noqa: S608 - ours


def _counts(found: list[tuple[Any, ...]]) -> dict[str, dict[str, int]]:
    """How many have each value of each column, in the order of the values, what has none first."""
    counts: dict[str, dict[str, int]] = {}
    for at, name in enumerate(_BY):
        told: Counter[str | None] = Counter()
        for row in found:
            told[row[at]] += row[-1]
        ordered = sorted(told.items(), key=lambda one: (one[0] is not None, one[0] or ""))
        counts[name] = {str(value): count for value, count in ordered}
    return counts
