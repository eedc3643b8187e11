"""The district on one page: what it lives on, its clusters, key figures, what wants a look, where it lies."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from bulian.assess.datum import Datum
from bulian.assess.series import Series
from bulian.assess.standing import value_in_force
from bulian.model.fact import Event
from bulian.model.stored import Sourced
from bulian.publish.chains.picture import called
from bulian.publish.figure import Figure
from bulian.publish.headlines import headline_rank, is_headline
from bulian.publish.naming import beside
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Label, Name, Text, Words
from bulian.publish.periods import period_words
from bulian.publish.site.alerts import alerts, leaning
from bulian.publish.site.answers import Clustered, Shape
from bulian.publish.site.drawing.bars import bars_svg
from bulian.publish.site.drawing.district_map import district_map
from bulian.publish.site.drawing.township_map import Township as Land
from bulian.publish.site.drawing.township_map import township_map
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.pages.chains import keys
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.shares import bars_of, bound_figure, latest, numbers_of, share_figures
from bulian.publish.site.site import Site

_HEADLINES, _EVENTS, _STATED, _FILES, _NAMED = 8, 5, 3, 12, 20


@dataclass(frozen=True, slots=True)
class Headline:
    """What has been measured last of an indicator that readers ask for first."""

    indicator: str
    figure: Figure
    period: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Living:
    """What the district lives on: the newest structure, in a sentence and as bars, and the oldest known."""

    shape: Shape
    text: Text
    before: Text
    title: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Card:
    """A cluster: how many firms are known in it, and what documents say of it."""

    one: Clustered
    name: str
    stated: tuple[tuple[Datum, str, Figure, str], ...]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    economy, shape = site.answers.economy, latest(site.answers.shapes)
    return {
        "leans": [leaning(one, site.words) for one in economy.dependences[:1]],
        "living": _living(site, shape) if shape else None,
        "headlines": _headlines(site),
        "taxonomy": economy.zh if site.lang == "zh" else economy.en,
        "clusters": [_card(site, one) for one in economy.clusters],
        "chains": [
            (view.chain.id, called(view.chain.name, site.lang), keys(site, view))
            for view in site.answers.chains
        ],
        "alerts": alerts(site),
        "changes": site.answers.changes,
        "named": _FILES,
        "documents": len(site.ground.sources),
        "facts": len(site.ground.facts),
        "events": [hit(site, one) for one in islice(_happened(site), _EVENTS)],
        "map": district_map(site.region, site.words["portrait.map"]),
        "townships": _townships(site),
        "township_map": _township_map(site),
        "off_the_map": _off_the_map(site),
        "refused": [zh if site.lang == "zh" else en for en, zh in site.answers.townships.refused],
    }


def _happened(site: Site) -> Iterator[Sourced]:
    """Events, the newest first, without those that are only planned."""
    return (one for one in site.ground.events if isinstance(one.fact, Event) and one.fact.type != "planned")


def _living(site: Site, shape: Shape) -> Living:
    last, words = shape.years[-1], site.words
    of = last.composition
    verdict = words["join.or"].join(words[f"structure.{each}"] for each in last.verdicts)
    rests = of.facts
    text = words.say(
        "portrait.living",
        year=Label(period_words(str(of.year), words), rests), measure=Label(beside(of.measure, words), rests),
        name=Name(of.parts[0].name, rests), share=share_figures(of, words, of.parts[:1])[0],
        three=bound_figure("top_three", last.levels.top3, numbers_of(of, words), words, 100),
        verdict=Words(verdict),
    )  # fmt: skip
    title = words["structure.title"].format(
        name=of.parts[0].name, year=period_words(str(of.year), words), measure=beside(of.measure, words)
    )
    return Living(shape, text, _lived(site, shape), title, bars_svg(bars_of(site, last, 8), title))


def _lived(site: Site, shape: Shape) -> Text:
    """What it lived on in the first year that is known, and whether that was one pillar or many."""
    first = shape.years[0]
    if len(shape.years) == 1 or first.trouble:
        return ()
    of, words = first.composition, site.words
    verdict = words["join.or"].join(words[f"structure.{each}"] for each in first.verdicts)
    return words.say(
        "portrait.lived",
        year=Label(period_words(str(of.year), words), of.facts), name=Name(of.parts[0].name, of.facts),
        share=share_figures(of, words, of.parts[:1])[0], verdict=Words(verdict),
    )  # fmt: skip


def _card(site: Site, one: Clustered) -> Card:
    once: dict[tuple[str, str | None, object], Datum] = {}
    for datum in one.stated:
        once.setdefault((datum.indicator, datum.fact.period, datum.value), datum)
    stated = tuple(
        (
            datum, beside(datum.indicator, site.words), figure_of(datum, site.words),
            period_words(datum.fact.period, site.words) if datum.fact.period else site.words["mark.undated"],
        )
        for datum in list(once.values())[:_STATED]
    )  # fmt: skip
    return Card(one, one.cluster.zh if site.lang == "zh" else one.cluster.en, stated)


def _headlines(site: Site) -> list[Headline]:
    """Of the district itself, made-up rows left out, the most asked indicators first, each once."""
    home = site.ground.names.name_of(site.name)
    found: dict[tuple[str, str], tuple[Series, Datum]] = {}
    for one in site.ground.series.values():
        asked = one.key.subject == home and one.key.aspect != "rank" and is_headline(one.key.indicator)
        datum = _latest(one) if asked else None
        if datum and not one.key.synthetic:
            key = one.key.indicator, one.key.aspect
            if key not in found or (datum.days or ()) > (found[key][1].days or ()):
                found[key] = one, datum
    ordered = sorted(found.values(), key=lambda pair: (headline_rank(pair[0].key.indicator), pair[0].key))
    disputed = {(one.key, one.period) for one in site.ground.conflicts if not one.compatible}
    return [
        Headline(
            _called(one, site),
            figure_of(datum, site.words), period_words(datum.fact.period or "", site.words),
            (one.key, datum.fact.period) in disputed,
        )
        for one, datum in ordered[:_HEADLINES]
    ]  # fmt: skip


def _called(one: Series, site: Site) -> str:
    return site.words[f"aspect.{one.key.aspect}"].format(indicator=beside(one.key.indicator, site.words))


def _latest(one: Series) -> Datum | None:
    """The value in force of the last period; None where nothing dated has happened."""
    last = one.actuals[-1] if one.actuals else None
    if last is None or not last.fact.period:
        return None
    settled = value_in_force(one, last.fact.period)
    return settled.datum if settled else None


def _townships(site: Site) -> list[tuple[str, str, int]]:
    """Code, name and how many facts speak of each township of the district."""
    about = site.ground.about
    return [
        (one.code, one.name, len(about.get(site.ground.names.name_of(one.name), ())))
        for one in site.answers.townships.townships
    ]


def _township_map(site: Site) -> Markup | None:
    """The townships of which the workspace holds outlines; None where it holds none."""
    words, rings = site.words, site.answers.townships.rings

    def drawn() -> Markup | None:
        lands = [
            Land(
                name, words["portrait.land" if count else "portrait.land_unmentioned"].format(name=name),
                site.links.page("/facts", site.lang, {"q": name}) if count else "", rings[code],
            )
            for code, name, count in _townships(site) if code in rings
        ]  # fmt: skip
        return township_map(lands, words["portrait.township_map"]) if lands else None

    return site.answers.once(("township map", site.lang), drawn)


def _off_the_map(site: Site) -> list[tuple[str, str]]:
    """What the map leaves out, as the key of a wording and what it is said of."""
    areas, joint = site.answers.townships, site.words["join.list"]
    if not (areas.rings or areas.strange):
        return []
    several = (
        ("portrait.no_outline", tuple(one.name for one in areas.missing)),
        ("portrait.strange", areas.strangers),
    )
    return [
        (key, joint.join(names[:_NAMED]) + _rest(site, names[_NAMED:])) for key, names in several if names
    ]


def _rest(site: Site, names: tuple[str, ...]) -> str:
    return site.words["portrait.others"].format(n=len(names)) if names else ""


PAGE = Page("portrait", "/", _fill, nav=1)
