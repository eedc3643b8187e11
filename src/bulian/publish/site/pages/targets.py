"""Targets: all of them, those that can be checked on a day first; sums of parts; goals without a number."""

from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.assess.parts import Parts
from bulian.assess.targets import Target
from bulian.assess.tracking import Tracked
from bulian.publish.computed import band_figure, pace_figure
from bulian.publish.figure import Figure, Formula
from bulian.publish.likelihood import odds_figure
from bulian.publish.numbers import by_size, figure_of, rounded
from bulian.publish.paper import Text, Words
from bulian.publish.periods import period_words
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.part import part_of
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording
from bulian.vocab.targets import fraction_of

_DATED = ("past", "open", "missed", "close", "reached", "met")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One target in a list: its number, where it starts, how fast it must go, how likely it is."""

    one: Tracked
    figure: Figure
    deadline: str
    base: Figure | None
    base_period: str
    pace: Figure | None
    band: Figure | None
    odds: Text


@dataclass(frozen=True, slots=True)
class Sum:
    """A total of the district beside the parts that other targets name."""

    parts: Parts
    total: Figure
    deadline: str
    named: Figure | None
    uncovered: Figure | None
    covered: tuple[tuple[Datum, Figure], ...]
    beside: tuple[tuple[Datum, Figure, str], ...]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    found = site.answers.followed
    dated = [one for one in found.tracked if one.state in _DATED]
    dated.sort(key=lambda one: (one.key.synthetic, _DATED.index(one.state)))
    lists = {"dated": dated, "open": [one for one in found.tracked if one.state not in _DATED]}
    parts = {key: part_of(several, key, asked, _MOST) for key, several in lists.items()}
    wishes = part_of(found.wishes, "wishes", asked, _MOST)
    return {
        "parts": parts | {"wishes": wishes},
        "rows": {key: [row(site, one) for one in part.shown] for key, part in parts.items()},
        "sums": [_sum(one, site.words) for one in found.parts if one.covered or one.beside],
        "wishes": [hit(site, one) for one in wishes.shown],
        "total": len(found.tracked),
        "overdue": sum(one.state == "past" and not one.key.synthetic for one in found.tracked),
    }


def row(site: Site, one: Tracked) -> Row:
    """A target as lists show it."""
    words, start = site.words, one.base
    aimed = Target(one.key, one.datum, one.now or start, None)
    from_there = one.now or start
    return Row(
        one,
        figure_of(one.datum, words),
        period_of(one.datum, words) or words["mark.undated"],
        figure_of(start.datum, words) if start else None,
        period_of(start.datum, words) if start else "",
        pace_figure(aimed, from_there, words) if from_there else None,
        band_figure(aimed, from_there, words) if from_there else None,
        odds_text(one, words),
    )


def period_of(datum: Datum, words: Wording) -> str:
    """The period in words; "" where there is none."""
    return period_words(datum.fact.period, words) if datum.fact.period else ""


def odds_text(one: Tracked, words: Wording) -> Text:
    """Word, then fraction, then number; 说不准 where that is the truth; nothing where odds mean nothing."""
    odds = one.odds
    if odds is None:
        return ()
    if odds.chance is None or odds.word is None:
        return (words.words("standing.cannot_tell"),)
    zh, en = fraction_of(odds.chance)
    return words.say(
        "standing.odds",
        word=Words(odds.word.zh if words.lang == "zh" else odds.word.en),
        fraction=Words(zh if words.lang == "zh" else en),
        chance=odds_figure(one, odds, words),
    )


def _sum(one: Parts, words: Wording) -> Sum:
    return Sum(
        one,
        figure_of(one.total, words),
        period_of(one.total, words),
        _amount(one.named, "parts_named", one, words) if one.covered else None,
        _amount(abs(one.uncovered), "parts_uncovered", one, words) if one.covered else None,
        tuple((part, figure_of(part, words)) for part in one.covered),
        tuple((part, figure_of(part, words), why) for part, why in one.beside),
    )


def _amount(value: Decimal, formula: str, one: Parts, words: Wording) -> Figure:
    """A sum over the covered parts, which the total is set against in "parts_uncovered"."""
    parts = tuple(figure_of(part, words) for part in one.covered)
    joined = parts if formula == "parts_named" else (figure_of(one.total, words), *parts)
    shown = rounded(value)
    written = by_size(shown, one.total.fact.unit, words)
    return Figure(shown, written.text, Formula(formula, joined), written.before, written.unit)


PAGE = Page("targets", "/targets", _fill, nav=3)
