"""Which number a citation and a formula has: the order in which a reader meets them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulian.publish.figure import Figure, Formula, facts_of
from bulian.publish.paper import (
    Block,
    Chart,
    Cite,
    Inline,
    KeyFigures,
    NumberedTable,
    Paper,
    Paragraph,
    Points,
    Section,
    Text,
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers from 1: of the citation of each fact, and of each formula with the figure it gives.

    `places` says of each key whether it is a "table" or a "chart", and its number among them.
    """

    citation: dict[str, int]
    formulas: dict[Formula, int]
    results: tuple[Figure, ...]
    places: dict[str, tuple[str, int]]


def numbering(paper: Paper) -> Numbering:
    """The numbers of a paper's citations and formulas."""
    citation = {fact: number for number, one in enumerate(paper.citations, start=1) for fact in one.fact_ids}
    results: dict[Formula, Figure] = {}
    for node in (*paper.lead, *inlines(paper.sections)):
        if isinstance(node, Figure):
            for figure in _computed(node):
                results.setdefault(figure[0], figure[1])
    formulas = {formula: number for number, formula in enumerate(results, start=1)}
    return Numbering(citation, formulas, tuple(results.values()), _places(paper))


def _places(paper: Paper) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    tables = charts = 0
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, NumberedTable):
                tables += 1
                found[block.key] = ("table", tables)
            elif isinstance(block, Chart):
                charts += 1
                found[block.key] = ("chart", charts)
    return found


def cited(nodes: Iterable[Inline]) -> tuple[str, ...]:
    """The facts that citations name, each once, in the order met; then those that only figures rest on.

    So the numbers in the text of a paper rise from 1 as one reads, which is how Word counts endnotes.
    """
    found: dict[str, None] = {}
    unmarked: dict[str, None] = {}
    for node in nodes:
        if isinstance(node, Cite):
            found |= dict.fromkeys(node.fact_ids)
        elif isinstance(node, Figure):
            unmarked |= dict.fromkeys(facts_of(node))
    return tuple(found | unmarked)


def inlines(sections: Iterable[Section]) -> Iterator[Inline]:
    """Every inline node of the sections, in reading order."""
    for section in sections:
        yield from section.aside
        for block in section.blocks:
            for text in texts(block):
                yield from text


def texts(block: Block) -> Iterator[Text]:
    """The texts of a block, in reading order."""
    match block:
        case Paragraph(text):
            yield text
        case Points(items):
            yield from items
        case KeyFigures(keys):
            for key in keys:
                yield (*key.label, key.figure, *key.note)
        case NumberedTable(caption, _, rows, note):
            yield caption
            for row in rows:
                for cell in row:
                    yield (*cell.text, *cell.note)
            yield note
        case Chart(caption, note=note):
            yield caption
            yield note


def _computed(figure: Figure) -> Iterator[tuple[Formula, Figure]]:
    if isinstance(figure.trace, Formula):
        yield figure.trace, figure
        for part in figure.trace.parts:
            yield from _computed(part)
