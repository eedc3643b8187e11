"""What wants a look: sentences with their figures, and where each leads; the urgent ones first."""

from collections.abc import Iterator
from dataclasses import dataclass

from bulian.assess.dependence import Dependence
from bulian.publish.computed import count
from bulian.publish.figure import Counted, Figure, Formula
from bulian.publish.naming import beside
from bulian.publish.numbers import digits, figure_of, significant
from bulian.publish.paper import Label, Name, Text, Words
from bulian.publish.periods import period_words
from bulian.publish.site.page import pages
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording

_BEHIND = ("missed", "past")
_HUNDRED = 100
_NEAR = 0.06
_NAMED = 8
"""So many conflicts are told one by one; the page of conflicts has them all."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to look at; `urgent` is drawn as a full square; `to` leads to the list it is from."""

    urgent: bool
    text: Text
    to: str


def alerts(site: Site) -> list[Alert]:
    """All of them, urgent ones first."""
    found = [*_dependences(site), *_conflicts(site), *_contradicted(site), *_behind(site), *_undated(site)]
    return sorted(found, key=lambda one: not one.urgent)


def _dependences(site: Site) -> Iterator[Alert]:
    for one in site.answers.economy.dependences:
        yield Alert(True, leaning(one, site.words), _to(site, "structure"))


def leaning(one: Dependence, words: Wording) -> Text:
    """How much of the whole one firm is: in words, and the share with its parts."""
    part = (one.part.id,)
    return words.say(
        "portrait.leans",
        firm=Name(one.part.subject or "", part),
        period=Label(period_words(one.part.fact.period or "", words), part),
        part=figure_of(one.part, words),
        whole=figure_of(one.whole, words),
        measure=Label(beside(one.whole.indicator, words), (one.whole.id,)),
        modality=Words(words[f"modality.{one.part.fact.modality}"]),
        fraction=Words(_fraction(one, words)),
        share=_share(one, words),
    )


def _fraction(one: Dependence, words: Wording) -> str:
    """The share as one part of so many, where that is nearly right; else nothing."""
    share = float(one.share.point)
    parts = words["portrait.fractions"].split("|")
    number = round(1 / share) if share > 0 else 0
    near = 2 <= number < len(parts) + 2 and abs(1 / number - share) < _NEAR * share
    return words["portrait.fraction"].format(part=parts[number - 2]) if near else ""


def _share(one: Dependence, words: Wording) -> Figure:
    value = significant(one.share.point * _HUNDRED)
    parts = (figure_of(one.part, words), figure_of(one.whole, words))
    return Figure(value, digits(value, words), Formula("share_of_whole", parts), "", "%")


def _conflicts(site: Site) -> Iterator[Alert]:
    """Numbers that documents tell of one thing and that cannot all hold: some by name, the rest counted."""
    real = [
        one for one in site.ground.conflicts
        if not (one.compatible or one.key.synthetic or one.documents < 2)
    ]  # fmt: skip
    for one in real[:_NAMED]:
        low, high = one.sides[0].data[0], one.sides[-1].data[0]
        rests = (low.id, high.id)
        text = site.words.say(
            "portrait.disagree",
            subject=Name(one.key.subject, rests), what=Label(beside(one.key.indicator, site.words), rests),
            period=Label(period_words(one.period, site.words), rests),
            one=figure_of(low, site.words), other=figure_of(high, site.words),
        )  # fmt: skip
        yield Alert(True, text, _to(site, "conflicts"))
    if rest := real[_NAMED:]:
        ids = [" ".join((one.key.subject, one.key.indicator, one.period)) for one in rest]
        yield Alert(True, _counted(site, "portrait.disagree_more", ids), _to(site, "conflicts"))


def _contradicted(site: Site) -> Iterator[Alert]:
    """Arithmetic that does not hold; a number told twice is among the conflicts already."""
    wrong = [
        one for one in site.answers.checked.findings
        if one.verdict == "contradicted" and one.rule != "twice" and not any(d.synthetic for d in one.facts)
    ]  # fmt: skip
    if wrong:
        ids = [" ".join((one.rule, *one.ids)) for one in wrong]
        yield Alert(True, _counted(site, "portrait.contradicted", ids), _to(site, "checks"))


def _behind(site: Site) -> Iterator[Alert]:
    real = [one for one in site.answers.followed.tracked if not one.key.synthetic]
    late = [one for one in real if one.state in _BEHIND]
    slow = [one for one in real if one.state == "open" and one.odds and (one.odds.chance or 1.0) < 0.2]
    if late:
        yield Alert(True, _counted(site, "portrait.late", [one.id for one in late]), _to(site, "targets"))
    if slow:
        yield Alert(False, _counted(site, "portrait.slow", [one.id for one in slow]), _to(site, "targets"))


def _undated(site: Site) -> Iterator[Alert]:
    undated = [
        one for one in site.answers.followed.tracked if one.datum.days is None and not one.key.synthetic
    ]
    if undated:
        yield Alert(
            False, _counted(site, "portrait.no_day", [one.id for one in undated]), _to(site, "targets")
        )
    files = [one for one in site.ground.sources.values() if one.published_on is None]
    if files:
        yield Alert(False, _counted(site, "portrait.undated", [one.doc for one in files]), _to(site, "about"))


def _counted(site: Site, key: str, ids: list[str]) -> Text:
    return site.words.say(key, n=count(Counted("facts", tuple(ids)), site.words))


def _to(site: Site, page: str) -> str:
    return site.links.page(pages()[page].path, site.lang, {})
