"""说法不一: different numbers for one thing at one time, all of them kept."""

from collections.abc import Sequence

from bulian.assess.disagreement import Disagreement
from bulian.publish.computed import difference_figure, sides_in_words
from bulian.publish.material import View
from bulian.publish.paper import Block, Label, NumberedTable, Paragraph, Section, TableCell, Text, Words
from bulian.publish.periods import period_words
from bulian.publish.sections.cells import (
    CITED,
    citation,
    column,
    first_few,
    indicator_cell,
    left_out,
    modality,
    subject_cell,
    tags,
)
from bulian.publish.wording import Wording

_LIMIT = 40
_SIDES = 6


def conflicts(view: View) -> Section:
    """Contradictions, then numbers that differ and still may both be right."""
    words = view.words
    against = [one for one in view.disagreements if not one.compatible]
    beside = [one for one in view.disagreements if one.compatible]
    blocks: list[Block] = (
        [_table("disagree", against, words)] if against else [Paragraph(words.say("disagreements.none"))]
    )
    if beside:
        blocks.append(_table("compatible", beside, words))
    if against or beside:
        blocks.append(Paragraph(words.say("disagreements.method"), "note"))
    return Section(words.words("disagreements.title"), tuple(blocks), words.say("disagreements.aside"))


def _table(caption: str, found: Sequence[Disagreement], words: Wording) -> NumberedTable:
    shown, left = first_few(found, _LIMIT)
    columns = (
        column("subject", "head", 20, words),
        column("indicator", "text", 22, words),
        column("period", "text", 16, words),
        column("sides", "number", 28, words),
        column("gap", "number", 15, words),
    )
    rows, previous = [], None
    for one in shown:
        datum = one.sides[0].data[0]
        gap = difference_figure(one, words)
        mark = Words(words[f"mark.{caption}"], "warn" if caption == "disagree" else "small")
        rows.append(
            (
                subject_cell(datum, previous, words),
                indicator_cell(datum, words),
                TableCell(_when(one, words), (modality(datum, words),)),
                TableCell(_sides(one, words), _within(one, words)),
                TableCell((gap,) if gap else (), (mark,)),
            )
        )
        previous = datum.subject
    note = left_out("disagreements.left_out", _ids(shown), _ids(left), words)
    return NumberedTable(words.say(f"caption.{caption}"), columns, tuple(rows), note)


def _when(one: Disagreement, words: Wording) -> Text:
    return (Label(period_words(one.period, words), (one.sides[0].data[0].id,)),)


def _sides(one: Disagreement, words: Wording) -> Text:
    text: Text = ()
    for side in one.sides[:_SIDES]:
        stop = (Words(words["join.clause"]),) if text else ()
        cited = citation((datum.id for datum in side.data), words)
        text = (*text, *stop, sides_in_words(side.data[:CITED], words), *tags(side.data[0], words), *cited)
    return text if len(one.sides) <= _SIDES else (*text, words.words("paper.continued"))


def _within(one: Disagreement, words: Wording) -> Text:
    return (words.words("disagreements.within"),) if one.documents == 1 else ()


def _ids(found: Sequence[Disagreement]) -> list[str]:
    return [one.sides[0].data[0].id for one in found]
