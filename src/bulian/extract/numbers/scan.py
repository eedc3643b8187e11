"""Every number of a text, in one pass from left to right."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.numbers.grammar import RULES
from bulian.extract.numbers.numeral import EXACT
from bulian.extract.numbers.quantity import Quantity
from bulian.extract.numbers.rule import Rule
from bulian.extract.numbers.written import HAN
from bulian.vocab.units import magnitudes, units


def find_quantities(folded: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Every number of a folded text with its unit and bound, in order; none overlap.

    Args:
        folded: the text after `fold`.
        taken: spans in order that are no numbers, such as periods.

    >>> [(q.surface, q.unit, q.bound) for q in find_quantities("企业450多家，产值超12亿元")]
    [('450多家', 'enterprises', 'min'), ('12亿元', 'CNY', 'min')]
    """
    found: list[Quantity] = []
    done = gap = 0
    for match in _STARTS.finditer(folded):
        at = match.start()
        while gap < len(taken) and taken[gap][1] <= at:
            gap += 1
        if at < done or (gap < len(taken) and taken[gap][0] <= at):
            continue
        limit = taken[gap][0] if gap < len(taken) else len(folded)
        read = _read(folded, at, limit)
        if read:
            found.extend(read)
            done = read[-1].end
        elif folded[at].isdigit():
            done = _RUN.match(folded, at).end()  # type: ignore[union-attr]  # a digit stands there
        elif run := _LONG_RUN.match(folded, at):
            done = run.end()
    return tuple(_completed(folded, found))


def _read(folded: str, at: int, limit: int) -> list[Quantity]:
    for rule in (_AMOUNT,) if _PLAIN.match(folded, at, limit) else _by_first_character()[folded[at]]:
        match = rule.pattern.match(folded, at, limit)
        if match:
            read = rule.produce(folded, match)
            if read:
                return read
    return []


def _completed(folded: str, found: list[Quantity]) -> list[Quantity]:
    """12、15亿元 and 3.4个、1个百分点: a number before 、 and another takes the unit of the other."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        joined = folded[this.end : following.start]
        if not following.unit or not (joined in ("、", "和", "与", "及", "或") or _beside(joined, following)):
            continue
        bare = not this.unit or (this.measure == "个" and following.measure == "个百分点")
        if bare and this.rule in ("amount", "words") and not isinstance(this.value, tuple):
            found[i] = _with_unit_of(this, following)
    return found


def _beside(joined: str, following: Quantity) -> bool:
    """高于全国0.7、全省2.3个百分点: the unit stands behind the last of them."""
    return following.unit == "pp" and _OTHER_PLACE.fullmatch(joined) is not None


def _with_unit_of(this: Quantity, other: Quantity) -> Quantity:
    unit = units().get(other.measure)
    factor = unit.factor if unit else Decimal(1)
    scale = _SCALE.search(other.surface) if other.scaled and not this.scaled else None
    if scale:
        factor = EXACT.multiply(factor, magnitudes()[scale.group()])
    value = this.value if isinstance(this.value, tuple) else EXACT.multiply(this.value, factor)
    return this._replace(
        value=value, unit=other.unit, measure=other.measure, scaled=this.scaled or bool(scale)
    )


@cache
def _by_first_character() -> dict[str, tuple[Rule, ...]]:
    firsts = {character for rule in RULES for character in rule.starts}
    return {first: tuple(rule for rule in RULES if first in rule.starts) for first in firsts}


_LONE = "零一二两俩三四五六七八九"


def _starts() -> re.Pattern[str]:
    letters = "".join(
        sorted({character for rule in RULES for character in rule.starts} - set("-.0123456789"))
    )
    # It begins with all of them at once, so that other characters are passed over quickly. A digit in words
    # (一批, 三农) begins a number only where a unit, another one or what joins two numbers may follow.
    others = "".join(sorted(set(letters) - set(_LONE)))
    behind = re.escape(
        "".join(sorted({unit[0] for unit in units()})) + " （点又多余几元成折分半数至到—-~亿美"
    )
    return re.compile(
        rf"[\d\-.{letters}](?:(?<=[{others}])|(?<=[{_LONE}])(?=[{behind}]|{HAN})"
        r"|(?<=\d)(?<!\d.)(?<!\d\..)|(?<=-)(?=\.?\d)|(?<=\.)(?<!\d.)(?=\d))"
    )


_STARTS = _starts()
_AMOUNT = next(rule for rule in RULES if rule.name == "amount")
_PLAIN = deferred(
    r"\d+(?:\.\d+)?(?![\d.,eE^/：成折分又千百十万亿兆多余几—\-~至到]|元.[角毛分]| (?!\d+[ \n，。]))"
    r"(?!(?:%|‰|亿?美?元|个百分点|[个家项户人亩吨倍年天公里万元]{1,3}) ?[—\-~至到])"
    r"|\d+(?:\.\d+)?(?:万亿|[万亿])(?:美?元(?!.?[角毛分/])|[吨户人亩家])"
    r"(?![个家项户人亩吨倍年天公里万元]{0,2} ?[—\-~至到])"
)
"""Digits that go on in no way but a unit, or a power of ten and a unit: only amounts are read so."""
_OTHER_PLACE = deferred(r"[、，和](?:高于|快于|低于)?(?:全[国省市区县州]|[一-鿿]{2,3}省)(?:平均)?(?:水平)?")
_LONG_RUN = deferred(rf"{HAN}(?> {{0,3}}{HAN}){{12,}}")
"""Where so many together make no numeral, no part of them is one."""
_RUN = deferred(r"\d+(?:[.,]\d+)*")
_SCALE = deferred(r"[千百十]?万亿|[千百十]?亿|[千百十]?万")
