"""Slots that name industries, segments, products and kinds of firm."""

import re
from functools import lru_cache

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.coordination import Item, read_list, read_members
from bulian.extract.names.form import names_none
from bulian.extract.names.places import is_place_name
from bulian.extract.relations.readings.firms import firms, is_known_firm
from bulian.extract.relations.readings.words import COUNT, directional, generic, stem
from bulian.extract.relations.rules import CUES
from bulian.vocab.words import word_classes


def directions(context: Context, start: int, end: int) -> list[str]:
    """Industries, segments and kinds of firm to go for; () unless the phrase says that it names such."""
    found = read_list(context.phrases, start, end)
    if found.noun and context.folded[found.end : found.end + 1] == "的":
        return []  # 等领域的工作思路: the list only describes
    industrial = found.noun in word_classes(CUES)["direction_noun"]
    if not industrial and found.items:
        industrial = _GOODS_SUMMED.match(context.folded, found.items[-1].end, end) is not None
    return [
        _industry(context, item.text)
        for item in found.items
        if (industrial or directional().search(item.text))
        and _is_segment(context, item)
        and not _elsewhere(context, item)
        and not (found.noun in ("领域", "方面") and item.text in _BROAD)
        and not (found.noun in ("项目", "平台", "工程") and item.text.endswith(_PUT_UP))
    ]


def segments(context: Context, start: int, end: int) -> list[str]:
    """Members of a chain or an industry, whatever they are."""
    items = read_list(context.phrases, start, end).items
    return [_industry(context, item.text) for item in items if _is_segment(context, item)]


def no_firms(context: Context, start: int, end: int) -> list[str]:
    """Members of an industry; () where the list may be one of firms."""
    return [] if firms(context, start, end) else segments(context, start, end)


def segments_of_home(context: Context, start: int, end: int) -> list[str]:
    """Members of a list of the home's industries, the place before the first aside."""
    for name in context.names.within(start, end):
        if name.kind == "place" and name.start == start:
            start = name.end
    return segments(context, start, end)


def kinds_of_firm(context: Context, start: int, end: int) -> list[str]:
    """Kinds of firm (芯片设计企业): the slot holds the members up to 企业, commas too."""
    if related := _RELATED.search(context.folded, start, end):
        end = related.start()
    found = read_list(context.phrases, start, end)
    items = found.items if found.noun else read_members(context.phrases, start, end)
    bare = [stem(_RELATED.sub("", item.text)) for item in items if not is_known_firm(context, item)]
    return [t for t in bare if len(t) >= 2 and not generic().fullmatch(t) and not _NO_SEGMENT.search(t)]


def mains(context: Context, start: int, end: int) -> list[str]:
    """以A为主的X、以B为主的Y → X, Y: what each member is mainly made of is cut away."""
    text = context.folded[start:end]
    return [m[1] for m in _MAIN.finditer(text)] or segments(context, start, end)


def stages(context: Context, start: int, end: int) -> list[str]:
    """Stages of a chain, plain words like 原料 and 服务 too."""
    return [part for part in _STAGE_CUT.split(context.folded[start:end]) if 2 <= len(part) <= 10]


def dashed(context: Context, start: int, end: int) -> list[str]:
    """衬底—芯片—封装 taken apart at its dashes."""
    parts = re.split("—+", _BEFORE_STAGES.sub("", context.folded[start:end].strip("“”")))
    parts[-1] = parts[-1].partition("等")[0].removesuffix("一体化")
    return [part for part in parts if 2 <= len(part) <= 10 and not _NO_STAGE.match(part)]


def dashed_stages(context: Context, start: int, end: int) -> list[str]:
    """Stages between dashes; () where a place is among them, which makes a route of them."""
    parts = dashed(context, start, end)
    route = any(is_place_name(part) or part.endswith(_STATIONS) for part in parts)
    return [] if route or any(names_none(part) for part in parts) else parts


def chain(context: Context, start: int, end: int) -> list[str]:
    """The chain of what the slot names: 体外诊断 → 体外诊断产业链."""
    name = one_industry(context, start, end)
    return [name.removesuffix("产业") + "产业链"] if name else []


def own_chain(context: Context, start: int, end: int) -> list[str]:
    """A chain or cluster that ends the slot, the place or zone before it aside; () for too general words."""
    start = max(start, context.phrases.left_edge(end, start))
    for name in context.names.within(start, end - 3):
        if name.kind in ("place", "park") and name.start == start:
            start = name.end
    text = _WHERE.sub("", context.folded[start:end])
    bare = text.removesuffix("集群").removesuffix("链").removesuffix("产业").removesuffix("全")
    own = len(bare) >= 2 and not generic().fullmatch(bare) and not _NO_SYSTEM.match(bare)
    return [text] if own else []


def system(context: Context, start: int, end: int) -> list[str]:
    """The industry of a 产业体系 or 集群; an industry as wide as 工业 is the place's own and gives none."""
    name = one_industry(context, start, end)
    return [name] if name else []


def industry(context: Context, start: int, end: int) -> list[str]:
    """One industry, chain or cluster, by the name the document itself uses."""
    text = context.folded[start:end]
    if text.endswith(("产业链", "集群")) and context.phrases.clear(start, end):
        return [text]
    name = one_industry(context, start, end)
    return [name] if name else []


def product(context: Context, start: int, end: int) -> list[str]:
    """One product: after the last 的, without verbs in it, and without its brand (“镜星”系列)."""
    brand = _BRAND.search(context.folded, start, end)
    start = brand.end() if brand else start
    items = read_members(context.phrases, start, end)
    return [item.text for item in items if not generic().fullmatch(item.text)]


def goods(context: Context, start: int, end: int) -> list[str]:
    """Products as a list names them (吸尘器、小家电等产品): no firms, places, counts or words too general."""
    items = read_list(context.phrases, start, end).items
    names = [(item, _MADE.sub("", item.text)) for item in items if not is_known_firm(context, item)]
    return [
        text
        for item, text in names
        if len(text) >= 2
        and not generic().fullmatch(text)
        and not COUNT.search(text)
        and not _NO_GOODS.search(text)
        and not any(n.kind == "place" for n in context.names.within(item.start, item.end))
    ]


def after_firm(context: Context, start: int, end: int) -> list[str]:
    """What stands behind the firm that begins the slot, where it is a product (远山科技|导电浆料)."""
    firms = [n.end for n in context.names.within(start, end - 1) if n.start == start and n.kind == "firm"]
    if (
        not firms
        or not context.phrases.clear(max(firms), end)
        or _PLACE_OF_WORK.search(context.folded, max(firms), end)
    ):
        return []
    return goods(context, max(firms), end)


def made(context: Context, start: int, end: int) -> list[str]:
    """Products that begin the slot, up to the first word that goes on (纸箱直接供应…)."""
    stops = (a for a, b in context.phrases.within(start, end) if context.folded[a:b] not in _JOINS)
    return goods(context, start, next(stops, end))


def line(context: Context, start: int, end: int) -> list[str]:
    """The industry that a leader leads; () where the words only tell what kind of firm it is (民营, 当地)."""
    place = [n for n in context.names.within(start, end - 1) if n.kind == "place" and n.start == start]
    name = one_industry(context, place[0].end if place else start, end)
    return [name] if name and not _KIND_OF_FIRM.search(name) else []


def own_line(context: Context, start: int, end: int) -> list[str]:
    """The line of business that a label names, as it stands."""
    text = context.folded[start:end]
    return [text] if context.phrases.clear(start, end) and not generic().fullmatch(text) else []


def one_industry(context: Context, start: int, end: int) -> str | None:
    """The industry that ends the slot, place and zone before it aside; None for words too general."""
    start = max(start, context.phrases.left_edge(end, start))
    for name in context.names.within(start, end - 3):
        if name.kind == "place" and name.start == start:
            start = name.end
    if zone := _ZONE.match(context.folded, start, end):
        start = zone.end()
    text = _WHERE.sub("", context.folded[start:end])
    bare = stem(text)
    if text in _WIDE_LINES:
        return text
    if len(bare) < 2 or generic().fullmatch(bare) or _NO_SYSTEM.match(bare):
        return None
    return text if text.endswith("行业") else bare if bare.endswith(("业", "链", "经济")) else bare + "产业"


def _is_segment(context: Context, item: Item) -> bool:
    bare = stem(_MAGNITUDE.sub("", _RANKED.sub("", item.text)))
    vague = generic().fullmatch(item.text) or generic().fullmatch(bare)
    return not (
        vague or bare.startswith(("上游", "下游")) or _NO_SEGMENT.search(bare) or is_known_firm(context, item)
    )


def _elsewhere(context: Context, item: Item) -> bool:
    """大余县, 赣县区钨深加工: a place, or what begins with another than the text's, is no direction."""
    names = context.names.within(item.start, item.end)
    places = [n for n in names if n.start == item.start and n.kind in ("place", "park")]
    home = context.names.home or ""
    return any(n.end == item.end or (n.kind == "place" and n.canonical != home) for n in places)


def _industry(context: Context, text: str) -> str:
    """The name the document itself uses: with 产业 where it stands so somewhere."""
    text = _RANKED.sub("", text)
    text = _MAGNITUDE.sub("", text.removesuffix("体系") if text.endswith("业体系") else text)
    bare = stem(text.removesuffix("全产业链"))
    if not bare.endswith("业") and _stands(context.folded, bare + "产业"):
        return bare + "产业"
    return text if text.endswith(("产业", "产业链", "集群")) else bare


@lru_cache(maxsize=4096)
def _stands(folded: str, word: str) -> bool:
    """Whether a word stands anywhere in a text, asked anew for each of its mentions."""
    return word in folded


_GOODS_SUMMED = deferred(
    "[^，。；、等]{0,10}等[^，。；、]{0,8}(?:材料|装备|设备|器件|零部件|部件|制品)(?=[，。；]|$)"
)
_MAGNITUDE = deferred("^[百千万]亿级?(?=..)")
_RANKED = deferred("(?<=..)(?:优势|特色|主导|支柱|首位)+(?=产业$)")
"""小核酸优势产业: how it ranks is no part of an industry's name."""
_PLACE_OF_WORK = deferred(
    "下属|旗下|公司|集团|总部|基地|园|中心|[一二三四五]期|[新扩迁技]改?建|搬迁|工厂|厂房|大厦|酒店|广场|高速|铁路|改造|扩[能产]|\\d"
)
_BEFORE_STAGES = deferred("^.{0,6}(?:形成|构建|打造|涵盖|覆盖|建立)[了起]?(?=..)")
_JOINS = frozenset("和与及、")
_MADE = deferred(
    r"^(?:系列|各类|各种|优质|高端)(?=..)|(?:系列产品|系列|类产品|一体化|的生产|生产|加工|制造|研发|设计|[可已将被均也还])+$"
)
_NO_GOODS = deferred(
    r"^(?:重要|有力|坚实|强大|强劲|良好|优质|全方位|关键)$|^\d(?!\d*(?:英寸|纳米|微米|吋))|(?:企业|公司|能力|基地|工艺|技术|服务|业务|领域|市场|过程|环节|规模|效率|支持|保障|支撑|方案|贷款|资金|岗位|便利|帮助|条件|依据|动力|空间|机会|平台|样板|生产线|借鉴|经验|参考|融资|担保|咨询|培训|渠道|环境|政策|人才|力量|经营|活动|要素|安全|总值|管理|任务|秩序|订单|公司|类|牌|措施|政策|服务包|活动|厨房|(?<!加工)中心)$"
)
_KIND_OF_FIRM = deferred(
    r"民营|国有|外资|当地|本地|本土|知名|大型|上市|细分|省级|市级|区级|国家级|农业产业化|[一二三四五六七八九十]大|多家|一批|\d|相关|各|企业|两个|这"
    r"|高新技术|规上|规模以上|世界|央企|国企|骨干|龙头|上下游|^配套|优质|专精特新|重点|优秀|瞪羚|沿海|[省市区县]|一流|强链|头部|代表|新兴产业|链主|领军|独角兽|瞪羚|名企|标杆"
)
_RELATED = deferred(r"(?:相关|有关|类|领域)+(?:企业)?$")
_ZONE = deferred(r"(?:工业园区|产业园区|经开区|高新区|开发区|新区|功能区)(?=..)")
_BRAND = deferred(r"“[^”\n]{1,12}”(?:系列|牌|品牌)(?=..)")
_NO_SEGMENT = deferred(
    r"^更多|型$|^(?:聚力|全力|大力|着力|加快|积极|重点|逐渐|初步)$|(?:集中|密集|富集)$|(?:地区|区域|流域|三角洲?|湾区|都市圈|城市群|[上中下]游)$|^(?:京津冀|江浙沪|沪苏浙|成渝)$|^(?:第?[一二三四五六七八九十]+批?|精准)$|^低(?!空|碳|温|压|轨|介电)|^[一二三四五六七八九十两][个大]|集$|^县域|\d+(?:\.\d+)?亿|[百千万]亿|^可(?!穿|降解|再生|持续)|^\d(?!G)|[家个条]$|(?:产业园|工业园|科技园|园区|保税区|新区|开发区|高新区|经开区)$"
)
_NO_SYSTEM = deferred(
    "(?:多|数|若干|一批|几|[一二三四五六七八九十]|\\d+)[个条家大]|[两三四五六七八九十]大|雁阵|多元|综合性|[百千万]亿级?\\Z|[国省]级"
)
_WHERE = deferred(r"^(?:(?:较为?|比较)?完整的?|[百千万]亿级(?=..)|国内|全国|我国|全球|世界|中国)")
_MAIN = deferred(r"为主(?:导)?的([一-鿿A-Za-z0-9]{2,12}?)(?=、|和|及|与|以|等|$)")
_WIDE_LINES = ("信息产业", "材料产业", "文化产业")
"""Industries whose names without 产业 name none."""
_BROAD = ("能源", "金融", "物流", "旅游", "汽车", "食品")
"""Fields of policy when 领域 sums them up (交通、能源、水利等领域), industries elsewhere."""
_PUT_UP = ("中心", "基地", "平台", "园", "厂", "馆", "站")
_STATIONS = (
    "省",
    "市",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "站",
    "港",
    "山",
    "湖",
    "河",
    "江",
    "国",
    "年",
    "月",
    "日",
)
_NO_STAGE = deferred("涵盖|覆盖|形成|建成|构建|打造|拥有|从|到")
_STAGE_CUT = deferred(r"、|和|及|与|以及")
