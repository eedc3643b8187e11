"""How much a ledger holds, without reading it all."""

from bulian.ledger.handle import Ledger, rows

_SQL = """
    select fact.kind, count(*)
    from document
    join sighting on sighting.reading = document.reading and sighting.place = 0
    join fact on fact.fact = sighting.fact and fact.document = document.document
    where document.retired_run is null and not exists (
        select 1 from judgement as last
        where last.target = fact.fact and last.verdict = 'reject'
            and last.seq = (select max(seq) from judgement where target = fact.fact)
    )
    group by fact.kind order by fact.kind
"""


def count_by_kind(ledger: Ledger) -> dict[str, int]:
    """How many facts of each kind `query.facts` would give without any filter."""
    return dict(rows(ledger, _SQL))
