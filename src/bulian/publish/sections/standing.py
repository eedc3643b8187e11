"""目标走到哪: state, progress and odds of the targets of which there is anything to say."""

from collections.abc import Sequence

from bulian.assess.datum import Datum
from bulian.assess.tracking import Tracked
from bulian.publish.likelihood import due_figure, interval_figures, odds_figure, progress_figure, years
from bulian.publish.material import View
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Block, NumberedTable, Paragraph, TableCell, Text, Words
from bulian.publish.sections.cells import (
    cite,
    column,
    first_few,
    indicator_cell,
    left_out,
    modality,
    period,
    subject_cell,
    tags,
)
from bulian.publish.wording import Wording
from bulian.vocab.targets import fraction_of

_LIMIT = 60
_SETTLED = ("met", "missed", "close", "past", "reached")


def where_they_stand(view: View) -> list[Block]:
    """A table and how it is computed; nothing where no target has progress, odds or an end."""
    told = [one for one in view.tracked if one.state in _SETTLED or one.progress or one.odds]
    if not told:
        return []
    told.sort(key=lambda one: _order(one, view.own))
    return [_table(told, view.words), Paragraph(view.words.say("standing.method"), "note")]


def _order(one: Tracked, home: str) -> tuple[object, ...]:
    subject = one.key.subject
    return one.key.synthetic, subject != home, subject, one.key.indicator, one.datum.newness


def _table(told: Sequence[Tracked], words: Wording) -> NumberedTable:
    shown, left = first_few(told, _LIMIT)
    columns = (
        column("subject", "head", 16, words),
        column("indicator", "text", 15, words),
        column("target", "number", 18, words),
        column("state", "text", 16, words),
        column("progress", "text", 18, words),
        column("odds", "text", 24, words),
        column("cite", "cite", 9, words),
    )
    rows, previous = [], None
    for one in shown:
        rows.append(_row(one, previous, words))
        previous = one.datum.subject
    note = left_out("targets.left_out", _ids(shown), _ids(left), words)
    return NumberedTable(words.say("caption.standing"), columns, tuple(rows), note)


def _row(one: Tracked, previous: str | None, words: Wording) -> tuple[TableCell, ...]:
    datum = one.datum
    due: Text = (*period(datum, words), Words(words["join.space"]), modality(datum, words))
    return (
        subject_cell(datum, previous, words),
        indicator_cell(datum, words),
        TableCell((figure_of(datum, words), *tags(datum, words)), due),
        TableCell((words.words(f"state.{one.state}"),), _outcome(one, words)),
        _progress(one, words),
        _odds(one, words),
        cite(_behind(one), words),
    )


def _behind(one: Tracked) -> tuple[Datum, ...]:
    base = (one.base.datum,) if one.base else ()
    known = one.odds.known if one.odds else ()
    outcome = (one.outcome,) if one.outcome else ()
    found = {datum.id: datum for datum in (one.datum, *outcome, *base, *known)}
    return tuple(found.values())


def _outcome(one: Tracked, words: Wording) -> Text:
    return words.say("standing.outcome", actual=figure_of(one.outcome, words)) if one.outcome else ()


def _progress(one: Tracked, words: Wording) -> TableCell:
    found = one.progress
    if found is None:
        return TableCell(())
    known = figure_of(found.known.datum, words)
    return TableCell(
        words.say("standing.progress", share=progress_figure(one, found, words)),
        words.say("standing.due", known=known, due=due_figure(one, found, words)),
    )


def _odds(one: Tracked, words: Wording) -> TableCell:
    odds = one.odds
    if odds is None:
        return TableCell(())
    if odds.chance is None or odds.word is None:
        why = "standing.leap" if one.leaps else "standing.too_few"
        return TableCell((words.words("standing.cannot_tell"),), (words.words(why),))
    zh, en = fraction_of(odds.chance)
    low, high = interval_figures(one, odds, words)
    return TableCell(
        words.say(
            "standing.odds",
            word=Words(odds.word.zh if words.lang == "zh" else odds.word.en),
            fraction=Words(zh if words.lang == "zh" else en),
            chance=odds_figure(one, odds, words),
        ),
        words.say("standing.interval", low=low, high=high, n=years(odds, words)),
    )


def _ids(several: Sequence[Tracked]) -> list[str]:
    return [one.datum.id for one in several]
