"""How numbers are written: a printed one as printed, any other by its size; bound words where they stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from bulian.assess.datum import Datum
from bulian.extract.fold import fold
from bulian.measure.extent import printed_numeral
from bulian.model.fact import Value
from bulian.model.place import Span
from bulian.publish.figure import Facts, Figure
from bulian.publish.wording import Wording, filled
from bulian.vocab.units import magnitudes, units

MINUS = "−"

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_INNER = re.compile(r"^[十百千万亿]*[多余几]|[多余几]")
_COPULA = "了的为达至到"
_UNSCALED = ("%", "pp", "bp", "ratio", "rank", "places")
_SIGNIFICANT = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A number in its three sizes: small before, the digits, small after."""

    before: str
    text: str
    unit: str


def figure_of(datum: Datum, words: Wording) -> Figure:
    """The figure that says what a datum says: its number, unit and bound words, and the fact behind it.

    In Chinese a number stands as its source prints it (in Simplified), in English by its size. Growth carries
    its sign. A correction is written by its size in both.
    """
    number = None if words.lang != "zh" or datum.correction else _as_printed(datum, words)
    if number is None:
        number = _signed(by_size(datum.value, datum.fact.unit, words, surface=datum.fact.surface), datum)
    before, after = _bound_words(datum, words)
    return Figure(
        value=datum.value,
        text=number.text,
        trace=Facts((datum.id,)),
        before=before + number.before,
        unit=number.unit + after,
        firm=datum.fact.modality == "actual" and not datum.ahead,
    )


def by_size(value: Value, unit: str, words: Wording, *, surface: str = "") -> Written:
    """A number by its size: below 10,000 as it is, above in 万 and 亿 (or million and billion), exactly.

    `surface` lends its printed zeros (13.0%) where the number needs no scaling.
    """
    parts = value if isinstance(value, tuple) else (value,)
    power, magnitude = _magnitude(max(map(abs, parts)), unit, words)
    texts = [digits(part.scaleb(-power), words) for part in parts]
    printed = printed_numeral(surface)
    if not power and len(parts) == 1 and printed is not None and printed == abs(parts[0]):
        texts = [digits_as_given(-printed if parts[0] < 0 else printed, words)]
    before, _, after = _unit_template(unit, words).partition("{n}")
    return Written(before, words["number.range"].join(texts), magnitude + after)


def digits(number: Decimal, words: Wording) -> str:
    """Exact decimal digits without trailing zeros, with a true minus; grouped where the language groups."""
    text = format(number.normalize(), "f")
    return digits_as_given(Decimal(text), words)


def digits_as_given(number: Decimal, words: Wording) -> str:
    """Exact decimal digits, trailing zeros kept."""
    text = format(abs(number), f"{words['number.group']}f")
    return (MINUS if number < 0 else "") + text


def significant(number: Decimal) -> Decimal:
    """A computed number to three significant digits, never fewer than its whole part.

    >>> significant(Decimal("13.6219")), significant(Decimal("1234.5")), significant(Decimal("3.1499"))
    (Decimal('13.6'), Decimal('1234'), Decimal('3.15'))
    """
    if not number:
        return Decimal(0)
    places = max(0, _SIGNIFICANT - 1 - number.adjusted())
    return number.quantize(Decimal(1).scaleb(-places))


def rounded(number: Decimal) -> Decimal:
    """An estimated number to three significant digits, its whole part too: nobody knows the others.

    >>> rounded(Decimal("34284528186")), rounded(Decimal("1234.5")), rounded(Decimal("0.04567"))
    (Decimal('34300000000'), Decimal('1230'), Decimal('0.0457'))
    """
    if not number:
        return Decimal(0)
    places = _SIGNIFICANT - 1 - number.adjusted()
    return Decimal(format(number.quantize(Decimal(1).scaleb(-places)), "f"))


def _as_printed(datum: Datum, words: Wording) -> Written | None:
    """The number as its source prints it, unit completed; None where that would hide its sign or size."""
    surface = fold(datum.fact.surface).strip()
    numerals = list(_NUMERAL.finditer(surface))
    signed = datum.fact.aspect == "growth" or _least(datum.value) < 0
    if len(numerals) != 1:
        return None if signed or not surface else Written("", _with_class(surface, datum), "")
    numeral = numerals[0]
    unit = _completed(surface[numeral.end() :].strip(), numeral[0], datum, words)
    if unit is None or isinstance(datum.value, tuple):
        return None
    before = surface[: numeral.start()].strip(" +-−")
    return _signed(Written(before, numeral[0].replace(",", ""), unit), datum)


def _completed(tail: str, numeral: str, datum: Datum, words: Wording) -> str | None:
    """The unit after a printed number, 100亿 completed to 100亿元; None where a table's header holds it."""
    magnitude = next((word for word in _magnitude_words() if tail.startswith(word)), "")
    if datum.order_of_magnitude or tail != magnitude:
        return _with_class(tail, datum)
    printed = Decimal(numeral.replace(",", "")) * magnitudes().get(magnitude, Decimal(1))
    before, _, after = _unit_template(datum.fact.unit, words).partition("{n}")
    return None if not magnitude or before or printed != abs(_least(datum.value)) else magnitude + after


def _with_class(text: str, datum: Datum) -> str:
    return f"{text}级" if datum.order_of_magnitude and not text.endswith("级") else text


def _signed(written: Written, datum: Datum) -> Written:
    """Growth says + or −, any other number only −."""
    value = _least(datum.value)
    bare = written.text.removeprefix(MINUS)
    if value < 0:
        return replace(written, text=MINUS + bare)
    return replace(written, text="+" + bare) if datum.fact.aspect == "growth" and value > 0 else written


def _least(value: Value) -> Decimal:
    return value[0] if isinstance(value, tuple) else value


def _bound_words(datum: Datum, words: Wording) -> tuple[str, str]:
    """The bound word before and after the number: the printed one, else the plain word of the bound."""
    if datum.order_of_magnitude:
        before, _, after = words["bound.order"].partition("{n}")
        return before, after
    if datum.bound == "exact":
        return "", ""
    surface = fold(datum.fact.surface)
    if words.lang == "zh" and datum.bound == "min" and _INNER.search(surface):
        return "", ""
    before, _, after = _bound_template(datum, surface, words).partition("{n}")
    return before, after


def _bound_template(datum: Datum, surface: str, words: Wording) -> str:
    quote, place = fold(datum.fact.place.quote), datum.fact.place
    start = datum.fact.surface_start
    at = start - place.start if isinstance(place, Span) and start is not None else quote.find(surface)
    if at >= 0:
        left, right = quote[:at].rstrip(_COPULA), quote[at + len(surface) :]
        for word, template in words.under("bound_before").items():
            if left.endswith(word):
                return template
        for word, template in words.under("bound_after").items():
            if right.startswith(word):
                return template
    return words[f"bound.{datum.bound}"]


def _magnitude(size: Decimal, unit: str, words: Wording) -> tuple[int, str]:
    if unit in _UNSCALED:
        return 0, ""
    for power, word in _magnitudes_of(words["number.magnitudes"]):
        if size >= Decimal(1).scaleb(power):
            return power, word
    return 0, ""


def _magnitudes_of(listed: str) -> Iterator[tuple[int, str]]:
    for pair in listed.split("|"):
        power, _, word = pair.partition(":")
        yield int(power), word


def _unit_template(unit: str, words: Wording) -> str:
    """How a unit is written: its own wording, else its first name in the vocabulary, or its code."""
    if f"unit.{unit}" in words.texts:
        return words[f"unit.{unit}"]
    name = _names_of_units().get(unit, unit) if words.lang == "zh" else unit
    return filled(words["number.unit"], n="{n}", unit=name)


@cache
def _names_of_units() -> dict[str, str]:
    names: dict[str, str] = {}
    for unit in units().values():
        if unit.factor == 1:
            names.setdefault(unit.canonical, unit.surface)
    return names


@cache
def _magnitude_words() -> tuple[str, ...]:
    return tuple(sorted(magnitudes(), key=len, reverse=True))
