"""What may be a firm's name by its form alone: no trade, no class of firms, no place, no count."""

import re
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.names.places import is_place_name, starting_place
from bulian.vocab.words import word_classes


def is_firm_name(text: str) -> bool:
    """Whether a word by itself may name a firm: short, no trade or class of firms, no count."""
    if not _SHORT.fullmatch(text) or _trade().search(text) or names_none(text):
        return False
    return not is_place_name(text)


def names_none(text: str) -> bool:
    """Whether a phrase opens or ends as no name does: 该…, 三家…, …改革."""
    return _NOT_FIRM.search(text) is not None


def is_branded(name: str, brand: str) -> bool:
    """Whether a name of two to four characters that is no common word stands before the brand word."""
    before = name.removesuffix(brand)
    place = starting_place(before)
    bare = before[len(place) :] if place else before
    if not 2 <= len(before) <= 6 or not _NAME.fullmatch(before) or common_words().search(before):
        return False
    return 2 <= len(bare) <= 4 and not _FIRST.match(bare) and not is_place_name(bare)


def has_brand(name: str) -> bool:
    """Whether a whole name has the form of a firm's."""
    if not name.endswith(brand_words()):
        return False
    return any(name.endswith(brand) and is_branded(name, brand) for brand in brand_words())


def is_strongly_branded(name: str) -> bool:
    """Whether a name ends in what only firms' names end in (合丰科技), no trade (叶片材料)."""
    strong = word_classes("firm_cues.csv")["strong_brand"]
    return any(name.endswith(brand) and is_branded(name, brand) for brand in strong)


def may_be_listed(text: str) -> bool:
    """Whether a member of a list of firms may be one, though its form alone tells nothing (永强, 理想).

    >>> may_be_listed("永强"), may_be_listed("纺织"), may_be_listed("溪源肉联"), may_be_listed("汽车产业")
    (True, False, True, False)
    """
    trade = len(text) == 2 and _trade().search(text)
    return _ANY.fullmatch(text) is not None and not trade and not is_place_name(text)


@cache
def brand_words() -> tuple[str, ...]:
    """The words that end firms' names: first those that end little else, then trades."""
    classes = word_classes("firm_cues.csv")
    return (*classes["strong_brand"], *classes["weak_brand"])


@cache
def common_words() -> re.Pattern[str]:
    """What stands before a trade and makes no name of it (消费电子)."""
    return re.compile("|".join(map(re.escape, word_classes("firm_cues.csv")["no_brand"])))


_ANY = deferred(
    r"(?!.*(?:基地|中心|园|园区|项目|工程|产品|产业|行业|领域|线|区|镇|县|省|市|等|[家个])\Z)(?![该这各本其此多全])[一-鿿A-Za-z]{2,10}"
)
_SHORT = deferred(r"(?=.*[一-鿿A-Za-z])[一-鿿A-Za-z0-9·\-+&]{2,12}")
_NOT_FIRM = deferred(
    r"^(?:我[国省市区县们]|[咱你他]们|本[省市区县地土]|该|某|全[国省市区县球部]|这|那|各|多[家个]|数[十百千家字]|许|其|第|约|近|超|一(?!汽|[重拖])|两"
    r"|三家|有[关效限]|新(?:型|能源|材料|一代|质|产业|技术|业态|的)|大(?:型|健康|数据|企业|项目|批|量)|小[微型]|众[多创]"
    r"|当地|国内|国外|世界|民营|国有|外资|[省市区县][内属级]|现代(?!汽车|重工|摩比斯)|先进|高端|传统|新兴|未来|优质|特色)"
    r"|[省市区县镇乡村]$|\d$|\d[^A-Za-z]?[家户个项条款]|[型式级性化度]$|强$|改革$|[二三四]期$|源$"
)  # fmt: skip
_NAME = deferred(r"[一-鿿A-Za-z]+")
_FIRST = deferred(
    r"[农林牧副渔工商]+\Z|[我本该全省市区县镇这那各某其许数几多两一二三四五六七八九十百千万个大小老]|新(?![日松华宙凤奥安光昌锐亚美时兴])"
)
_TRADE_END = (
    "(?:农|工|商|林|渔|牧|制造|服务|加工|旅游|金融|物流|建筑|零售|批发|餐饮|地产|养殖|种植|产|行|企|事|就|创"
    "|运输|信息|软件|文化|娱乐|租赁|采矿|保险|住宿|支柱|主)业"
)
_KINDS = (
    "(?:动力|锂|储能|新型|智能|高端|工业|生物|绿色|数字|精密|特种|先进"
    "|化学|光学|专用|通用|新|现代|清洁|人工|高性能)"
)


@cache
def _trade() -> re.Pattern[str]:
    classes = word_classes("firm_cues.csv")
    tails, alone = "|".join(classes["trade_tail"]), "|".join(brand_words())
    return re.compile(rf"(?:{tails})$|{_TRADE_END}$|^{_KINDS}*(?:{alone})+$|制造|产业|企业|公司(?!$)|与|和")
