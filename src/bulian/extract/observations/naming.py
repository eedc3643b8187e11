"""What a noun phrase is called as an indicator: the bureau's term, or the thing counted with 数."""

from functools import lru_cache

from bulian.extract.deferred import deferred
from bulian.vocab.indicators import indicators

_SIGNS = " （、·：—+=÷×*#＋|/〔〕[]【】"
_FOOTNOTE = deferred(r"\[\d{0,3}\]|〔[^〔〕]{0,6}〕")
_WHERE = deferred(
    r"^(?:\d{1,2}[.、．]|全[市区县省州国镇乡村域疆盟旗](?!重点实验室|文明|振兴|(?<=全州)县)|[全我]街道|[我本][市区县省州国镇乡村]|各[市区县地]|辖区内?|区内|市内|县域|域内|区属"
    r"|[此本该这]次|现(?=入驻|聚集|集聚)|中(?=现代|传统|新兴|工业|农业|服务业|民企|外资|国企|战略性)|(?:[^，。；、]{0,12}(?:项目|企业))?中(?:包含|包括)|[省市县区镇村]里|该[省市县区镇村]|当中|届时|但因|但是|但|因为|然而|无论|还|另|市级层面|年末|年底|期末|累计|共(?![建享同治青和])|总计|其中|截止"
    r"|的|、|和(?![美谐平田顺静硕]|政县|县产|布克|龙市|林格)|及|与|各类|各项)+"
)
_TRAILING = deferred(
    r"(?:每年|每月|年均|累计|[一两三四五六七八九十]年内?|[\d一两三四五六七八九十]+年前|人民币|新台币|港币|(?<=[目业家位])就|(?<=.)(?:首次|再次|仍|均|已)|(?<=.)(?:每年|年均|均)?(?:(?<![主重需必首])要|(?<![所必急])需))$"
)
_ASIDE = deferred(r"^.*、(?=(?:数量|总量|增速|增幅|总额|金额|占比|位次)$)")
# “40桥24隧”、城市道路: works that a quotation has counted by itself.
_NUMBERED = deferred(r"^“[^”]*\d[^”]*”[、和及]")
_SHORT = (
    ("规上", "规模以上"),
    ("限上", "限额以上"),
    ("技改", "技术改造"),
    ("小巨人", "“小巨人”"),
    ("在校生", "在校学生"),
)
_GDP = deferred(r"(?<!亿)GDP(?!城市|百强|强|俱乐部|县)(?:总量|总值)?")
_ABOVE_SCALE = deferred(r"(?<![大小超])规模工业(?=企业|增加值|总?产值|利润|营|税)")
_AMOUNT = deferred(
    r"(?:数|数目|生产总值|GDP|投入|数量|总数|人数|户数|家数|个数|次数|总量|量|人口|人次|人员规模|规模|就业|面积|里程|长度|额|值"
    r"|收入|支出|投资|利润|税收|营收|余额|产能|能力|装机"
    r"|密度|强度|系数|指数|天数|寿命|标准|价格|存栏|出栏|农田|造林|吞吐|用电|发电|成本|工资|补助|补贴"
    r"|资金|贷款|存款|债券|基金"
    r"|应税销售|开票销售"
    r"|率|比重|占比|比例|比)$"
)
_SEVERAL = deferred(r"[两三四五六七八九十]大(?=产业|板块|领域|集群|行业)")


@lru_cache(maxsize=2048)
def bare(text: str) -> str:
    """The phrase without where, when and how much: 全区, 年末, 其中.

    >>> bare("全区规上工业产值")
    '规上工业产值'
    """
    text = _TRAILING.sub("", _FOOTNOTE.sub("", text).strip(_SIGNS))
    text = _NUMBERED.sub("", _ASIDE.sub("", text))
    return _paired(_WHERE.sub("", text.strip(_SIGNS)).strip(" 、的").removesuffix("和").removesuffix("及"))


def _paired(text: str) -> str:
    """Without a quotation mark that has lost its other half, or a pair around the whole."""
    if text.count("“") != text.count("”") or (text[:1] == "“" and text[-1:] == "”"):
        return text.replace("“", "").replace("”", "")
    return text


@lru_cache(maxsize=2048)
def term(text: str) -> str:
    """The indicator that a phrase names; abbreviations written out.

    >>> term("规上工业增加值"), term("新能源产业增加值"), term("GDP")
    ('规模以上工业增加值', '新能源产业增加值', '地区生产总值')
    """
    text = bare(text).replace("_", "").replace("\n", "")
    known = indicators().get(text)
    if known:
        return known.name
    if text.endswith("数量") and len(text) > 3:
        text = text.removesuffix("量")
    text = _SEVERAL.sub("", text)
    text = _ABOVE_SCALE.sub("规模以上工业", text)
    for short, full in _SHORT:
        if short in text and full not in text:
            text = text.replace(short, full)
    return _GDP.sub("地区生产总值", text)


def in_full(name: str) -> str:
    """The bureau's term for what is left of a phrase without its subject, 增速 behind it kept.

    >>> in_full("生产总值"), in_full("社零总额增速"), in_full("茶叶产量")
    ('地区生产总值', '社会消费品零售总额增速', '茶叶产量')
    """
    core = name.removesuffix("增速")
    known = indicators().get(core)
    return known.name + name.removeprefix(core) if known else name


def counted(text: str) -> str:
    """The number of the things that a phrase names: 外资企业 → 外资企业数.

    >>> counted("外资企业"), counted("常住人口"), counted("生产线")
    ('外资企业数', '常住人口', '生产线数')
    """
    name = term(text)
    if name in indicators() and indicators()[name].kind != "stock":
        return name
    return name if not name or _AMOUNT.search(name) else name + "数"


def is_new(verb: str) -> bool:
    """Whether a verb says that things are new ones: a flow beside the stock of the same name.

    So it is where a verb says that they have gone.

    >>> is_new("新登记"), is_new("净增"), is_new("退出"), is_new("建成")
    (True, True, True, False)
    """
    return verb.startswith("新") or verb in _COME or is_gone(verb)


def is_gone(verb: str) -> bool:
    """Whether a verb says how much there is less of (减少碳排放3万吨), which is no amount of the thing."""
    return verb in _GONE


def has_amount(name: str) -> bool:
    """Whether a name says what is measured (增加值), not only of what (制造业).

    >>> has_amount("制造业增加值"), has_amount("制造业")
    (True, False)
    """
    return name in indicators() or _AMOUNT.search(name) is not None


def implied_unit(name: str) -> str:
    """The unit that goes without saying (产值50亿); "" where none does."""
    known = indicators().get(name)
    if known:
        return known.unit
    if _MONEY.search(name):
        return "CNY"
    if name.endswith(("生产总值", "经济总量")):
        return "CNY"
    return "persons" if name.endswith(("人口", "人数", "就业", "人员")) else ""


_COME = frozenset({"净增", "竣工", "增加"})
_GONE = frozenset(
    {"减少", "退出", "淘汰", "关闭", "化解", "压减", "压降", "削减", "减免", "腾退", "清退", "降低", "节约"}
)
_MONEY = deferred(
    r"(?:产值|产业|规模|投资|收入|支出|营收|利润|税收|总额|销售额|余额|存款|贷款|资金|成交额|集群|产业链"
    r"|增加值|GDP)$"
)
