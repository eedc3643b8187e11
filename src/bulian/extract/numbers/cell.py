"""The number in a cell of a table."""

from decimal import Decimal

from bulian.extract.deferred import deferred
from bulian.extract.numbers.numeral import EXACT, numeral
from bulian.vocab.units import magnitudes

_NUMBER = deferred(
    r"(?P<open>（)?(?:约|近|超过?|逾|不足|[≈~＞＜><≥≤])? ?"
    r"(?P<sign>[-—+↑↓▲▼△]|下降|增长|上升|减少|增加)? ?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[零〇一二两三四五六七八九十百千万亿点]+)"
    r" ?(?P<scale>万亿|千万|百万|亿|万)?"
    r"(?P<rest> ?(?:%|‰|个?百分点|美?元|人次|人|家|个|户|项|吨|亩|倍|平方米|平方公里|公里|辆|台)?)"
    r"(?:以上|左右|多|余)?(?P<close>）)?"
)
_DOWN = ("-", "—", "↓", "▼", "下降", "减少")


def parse_number(text: str) -> Decimal | None:
    """The number a cell shows, as printed before its header's unit; None where it shows none.

    Brackets around a whole number, ↓ and 下降 make it negative; a % stays a percentage, ‰ becomes one;
    万 and 亿 in the cell count. "-", "…" and empty cells are None: unknown is not zero.

    >>> parse_number("1,234.5"), parse_number("（4.8）"), parse_number("12.3%"), parse_number("-")
    (Decimal('1234.5'), Decimal('-4.8'), Decimal('12.3'), None)
    """
    from bulian.extract.fold import fold

    folded = fold(text).strip()
    match = _NUMBER.fullmatch(folded)
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    value = numeral("0" + match["number"] if match["number"].startswith(".") else match["number"])
    if value is None:
        return None
    if match["scale"]:
        value = EXACT.multiply(value, magnitudes()[match["scale"]])
    if "‰" in match["rest"]:
        value = value / 10
    negative = match["sign"] in _DOWN or (match["open"] and not match["sign"])
    return -value if negative else value
