"""要点: the district's headline figures, the hardest target, what disagrees.

The figures are chosen by rule: the district's own actual, dated, real numbers, in the order of the list of
headline indicators, then by how many documents say them and how new they are; at most eight, each of another
indicator.
"""

from collections.abc import Iterable

from bulian.assess.datum import Datum
from bulian.assess.series import Series
from bulian.assess.targets import Start, Target
from bulian.publish.computed import count, in_points, pace_figure
from bulian.publish.figure import Counted
from bulian.publish.headlines import headline_rank
from bulian.publish.material import View
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Block, Cite, KeyFigure, KeyFigures, Paragraph, Points, Section, Text, Words
from bulian.publish.sections.cells import basis, indicator_name, modality, named, period, subject_name, tags
from bulian.publish.wording import Wording

_KEY_FIGURES = 8
_NAMED_DISAGREEMENTS = 3


def highlights(view: View) -> Section:
    """Key figures, then a few sentences."""
    words = view.words
    keys = tuple(key_figure(datum, words) for datum in headline_data(view))
    sentences = (*_targets(view), *_disagreements(view), *_made_up(view))
    blocks: list[Block] = [KeyFigures(keys) if keys else Paragraph(words.say("highlights.none"))]
    if sentences:
        blocks.append(Points(sentences))
    return Section(words.words("highlights.title"), tuple(blocks), words.say("highlights.aside"))


def headline_data(view: View) -> tuple[Datum, ...]:
    """The data that the rule chooses, best first."""
    own = [
        one
        for one in view.series
        if one.key.subject == view.own and not one.key.synthetic and one.actuals and _dated(one)
    ]
    own.sort(key=_order)
    chosen: dict[str, Series] = {}
    for one in own:
        chosen.setdefault(one.key.indicator.removesuffix("增速"), one)
    return tuple(one.actuals[-1] for one in list(chosen.values())[:_KEY_FIGURES])


def _dated(one: Series) -> bool:
    return one.actuals[-1].fact.period is not None


def _order(one: Series) -> tuple[object, ...]:
    newest = one.actuals[-1]
    documents = len({datum.fact.doc for datum in one.actuals})
    last, length, *_ = newest.newness
    kinds = ("level", "growth", "share", "rank")
    return (
        headline_rank(one.key.indicator), -documents, -last.toordinal(), -length,
        kinds.index(one.key.aspect), one.key,
    )  # fmt: skip


def most_asked(data: Iterable[Datum]) -> list[Datum]:
    """Numbers of different indicators in the order of the list of headline indicators."""
    kinds = ("level", "growth", "share", "rank")
    told = sorted(data, key=lambda one: (headline_rank(one.indicator), kinds.index(one.fact.aspect), one.id))
    chosen: dict[str, Datum] = {}
    for datum in told:
        chosen.setdefault(datum.indicator.removesuffix("增速"), datum)
    return list(chosen.values())


def key_figure(datum: Datum, words: Wording) -> KeyFigure:
    """A number with its period, basis, modality and citation."""
    space = Words(words["join.space"])
    when = (*period(datum, words), space, *_with_gap(basis(datum, words), words), modality(datum, words))
    note = (*when, *tags(datum, words), Cite((datum.id,)))
    return KeyFigure(indicator_name(datum, words), figure_of(datum, words), note)


def _with_gap(text: Text, words: Wording) -> Text:
    return (*text, Words(words["join.space"])) if text else ()


def _targets(view: View) -> tuple[Text, ...]:
    words = view.words
    dated = [target for target in view.targets if target.datum.fact.period is not None]
    if not dated:
        return ()
    paced = [(target, target.start) for target in dated if target.start]
    parts = {
        "n": count(_counted([target.datum for target in dated]), words),
        "m": count(_counted([target.datum for target, _ in paced]), words),
    }
    hardest = _hardest(paced)
    said = words.say("highlights.targets", **parts)
    return ((*said, *_fastest(*hardest, words)),) if hardest else (said,)


def _hardest(paced: list[tuple[Target, Start]]) -> tuple[Target, Start] | None:
    """The greatest growth that a real base asks for; shares move in points and are not compared with it."""
    growing = [
        (target, start)
        for target, start in paced
        if not in_points(target) and not target.datum.synthetic and not start.datum.ahead
    ]
    return max(growing, key=lambda pair: pair[1].pace.rate, default=None)


def _fastest(target: Target, start: Start, words: Wording) -> Text:
    return words.say(
        "highlights.fastest",
        subject=subject_name(target.datum),
        indicator=indicator_name(target.datum, words),
        base=_dated_figure(start.datum, words),
        target=_dated_figure(target.datum, words),
        pace=pace_figure(target, start, words),
    )


def _dated_figure(datum: Datum, words: Wording) -> Text:
    number = words.say("highlights.dated", period=period(datum, words), figure=figure_of(datum, words))
    return (*number, Cite((datum.id,)))


def _disagreements(view: View) -> tuple[Text, ...]:
    words = view.words
    found = [one for one in view.disagreements if not one.compatible]
    if not found:
        return ()
    items: Text = ()
    for one in found[:_NAMED_DISAGREEMENTS]:
        joint = (Words(words["join.list"]),) if items else ()
        items = (*items, *joint, *named(one.sides[0].data[0], words))
    counted = _counted([one.sides[0].data[0] for one in found])
    return (words.say("highlights.disagreements", n=count(counted, words), items=items),)


def _made_up(view: View) -> tuple[Text, ...]:
    made_up = [datum for datum in view.data if datum.synthetic]
    if not made_up:
        return ()
    return (view.words.say("highlights.made_up", n=count(_counted(made_up), view.words)),)


def _counted(data: list[Datum]) -> Counted:
    return Counted("facts", tuple(dict.fromkeys(datum.id for datum in data)))
