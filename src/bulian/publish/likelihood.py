"""Figures of where a target stands: progress, what is due, odds and their interval, each with its parts."""

from decimal import Decimal

from bulian.assess.odds import Odds
from bulian.assess.progress import Progress
from bulian.assess.tracking import Tracked
from bulian.publish.computed import count
from bulian.publish.figure import Counted, Figure, Formula, Trace
from bulian.publish.numbers import by_size, digits_as_given, figure_of, rounded, significant
from bulian.publish.wording import Wording

_HUNDRED = 100


def progress_figure(one: Tracked, found: Progress, words: Wording) -> Figure:
    """The part of the way that is done, in percent."""
    if one.base is None:
        raise ValueError(f"target {one.id} has progress and no base")
    parts = (found.known.datum, one.base.datum, one.datum)
    value = significant(found.share * _HUNDRED)
    trace = Formula("progress", tuple(figure_of(part, words) for part in parts))
    return Figure(value, digits_as_given(value, words), trace, "", "%")


def due_figure(one: Tracked, found: Progress, words: Wording) -> Figure:
    """What the number should be by now on a straight line."""
    if one.base is None:
        raise ValueError(f"target {one.id} has progress and no base")
    parts = figure_of(one.datum, words), figure_of(one.base.datum, words)
    return _amount(found.linear, one.key.unit, Formula("due", parts), words)


def odds_figure(one: Tracked, odds: Odds, words: Wording) -> Figure:
    """The chance in whole percent."""
    value = Decimal(round(_HUNDRED * (odds.chance or 0.0)))
    parts = (figure_of(one.datum, words), figure_of(odds.known[-1], words), years(odds, words))
    return Figure(value, digits_as_given(value, words), Formula("odds", parts), "", "%")


def interval_figures(one: Tracked, odds: Odds, words: Wording) -> tuple[Figure, Figure]:
    """The two ends of the middle 80 % of what the number may be at the deadline."""
    parts = (figure_of(odds.known[-1], words), years(odds, words))
    ends = (Decimal(str(end or 0.0)) for end in (odds.low, odds.high))
    low, high = (_amount(end, one.key.unit, Formula("interval", parts), words) for end in ends)
    return low, high


def years(odds: Odds, words: Wording) -> Figure:
    """How many known years the odds rest on."""
    return count(Counted("facts", tuple(datum.id for datum in odds.known)), words)


def _amount(value: Decimal, unit: str, trace: Trace, words: Wording) -> Figure:
    shown = rounded(value)
    written = by_size(shown, unit, words)
    return Figure(shown, written.text, trace, written.before, written.unit)
