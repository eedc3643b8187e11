"""How numbers are written: each rule a name, what it may begin with, a pattern, and what it comes to.

The examples beside this file (examples.txt) are run by the tests: value first, then each way to write it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bulian.extract.numbers.bounds import bound_around
from bulian.extract.numbers.measure import Measure, measure_at
from bulian.extract.numbers.numeral import EXACT, numeral
from bulian.extract.numbers.quantity import Quantity
from bulian.model.fact import Value
from bulian.vocab.units import Unit

Production = Callable[[str, re.Match[str]], list[Quantity]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a number. `produce` gives nothing where the words are no number after all."""

    name: str
    starts: str
    pattern: re.Pattern[str]
    produce: Production


_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_MAG = r"(?:[千百十]?万亿|[千百十]?亿|[千百十]?万|千(?![瓦克米卡伏升帕赫])|百(?!分|强)|兆(?![瓦/赫字帕位]))"
_MORE = r"[多余几]"
_MIXED = (
    rf"{_ARABIC}(?: ?{_MORE}? ?{_MAG})?(?:(?<=[万亿千])\d{{1,4}}[千百]?(?![\d.])){{0,3}}(?:(?<=[千百])万)?"
)
_HAN = r"[零〇一二两三四五六七八九十百千万亿]"
_CHINESE = rf"{_HAN}{{1,24}}(?:{_MORE}[万亿]{{1,2}})?(?:点[零〇一二三四五六七八九]{{1,12}})?"
_ANY = rf"(?:{_MIXED}|{_CHINESE})"
_SIGN = r"(?:(?<![\d%a-zA-Z])-|负)?"
_DASH = r" ?(?:—{1,2}|-|~|至|到) ?"
_HAN_STARTS = "零一二两三四五六七八九十百千万亿半"
_DIGITS = "0123456789"


def _quantity(
    folded: str, start: int, end: int, value: Value, measure: Measure | None, rule: str
) -> Quantity:
    """The quantity at `start:end`, its measure's end included, with the cues around it."""
    stop = measure.end if measure else end
    words = folded[start:end]
    inner = "多" if any(sign in words for sign in "多余几") else ""
    if measure and not inner and folded[end : end + 1] in ("多", "余"):
        inner = "多"
    cue = bound_around(folded, start, stop, inner)
    unit = measure.unit if measure else None
    return Quantity(
        start, stop, folded[start:stop], value, unit.canonical if unit else "",
        unit.surface if unit else "", cue.bound, cue.left, cue.right,
        _SCALE.search(words) is not None, rule,
    )  # fmt: skip


def _read(words: str) -> Decimal | None:
    """The numeral without sign and without 多, 余, 几; None for one too long to be an amount."""
    plain = _MORE_SIGNS.sub("", words)
    if len(plain) > 24:
        return None
    return numeral(plain)


def _times(value: Value, unit: Unit | None) -> Value:
    if unit is None:
        return value
    if isinstance(value, tuple):
        return EXACT.multiply(value[0], unit.factor), EXACT.multiply(value[1], unit.factor)
    return EXACT.multiply(value, unit.factor)


def _after(folded: str, end: int) -> tuple[Measure | None, int]:
    """The unit behind a number, past a 多 or 余 that stands before it."""
    more = 1 if folded[end : end + 1] in ("多", "余") else 0
    measure = measure_at(folded, end + more)
    return measure, end + more if measure is None and more else end


def _amount(folded: str, match: re.Match[str]) -> list[Quantity]:
    value = _read(match["n"])
    if value is None:
        return []
    if match["sign"]:
        value = -value
    measure, end = _after(folded, match.end())
    return [
        _quantity(
            folded, match.start(), end, _times(value, measure.unit if measure else None), measure, "amount"
        )
    ]


def _words(folded: str, match: re.Match[str]) -> list[Quantity]:
    """A Chinese numeral counts only with a unit that makes it a figure: 四亿元, 三成 — not 一个, 五大."""
    words = match["n"]
    value = _read(words)
    measure, end = _after(folded, match.end())
    if value is None or measure is None or _quoted(folded, match.start(), measure.end):
        return []
    if not _figure(words, value, measure.unit):
        return []
    if match["sign"]:
        value = -value
    return [_quantity(folded, match.start(), end, _times(value, measure.unit), measure, "words")]


def _quoted(folded: str, start: int, end: int) -> bool:
    """“十条”, “人才十条”: inside quotation marks words are a name."""
    opened = folded.rfind("“", max(0, start - 8), start)
    return opened >= 0 and ("”" in folded[end : end + 3] or opened == start - 1)


def _figure(words: str, value: Decimal, unit: Unit) -> bool:
    if words in ("百", "千", "万", "亿"):
        return False
    if unit.dimension == "share":
        return unit.surface != "成" or value <= 10
    if value < 2:
        return False
    return (
        unit.surface in _COUNTED_IN_WORDS
        or unit.dimension in ("money", "ratio", "length", "area", "mass", "energy")
        or (value >= 11 and unit.dimension != "time" and unit.surface not in _TURNS)
    )


def _range(folded: str, match: re.Match[str]) -> list[Quantity]:
    """30亿—50亿元, 4.5%—5%, 2—4家: two ends of one value; a unit on the second holds for both."""
    low, high = _read(match["low"]), _read(match["high"])
    if low is None or high is None or folded[max(0, match.start() - 1) : match.start()] in ("从", "由", "自"):
        return []
    first, _ = _after(folded, match.end("low"))
    if first is not None and first.end > match.start("to"):
        first = None
    between = folded[match.end("low") : match.start("to")].strip(" 多余")
    measure, end = _after(folded, match.end())
    if (between and (first is None or measure is None or first.unit.canonical != measure.unit.canonical)) or (
        measure is None and not _SCALE.search(match["high"])
    ):
        return []
    scale = _SCALE.search(match["high"])
    if scale and not _SCALE.search(match["low"]):
        low = numeral(match["low"].replace(",", "") + scale.group()) or low
    if low >= high:
        return []
    value = _times((low, high), measure.unit if measure else None)
    return [_quantity(folded, match.start(), end, value, measure, "range")]


def _fraction(folded: str, match: re.Match[str]) -> list[Quantity]:
    """百分之五, 三分之二, 1/3."""
    below, above = numeral(match["below"]), numeral(match["above"])
    if not below or above is None:
        return []
    sign = -1 if match["sign"] else 1
    hundredths = _PARTS.get(match["below"])
    if hundredths:
        value, unit = EXACT.multiply(above * sign, hundredths), _PERCENT
    else:
        value, unit = (above * sign / below), _RATIO
    return [_quantity(folded, match.start(), match.end(), value, Measure(unit, match.end()), "fraction")]


def _proportion(folded: str, match: re.Match[str]) -> list[Quantity]:
    """2.81∶1 is the ratio 2.81; 4.0∶37.7∶58.3 are three shares of one whole."""
    parts = [Decimal(part.replace(",", "")) for part in re.split(" ?： ?", match.group())]
    if len(parts) == 2:
        if not parts[1] or (
            parts[0] == parts[0].to_integral_value() and len(match.group().split("：")[1]) == 2
        ):
            return []
        value = parts[0] / parts[1]
        return [_quantity(folded, *match.span(), value, Measure(_RATIO, match.end()), "proportion")]
    if len(parts) != 3 or not 99 <= sum(parts) <= 101:
        return []
    found, at = [], match.start()
    for text, value in zip(re.split(" ?： ?", match.group()), parts, strict=True):
        start = folded.index(text, at)
        at = start + len(text)
        found.append(_quantity(folded, start, at, value, Measure(_PERCENT, at), "structure"))
    return found


def _doubling(folded: str, match: re.Match[str]) -> list[Quantity]:
    """翻番 and 翻一番 are twice as much, 翻两番 four times."""
    times = numeral(match["n"] or "一") or Decimal(1)
    if times > 6:
        return []
    return [
        _quantity(folded, *match.span(), Decimal(2) ** int(times), Measure(_RATIO, match.end()), "doubling")
    ]


def _half(folded: str, match: re.Match[str]) -> list[Quantity]:
    return [_quantity(folded, *match.span(), Decimal("0.5"), Measure(_RATIO, match.end()), "half")]


def _rank(folded: str, match: re.Match[str]) -> list[Quantity]:
    """居第一, 第3位, 列首位, 前五名 — where a verb of standing precedes."""
    if folded[match.end() : match.end() + 1] == "”":
        return []
    value = Decimal(1) if match["first"] else numeral(match["n"] or match["top"])
    if value is None or not 0 < value <= 1000:
        return []
    before = folded[max(0, match.start() - 24) : match.start()]
    if not _STANDS.search(before.rsplit("，", 1)[-1] if match["first"] else before):
        return []
    found = _quantity(folded, match.start(), match.end(), value, Measure(_RANK, match.end()), "rank")
    if match["top"]:
        found = Quantity(
            found.start,
            found.end,
            found.surface,
            value,
            "rank",
            "位",
            "max",
            found.left,
            found.right,
            False,
            "rank",
        )
    return [found]


def _order(folded: str, match: re.Match[str]) -> list[Quantity]:
    """百亿级, 超千家, 近万亿元: a power of ten alone counts with a cue before it or 级 behind."""
    value = numeral(match["n"])
    measure, end = _after(folded, match.end())
    stop = measure.end if measure else end
    level = folded[stop : stop + 1] == "级"
    cue = bound_around(folded, match.start(), stop, "")
    above = (
        folded[match.start() - 1 : match.start()] == "上"
        and folded[match.start() - 2 : match.start()] != "以上"
    )
    if value is None or not (level or above or cue.left < match.start() or (measure and value >= 10**9)):
        return []
    if level and value < 10**8:
        return []
    found = _quantity(
        folded, match.start(), end, _times(value, measure.unit if measure else None), measure, "order"
    )
    if above and found.bound == "exact":
        found = Quantity(
            found.start, found.end, found.surface, found.value, found.unit, found.measure, "min",
            match.start() - 1, found.right, True, "order",
        )  # fmt: skip
    return [found]


_SCALE = re.compile(r"(?:[千百十]?万亿|[千百十]?亿|[千百十]?万|千|百)$")
_MORE_SIGNS = re.compile(r"[多余几]")
_PERCENT = Unit("%", "%", "share", Decimal(1))
_RATIO = Unit("", "ratio", "ratio", Decimal(1))
_RANK = Unit("位", "rank", "other", Decimal(1))
_PARTS = {
    "百": Decimal(1),
    "千": Decimal("0.1"),
    "万": Decimal("0.01"),
    "百万": Decimal("0.0001"),
    "100": Decimal(1),
}
_COUNTED_IN_WORDS = frozenset(
    {"家", "所", "座", "条", "艘", "户", "亩", "公里", "名", "架", "栋", "幢", "%", "个百分点"}
)
_TURNS = frozenset("届期轮次批场")
_STANDS = re.compile(
    r"(?:居|列|排名?|位次|名列|跃升|升至|上升|前移|保持|稳居|跃居|蝉联|夺得|全国|全省|全市|全区|区县|省市|城市|西部|中部|世界|全球|增速|总量|规模|成为)"
    r"[^，。；]*$"
)


def _rule(name: str, starts: str, pattern: str, produce: Production) -> Rule:
    return Rule(name, starts, re.compile(pattern), produce)


RULES = (
    _rule(
        "fraction", _DIGITS + _HAN_STARTS + "负-",
        rf"(?P<sign>{_SIGN})(?P<below>\d+|{_HAN}{{1,24}}) ?分 ?之 ?"
        rf"(?P<above>{_MIXED}|{_HAN}{{1,24}}(?:点{_HAN}{{1,24}})?)",
        _fraction,
    ),
    _rule(
        "slash", _DIGITS,
        r"(?P<sign>)(?P<above>\d{1,2})/(?P<below>\d{1,2})(?![\d/.])(?=[^年月日\d]|$)", _fraction,
    ),
    _rule("proportion", _DIGITS, r"\d+(?:\.\d+)?(?: ?： ?\d+(?:\.\d+)?){1,2}(?![\d：.])", _proportion),
    _rule(
        "range", _DIGITS + _HAN_STARTS,
        rf"(?P<low>{_MIXED}|{_CHINESE})(?: ?(?:%|‰|亿?美?元|个百分点|[个家项户人亩吨倍年天公里万元]{{1,3}}))?"
        rf"(?P<to>{_DASH})(?P<high>{_MIXED}|{_CHINESE})", _range,
    ),
    _rule("doubling", "翻", r"翻(?:了|了?(?P<n>[一两二三四])|)番", _doubling),
    _rule("half", "半一过", r"(?:一半|半数|过半(?!山|岛))", _half),
    _rule(
        "rank", "第首榜前",
        r"第(?P<n>[一二三四五六七八九十百]{1,4}|\d{1,3})(?:位|名)?(?![一二三四五六七八九十\d"
        r"届版次批期季章节条款个家号轮阶代产医人生高中职课责时线梯书大党副军师类层居场任篇站院党教实监附集])"
        r"|(?P<first>首位|榜首)(?!度)|前(?P<top>[一二两三四五六七八九十]{1,3}|\d{1,3})(?:位|名|强)", _rank,
    ),
    _rule("order", "十百千万亿", rf"(?P<n>[十百千]?万?亿|[十百千]万|[百千万])(?!{_HAN}|分之)", _order),
    _rule("amount", _DIGITS + "负-", rf"(?P<sign>{_SIGN})(?P<n>{_MIXED})", _amount),
    _rule("words", _HAN_STARTS + "负", rf"(?P<sign>负?)(?P<n>{_CHINESE})", _words),
)  # fmt: skip
"""Tried in this order where a character of `starts` stands; the first that gives something counts."""
