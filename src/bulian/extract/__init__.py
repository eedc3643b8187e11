"""Documents to facts: rules over the folded text and over tables, each fact with the place it stands at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bulian.extract.prose import Prose, read_prose
from bulian.extract.version import reader_version
from bulian.model.document import Document
from bulian.model.reading import Reading

if TYPE_CHECKING:
    from bulian.extract.tables.mapping import Mapping

__all__ = ["Prose", "read", "read_prose", "reader_version"]


def read(
    document: Document,
    *,
    published_on: str | None = None,
    home: str | None = None,
    mappings: "Sequence[Mapping]" = (),
) -> Reading:
    """All that a document says, in its prose and in its tables.

    Args:
        published_on: the ISO date given on the command line; it rules over all others.
        home: the place that the document speaks of where it names none itself.
        mappings: how people settled columns of tables that come again.

    >>> text = "2023年，江城市实现地区生产总值1200亿元，同比增长5.2%。"
    >>> reading = read(Document(doc="0", name="a.txt", text=text))
    >>> [(fact.indicator, fact.aspect, fact.surface) for fact in reading.facts if fact.kind == "observation"]
    [('地区生产总值', 'level', '1200亿元'), ('地区生产总值', 'growth', '5.2%')]
    """
    prose = read_prose(document, published_on=published_on, home=home)
    if not document.tables:
        return Reading(prose.facts, prose.date, prose.title, unexplained=prose.unexplained)
    # Loaded where there are tables to read: many of all patterns are theirs.
    from bulian.extract.tables import read_tables

    tables = read_tables(document, date=prose.date, home=prose.home, mappings=mappings)
    return Reading(
        (*prose.facts, *tables.facts),
        prose.date,
        prose.title,
        tables.columns,
        tables.headers_changed,
        prose.unexplained,
    )
