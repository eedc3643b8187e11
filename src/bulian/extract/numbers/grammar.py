"""How numbers are written: each rule a name, what it may begin with, a pattern, and what it comes to.

The examples beside this file (examples.txt) are run by the tests: value first, then each way to write it.
"""

import re
from decimal import Decimal

from bulian.extract.deferred import deferred
from bulian.extract.numbers.bounds import bound_around
from bulian.extract.numbers.measure import Measure
from bulian.extract.numbers.numeral import EXACT, numeral
from bulian.extract.numbers.quantity import Quantity
from bulian.extract.numbers.rule import (
    PERCENT,
    RANK,
    RATIO,
    SCALE,
    TURNS,
    amount_of,
    quantity_at,
    rule,
    times,
    unit_after,
)
from bulian.extract.numbers.special import BARE, SPECIAL
from bulian.extract.numbers.written import (
    ANY,
    ARABIC_STARTS,
    CHINESE,
    DASH,
    HAN,
    HAN_STARTS,
    MIXED,
    RUN,
    SIGN,
)
from bulian.vocab.units import Unit


def _amount(folded: str, match: re.Match[str]) -> list[Quantity]:
    value = amount_of(match["n"])
    if value is None:
        return []
    if match["sign"]:
        value = -value
    measure, end = unit_after(folded, match.end())
    if measure and measure.unit.surface == "位" and _moved(folded, match.start(), measure.end):
        measure = Measure(RANK, measure.end)
    if measure and measure.unit.surface == "个" and folded.startswith(("名次", "位次"), measure.end):
        measure = Measure(RANK, measure.end + 2)
    return [
        quantity_at(
            folded, match.start(), end, times(value, measure.unit if measure else None), measure, "amount"
        )
    ]


def _moved(folded: str, start: int, end: int) -> bool:
    """由99位提升至87位: places in a ranking, and no people."""
    return (
        _MOVES.match(folded, end) is not None or _MOVED.search(folded, max(0, start - 5), start) is not None
    )


def _words(folded: str, match: re.Match[str]) -> list[Quantity]:
    """A Chinese numeral counts only with a unit that makes it a figure: 四亿元, 三成 — not 一个, 五大."""
    words = match["n"]
    value = amount_of(words)
    measure, end = unit_after(folded, match.end())
    if value is None or measure is None or _quoted(folded, match.start(), measure.end):
        return []
    before = folded[match.start() - 1 : match.start()]
    if before == "第" or (before in ("几", "数") and words[0] in "十百千"):
        return []
    if not _figure(words, value, measure.unit):
        return []
    if match["sign"]:
        value = -value
    return [quantity_at(folded, match.start(), end, times(value, measure.unit), measure, "words")]


def _one(folded: str, match: re.Match[str]) -> list[Quantity]:
    """污水处理池一个: in a list of buildings even 一 counts, behind what it counts."""
    measure, end = unit_after(folded, match.end())
    return [quantity_at(folded, match.start(), end, Decimal(1), measure, "words")] if measure else []


def _quoted(folded: str, start: int, end: int) -> bool:
    """“十条”, “人才十条”: inside quotation marks words are a name."""
    opened = folded.rfind("“", max(0, start - 8), start)
    return opened >= 0 and ("”" in folded[end : end + 3] or opened == start - 1)


def _figure(words: str, value: Decimal, unit: Unit) -> bool:
    if words in _ALONE:
        return False
    if unit.dimension == "share":
        return unit.surface != "成" or value <= 10
    if unit.surface == "元" and len(words) == 1:
        return False  # 三元前驱体, 二元结构: so few yuan nobody writes in words
    if value < 2:
        return unit.dimension == "money" and unit.surface != "元"
    return (
        unit.surface in _COUNTED_IN_WORDS
        or unit.dimension in ("money", "ratio", "length", "area", "mass", "energy")
        or (value >= 11 and unit.dimension != "time" and unit.surface not in TURNS)
    )


def _range(folded: str, match: re.Match[str]) -> list[Quantity]:
    """30亿—50亿元, 4.5%—5%, 2—4家: two ends of one value; a unit on the second holds for both."""
    low, high = amount_of(match["low"]), amount_of(match["high"])
    if low is None or high is None or folded[max(0, match.start() - 1) : match.start()] in ("从", "由", "自"):
        return []
    first, _ = unit_after(folded, match.end("low"))
    if first is not None and first.end > match.start("to"):
        first = None
    between = folded[match.end("low") : match.start("to")].strip(" 多余")
    measure, end = unit_after(folded, match.end())
    if (between and (first is None or measure is None or first.unit.canonical != measure.unit.canonical)) or (
        measure is None and not SCALE.search(match["high"])
    ):
        return []
    scale = SCALE.search(match["high"])
    if scale and not SCALE.search(match["low"]):
        low = numeral(match["low"].replace(",", "") + scale.group()) or low
    if low >= high:
        return []
    value = times((low, high), measure.unit if measure else None)
    return [quantity_at(folded, match.start(), end, value, measure, "range")]


def _fraction(folded: str, match: re.Match[str]) -> list[Quantity]:
    """百分之五, 三分之二, 1/3, 一又二分之一."""
    below, above = numeral(match["below"]), amount_of(match["above"])
    if not below or above is None:
        return []
    sign = -1 if bool(match["sign"]) != bool(match["minus"]) else 1
    if match["whole"] is None and (match["below"] == "100" or not _COUNTS.search(match["below"])):
        value, unit = EXACT.divide(above * sign * 100, below), PERCENT
    else:
        whole = amount_of(match["whole"]) if match["whole"] else Decimal(0)
        if whole is None:
            return []
        value, unit = sign * (whole + above / below), RATIO
    return [quantity_at(folded, match.start(), match.end(), value, Measure(unit, match.end()), "fraction")]


_NAMED_BEFORE = 10


def _proportion(folded: str, match: re.Match[str]) -> list[Quantity]:
    """2.81∶1 is the ratio 2.81; 4.0∶37.7∶58.3 are three shares of one whole."""
    parts = [Decimal(part.replace(",", "")) for part in re.split(" ?： ?", match.group())]
    if len(parts) == 2:
        if not parts[1] or (
            parts[0] == parts[0].to_integral_value() and len(match.group().split("：")[1]) == 2
        ):
            return []
        value = parts[0] / parts[1]
        return [quantity_at(folded, *match.span(), value, Measure(RATIO, match.end()), "proportion")]
    # A printed structure that does not make 100 is an error to be told, not another thing.
    named = "结构" in folded[max(match.start() - _NAMED_BEFORE, 0) : match.start()]
    if len(parts) != 3 or not (named or 99 <= sum(parts) <= 101):
        return []
    found, at = [], match.start()
    for text, value in zip(re.split(" ?： ?", match.group()), parts, strict=True):
        start = folded.index(text, at)
        at = start + len(text)
        found.append(quantity_at(folded, start, at, value, Measure(PERCENT, at), "structure"))
    return found


def _doubling(folded: str, match: re.Match[str]) -> list[Quantity]:
    """翻番 and 翻一番 are twice as much, 翻两番 four times."""
    times = numeral(match["n"] or "一") or Decimal(1)
    if times > 6:
        return []
    return [
        quantity_at(folded, *match.span(), Decimal(2) ** int(times), Measure(RATIO, match.end()), "doubling")
    ]


def _half(folded: str, match: re.Match[str]) -> list[Quantity]:
    return [quantity_at(folded, *match.span(), Decimal("0.5"), Measure(RATIO, match.end()), "half")]


def _rank(folded: str, match: re.Match[str]) -> list[Quantity]:
    """居第一, 第3位, 列首位, 前五名 — where a verb of standing precedes."""
    if folded[match.end() : match.end() + 1] == "”":
        return []
    value = Decimal(1) if match["first"] else numeral(match["n"] or match["top"])
    if value is None or not 0 < value <= 1000:
        return []
    before = folded[max(0, match.start() - 24) : match.start()]
    placed = match["n"] and folded[match.end() - 1] in "位名" and _AMONG.search(before)
    if not placed and not _STANDS.search(before.rsplit("，", 1)[-1] if match["first"] else before):
        return []
    found = quantity_at(folded, match.start(), match.end(), value, Measure(RANK, match.end()), "rank")
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
    measure, end = unit_after(folded, match.end())
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
    found = quantity_at(
        folded, match.start(), end, times(value, measure.unit if measure else None), measure, "order"
    )
    if above and found.bound == "exact":
        found = Quantity(
            found.start, found.end, found.surface, found.value, found.unit, found.measure, "min",
            match.start() - 1, found.right, True, "order",
        )  # fmt: skip
    return [found]


_MOVES = deferred("(?:提升|上升|跃升|前移|攀升|下降|下滑|跃居|升|降|跃)(?:至|到)第?\\d")
_MOVED = deferred(
    "位(?:提升|上升|跃升|前移|攀升|下降|下滑|升|降|跃)(?:至|到)第?\\Z|(?:前移|后移|前进|跃升|进位|攀升|上升|提升|下滑|下降)了?\\Z"
)
_COUNTS = deferred(r"[^百千万亿佰仟 ]")
"""百分之, 万分之, but not 一百分之 or 三分之, which name a ratio."""
_ALONE = frozenset("百千万亿壹贰叁肆伍陆柒捌玖拾佰仟")
"""Alone these are words and names: 百家, 千户, 陆家嘴, 伍家岗."""
_COUNTED_IN_WORDS = frozenset(
    {"家", "所", "座", "条", "艘", "户", "亩", "公里", "名", "架", "栋", "幢", "双", "%", "个百分点"}
)
_AMONG = deferred(r"[个家座][^，。；\d]{0,6}中(?:的|列|排|居)?\Z")
_STANDS = deferred(
    r"(?:居|列|排名?|位次|名列|跃升|升至|上升|前移|保持|稳居|跃居|蝉联|夺得|全国|全省|全市|全区|区县|省市|城市|西部|中部|世界|全球|增速|总量|规模|成为)"
    r"[^，。；]*$"
)


RULES = (
    *SPECIAL,
    rule(
        "fraction", ARABIC_STARTS + HAN_STARTS + "负-",
        rf"(?P<sign>{SIGN})(?:(?P<whole>{ANY}) {{0,2}}又 {{0,2}})?(?P<below>\d+|{RUN})"
        rf" {{0,3}}分 {{0,3}}之 {{0,3}}(?P<minus>负?)(?P<above>{MIXED}|{CHINESE})",
        _fraction,
    ),
    rule(
        "slash", ARABIC_STARTS + "-",
        rf"(?P<sign>{SIGN})(?:(?P<whole>\d{{1,3}}) )?(?P<minus>)(?P<above>\d{{1,2}})/(?P<below>\d{{1,2}})"
        r"(?![\d/.])(?=[^年月日\d]|$)", _fraction,
    ),
    rule("proportion", ARABIC_STARTS, r"\d+(?:\.\d+)?(?: ?： ?\d+(?:\.\d+)?){1,2}(?![\d：.])", _proportion),
    rule(
        "range", ARABIC_STARTS + HAN_STARTS,
        rf"(?P<low>{MIXED}|{CHINESE})(?: ?(?:%|‰|亿?美?元|个百分点|[个家项户人亩吨倍年天公里万元]{{1,3}}))?"
        rf"(?P<to>{DASH})(?P<high>{MIXED}|{CHINESE})", _range,
    ),
    rule("doubling", "翻", r"翻(?:了|了?(?P<n>[一两二三四])|)番", _doubling),
    rule("half", "半一过", r"(?:一半|半数|过半(?!山|岛))", _half),
    rule(
        "rank", "第首榜前",
        r"第(?P<n>[一二三四五六七八九十百]{1,4}|\d{1,3})(?:位|名)?(?![一二三四五六七八九十\d"
        r"届版次批期季章节条款个家号轮阶代产医人生高中职课责时线梯书大党副军师类层居场任篇站院党教实监附集])"
        r"|(?P<first>首位|榜首)(?!度)|前(?P<top>[一二两三四五六七八九十]{1,3}|\d{1,3})(?:位|名|强)", _rank,
    ),
    rule("order", "十百千万亿", rf"(?P<n>[十百千]?万?亿|[十百千]万|[百千万])(?!{HAN}|分之)", _order),
    rule("amount", ARABIC_STARTS + "负-", rf"(?P<sign>{SIGN})(?P<n>{MIXED})", _amount),
    rule(
        "one", "一",
        r"(?<=[厂池房舍楼库馆场塔校院堂室井桥坝])一(?=[座个栋处间口所条套家](?:[，。；、（]|$))", _one,
    ),
    rule("words", HAN_STARTS + "负", rf"(?P<sign>(?:(?<![减自担抱肩])负)?)(?P<n>{CHINESE})", _words),
    BARE,
)  # fmt: skip
"""Tried in this order where a character of `starts` stands; the first that gives something counts."""
