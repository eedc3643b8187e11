"""Figures that are computed from others: paces, bands, differences. Each names its formula and its parts."""

from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.assess.disagreement import Disagreement
from bulian.assess.reach import reach
from bulian.assess.targets import Start, Target
from bulian.chain.view import ChainView
from bulian.publish.figure import Counted, Facts, Figure, Formula, Trace
from bulian.publish.numbers import digits, digits_as_given, figure_of, significant
from bulian.publish.wording import Wording

_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")


def in_points(target: Target) -> bool:
    """A share moves in percentage points a year, an amount by growth."""
    return target.key.aspect == "share" or target.key.unit in ("%", "pp")


def pace_figure(target: Target, start: Start, words: Wording) -> Figure:
    """The yearly pace that leads from the base to the target; 至少 where the target is a lower limit."""
    name = "required_step" if in_points(target) else "required_growth"
    pace = start.pace
    key = "pace.least" if pace.high is None and pace.low == pace.rate else ""
    key = "pace.most" if pace.low is None and pace.high == pace.rate else key
    before = words[key] if key else ""
    return _change(pace.rate, Formula(name, _parts(target, start, words)), target, words, before=before)


def band_figure(target: Target, start: Start, words: Wording) -> Figure | None:
    """The band of a pace that bound words leave open; None where it says no more than the pace does."""
    ends = [end for end in (start.pace.low, start.pace.high) if end is not None]
    if set(ends) <= {start.pace.rate}:
        return None
    trace = Formula("band_of_step" if in_points(target) else "band_of_growth", _parts(target, start, words))
    if len(ends) == 1:
        key = "pace.least" if start.pace.high is None else "pace.most"
        return _change(ends[0], trace, target, words, before=words[key])
    low, high = (_number(end, target) for end in ends)
    joint = words["pace.from_to" if low < 0 else "number.range"]
    unit = _unit(target, words)
    each = unit if unit == "%" else ""
    text = joint.join(f"{digits_as_given(end, words)}{each}" for end in (low, high))
    return Figure((low, high), text, trace, "", "" if each else unit)


def difference_figure(found: Disagreement, words: Wording) -> Figure | None:
    """How far the greatest number of a disagreement lies from the smallest; None where that is no ratio."""
    low, high = found.sides[0], found.sides[-1]
    parts = (figure_of(high.data[0], words), figure_of(low.data[0], words))
    gap = high.extent.point - low.extent.point
    if found.key.unit in ("%", "pp"):
        before, _, unit = words["unit.pp"].partition("{n}")
        return Figure(gap, digits(gap, words), Formula("difference_in_points", parts), before, unit)
    if found.key.aspect == "rank" or low.extent.point <= 0:
        return None
    value = significant(gap / low.extent.point * _HUNDRED)
    return Figure(value, digits_as_given(value, words), Formula("difference", parts), "", "%")


def change_figure(before: Datum, now: Datum, words: Wording) -> Figure | None:
    """How far a number moved since an earlier period, signed; None where that is no ratio."""
    low, high = reach(before).point, reach(now).point
    parts = (figure_of(now, words), figure_of(before, words))
    if now.fact.unit in ("%", "pp"):
        first, _, unit = words["unit.pp"].partition("{n}")
        return _signed(high - low, Formula("difference_in_points", parts), words, first, unit)
    if now.fact.aspect == "rank" or low <= 0:
        return None
    return _signed(significant((high - low) / low * _HUNDRED), Formula("difference", parts), words, "", "%")


def _signed(value: Decimal, trace: Trace, words: Wording, before: str, unit: str) -> Figure:
    text = digits(value, words)
    return Figure(value, f"+{text}" if value > 0 else text, trace, before, unit)


def share_figure(part: Datum, whole: Datum, words: Wording, *, like: Datum | None = None) -> Figure:
    """How much of a whole a part is, in percent, to three digits or to as many places as a printed share."""
    share = reach(part).point / reach(whole).point * _HUNDRED
    printed = reach(like).point if like else None
    value = share.quantize(printed) if printed is not None else significant(share)
    parts = (figure_of(part, words), figure_of(whole, words))
    return Figure(value, digits(value, words), Formula("share_of_whole", parts), "", "%")


def impact_figure(
    share: float, view: ChainView, words: Wording, *, made_here: tuple[str, ...] | None = None
) -> Figure:
    """A share of a chain's end products that hangs on something, in tenths of a percent.

    Of all end products, or of those `made_here`.
    """
    finals = tuple(node.id for node in view.chain.nodes if node.final) if made_here is None else made_here
    value = Decimal(f"{share * 100:.6g}").quantize(_TENTH)
    name = "hangs_on" if made_here is None else "stops_without"
    trace = Formula(name, (count(Counted("nodes", finals), words),))
    return Figure(value, digits(value, words), trace, "", "%")


def count(trace: Counted, words: Wording) -> Figure:
    """How many facts or documents there are."""
    number = Decimal(len(set(trace.ids)))
    return Figure(number, digits(number, words), trace)


def _parts(target: Target, start: Start, words: Wording) -> tuple[Figure, ...]:
    years = Facts((target.datum.id, start.datum.id))
    return (
        figure_of(target.datum, words),
        figure_of(start.datum, words),
        Figure(start.years, digits(significant(start.years), words), years),
    )


def _change(rate: Decimal, trace: Trace, target: Target, words: Wording, *, before: str = "") -> Figure:
    value = _number(rate, target)
    text = digits_as_given(value, words)
    signed = f"+{text}" if value > 0 else text
    return Figure(value, signed, trace, before, _unit(target, words))


def _number(rate: Decimal, target: Target) -> Decimal:
    return significant(rate if in_points(target) else rate * _HUNDRED)


def _unit(target: Target, words: Wording) -> str:
    return words["unit.pp"].partition("{n}")[2] if in_points(target) else "%"


def sides_in_words(data: tuple[Datum, ...], words: Wording) -> Figure:
    """One side of a disagreement, resting on everyone who gives that number."""
    figure = figure_of(data[0], words)
    return Figure(
        figure.value, figure.text, Facts(tuple(datum.id for datum in data)),
        figure.before, figure.unit, figure.firm,
    )  # fmt: skip
