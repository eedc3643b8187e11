"""本期变化: every number published since the day, beside the period before; then numbers told otherwise."""

from collections.abc import Sequence

from bulian.assess.datum import Datum
from bulian.assess.revisions import Revision
from bulian.publish.computed import change_figure
from bulian.publish.headlines import headline_rank
from bulian.publish.material import View
from bulian.publish.month import Change, Month, changes
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Block, Label, Name, NumberedTable, Paragraph, Section, TableCell, Text, Words
from bulian.publish.periods import period_words
from bulian.publish.sections.cells import (
    cite,
    column,
    first_few,
    indicator_cell,
    left_out,
    period,
    subject_cell,
    tags,
)
from bulian.publish.wording import Wording

_LIMIT, _OTHERS = 60, 30


def changed(view: View, month: Month) -> Section:
    """The district's own numbers, others' and made-up ones, each in a table of its own."""
    words = view.words
    found = sorted(changes(view.series, month), key=lambda one: _order(one.now))
    groups: dict[str, list[Change]] = {"own": [], "others": [], "made_up": []}
    for one in found:
        groups[_group(one.now, view)].append(one)
    blocks: list[Block] = [
        _table(group, several, words, f"changes-{group.replace('_', '-')}")
        for group, several in groups.items()
        if several
    ]
    blocks = [*blocks, Paragraph(words.say("changes.method"), "note")] if blocks else blocks
    return Section(
        words.words("changes.title"),
        tuple(blocks) or (Paragraph(words.say("changes.none")),),
        words.say("changes.aside"),
    )


def _group(datum: Datum, view: View) -> str:
    if datum.synthetic:
        return "made_up"
    return "own" if datum.subject == view.own else "others"


def _order(datum: Datum) -> tuple[object, ...]:
    return datum.subject or "", headline_rank(datum.indicator), datum.indicator, datum.fact.aspect, datum.id


def _table(group: str, several: Sequence[Change], words: Wording, key: str) -> NumberedTable:
    shown, left = first_few(several, _LIMIT if group == "own" else _OTHERS)
    columns = (
        column("subject", "head", 20, words),
        column("indicator", "text", 22, words),
        column("before", "number", 20, words),
        column("now", "number", 20, words),
        column("change", "number", 12, words),
        column("cite", "cite", 10, words),
    )
    rows, previous = [], None
    for one in shown:
        rows.append(_row(one, previous, words))
        previous = one.now.subject
    note = left_out("changes.left_out", _ids(shown), _ids(left), words)
    return NumberedTable(words.say(f"changes.{group}"), columns, tuple(rows), note, key)


def _row(one: Change, previous: str | None, words: Wording) -> tuple[TableCell, ...]:
    change = change_figure(one.before, one.now, words) if one.before else None
    behind = (one.now, *((one.before,) if one.before else ()))
    return (
        subject_cell(one.now, previous, words),
        indicator_cell(one.now, words),
        _dated(one.before, words) if one.before else TableCell((words.words("changes.first"),)),
        _dated(one.now, words),
        TableCell((change,) if change else ()),
        cite(behind, words),
    )


def _dated(datum: Datum, words: Wording) -> TableCell:
    return TableCell((figure_of(datum, words), *tags(datum, words)), period(datum, words))


def revised(view: View, month: Month) -> Section | None:
    """Numbers that were told otherwise since the day; None where none was."""
    words = view.words
    found = [one for one in month.revisions if one.on >= month.since]
    if not found:
        return None
    shown, left = first_few(found, _LIMIT)
    columns = (
        column("subject", "head", 20, words),
        column("indicator", "text", 22, words),
        column("period", "text", 14, words),
        column("old", "number", 16, words),
        column("new", "number", 16, words),
        column("since", "text", 20, words),
        column("cite", "cite", 9, words),
    )
    rows = tuple(_revision(one, words) for one in shown)
    note = left_out("changes.left_out", [one.new.id for one in shown], [one.new.id for one in left], words)
    table = NumberedTable(words.say("revisions.caption"), columns, rows, note, "revisions")
    return Section(words.words("revisions.title"), (table,), words.say("revisions.aside"))


def _revision(one: Revision, words: Wording) -> tuple[TableCell, ...]:
    who: Text = (Name(one.by, (one.new.id,)),) if one.by else ()
    cause = words.words(f"revisions.{one.cause}")
    day = Label(period_words(one.on, words), (one.new.id,))
    compatible = (words.words("mark.compatible"),) if one.compatible else ()
    return (
        subject_cell(one.new, None, words),
        indicator_cell(one.new, words),
        TableCell(period(one.new, words)),
        TableCell((figure_of(one.old, words),)),
        TableCell((figure_of(one.new, words),), compatible),
        TableCell((day, Words(words["join.space"]), cause), who),
        cite((one.new, one.old), words),
    )


def _ids(several: Sequence[Change]) -> list[str]:
    return [one.now.id for one in several]
