"""What a model gives, in words: money to three digits, spans where two ends differ.

Amounts of an input–output table stand in 10,000 CNY (万元).
"""

from decimal import Decimal

from bulian.plan.leaving import Band
from bulian.publish.numbers import by_size, significant
from bulian.publish.wording import Wording

TABLE_UNIT = 10_000
"""CNY in one unit of an input–output table."""


def money(amount: float, words: Wording) -> str:
    """An amount of a table with its unit, to three significant digits: a model says no more."""
    written = by_size(three_digits(Decimal(amount) * TABLE_UNIT), "CNY", words)
    return f"{written.before}{written.text}{written.unit}"


def span(band: Band, words: Wording) -> str:
    """A band of amounts; one where both ends read the same."""
    low, high = money(band.low, words), money(band.high, words)
    return low if low == high else f"{low}–{high}"


def times(band: Band) -> str:
    """A band of multipliers, to hundredths."""
    low, high = f"{band.low:.2f}", f"{band.high:.2f}"
    return low if low == high else f"{low}–{high}"


def plain(band: Band, unit: str) -> str:
    """A band of counts, to three significant digits, with its unit."""
    low, high = (f"{three_digits(Decimal(end)):,f}" for end in (band.low, band.high))
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


def percent(share: float) -> str:
    """A share, 0 to 1, in percent."""
    return f"{significant(Decimal(share * 100)):f} %"


def three_digits(value: Decimal) -> Decimal:
    """To three significant digits, also before the point."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 2)) if value else value
