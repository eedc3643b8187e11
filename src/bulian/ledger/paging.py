"""A page of facts: some of those that fit, and how many there are, without reading the others."""

from dataclasses import dataclass

from bulian.ledger.handle import Ledger, marks, rows
from bulian.ledger.query import FactQuery, clauses, judged_until, sourced
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
    told, until = clauses(ledger, query), judged_until(query)
    values = [until, *(value for _, given in told for value in given)]
    fitting = f"{_FITTING} where {' and '.join(sql for sql, _ in told)}"
    found = rows(ledger, f"{fitting} order by r.fact desc limit ? offset ?", [*values, limit, offset])
    numbers = {row[0]: row[1] for row in found}
    counts = {
        name: {str(key): count for key, count in rows(ledger, _counted(fitting, column), [*values, COUNTED])}
        for name, column in _BY.items()
    }
    shown = sourced(ledger, [*told, (f"r.fact in ({marks(numbers)})", tuple(numbers))], until)
    newest_first = {fact_id: at for at, fact_id in enumerate(numbers.values())}
    shown.sort(key=lambda one: newest_first[one.fact.id])
    return Page(tuple(shown), sum(counts["kind"].values()), counts)


_FITTING = """
    select r.fact, r.id, r.kind, r.modality, r.last_day
    from reading_fact as r
    join document as d on d.document = r.document
    join reading as g on g.reading = r.reading
    left join judgement as j on j.seq = (
        select max(seq) from judgement where target = r.fact and substr(at, 1, 10) <= ?
    ) and j.verdict <> 'withdraw'
"""
_BY = {"kind": "kind", "modality": "modality", "year": "substr(last_day, 1, 4)"}


def _counted(fitting: str, column: str) -> str:
    return f"select {column}, count(*) from ({fitting} limit ?) group by 1 order by 1"  # noqa: S608 - ours
