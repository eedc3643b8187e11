"""A firm's name taken apart: 行政区划 + 字号 + 行业 + 组织形式, and what stands behind for a branch.

The order is that of the rules for enterprise names (企业名称登记管理规定, State Council decree 734 of 2020,
article 6); a place may also stand in brackets behind brand or trade.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from bulian.resolve.regions import Codes, bare_counties, gazetteer, inside, reach
from bulian.vocab.firm_names import Form, forms, trades
from bulian.vocab.words import word_kinds

_BRACKETS = re.compile(r"（([^（）]*)）")
_SHARES = re.compile(r"(?<=[\u4e00-\u9fff])[-－]?[ABUWD]$")  # 万科A: a class of shares
_SHARE_CLASSES = "ABUWD"
_GROUP_WORDS = ("集团", "控股")
_LONG = 5
_SHORT = (4, 3, 2, 1)
"""How long forms may be: those of five characters and more are looked for only where a name ends like one."""
_SHORTEST_BRAND = 2
_SHORTEST_WITH_PROVINCE = 4  # 渝农商行
_FULL = ("限公司", "责任公司", "总公司", "合伙企业", "合伙）", "合作社")
_COUNTRY: Codes = ("",)
_COUNTRY_NAME = "中国"


class FirmName(NamedTuple):
    """A reading of a name.

    Attributes:
        place: the division before the brand, without 省, 市, 区, 县; "" for none, or where it is the brand.
        codes: what the place may be (see `regions.Codes`); () where the name tells none.
        brand: 字号. trade: 行业, "" for none.
        form: 组织形式 as written, "" for none; `family` and `what` as company_forms.csv has them.
        unit: what stands behind the firm's own name: 大渡口分公司; "" for the firm itself.
    """

    place: str
    codes: Codes
    brand: str
    trade: str
    form: str
    family: str
    what: str
    unit: str

    @property
    def core(self) -> str:
        """Brand and trade."""
        return self.brand + self.trade

    @property
    def spelled(self) -> str:
        """Place, brand and trade: what an abbreviation may be made of (上港 of 上海国际港务)."""
        return self.place + self.core

    @property
    def line(self) -> str:
        """What the firm does, as far as the name tells: its trade, or that it heads a group."""
        return self.trade or (self.what if self.what == "group" else "")

    @property
    def is_full(self) -> bool:
        """Written out as in a register: with its legal form."""
        return self.form.endswith(_FULL)


@lru_cache(maxsize=50_000)  # a name is a candidate again and again
def readings(name: str) -> tuple[FirmName, ...]:
    """The ways to read a name that `plain` wrote, the likelier first.

    A second one where the word at its beginning may belong to the brand, a county's bare name (东方雨虹) or
    中国, and where 中国 may be left out (建设银行); a short name may begin with a province's character (渝).

    >>> [(one.codes, one.brand, one.trade, one.form) for one in readings("重庆国际复合材料股份有限公司")]
    [(('50',), '国际', '复合材料', '股份有限公司')]
    >>> [one.brand for one in readings("东方雨虹")]
    ['雨虹', '东方雨虹']
    """
    bare = _SHARES.sub("", name) if name[-1:] in _SHARE_CLASSES else name
    province = word_kinds("region_abbreviations.csv").get(bare[:1])
    found = _read(bare)
    if province and len(bare) >= _SHORTEST_WITH_PROVINCE and not found[0].is_full:
        return (*found, *_read(province + bare[1:]))
    return found


def seat_of(text: str) -> Codes:
    """What the divisions at the beginning of a name or an address may be, the deepest that is named.

    >>> seat_of("重庆市大渡口区春晖路"), seat_of("成都"), seat_of("海外")
    (('500104',), ('5101',), ())
    """
    return _places(text + "某" * _SHORTEST_BRAND)[1]


def _read(name: str) -> tuple[FirmName, ...]:
    own, unit = _unit(name)
    middle, form, seat = _without_form(own)
    unit = unit or (form.form if form.what == "unit" else "")
    place, codes, last = _places(middle)
    rest = middle[len(place) :]
    if _is_trade(rest):
        named = _named_by_place(last, rest, seat or codes, form, unit)._replace(
            place=place[: len(place) - len(last)]
        )
        without_place = _reading(rest, seat or codes, form, unit)
        return (named, without_place) if last == _COUNTRY_NAME and named.is_full else (named,)
    first = _reading(rest, seat or codes, form, unit, place=_bare(place) if place else "")
    if last in bare_counties() or last == _COUNTRY_NAME:
        above = _places(place[: -len(last)] + "〇〇")[1]
        return first, _reading(last + rest, seat or above, form, unit)
    return (first,)


def _reading(middle: str, codes: Codes, form: Form, unit: str, *, place: str = "") -> FirmName:
    brand, trade = _split(middle)
    return FirmName(place, codes, brand, trade, form.form, form.family, form.what, unit)


def _named_by_place(place: str, trade: str, codes: Codes, form: Form, unit: str) -> FirmName:
    """重庆钢铁, 长安汽车: without any brand between, the place's own name tells the firm apart."""
    if not place:
        return _reading(trade, codes, form, unit)
    where = () if place in bare_counties() else codes
    return FirmName("", where, _bare(place), trade, form.form, form.family, form.what, unit)


def _bare(place: str) -> str:
    return place[:-1] if len(place) > 2 and place[-1] in "省市区县" else place


_NO_FORM = Form("", "", "company")


def _unit(name: str) -> tuple[str, str]:
    """The firm's own name, and the words for a branch of it behind the legal form."""
    if name.find("公司") == len(name) - 2:  # every legal form ends so: nothing stands behind the first
        return name, ""
    match = _own_form().search(name)
    if match and match.end() < len(name) and name[match.end() :] not in ("（有限合伙）", "（普通合伙）"):
        return name[: match.end()], name[match.end() :]
    return name, ""


def _without_form(name: str) -> tuple[str, Form, Codes]:
    """Brand and trade with the place before them; the form; the place that stood in brackets."""
    form = _NO_FORM
    known, end = forms(), len(name)
    for length in (*_form_lengths().get(name[-_LONG:], ()), *_SHORT):
        if length < end and (found := known.get(name[end - length :])):
            name, form = name[: end - length], found
            break
    seat: Codes = ()
    bare = name
    if "（" in name:
        for content in _BRACKETS.findall(name):
            seat = gazetteer().get(content, seat)
            if content in _GROUP_WORDS:
                form = Form(form.form, form.family, "group")
        bare = _BRACKETS.sub("", name)
    for word in _GROUP_WORDS:
        if bare.endswith(word) and len(bare) - len(word) >= _SHORTEST_BRAND:
            bare, form = bare[: -len(word)], Form(word + form.form, form.family, "group")
    return bare or name, form, seat


@cache
def _form_lengths() -> dict[str, tuple[int, ...]]:
    """By their last five characters, how long the long forms are, the longest first; few names have one."""
    found: dict[str, set[int]] = {}
    for form in forms():
        if len(form) >= _LONG:
            found.setdefault(form[-_LONG:], set()).add(len(form))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


def _places(middle: str) -> tuple[str, Codes, str]:
    """The divisions at the beginning, what the last of them may be, and the last; a name must be left."""
    place, codes = _first_place(middle)
    last = place
    while place:
        deeper, inner = _first_place(middle[len(place) :], above=codes)
        if not deeper or (codes == _COUNTRY and deeper in bare_counties()):
            break
        place, codes, last = place + deeper, inner, deeper
    return place, codes, last


def _first_place(text: str, above: Codes = ()) -> tuple[str, Codes]:
    table, most = gazetteer(), len(text) - _SHORTEST_BRAND
    for length in reach().get(text[:2], ()):
        codes = table.get(text[:length]) if length <= most else None
        if codes and (not above or inside(codes, above)):
            return text[:length], inside(codes, above) if above else codes
    return "", ()


def _split(middle: str) -> tuple[str, str]:
    """Brand and words of trade, stripped from the end as long as a brand is left."""
    end = len(middle)
    while length := _trade_before(middle, end):
        if end - length < _SHORTEST_BRAND:
            break
        end -= length
    return middle[:end], middle[end:]


def _is_trade(text: str) -> bool:
    """Nothing but words of trade, however they are cut."""
    if not _begins_trade(text):
        return False
    reached, words, by_last = {0}, trades(), _lengths()
    for end in range(1, len(text) + 1):
        for length in (*by_last.get(text[max(end - 2, 0) : end], ()), 1):
            if end - length in reached and text[end - length : end] in words:
                reached.add(end)
                break
    return bool(text) and len(text) in reached


def _begins_trade(text: str) -> bool:
    """Whether a word of trade may stand at the beginning: a look at two characters, as nearly none does."""
    return text[:2] in _beginnings() or text[:1] in trades()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:2] for word in trades())


def _trade_before(text: str, end: int) -> int:
    """How long the longest word of trade is that ends there; 0 for none."""
    words = trades()
    for length in _lengths().get(text[max(end - 2, 0) : end], ()):
        if length <= end and text[end - length : end] in words:
            return length
    return int(text[end - 1 : end] in words)


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """By the last two characters, how long words of trade are, the longest first."""
    found: dict[str, set[int]] = {}
    for word in trades():
        if len(word) > 1:
            found.setdefault(word[-2:], set()).add(len(word))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


@cache
def _own_form() -> re.Pattern[str]:
    """The first legal form in a name: what stands behind it is a unit."""
    legal = sorted((form for form in forms() if form.endswith(("限公司", "责任公司"))), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, legal)))
