"""Whether what the ledger holds was read by the rules of this bulian."""

from bulian.extract import reader_version
from bulian.ledger.handle import Ledger, rows

Notice = tuple[str, str]
"""What a person should know, in English and Chinese."""


def read_otherwise(ledger: Ledger) -> tuple[Notice, ...]:
    """A notice for each other version whose rules read documents in force; () where this one read them all.

    The facts can be looked at all the same; only another build reads them by the rules of today.
    """
    sql = """
        select run.reader, count(*)
        from document
        join reading on reading.reading = document.reading
        join run on run.run = reading.run
        where document.retired_run is null and run.reader <> ?
        group by run.reader
        order by run.reader
    """
    now = reader_version()
    return tuple(_notice(then, count, now) for then, count in rows(ledger, sql, (now,)))


def _notice(then: str, count: int, now: str) -> Notice:
    return (
        f"{count} documents were read by another version of bulian (reader {then}, this is {now}). "
        "Run `bulian build` to read them by the rules of today.",
        f"{count} 份文件是另一版 bulian 读的（读法 {then}，现在是 {now}）。请运行 `bulian build` 重读。",
    )
