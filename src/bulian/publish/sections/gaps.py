"""资料缺口: what the documents leave open, and what could not be read."""

from collections.abc import Sequence
from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.model.reading import Column as ReadColumn
from bulian.publish.computed import count
from bulian.publish.figure import Counted, Figure, Recorded
from bulian.publish.material import Quarantined, View
from bulian.publish.paper import Block, Name, NumberedTable, Paragraph, Points, Section, TableCell, Text
from bulian.publish.sections.cells import (
    cite,
    column,
    files_left_out,
    first_few,
    indicator_cell,
    left_out,
    modality,
    subject_cell,
    value_cell,
)
from bulian.publish.wording import Wording

_LIMIT = 20


def gaps(view: View) -> Section:
    """Sentences with counts, then the undated numbers, the columns and the files behind them."""
    words = view.words
    undated = sorted(
        (datum for datum in view.data if datum.fact.period is None and not datum.ahead),
        key=lambda datum: (datum.synthetic, datum.subject or "", datum.indicator, datum.id),
    )
    blocks: list[Block] = []
    if sentences := _sentences(undated, view):
        blocks.append(Points(sentences))
    if undated:
        blocks.append(_undated_table(undated, words))
    if view.material.unread:
        blocks += [Paragraph(words.say("gaps.unread_columns")), _unread_table(view)]
    if view.material.quarantined:
        blocks += _quarantined(view)
    if not blocks:
        blocks.append(Paragraph(words.say("gaps.none")))
    return Section(words.words("gaps.title"), tuple(blocks), words.say("gaps.aside"))


def _sentences(undated: Sequence[Datum], view: View) -> tuple[Text, ...]:
    words = view.words
    nobody = [datum for datum in view.data if datum.subject is None]
    files = [source.doc for source in view.material.sources if source.published_on is None]
    said = []
    for key, what, ids in (
        ("gaps.undated", "facts", [datum.id for datum in undated]),
        ("gaps.nobody", "facts", [datum.id for datum in nobody]),
        ("gaps.undated_files", "documents", files),
    ):
        if ids:
            trace = Counted("facts" if what == "facts" else "documents", tuple(dict.fromkeys(ids)))
            said.append(words.say(key, n=count(trace, words)))
    return tuple(said)


def _undated_table(undated: Sequence[Datum], words: Wording) -> NumberedTable:
    shown, left = first_few(undated, _LIMIT)
    columns = (
        column("subject", "head", 28, words),
        column("indicator", "text", 32, words),
        column("value", "number", 22, words),
        column("modality", "text", 10, words),
        column("cite", "cite", 8, words),
    )
    rows, previous = [], None
    for datum in shown:
        rows.append(
            (
                subject_cell(datum, previous, words),
                indicator_cell(datum, words),
                value_cell(datum, words),
                TableCell((modality(datum, words),)),
                cite((datum,), words),
            )
        )
        previous = datum.subject
    note = left_out("gaps.left_out", _ids(shown), _ids(left), words)
    return NumberedTable(words.say("caption.undated"), columns, tuple(rows), note)


def _ids(data: Sequence[Datum]) -> list[str]:
    return [datum.id for datum in data]


def _unread_table(view: View) -> NumberedTable:
    words = view.words
    names = {source.doc: source.name for source in view.material.sources}
    shown, left = first_few(view.material.unread, _LIMIT)
    columns = (
        column("file", "head", 34, words),
        column("sheet", "text", 20, words),
        column("header", "text", 34, words),
        column("cells", "number", 12, words),
    )
    rows = tuple(_unread_row(doc, names.get(doc, doc), one) for doc, one in shown)
    note = files_left_out([doc for doc, _ in shown], [doc for doc, _ in left], words)
    return NumberedTable(words.say("caption.unread"), columns, rows, note)


def _unread_row(doc: str, name: str, one: ReadColumn) -> tuple[TableCell, ...]:
    cells = Figure(Decimal(one.cells), str(one.cells), Recorded(doc))
    return (
        TableCell((Name(name, (doc,)),)),
        TableCell((Name(f"{one.sheet}!{one.ref}", (doc,)),)),
        TableCell((Name(one.header or one.ref, (doc,)),)),
        TableCell((cells,)),
    )


def _quarantined(view: View) -> list[Block]:
    """The files that were not read; in a paper for the public without their names, as nobody cleared them."""
    words = view.words
    if not view.material.scope.public:
        return [Paragraph(words.say("gaps.quarantined")), _quarantined_table(view)]
    names = Counted("documents", tuple(one.name for one in view.material.quarantined))
    return [Paragraph(words.say("gaps.quarantined_withheld", n=count(names, words)))]


def _quarantined_table(view: View) -> NumberedTable:
    words = view.words
    shown, left = first_few(view.material.quarantined, _LIMIT)
    columns = (column("file", "head", 40, words), column("reason", "text", 60, words))
    rows = tuple(_quarantined_row(one, words) for one in shown)
    note = files_left_out([one.name for one in shown], [one.name for one in left], words)
    return NumberedTable(words.say("caption.quarantined"), columns, rows, note)


def _quarantined_row(one: Quarantined, words: Wording) -> tuple[TableCell, ...]:
    reason = one.reason_zh if words.lang == "zh" else one.reason_en
    return TableCell((Name(one.name, (one.name,)),)), TableCell((Name(reason, (one.name,)),))
