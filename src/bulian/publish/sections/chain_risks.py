"""靠谁、失去谁: firms whose loss stops end products made here, and whom the district leans on."""

from collections.abc import Iterator

from bulian.chain.depending import Part
from bulian.chain.losing import Loss
from bulian.publish.chains.picture import called
from bulian.publish.chains.told import ChainTold
from bulian.publish.computed import impact_figure, share_figure
from bulian.publish.material import View
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Block, Column, Name, NumberedTable, Paragraph, TableCell, Text
from bulian.publish.sections.cells import cite, modality, period
from bulian.publish.sections.chain_lists import cited

_ROWS = 12


def risks(told: ChainTold, seen: View) -> Iterator[Block]:
    """What stops without each firm, then the shares of the district's output that facts allow."""
    words = seen.words
    lost = [one for one in told.losses.firms if one.impact > 0][:_ROWS]
    if lost:
        yield _losses(lost, told, seen)
        yield Paragraph(words.say("atlas.loss_method"), "note")
    known = {datum.id for datum in seen.data}
    parts = [
        one for one in told.dependence.district if one.share and {one.part.id, one.whole.id} <= known
    ][:_ROWS]  # fmt: skip
    if parts:
        yield _parts(parts, told, seen)


def _losses(lost: list[Loss], told: ChainTold, seen: View) -> NumberedTable:
    words, view = seen.words, told.view
    columns = (
        Column(words.words("atlas.firm"), "head", 30),
        Column(words.words("atlas.stops"), "text", 44),
        Column(words.words("atlas.impact"), "number", 16),
        Column(words.words("column.cite"), "cite", 10),
    )
    rows = []
    for one in lost:
        stops = words["join.list"].join(
            called(view.states[node].node.name, words.lang) for node in one.stops if node in view.states
        )
        facts = [fact for placed in view.told.placements if placed.firm == one.name for fact in placed.facts]
        rows.append(
            (
                TableCell((Name(one.name, (view.chain.id,)),)),
                TableCell((Name(stops, (view.chain.id,)),) if stops else ()),
                TableCell((impact_figure(one.impact, view, words, made_here=told.losses.made_here),)),
                TableCell(cited(facts, seen)),
            )
        )
    return NumberedTable(words.say("atlas.losses"), columns, tuple(rows), (), f"losses-{view.chain.id}")


def _parts(parts: list[Part], told: ChainTold, seen: View) -> NumberedTable:
    words = seen.words
    columns = (
        Column(words.words("atlas.who"), "head", 26),
        Column(words.words("atlas.part"), "number", 22),
        Column(words.words("atlas.whole"), "number", 22),
        Column(words.words("atlas.share"), "number", 20),
        Column(words.words("column.cite"), "cite", 10),
    )
    rows = tuple(
        (
            TableCell((Name(one.name, (one.part.id,)),)),
            TableCell((figure_of(one.part, words),), _when(one, seen)),
            TableCell((figure_of(one.whole, words),), period(one.whole, words)),
            TableCell((share_figure(one.part, one.whole, words),)),
            cite((one.part, one.whole), words),
        )
        for one in parts
    )
    return NumberedTable(words.say("atlas.parts"), columns, rows, (), f"parts-{told.view.chain.id}")


def _when(one: Part, seen: View) -> Text:
    space = seen.words.words("join.space")
    return (*period(one.part, seen.words), space, modality(one.part, seen.words))
