"""What a number measures: phrases of headers and labels put together into the bureau's term.

A phrase is *complete* when a number can be said of it (营业收入, 粮食产量); 第一产业 or 城镇居民 only narrow
another.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from bulian.extract.deferred import deferred
from bulian.extract.tables.words import ends_in_measure, measure_of, words
from bulian.vocab.indicators import Indicator, indicators
from bulian.vocab.table import FOLDER, rows


@lru_cache(maxsize=65536)
def known(phrase: str) -> Indicator | None:
    """The indicator of the vocabulary that a phrase names, however short; None where it names none.

    >>> known("规上工业总产值").name, known("年末户籍总人口（万人）")
    ('规模以上工业总产值', None)
    """
    table = indicators()
    plain = _BRACKETS.sub("", phrase)
    for candidate in (
        phrase,
        plain,
        spelled_out(plain),
        _FRONT.sub("", plain),
        plain.replace("总人口", "人口"),
        _SUM.sub("", plain),
        plain.removesuffix("数"),
    ):
        found = table.get(candidate)
        if found:
            return found
    return None


@lru_cache(maxsize=65536)
def is_complete(phrase: str) -> bool:
    """A number can be said of the phrase by itself.

    第一产业 and 高新技术企业 are in the vocabulary as short forms; beside a measure they are its part or its
    subject, so they are not complete.
    """
    if not phrase or phrase in words("weak"):
        return False
    if ends_in_measure(_SUM.sub("", _BRACKETS.sub("", phrase))):
        return True
    return known(phrase) is not None and not _COUNTED.search(_BRACKETS.sub("", phrase))


def spelled_out(phrase: str) -> str:
    """规上 and 限上 in full, GDP by its Chinese name.

    >>> spelled_out("规上工业企业数")
    '规模以上工业企业数'
    """
    for short, full in _SHORT_FORMS:
        phrase = phrase.replace(short, full)
    return phrase


def term(phrase: str) -> str:
    """The bureau's term for a phrase where the vocabulary has one, else the phrase spelled out."""
    indicator = known(phrase)
    return indicator.name if indicator else spelled_out(phrase)


@lru_cache(maxsize=65536)
def part_of(part: str, whole: str) -> str:
    """The term for a part of a whole as a table lists it below: 其中：工业 below 固定资产投资 is 工业投资.

    A part that is a measure by itself (税收收入 below 一般公共预算收入) keeps its name, with the whole's
    scope where both end in the same measure; else the part stands before the whole: 轻工业规模以上工业总产值.

    >>> part_of("工业", "固定资产投资"), part_of("第一产业", "地区生产总值"), part_of("汽车", "产量")
    ('工业投资', '第一产业增加值', '汽车产量')
    """
    if not part or part == whole:
        return whole
    if not whole:
        return part
    if not is_complete(whole):
        joined = known(whole + part)
        if joined:
            return joined.name
        return overlapped(whole, part) if _GROUPS.search(whole) else part
    if is_complete(part):
        return _scoped(part, whole)
    if part in _PER:
        return part + whole
    measure = _parts().get(term(whole))
    if measure:
        found = known(part + measure.name)
        if found or measure.always:
            return found.name if found else part + measure.name
    product = _PRODUCTS.fullmatch(whole)
    return overlapped(part, product["measure"] if product else whole)


def is_parted(whole: str) -> bool:
    """The whole's parts have a name of their own: 第一产业增加值 of 地区生产总值."""
    found = _parts().get(term(whole))
    return found is not None and found.always


def _scoped(part: str, whole: str) -> str:
    """乡村人口 below 常住人口 is 乡村常住人口; 总产值 below 规模以上工业总产值 keeps the size of firms."""
    measure = measure_of(part)
    if known(part) and part != measure:
        return part
    if measure and whole.endswith(measure) and part != measure:
        for scope in _INNER_SCOPES:
            if scope in whole and scope not in part:
                return part.removesuffix(measure) + scope + measure
        for scope in _OUTER_SCOPES:
            if whole.startswith(scope) and not part.startswith(_OUTER_SCOPES):
                return scope + part
    return part


@lru_cache(maxsize=65536)
def narrowed(upper: str, lower: str) -> str:
    """Two headers, one above the other: 规模以上工业 over 增加值, 人口数 over 男, 资产总计 over 流动资产."""
    if not upper or upper in lower:
        return lower or upper
    if (
        not lower
        or (lower in upper and is_complete(upper))
        or (lower in words("weak") and is_complete(upper))
    ):
        return upper
    if upper in _CURRENCIES:
        return lower
    if is_complete(lower):
        bare = lower == measure_of(lower)
        return lower if is_complete(upper) and not bare else overlapped(upper, lower)
    if is_complete(upper):
        return part_of(lower, upper)
    return lower if _SECTOR.fullmatch(upper) and lower.endswith("业") else overlapped(upper, lower)


@lru_cache(maxsize=65536)
def crossed(row: str, column: str) -> str:
    """A row's phrase and a column's: 粗钢 × 产量, 人均可支配收入 × 城镇居民, 工业 × 增加值."""
    if not row or not column or column in row or column in _CURRENCIES:
        return row or column
    if column in words("weak"):
        return row if is_complete(row) else row + column
    if not is_complete(column):
        return overlapped(column, row)
    if not is_complete(row):
        return part_of(row, column)
    part = _parts().get(term(row))
    if (part and part.name == column) or measure_of(row) == column:
        return row
    return overlapped(row, column)


def within_title(phrase: str, title: str) -> str:
    """A phrase under its table's title: 汽车 under 产品产量, 营业收入 under 规模以上工业企业."""
    if not phrase:
        return title if is_complete(title) else ""
    if not title or title in phrase:
        return phrase
    if is_complete(title):
        core = _SUM.sub("", phrase).removeprefix("总").removesuffix("额").removesuffix("数")
        short = core != phrase or phrase == measure_of(phrase)
        if short and len(core) > 1 and title.endswith(core) and core not in ("出口", "进口"):
            return title
        return phrase if is_complete(phrase) else part_of(phrase, title)
    scoped = title.startswith(_OUTER_SCOPES) and not any(scope in phrase for scope in _OUTER_SCOPES)
    if not scoped or not is_complete(phrase):
        return phrase
    inner = phrase.find("工业")
    if title.endswith("工业") and inner > 0 and phrase[inner - 1] not in "轻重":
        return phrase[:inner] + title + phrase[inner + 2 :]  # 国有企业工业总产值
    firms = title.endswith("工业") and measure_of(phrase) in words("account")
    return overlapped(title + "企业" if firms else title, phrase)


def beside(outer: str, inner: str) -> str:
    """Two labels of one row: 第一产业 | 增加值 belong together, 经济发展 | 城镇化率 only share a row.

    >>> beside("第一产业", "增加值"), beside("经济发展", "城镇化率")
    ('第一产业增加值', '城镇化率')
    """
    if not outer or not inner:
        return inner or outer
    joined = known(outer + inner)
    if joined:
        return joined.name
    if not is_complete(inner):
        return part_of(inner, outer) if is_complete(outer) else overlapped(outer, inner)
    return overlapped(outer, inner) if inner == measure_of(inner) or _GROUPS.search(outer) else inner


def unscoped(title: str) -> str:
    """A title's measure without the scope of its list: 产值 of 规模以上工业企业产值, "" for a scope alone.

    >>> unscoped("规模以上工业企业产值"), unscoped("规模以上工业企业")
    ('产值', '')
    """
    rest = _SCOPE.sub("", title)
    return rest if is_complete(rest) else ""


def overlapped(front: str, back: str) -> str:
    """Both, what the end of one and the beginning of the other share written once.

    >>> overlapped("全体居民", "居民人均可支配收入")
    '全体居民人均可支配收入'
    """
    if back.startswith(front):
        return back
    for size in range(min(len(front), len(back)), 1, -1):
        if front.endswith(back[:size]):
            return front + back[size:]
    return front + back


@lru_cache(maxsize=4096)
def title_measure(phrase: str) -> str:
    """The measure or the scope that a title without place and period names; "" where it names none.

    >>> title_measure("固定资产投资增速"), title_measure("规模以上工业企业主要财务指标")
    ('固定资产投资', '规模以上工业企业')
    """
    rest = spelled_out(_TITLE_NUMBER.sub("", phrase))
    rest = _BY.sub("", _WHOLE_PLACE.sub("", _BRACKETS.sub("", rest)))
    rest = _HOW_MANY.sub("", rest)
    rest = _TITLE_NOISE.sub("", rest).strip("的及其和与、，：: -—")
    if not rest:
        return ""
    if is_complete(rest) and not _SEVERAL.search(rest):
        product = _PRODUCTS.fullmatch(rest)
        return product["measure"] if product else term(_OF_FIRMS.sub("", rest))
    found = {
        rest[a:b] for a in range(len(rest)) for b in range(a + 3, len(rest) + 1) if rest[a:b] in indicators()
    }
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    if len(longest) == 1 and is_complete(longest[0]) and not _SEVERAL.search(rest):
        return indicators()[longest[0]].name
    scope = _SCOPE.match(rest)
    return scope.group() if scope else ""


@cache
def _parts() -> dict[str, "_Part"]:
    listed = rows(FOLDER / "table_parts.csv", ("whole", "measure", "used"))
    return {
        row.text("whole"): _Part(row.text("measure"), row.one_of("used", ("always", "known")) == "always")
        for row in listed
    }


@dataclass(frozen=True, slots=True)
class _Part:
    """The last word of a part's name; `always`, or only where the vocabulary knows the whole name."""

    name: str
    always: bool


_BRACKETS = deferred(r"（[^（）]*）")
_FRONT = deferred(r"^(?:全社会|地方|全部|本年|当年|累计)(?=.{3})")
_SECTOR = deferred(r"第[一二三]产业")
_SUM = deferred(r"(?<=.{2})(?:合计|总计)$")
_COUNTED = deferred(
    r"(?:业|公司|机构|单位|主体|项目|平台|基地|园区|人才|中心|专利|商标|户|家|小巨人|高企|集群)$"
)
_SHORT_FORMS = (
    ("规上", "规模以上"), ("限上", "限额以上"), ("规模工业", "规模以上工业"), ("GDP", "地区生产总值"),
    ("社零", "社会消费品零售"), ("固投", "固定资产投资"), ("高企", "高新技术企业"),
    ("规模以上工业工业", "规模以上工业"),
)  # fmt: skip
_OUTER_SCOPES = ("规模以上", "限额以上")
_INNER_SCOPES = ("常住", "户籍")
_CURRENCIES = (
    "人民币",
    "美元",
    "按人民币计价",
    "按美元计价",
    "以人民币计价",
    "以美元计价",
    "人民币值",
    "美元值",
    "本币",
    "外币",
)
_PER = ("人均", "户均", "亩均", "地均")
_PRODUCTS = deferred(
    r"(?:[一-鿿]{0,8}(?:产品|作物|能源品种|商品))(?P<measure>产量|生产量|销量|销售量|产销量|消费量|库存量"
    r"|价格|面积|播种面积)"
)
_TITLE_NUMBER = deferred(
    r"^(?:(?:续?附?表|图|附件|专栏)\s*[\dA-Z一二三四五六七八九十]*|[\dA-Z]+(?=[-—.．、 ])"
    r"|（?[一二三四五六七八九十]+[、）])(?:[-—.．]\d+)*[\s、：:.]*"
)
_BY = deferred(
    r"按[^，,、的]{1,12}?分(?:组|类|列)?的?|(?:[各分]|选定)(?:主要)?(?:行业|地区|区县|县区|市州|市县|镇街|街镇|街道|乡镇|产业"
    r"|月份?|季度?|年度?|区域|省市?|市|县|区)+(?:（[^）]*）)?的?"
)
_OF_FIRMS = deferred(r"^(?:企业|公司)(?!数|单位数|家数)")
_HOW_MANY = deferred(r"\d+个?[大中小]*(?:城市|省市|区县)")
_WHOLE_PLACE = deferred(r"全[市区县省州旗国]")
_TITLE_NOISE = deferred(
    r"国民经济和社会发展|国民经济|经济社会发展|主要(?:经济|财务|统计)?(?:效益)?指标|重点经济指标|经济指标"
    r"|各项指标|核心指标|指标|主要|基本情况|执行情况|完成情况|运行情况|情况|统计(?:月报|年报|季报|快报|数据"
    r"|资料|表|提要|年鉴)|一览表|明细表|汇总表|对比表|统计表"
    r"|月报表?|年报|快报|简报|监测表?|及其增长速度|及增长速度|及增速|增长速度|排位|排名|位次|历年|各月|各年"
    r"|目标任务|目标|对比|比较|重点|概况|概览|附表|续表|附件|数据|表$|^表\d*|统计"
)
_GROUPS = deferred(r"(?:居民|企业|家庭|单位)$|^(?:规模以上|限额以上)")
_SEVERAL = deferred(r"[及和与、](?!其他|通信|供应|社会保障|旅游|洗选|加工|制品)")
_SCOPE = deferred(
    r"(?:规模以上|限额以上)[一-鿿]*?(?:企业|工业|服务业|批发和?零售(?:业|企业)?|住宿和?餐饮业?|单位"
    r"|法人单位)+"
)
