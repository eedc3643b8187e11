"""大事记: dated events, the newest first, each with who took part and its sentence."""

from collections.abc import Callable, Sequence

from bulian.model.fact import Event
from bulian.model.stored import Sourced
from bulian.publish.material import View
from bulian.publish.paper import (
    Block,
    Cite,
    Label,
    Name,
    NumberedTable,
    Paragraph,
    Section,
    TableCell,
    Text,
    Words,
)
from bulian.publish.periods import period_words
from bulian.publish.sections.cells import column, first_few, left_out
from bulian.publish.wording import Wording

_LIMIT = 60
_PARTICIPANTS = 6


def happenings(view: View, wanted: Callable[[Event], bool], caption: str) -> Section:
    """A table of the events that are wanted; `caption` is its wording's key."""
    words = view.words
    told = [one for one in view.facts if isinstance(one.fact, Event) and wanted(one.fact)]
    told.sort(key=lambda one: (_date(one), one.fact.id), reverse=True)
    blocks: tuple[Block, ...] = (Paragraph(words.say("happenings.none")),)
    if told:
        blocks = (_table(told, caption, words),)
    return Section(words.words("happenings.title"), blocks, words.say("happenings.aside"))


def _date(one: Sourced) -> str:
    return one.fact.date if isinstance(one.fact, Event) else ""


def _table(told: list[Sourced], caption: str, words: Wording) -> NumberedTable:
    shown, left = first_few(told, _LIMIT)
    columns = (
        column("day", "head", 18, words),
        column("event", "text", 14, words),
        column("who", "text", 58, words),
        column("cite", "cite", 10, words),
    )
    rows = tuple(_row(one, words) for one in shown)
    note = left_out("happenings.left_out", _ids(shown), _ids(left), words)
    return NumberedTable(words.say(caption), columns, rows, note, "events")


def _row(one: Sourced, words: Wording) -> tuple[TableCell, ...]:
    fact, trace = one.fact, (one.fact.id,)
    if not isinstance(fact, Event):
        raise ValueError(f"{one.fact.id} is no event")
    who: Text = ()
    for name in fact.participants[:_PARTICIPANTS]:
        who = (*who, *((Words(words["join.list"]),) if who else ()), Name(name, trace))
    more = (words.words("paper.continued"),) if len(fact.participants) > _PARTICIPANTS else ()
    key = f"event.{fact.type}"
    kind: Text = (words.words(key),) if key in words.texts else (Name(fact.type, trace),)
    return (
        TableCell((Label(period_words(fact.date, words), trace),)),
        TableCell(kind),
        TableCell((*who, *more)),
        TableCell((Cite(trace),)),
    )


def _ids(several: Sequence[Sourced]) -> list[str]:
    return [one.fact.id for one in several]
