"""示范区自评: each dimension with its evidence, what is missing, and that the marks are not official."""

from decimal import Decimal

from bulian.assess.evaluate.evaluation import Evaluation
from bulian.assess.evaluate.scores import Points, Score
from bulian.model.fact import Event
from bulian.publish.assembling import Outline, Standard, assembled, district_name
from bulian.publish.charts import one_width
from bulian.publish.figure import Figure
from bulian.publish.material import Material, View, view
from bulian.publish.paper import Block, Chart, Label, Name, Paper, Paragraph, Section, Text, Words
from bulian.publish.paper import Points as Bullets
from bulian.publish.periods import period_words
from bulian.publish.points import points_figure, sum_figure, weight_figure
from bulian.publish.sections.criteria import criteria_table, domain_table
from bulian.publish.sections.gaps import gaps
from bulian.publish.sections.happenings import happenings
from bulian.publish.site.drawing.bars import Bar, bars_svg

_HONOURS = ("designated", "evaluated", "listed", "completed", "construction_started", "signed")


def self_evaluation(material: Material, one: Evaluation, lang: str = "zh") -> Paper:
    """The self-evaluation of the district by a scored method, in `lang`.

    Raises:
        BadRequest: there is no wording for `lang`.
    """
    seen = view(material, lang)
    held = one.score or Score((), Decimal(0), Decimal(0), None, Decimal(0), Decimal(0))
    dimensions = dict.fromkeys(_dimension(each) for each in held.points)
    sections = (
        _whole(held, one, seen),
        *(_of_dimension(name, held, one, seen) for name in dimensions),
        _domains(held, one, seen),
        _missing(held, seen),
        happenings(seen, lambda event: _honour(event, one.year), "self_evaluation.honours"),
        gaps(seen),
    )
    title = seen.words.say("self_evaluation.title", district=district_name(seen), year=_year(one, seen))
    told = Outline(title, _lead(held, one, seen), sections, standards=(_standard(one, seen),))
    return assembled(seen, told)


def _dimension(one: Points) -> str:
    return one.criterion.domain.partition("/")[0]


def _year(one: Evaluation, seen: View) -> Label:
    return Label(period_words(str(one.year), seen.words), (one.template.key,))


def _name(one: Evaluation, seen: View) -> Name:
    template = one.template
    return Name(template.zh if seen.words.lang == "zh" else template.en, (template.key,))


def _lead(held: Score, one: Evaluation, seen: View) -> Text:
    """Between what and what the score lies, and of how much of the weight anything is known."""
    words, key = seen.words, one.template.key
    parts: dict[str, Figure] = {
        "weight": sum_figure(
            [weight_figure(each, key, words) for each in held.points if each.reading], words
        ),
        "total": sum_figure([weight_figure(each, key, words) for each in held.points], words),
        "low": sum_figure(
            [points_figure(each, key, words) for each in held.points if each.points is not None], words
        ),
    }
    if held.high is not None:
        open_to = [weight_figure(each, key, words) for each in held.points if each.points is None]
        parts["high"] = sum_figure([parts["low"], *open_to], words)
    return words.say("self_evaluation.lead" if held.high is not None else "self_evaluation.least", **parts)


def _whole(held: Score, one: Evaluation, seen: View) -> Section:
    words, template = seen.words, one.template
    note = template.note_zh if words.lang == "zh" else template.note_en
    blocks: list[Block] = [
        Paragraph(
            words.say(
                "self_evaluation.method",
                name=_name(one, seen),
                document=Name(template.document, (template.key,)),
            )
        ),
        Paragraph((Name(note, (template.key,)),)) if note else Paragraph(words.say("self_evaluation.ours")),
    ]
    known = [each for each in held.points if each.points is not None]
    if known:
        blocks.append(_chart(known, one, seen))
    return Section(words.words("self_evaluation.whole"), tuple(blocks), words.say("self_evaluation.aside"))


def _chart(known: list[Points], one: Evaluation, seen: View) -> Chart:
    """A bar for the points of each criterion of which anything is known."""
    words = seen.words
    bars = [
        Bar(
            each.criterion.zh if words.lang == "zh" else each.criterion.en, float(each.points or 0),
            words["self_evaluation.of"].format(
                points=points_figure(each, one.template.key, words).whole,
                weight=weight_figure(each, one.template.key, words).whole,
            ),
            f"#s-{each.reading.parts[0].id}" if each.reading else "#files",
        )
        for each in known
    ]  # fmt: skip
    name = _name(one, seen)
    caption = words.say("self_evaluation.chart")
    drawn = one_width(bars_svg(bars, name.text), "w2")
    return Chart(caption, drawn, name.text, words.say("self_evaluation.chart_note"), "points", 150.0)


def _of_dimension(name: str, held: Score, one: Evaluation, seen: View) -> Section:
    mine = tuple(each for each in held.points if _dimension(each) == name)
    table = criteria_table(mine, one.template.key, name, seen)
    return Section(Words(name), (table,), seen.words.say("self_evaluation.dimension"))


def _domains(held: Score, one: Evaluation, seen: View) -> Section:
    table = domain_table(held.points, one.template.key, seen)
    return Section(
        seen.words.words("self_evaluation.domains"), (table,), seen.words.say("self_evaluation.domains_aside")
    )


def _missing(held: Score, seen: View) -> Section:
    words = seen.words
    lacking = [each for each in held.points if each.missing]
    told = tuple(
        words.say(
            "self_evaluation.lacks",
            what=Name(each.missing.name if words.lang == "zh" else each.missing.en, (each.criterion.key,)),
            year=(Label(period_words(str(each.missing.year), words), (each.criterion.key,)),)
            if each.missing.year
            else (),
        )
        for each in lacking
        if each.missing
    )
    blocks: tuple[Block, ...] = (
        (Bullets(told),) if told else (Paragraph(words.say("self_evaluation.nothing_lacks")),)
    )
    return Section(words.words("self_evaluation.missing"), blocks, words.say("self_evaluation.missing_aside"))


def _honour(event: Event, year: int) -> bool:
    return event.type in _HONOURS and event.date[:4] in (str(year), str(year + 1))


def _standard(one: Evaluation, seen: View) -> Standard:
    template = one.template
    return Standard(
        template.key, _name(one, seen).text, template.document, template.in_force or "",
        seen.words.words(f"self_evaluation.status_{template.status}"),
    )  # fmt: skip
