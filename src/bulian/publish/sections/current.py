"""指标现值: for each indicator the latest number, grouped by whose it is."""

from collections import Counter
from collections.abc import Sequence

from bulian.assess.datum import Datum
from bulian.assess.series import Series, series
from bulian.assess.standing import latest_in_force
from bulian.assess.subject import kind_of
from bulian.publish.headlines import headline_rank
from bulian.publish.material import View
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
    subject_name,
    value_cell,
)
from bulian.publish.sections.withheld import withheld
from bulian.publish.wording import Wording

_GROUPS = ("home", "industry", "project", "other", "place", "made_up")
_ASPECTS = ("level", "growth", "share", "rank")
_HOME_LIMIT = 80
_LIMIT = 40


def current(view: View) -> Section:
    """A table for each group of subjects: the district, industries, projects, firms, places, made-up rows."""
    words = view.words
    blocks: list[Block] = []
    groups: dict[str, list[Series]] = {group: [] for group in _GROUPS}
    for one in view.series:
        if one.latest:
            groups[_group(one, view)].append(one)
    withheld_from = _withheld_from(view)
    for group, several in groups.items():
        if several:
            blocks.append(_table(group, _ordered(several), view))
        if note := withheld(withheld_from.get(group, ()), words):
            blocks.append(Paragraph(note, "note"))
    if not blocks:
        blocks.append(Paragraph(words.say("current.none")))
    return Section(words.words("current.title"), tuple(blocks), words.say("current.aside"))


def _withheld_from(view: View) -> dict[str, list[Datum]]:
    """What may not leave the house, by the group that it would have stood in."""
    found: dict[str, list[Datum]] = {}
    for one in series(datum for datum in view.withheld if not datum.ahead):
        found.setdefault(_group(one, view), []).extend(one.data)
    return found


def _group(one: Series, view: View) -> str:
    if one.key.synthetic:
        return "made_up"
    if one.key.subject == view.own:
        return "home"
    return kind_of(one.key.subject)


def _ordered(several: Sequence[Series]) -> list[Series]:
    """Subjects of which most is known first, their indicators as the list of headline indicators has them."""
    known = Counter(one.key.subject for one in several)

    def order(one: Series) -> tuple[object, ...]:
        key = one.key
        aspect = _ASPECTS.index(key.aspect)
        return -known[key.subject], key.subject, headline_rank(key.indicator), key.indicator, aspect, key

    return sorted(several, key=order)


def _table(group: str, several: Sequence[Series], view: View) -> NumberedTable:
    words = view.words
    shown, left = first_few(several, _HOME_LIMIT if group == "home" else _LIMIT)
    named = group != "home"
    rows = _rows(shown, _contradicted(view), words)
    columns = (
        *((column("subject", "head", 22, words),) if named else ()),
        column("indicator", "text" if named else "head", 25 if named else 38, words),
        column("value", "number", 24, words),
        column("modality", "text", 10, words),
        column("period", "text", 19, words),
        column("cite", "cite", 10, words),
    )
    return NumberedTable(
        words.say("caption.current", group=_group_name(group, shown, view)),
        columns,
        rows if named else tuple(row[1:] for row in rows),
        left_out("current.left_out", _ids(shown), _ids(left), words),
    )


def _group_name(group: str, shown: Sequence[Series], view: View) -> Text:
    if group != "home":
        return (view.words.words(f"current.{group}"),)
    return view.words.say("current.home", district=subject_name(_latest(shown[0])))


def _contradicted(view: View) -> frozenset[str]:
    """The facts that another fact contradicts."""
    return frozenset(
        datum.id
        for one in view.disagreements
        if not one.compatible
        for side in one.sides
        for datum in side.data
    )


def _rows(
    shown: Sequence[Series], contradicted: frozenset[str], words: Wording
) -> tuple[tuple[TableCell, ...], ...]:
    rows, previous = [], None
    for one in shown:
        datum = _latest(one)
        rows.append(
            (
                subject_cell(datum, previous, words),
                indicator_cell(datum, words),
                _value(datum, contradicted, words),
                TableCell((modality(datum, words),)),
                TableCell(period(datum, words)),
                cite((datum, *one.sightings(datum)), words),
            )
        )
        previous = datum.subject
    return tuple(rows)


def _value(datum: Datum, contradicted: frozenset[str], words: Wording) -> TableCell:
    """The number, and below it that another source says otherwise."""
    mark = (Words(words["mark.disagree"], "warn"),) if datum.id in contradicted else ()
    return TableCell(value_cell(datum, words).text, mark)


def _latest(one: Series) -> Datum:
    return latest_in_force(one) or one.data[-1]


def _ids(several: Sequence[Series]) -> list[str]:
    return [_latest(one).id for one in several]
