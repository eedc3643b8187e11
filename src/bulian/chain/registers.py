"""Firm tables (企业名录) of the sources: their rows, and whether one claims to cover the district."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bulian.assess.firms.register import Note, notes
from bulian.chain.catalogue import Catalogue
from bulian.chain.naming import words_of
from bulian.chain.placing import FirmRow
from bulian.model.chain import Searched
from bulian.model.document import Document
from bulian.model.fact import Relation
from bulian.model.stored import Source, Sourced
from bulian.resolve.identities import Identities

_SAYS = ("produces", "leads")
_FULL = "0000-01-01"


@dataclass(frozen=True, slots=True)
class Register:
    """A firm table that says what firms do.

    Attributes:
        dated: the day it speaks of, the first of a month or year; None where nobody says.
        covers: the region (GB/T 2260) whose every firm it claims to list; None for none.
        rows: its firms under their fullest names; a firm with several rows stands there several times.
    """

    name: str
    dated: str | None
    covers: str | None
    synthetic: bool
    rows: tuple[FirmRow, ...]

    def searched(self, region: str) -> Searched | None:
        """What allows to say 缺: it covers the district and has a day; None where it does not."""
        if self.dated is None or self.covers != region:
            return None
        return Searched(self.name, self.dated, "district", self.synthetic)


def register_of(document: Document, source: Source, covers: str | None, who: Identities) -> Register | None:
    """The firm table in a document; None where no row has a business scope or products."""
    cells: dict[tuple[str, str, int], list[Note]] = defaultdict(list)
    names: dict[tuple[str, str, int], str] = {}
    for name, note in notes(document, source):
        cells[note.row].append(note)
        names[note.row] = who.name_of(name)
    found = (_row(names[at], told) for at, told in cells.items())
    rows = tuple(one for one in found if one.scope or one.products)
    if not rows:
        return None
    made_up = all(one.synthetic for one in rows)
    return Register(source.name, first_day(source.published_on), covers, made_up, rows)


def first_day(published_on: str | None) -> str | None:
    """The first day of a day, month or year: a table is never taken for younger than it may be.

    >>> first_day("2024-03")
    '2024-03-01'
    """
    if not published_on:
        return None
    return date.fromisoformat((published_on + _FULL[len(published_on) :])[:10]).isoformat()


def with_relations(
    rows: Sequence[FirmRow], catalogue: Catalogue, facts: Iterable[Sourced], who: Identities
) -> list[FirmRow]:
    """The rows with the nodes that documents say their firms make or lead."""
    related: dict[str, set[tuple[str, str]]] = defaultdict(set)
    words = words_of(catalogue)
    for one in facts:
        fact = one.fact
        if isinstance(fact, Relation) and fact.type in _SAYS and not one.source.synthetic:
            for chain, known in words.items():
                named = known.find(fact.tail)
                if named and named.what == "node":
                    related[who.name_of(fact.head)].add((chain, named.id))
    return [replace(row, related=frozenset(related.get(row.firm, ()))) for row in rows]


def _row(firm: str, told: Sequence[Note]) -> FirmRow:
    texts: Mapping[str, Note] = {note.attribute: note for note in reversed(told)}
    scope, product = texts.get("scope"), texts.get("product")
    best = scope or product
    return FirmRow(
        firm, scope.text if scope else "", product.text if product else "",
        texts["gb_code"].text if "gb_code" in texts else "",
        place=best.place if best else "", synthetic=any(note.synthetic for note in told),
    )  # fmt: skip
