"""Units as tables write them: 新台币百万元, 万元/人, 上年=100, several in one bracket (亿元、%)."""

from decimal import Decimal
from functools import lru_cache

from bulian.extract.deferred import deferred
from bulian.extract.fold import fold
from bulian.extract.numbers.measure import parse_unit
from bulian.vocab.units import Unit


@lru_cache(maxsize=16384)
def table_unit(text: str) -> Unit | None:
    """The unit that a header, bracket or unit column names and nothing else; None where it names none.

    An index number (上年=100) has the unit "index", its factor 1.

    >>> unit = table_unit("新臺幣百萬元")
    >>> unit.canonical, unit.factor
    ('TWD', Decimal('1000000'))
    """
    folded = "".join(fold(text).split()).strip(":：,，;；、。")
    folded = _PREFIX.sub("", _OUTER.sub(r"\1", folded)).replace("千瓦小时", "千瓦时")
    if not folded:
        return None
    if _INDEX.fullmatch(folded):
        return Unit(folded, "index", "ratio", Decimal(1))
    if _PIECES.fullmatch(folded):
        return _piece(folded)
    if folded in ("个千分点", "千分点"):
        return Unit(folded, "pp", "share", Decimal("0.1"))
    for candidate in (folded, _PERCENT.sub("%", folded), _currency_last(folded)):
        unit = parse_unit(candidate)
        if unit:
            return unit
    return None


@lru_cache(maxsize=16384)
def table_units(text: str) -> tuple[Unit, ...]:
    """The units of a list as 亿元、% or 户/人 says it, in its order; what is none is left out.

    >>> [unit.canonical for unit in table_units("单位：户、人、%")]
    ['households', 'persons', '%']
    """
    whole = table_unit(text)
    if whole:
        return (whole,)
    folded = _OUTER.sub(r"\1", "".join(fold(text).split()))
    parts = _LIST.split(_PREFIX.sub("", folded))
    found = [table_unit(part) for part in parts if part]
    return tuple(unit for unit in found if unit)


def _piece(folded: str) -> Unit | None:
    """块 counts pieces in a table of products; as money only prose uses it."""
    unit = parse_unit(folded.replace("块", "个").replace("片", "个"))
    return Unit(folded, "items", "count", unit.factor) if unit else None


def _currency_last(folded: str) -> str:
    """新台币百万元 as 百万元新台币: the power of ten before the unit, as the units know it."""
    found = _CURRENCY.fullmatch(folded)
    return f"{found['scale']}{_CURRENCIES[found['currency']]}" if found else folded


_OUTER = deferred(r"^[（\[【]([^（）]*)[）\]】]$")
_PREFIX = deferred(r"^(?:计量|计算|货币|数据|金额|本表)?单位[:：]?|^(?:币种|计价)[:：]?")
_INDEX = deferred(
    r"以?(?:上年|上年同期|上年同月|上月|去年|前一?年|上年同季|\d{4}年?|基期)价?(?:=|为|＝)100%?|定基"
    r"|环比指数|指数"
)
_PIECES = deferred(r"[百千万亿]*[块片]")
_PERCENT = deferred(r"^(?:百分比|百分数|±%|\+-%|%±|[+]?/?-%|百分率|％)$")
_CURRENCIES = {
    "新台币": "元新台币", "台币": "元台币", "港币": "港元", "人民币": "元", "美元": "美元", "美金": "美元",
    "澳门币": "澳门元",    "RMB": "元", "港元": "港元", "欧元": "欧元", "日元": "日元",
}  # fmt: skip
_CURRENCY = deferred(rf"(?P<currency>{'|'.join(_CURRENCIES)})[:：]?(?P<scale>[十百千万亿]*)元?")
_LIST = deferred(r"[、，,;；|及或和]|/(?!\w*[人亩吨平天日年])")
