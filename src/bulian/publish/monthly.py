"""月报: what changed since a day, where targets stand, what wants a look, what happened."""

from bulian.model.fact import Event
from bulian.model.period import days
from bulian.publish.assembling import Outline, assembled, district_name
from bulian.publish.computed import count
from bulian.publish.figure import Counted
from bulian.publish.material import Material, View, view
from bulian.publish.month import Month, changes
from bulian.publish.paper import Block, KeyFigures, Label, Paper, Section, Text
from bulian.publish.periods import period_words
from bulian.publish.sections.alerts import alerts
from bulian.publish.sections.changes import changed, revised
from bulian.publish.sections.gaps import gaps
from bulian.publish.sections.happenings import happenings
from bulian.publish.sections.highlights import key_figure, most_asked
from bulian.publish.sections.paths import paths
from bulian.publish.sections.standing import where_they_stand

_KEYS = 8


def monthly(material: Material, month: Month, lang: str = "zh") -> Paper:
    """The monthly report in `lang`.

    Raises:
        BadRequest: there is no wording for `lang`.
    """
    seen = view(material, lang)
    day = Label(period_words(month.since, seen.words), (month.since,))
    title = seen.words.say("monthly.title", district=district_name(seen))
    sections = (
        _news(seen, month), changed(seen, month), revised(seen, month), _targets(seen), alerts(seen, month),
        happenings(seen, lambda event: _since(event, month), "happenings.since"), gaps(seen),
    )  # fmt: skip
    told = Outline(
        title,
        _lead(seen, month, day),
        tuple(section for section in sections if section),
        further=tuple(datum for one in month.revisions for datum in (one.old, one.new)),
    )
    return assembled(seen, told)


def _lead(seen: View, month: Month, day: Label) -> Text:
    files = tuple(source.doc for source in seen.material.sources if month.is_new(source))
    told = tuple(dict.fromkeys(one.fact.id for one in seen.facts if month.is_new(one.source)))
    moved = tuple(one.new.id for one in month.revisions if one.on >= month.since)
    return seen.words.say(
        "monthly.lead",
        day=day,
        files=count(Counted("documents", files), seen.words),
        facts=count(Counted("facts", told), seen.words),
        moved=count(Counted("facts", tuple(dict.fromkeys(moved))), seen.words),
    )


def _news(seen: View, month: Month) -> Section | None:
    """The most asked of the district's new numbers."""
    words = seen.words
    mine = [one.now for one in changes(seen.series, month) if one.now.subject == seen.own]
    chosen = most_asked([datum for datum in mine if not datum.synthetic])[:_KEYS]
    if not chosen:
        return None
    keys = tuple(key_figure(datum, words) for datum in chosen)
    return Section(words.words("monthly.news"), (KeyFigures(keys),), words.say("monthly.news_aside"))


def _targets(seen: View) -> Section:
    words = seen.words
    blocks: tuple[Block, ...] = (*paths(seen), *where_they_stand(seen))
    return Section(words.words("monthly.targets"), blocks, words.say("targets.aside"))


def _since(event: Event, month: Month) -> bool:
    return days(event.date)[1].isoformat() >= month.since
