"""要看一眼的: what does not add up, what came due without a result, who is too large a part of the whole."""

from collections.abc import Iterator

from bulian.assess.checks import rules
from bulian.assess.dependence import Dependence
from bulian.assess.finding import Finding
from bulian.assess.tracking import Tracked
from bulian.publish.computed import share_figure
from bulian.publish.material import View
from bulian.publish.month import Month
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Block, Name, Paragraph, Points, Section, Text, Words
from bulian.publish.sections.cells import citation, indicator_name, named, period, subject_name
from bulian.publish.wording import Wording

_LATE = ("missed", "past")
_LIMIT = 12


def alerts(view: View, month: Month) -> Section:
    """One sentence for each, real ones only, the most urgent first."""
    words = view.words
    late = [one for one in view.tracked if one.state in _LATE and not one.key.synthetic]
    wrong = [one for one in month.findings if one.verdict == "contradicted" and not _made_up(one)]
    found: Iterator[Text] = (
        *(_leans(one, words) for one in month.dependences if not one.part.synthetic),
        *(_wrong(one, words) for one in wrong[:_LIMIT]),
        *(_late(one, words) for one in late[:_LIMIT]),
    )  # type: ignore[assignment]
    told = tuple(found)
    blocks: tuple[Block, ...] = (Points(told),) if told else (Paragraph(words.say("alerts.none")),)
    return Section(words.words("alerts.title"), blocks, words.say("alerts.aside"))


def _made_up(one: Finding) -> bool:
    return any(datum.synthetic for datum in one.facts)


def _wrong(one: Finding, words: Wording) -> Text:
    rule, last = rules()[one.rule], one.facts[-1]
    figures: Text = ()
    for datum in one.facts:
        joint = (Words(words["join.list"]),) if figures else ()
        figures = (*figures, *joint, figure_of(datum, words))
    return words.say(
        "alerts.wrong",
        rule=Name(rule.zh if words.lang == "zh" else rule.en, one.ids),
        subject=subject_name(last),
        indicator=indicator_name(last, words),
        period=period(last, words),
        figures=figures,
        cite=citation(one.ids, words),
    )


def _late(one: Tracked, words: Wording) -> Text:
    behind = [one.datum.id, *([one.outcome.id] if one.outcome else [])]
    return words.say(
        f"alerts.{one.state}",
        what=named(one.datum, words),
        target=figure_of(one.datum, words),
        period=period(one.datum, words),
        outcome=(figure_of(one.outcome, words),) if one.outcome else (),
        cite=citation(behind, words),
    )


def _leans(one: Dependence, words: Wording) -> Text:
    return words.say(
        "alerts.leans",
        firm=subject_name(one.part),
        part=figure_of(one.part, words),
        period=period(one.part, words),
        whole=figure_of(one.whole, words),
        indicator=indicator_name(one.whole, words),
        share=share_figure(one.part, one.whole, words),
        cite=citation((one.part.id, one.whole.id), words),
    )
