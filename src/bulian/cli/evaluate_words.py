"""How the parts of an evaluation are worded: values with their bounds, what is missing, points, names."""

from decimal import Decimal

from bulian.assess.evaluate.clauses import Missing
from bulian.assess.evaluate.readings import Reading
from bulian.cli.say import language, say
from bulian.measure.extent import Extent
from bulian.publish.numbers import by_size, figure_of, significant
from bulian.publish.wording import wording
from bulian.vocab.template import Part, Template


def value_of(reading: Reading) -> str:
    words = wording(language())
    if len(reading.parts) == 1 and reading.extent.point == reading.parts[0].value:
        datum = reading.parts[0]
        return f"{figure_of(datum, words).whole}（{datum.fact.period}）"
    return written(reading.extent.point, reading.unit) + _band(reading.extent, reading.unit)


def _band(extent: Extent, unit: str) -> str:
    low, high = extent.low, extent.high
    if low == extent.point == high:
        return ""
    ends = [written(end, unit) if end is not None else say("evaluate.open") for end in (low, high)]
    return f"（{ends[0]}—{ends[1]}）"


def superseded(template: Template) -> str:
    """A line that tells until when a method held and what stands in its place; "" while it holds."""
    if template.until is None:
        return ""
    return say("evaluate.superseded", until=template.until, successor=template.successor or "—")


def written(number: Decimal, unit: str) -> str:
    whole = by_size(significant(number), unit, wording(language()))
    return f"{whole.before}{whole.text}{whole.unit}"


def lack_of(each: Missing) -> str:
    name = each.name if language() == "zh" else each.en
    return say(f"evaluate.lack.{each.what}", name=name, year=each.year or "")


def plain(number: Decimal) -> str:
    text = format(number.quantize(Decimal("0.01")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def or_unknown(value: object) -> str:
    return say("evaluate.unknown") if value is None else str(value)


def made_up(synthetic: bool) -> str:
    return say("synthetic") if synthetic else ""


def name_of(of: Template | Part | object) -> str:
    return str(getattr(of, language()))
