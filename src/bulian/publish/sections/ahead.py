"""目标与所需年均增速: every number that lies ahead, its pace or why there is none, and where it stands."""

from collections.abc import Sequence

from bulian.assess.datum import Datum
from bulian.assess.targets import Start, Target
from bulian.publish.computed import band_figure, pace_figure
from bulian.publish.material import View
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Block, NumberedTable, Paragraph, Section, TableCell, Text, Words
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
    value_cell,
)
from bulian.publish.sections.standing import where_they_stand
from bulian.publish.sections.withheld import withheld
from bulian.publish.wording import Wording

_LIMIT = 60
_OTHERS = 3


def ahead(view: View) -> Section:
    """The targets with a pace, then those without."""
    words = view.words
    several = sorted(view.targets, key=lambda target: _order(target, view))
    paced = [(target, target.start) for target in several if target.start]
    rest = [target for target in several if not target.start]
    blocks: list[Block] = []
    if paced:
        blocks += [_with_pace(paced, words), Paragraph(words.say("targets.method"), "note")]
    if rest:
        blocks.append(_without_pace(rest, words))
    if not blocks:
        blocks.append(Paragraph(words.say("targets.none")))
    blocks += where_they_stand(view)
    if note := withheld((datum for datum in view.withheld if datum.ahead), words):
        blocks.append(Paragraph(note, "note"))
    return Section(words.words("targets.title"), tuple(blocks), words.say("targets.aside"))


def _order(target: Target, view: View) -> tuple[object, ...]:
    """The district first, real before made up, then by deadline."""
    home = target.key.subject == view.own
    return target.key.synthetic, not home, target.key.subject, target.key.indicator, target.datum.newness


def _with_pace(paced: Sequence[tuple[Target, Start]], words: Wording) -> NumberedTable:
    shown, left = first_few(paced, _LIMIT)
    columns = (
        column("subject", "head", 17, words),
        column("indicator", "text", 15, words),
        column("target", "number", 16, words),
        column("deadline", "text", 12, words),
        column("base", "number", 16, words),
        column("pace", "number", 24, words),
        column("cite", "cite", 9, words),
    )
    rows, previous = [], None
    for target, start in shown:
        datum = target.datum
        rows.append(
            (
                subject_cell(datum, previous, words),
                indicator_cell(datum, words),
                TableCell((figure_of(datum, words), *tags(datum, words)), (modality(datum, words),)),
                TableCell(period(datum, words), _outcome(target, words)),
                TableCell((figure_of(start.datum, words),), _base_note(start.datum, words)),
                TableCell((pace_figure(target, start, words),), _pace_note(target, start, words)),
                cite(_behind(target, start), words),
            )
        )
        previous = datum.subject
    note = left_out("targets.left_out", _ids(_targets(shown)), _ids(_targets(left)), words)
    return NumberedTable(words.say("caption.with_pace"), columns, tuple(rows), note)


def _behind(target: Target, start: Start) -> tuple[Datum, ...]:
    others = (other.datum for other in target.others[:_OTHERS])
    return (target.datum, start.datum, *_came_true(target), *others)


def _base_note(base: Datum, words: Wording) -> Text:
    if not base.ahead:
        return period(base, words)
    return (
        *period(base, words),
        Words(words["join.space"]),
        modality(base, words),
        words.words("targets.milestone"),
    )


def _pace_note(target: Target, start: Start, words: Wording) -> Text:
    """The band, and the pace from each other number given for the base's period."""
    band = band_figure(target, start, words)
    note: Text = words.say("targets.band", band=band) if band else ()
    for other in target.others[:_OTHERS]:
        stop = (Words(words["join.clause"]),) if note else ()
        said = words.say(
            "targets.other", base=figure_of(other.datum, words), pace=pace_figure(target, other, words)
        )
        note = (*note, *stop, *said)
    return note if len(target.others) <= _OTHERS else (*note, words.words("paper.continued"))


def _outcome(target: Target, words: Wording) -> Text:
    return words.say("targets.outcome", actual=figure_of(target.outcome, words)) if target.outcome else ()


def _came_true(target: Target) -> tuple[Datum, ...]:
    return (target.outcome,) if target.outcome else ()


def _without_pace(rest: Sequence[Target], words: Wording) -> NumberedTable:
    shown, left = first_few(rest, _LIMIT)
    columns = (
        column("subject", "head", 17, words),
        column("indicator", "text", 17, words),
        column("target", "number", 17, words),
        column("modality", "text", 10, words),
        column("deadline", "text", 16, words),
        column("why_not", "text", 21, words),
        column("cite", "cite", 9, words),
    )
    rows, previous = [], None
    for target in shown:
        datum = target.datum
        rows.append(
            (
                subject_cell(datum, previous, words),
                indicator_cell(datum, words),
                value_cell(datum, words),
                TableCell((modality(datum, words),)),
                TableCell(period(datum, words), _outcome(target, words)),
                TableCell((words.words(f"why_not.{target.why_not}"),)),
                cite((datum, *_came_true(target)), words),
            )
        )
        previous = datum.subject
    note = left_out("targets.left_out", _ids(shown), _ids(left), words)
    return NumberedTable(words.say("caption.without_pace"), columns, tuple(rows), note)


def _targets(paced: Sequence[tuple[Target, Start]]) -> list[Target]:
    return [target for target, _ in paced]


def _ids(several: Sequence[Target]) -> list[str]:
    return [target.datum.id for target in several]
