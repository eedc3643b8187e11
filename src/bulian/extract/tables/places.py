"""Which place a label, title or file name means, by the province or city around it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from bulian.extract.deferred import deferred
from bulian.vocab.regions import Region, regions
from bulian.vocab.table import FOLDER, rows
from bulian.vocab.words import word_list


@dataclass(frozen=True, slots=True)
class Place:
    """A place by the name that settles which one is meant.

    `code` is "" where the divisions have none; `currency` what 元 means in its tables.
    """

    name: str
    code: str = ""
    currency: str = "CNY"


@lru_cache(maxsize=65536)
def place_of(label: str, within: str = "") -> Place | None:
    """The place a whole label names: 渝中区, 大渡口, 北川县, 湘西州; None where it names none or several.

    Args:
        label: a folded label without blanks.
        within: code of the place around it ("" where unknown); of several with one name the one inside it,
            and a short name of a county counts only inside it or where no other place has it.

    >>> place_of("渝中区").name, place_of("北川县").name, place_of("鼓楼区")
    ('重庆市渝中区', '北川羌族自治县', None)
    """
    if len(label) < 2 or len(label) > 15:
        return None
    if label in _others():
        return _others()[label]
    found = _pick(_by_name().get(label, ()), within) or _pick(_by_short().get(label, ()), within)
    if found is None and label[-1] in "市区县州旗盟省" and len(label) >= 3:
        options = _by_beginning().get(label[:2], ())
        alike = tuple(r for r in options if r.name.startswith(label[:-1]) and r.name.endswith(label[-1]))
        found = _pick(alike, within)
    if found:
        return _place(found)
    nested = place_in(label, within) if len(label) > 4 else None
    return nested[0] if nested and nested[1] == label and nested[0].code else None


@lru_cache(maxsize=16384)
def place_in(text: str, within: str = "") -> tuple[Place, str] | None:
    """The first place that a title or a file name names, with the words as they stand, else None.

    Full names count anywhere, short ones (大渡口, 重庆) where they are no ordinary words and mean one place.

    >>> place_in("大渡口区2024年1-2月主要经济指标")[0].name
    '重庆市大渡口区'
    """
    best: tuple[Place, str] | None = None
    start = 0
    while start < len(text):
        size = _longest_at(text, start, within)
        if size:
            words = text[start : start + size]
            place = place_of(words, best[0].code if best and best[0].code else within)
            if place and _inside(place.code, best):
                # 重庆市大渡口区: the second name goes on where the first ends.
                best = (place, (best[1] if best else "") + words)
                start += size
                continue
        if best:
            break
        start += 1
    return best


def titled_place(text: str, within: str = "") -> tuple[Place, str] | None:
    """As `place_in`, and what only a title may name.

    A name that several places share stays as printed, without a code; a town behind its county, or a
    district behind its city in Taiwan, is the place, though the divisions list neither.

    >>> titled_place("鼓楼区2023年主要指标"), titled_place("大渡口区跳磴镇2023年经济指标")[0].name
    ((Place(name='鼓楼区', code='', currency='CNY'), '鼓楼区'), '重庆市大渡口区跳磴镇')
    """
    found = place_in(text, within) or _shared_in(text)
    if found is None:
        return None
    place, said = found
    behind = text[text.find(said) + len(said) :]
    inner = (_DISTRICT if place.currency == "TWD" else _TOWN).match(behind)
    if inner is None or not said.endswith(_OUTER_ENDS):
        return found
    return Place(place.name + inner.group(), place.code, place.currency), said + inner.group()


def _shared_in(text: str) -> tuple[Place, str] | None:
    """The first full name in a text that several counties and districts share."""
    for start in range(len(text) - 2):
        for size in (5, 4, 3):
            name = text[start : start + size]
            if len(_by_name().get(name, ())) > 1 and name not in _ORDINARY:
                return Place(name), name
    return None


def _inside(code: str, outer: tuple[Place, str] | None) -> bool:
    if outer is None:
        return True
    return (
        bool(code and outer[0].code) and code.startswith(outer[0].code.rstrip("0")) and code != outer[0].code
    )


def _longest_at(text: str, start: int, within: str) -> int:
    for size in range(min(15, len(text) - start), 1, -1):
        words = text[start : start + size]
        if words in _by_name() or words in _others():
            return size
        if words in _by_short() and words not in _traps():
            options = _by_short()[words]
            distinct = size >= 3 or any(region.level != "county" for region in options)
            if (distinct or (within and _pick(options, within))) and text[
                start + size : start + size + 1
            ] not in _TAILS:
                return size
    return 0


def common_parent(codes: Iterable[str]) -> str:
    """The code of the city or province that most of several places lie in, "" where none holds them."""
    listed = [code for code in codes if code]
    for size in (4, 2):
        counted = Counter(code[:size] for code in listed if code[size:].strip("0"))
        if counted:
            prefix, most = counted.most_common(1)[0]
            if 2 * most > len(listed) and most > 1:
                return (prefix[:2] if prefix[:2] in _MUNICIPAL else prefix).ljust(6, "0")
    return ""


def _pick(options: tuple[Region, ...], within: str) -> Region | None:
    """The only option, or the only one inside the place around."""
    if within[:2] in _CURRENCIES and options and options[0].level != "province":
        return None  # districts of Taiwan share their names with others; the divisions list none of them
    inside = [r for r in options if within and _holds(within, r.code)]
    if inside:
        return min(inside, key=lambda r: _LEVELS[r.level]) if len({r.name for r in inside}) == 1 else None
    top = [region for region in options if region.level == "province"] or list(options)
    return top[0] if len(top) == 1 else None


def _holds(outer: str, inner: str) -> bool:
    """A municipality's counties stand below 5001 and 5002; a county's neighbours share its city."""
    size = 2 if outer.endswith("0000") or outer[:2] in _MUNICIPAL else 4
    return inner.startswith(outer[:size])


@lru_cache(maxsize=4096)
def _place(region: Region) -> Place:
    parent = regions().get(region.parent)
    while parent and parent.name in _NO_NAMES:
        parent = regions().get(parent.parent)
    name = region.name
    in_city = name.endswith("区") or (parent is not None and parent.code[:2] in _MUNICIPAL)
    if parent and region.level == "county" and in_city and parent.name.endswith("市"):
        name = parent.name + name
    code = (
        region.code[:2] + "0000"
        if region.code[:2] in _MUNICIPAL and region.level != "county"
        else region.code
    )
    return Place(name, code, _CURRENCIES.get(code[:2], "CNY"))


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    table: dict[str, tuple[Region, ...]] = {}
    for region in regions().values():
        if region.name not in _NO_NAMES:
            table[region.name] = (*table.get(region.name, ()), region)
    return table


@cache
def _by_short() -> dict[str, tuple[Region, ...]]:
    table: dict[str, tuple[Region, ...]] = {}
    for region in regions().values():
        if len(region.short) >= 2 and region.name not in _NO_NAMES:
            table[region.short] = (*table.get(region.short, ()), region)
    return table


@cache
def _by_beginning() -> dict[str, tuple[Region, ...]]:
    table: dict[str, tuple[Region, ...]] = {}
    for region in regions().values():
        if region.name not in _NO_NAMES:
            table[region.name[:2]] = (*table.get(region.name[:2], ()), region)
    return table


@cache
def _others() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for row in rows(FOLDER / "table_places.csv", ("name", "short", "currency")):
        name = row.text("name")
        currency = row.text("currency")
        code = next(code for code, money in _CURRENCIES.items() if money == currency).ljust(6, "0")
        place = Place(_SPECIAL.get(name, name), code, currency)
        table[name] = place
        if row.optional("short"):
            table.setdefault(row.optional("short"), place)
    return table


@cache
def _traps() -> frozenset[str]:
    return frozenset(word_list("place_traps.csv"))


_LEVELS = {"province": 0, "prefecture": 1, "county": 2}
_MUNICIPAL = ("11", "12", "31", "50")
_NO_NAMES = ("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县")
_CURRENCIES = {"71": "TWD", "81": "HKD", "82": "MOP"}
_TAILS = ("路", "街", "大", "港")
_OUTER_ENDS = ("市", "县", "区", "州", "旗")
_ORDINARY = ("新城区",)
# 新北市乌来区, never 新北市各区 or 台中市工业区.
_DISTRICT = deferred(
    r"(?![各全分市县都社地工园校景灾乡镇村里区农林渔住商及与和辖])[一-鿿]{1,3}?[区乡镇市](?![别域间场民政价村镇])"
)
# 大渡口区跳磴镇2023年, never 大渡口区城镇居民.
_TOWN = deferred(
    r"(?![各全分城集乡村小])[一-鿿]{1,5}?(?<!城)(?<!乡)(?:街道|镇|乡|新区|开发区|高新区|经开区)"
    r"(?=\d|$|主要|经济|各|规模以上|统计|[（(])"
)
_SPECIAL = {"香港": "香港特别行政区", "澳门": "澳门特别行政区"}
