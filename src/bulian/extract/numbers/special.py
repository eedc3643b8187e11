"""Ways to write a number that need a reading of their own: 三成半, 打八折, 二三十家, 50元6角, ¥300, 10^8."""

import re
from decimal import Decimal

from bulian.extract.deferred import deferred
from bulian.extract.numbers.measure import Measure
from bulian.extract.numbers.numeral import EXACT, numeral
from bulian.extract.numbers.quantity import Quantity
from bulian.extract.numbers.rule import PERCENT, TURNS, Rule, amount_of, quantity_at, rule, times, unit_after
from bulian.extract.numbers.written import (
    ANY,
    ARABIC,
    ARABIC_STARTS,
    CHINESE,
    DIGITS,
    HAN_STARTS,
    MAGNITUDE,
    SIGN,
)
from bulian.vocab.units import units


def _tenths(folded: str, match: re.Match[str]) -> list[Quantity]:
    """三成半 and 三成五 are 35 %, 半成 is 5 %."""
    value = Decimal("0.5") if match["n"] == "半" else amount_of(match["n"])
    last = match["last"]
    if value is None or not (last or match["n"] == "半") or value > 10:
        return []
    part = Decimal(5) if last == "半" else numeral(last) if last else Decimal(0)
    whole = EXACT.multiply(value, Decimal(10)) + (part or 0)
    return [quantity_at(folded, *match.span(), whole, Measure(PERCENT, match.end()), "tenths")]


def _discount(folded: str, match: re.Match[str]) -> list[Quantity]:
    """八折 leaves 80 %, 八五折 and 85折 leave 85 %, 对折 and 半折 half."""
    words = match["n"].replace(" ", "")
    value = Decimal(5) if words in ("对", "半") else numeral(words)
    if not value or value >= 100 or words.startswith("十"):
        return []
    left = value if value >= 10 else EXACT.multiply(value, Decimal(10))
    return [quantity_at(folded, *match.span(), left, Measure(PERCENT, match.end()), "discount")]


def _neighbours(folded: str, match: re.Match[str]) -> list[Quantity]:
    """二三十家 is 20 to 30, 十二三家 12 to 13, 三五百人 300 to 500, 百分之二三十 20 % to 30 %."""
    head, tail = match["head"] or "", match["tail"] or ""
    low, high = numeral(head + match["low"] + tail), numeral(head + match["high"] + tail)
    if low is None or high is None or high - low not in _apart(match["low"], match["high"], tail):
        return []
    if match["of"]:
        measure, end = Measure(PERCENT, match.end()), match.end()
    else:
        found, end = unit_after(folded, match.end())
        if found is None or found.unit.dimension == "time" or found.unit.surface in TURNS:
            return []
        measure = found
    value = times((low, high), measure.unit)
    return [quantity_at(folded, match.start(), end, value, measure, "neighbours")]


def _apart(low: str, high: str, tail: str) -> tuple[Decimal, ...]:
    """How far two digits may lie apart to mean "from one to the other": one; two in 三五."""
    step = numeral(f"一{tail}") or Decimal(1)
    return (2 * step,) if (low, high) == ("三", "五") else (step,)


def _coins(folded: str, match: re.Match[str]) -> list[Quantity]:
    """五元三毛 is 5.3 yuan, 50元6角三分 is 50.63."""
    yuan = amount_of(match["yuan"])
    tenths = numeral(match["tenths"]) if match["tenths"] else Decimal(0)
    hundredths = numeral(match["hundredths"]) if match["hundredths"] else Decimal(0)
    if yuan is None or tenths is None or hundredths is None or not (tenths or hundredths):
        return []
    value = yuan + tenths / 10 + hundredths / 100
    return [quantity_at(folded, *match.span(), value, Measure(units()["元"], match.end()), "coins")]


def _signed(folded: str, match: re.Match[str]) -> list[Quantity]:
    """¥300万, US$20: the currency stands before its amount."""
    value = amount_of(match["n"])
    if value is None:
        return []
    unit = units()[_CURRENCY_SIGNS[match["currency"]]]
    end = match.end()
    measure, _ = unit_after(folded, end)
    if measure and measure.unit.canonical == unit.canonical:
        end = measure.end
    return [quantity_at(folded, match.start(), end, value, Measure(unit, end), "signed")]


def _power(folded: str, match: re.Match[str]) -> list[Quantity]:
    """1.2e8 and 10^8; exact, so an exponent too large to be written out gives nothing."""
    base, exponent = Decimal(match["base"]), int(match["exponent"])
    if abs(exponent) > 40:
        return []
    value = base.scaleb(exponent) if match["by"] in "eE" else EXACT.power(base, exponent)
    measure, end = unit_after(folded, match.end())
    value = times(-value if match["sign"] else value, measure.unit if measure else None)  # type: ignore[assignment]
    return [quantity_at(folded, match.start(), end, value, measure, "power")]


def _decimal(folded: str, match: re.Match[str]) -> list[Quantity]:
    """.5 is 0.5."""
    value = Decimal("0" + match["n"]) * (-1 if match["sign"] else 1)
    measure, end = unit_after(folded, match.end())
    read = times(value, measure.unit if measure else None)
    return [quantity_at(folded, match.start(), end, read, measure, "decimal")]


def _bare(folded: str, match: re.Match[str]) -> list[Quantity]:
    """一百五十二 and 十五点七 without a unit count where the clause ends: 总数达一百五十二。"""
    value = amount_of(match["n"])
    if value is None or not ("点" in match["n"] or (value >= 11 and _COMPOSED.search(match["n"]))):
        return []
    value = -value if match["sign"] else value
    return [quantity_at(folded, *match.span(), value, None, "bare")]


_CURRENCY_SIGNS = {
    "¥": "元", "￥": "元", "$": "美元", "US$": "美元", "HK$": "港元", "NT$": "新台币",
    "€": "欧元", "£": "英镑",
}  # fmt: skip
_COMPOSED = deferred(rf"[{DIGITS}].*[十百千万亿兆拾佰仟]|[十百千万亿拾佰仟].*[{DIGITS}多余几]")
"""三千, 百三, 十多万: a digit and a power of ten; not 千万, not 二〇二五."""
_DIGIT = "[一二两三四五六七八九]"
_APART = r"(?<![A-Za-z\d.])"

SPECIAL: tuple[Rule, ...] = (
    rule(
        "power", ARABIC_STARTS + "-",
        rf"(?P<sign>{SIGN}){_APART}(?P<base>\d+(?:\.\d+)?)(?P<by>[eE^])(?P<exponent>[+-]?\d{{1,2}})"
        r"(?![A-Za-z\d.])", _power,
    ),
    rule("decimal", ".-负", rf"(?P<sign>{SIGN}){_APART}(?P<n>\.\d+)(?![\d.])", _decimal),
    rule(
        "signed", "¥￥$€£UHN",
        rf"(?P<currency>US\$|HK\$|NT\$|[¥￥$€£]) ?(?P<n>{ARABIC}(?: ?{MAGNITUDE})?)", _signed,
    ),
    rule(
        "coins", ARABIC_STARTS + HAN_STARTS,
        rf"(?P<yuan>{ANY}) ?元(?=.[角毛分])(?:(?P<tenths>\d|{_DIGIT})[角毛](?!度))?"
        rf"(?:(?P<hundredths>\d|{_DIGIT})分(?![之公]))?", _coins,
    ),
    rule(
        "tenths", ARABIC_STARTS + HAN_STARTS,
        rf"(?P<n>{ANY}|半) {{0,2}}成(?![品立为])"
        r"(?: ?(?P<last>[一二三四五六七八九半])(?=[，。；、,;以左的多 ]|$))?", _tenths,
    ),
    rule(
        "discount", ARABIC_STARTS + HAN_STARTS + "对",
        rf"(?P<n>(?<=打)对|\d ?\d|\d(?:\.\d)?|{_DIGIT} ?{_DIGIT}|{CHINESE}|半) ?折"
        r"(?![叠旧合线射扇返断腾中])", _discount,
    ),
    rule(
        "neighbours", HAN_STARTS,
        rf"(?P<of>百 ?分 ?之 ?)?(?P<head>[{DIGITS}十百千万]{{0,8}}[十百千])?"
        r"(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<tail>十?[百千]?[万亿]{0,2})",
        _neighbours,
    ),
)  # fmt: skip
"""Tried before the ordinary rules."""

BARE = rule(
    "bare", HAN_STARTS + "负",
    rf"(?P<sign>负?)(?<![第初月至期届之“《（\d])(?<![个家][过超])(?!万一)"
    rf"(?P<n>{CHINESE})(?=[多余]? *(?:[，。；、！？,.;和]|$))", _bare,
)  # fmt: skip
"""The last to be tried."""
