"""Whose a bare measure is: of 批发业完成销售额37亿元 the trade's, of 项目完成投资3亿元 the projects'."""

from bulian.extract.deferred import deferred
from bulian.extract.observations.frame import HEADS, PRONOUNS, Frame
from bulian.extract.observations.naming import bare, term
from bulian.extract.observations.scene import Noun, Scene, noun_before
from bulian.extract.observations.schools import of_school
from bulian.vocab.indicators import indicators


def of_same_part(indicator: str, last: Frame | None) -> str:
    """第二产业增加值280亿元，占比61.8%，增加值增长6.8%: a bare head is of the part just spoken of."""
    if last is None or indicator not in HEADS or not last.indicator.endswith(indicator):
        return indicator
    return last.indicator


def of_whole(scene: Scene, noun: Noun, indicator: str, last: Frame | None) -> str:
    """规模以上工业企业实现营业收入: a bare measure belongs to the group before its verb or number.

    Without a group before its own verb it goes on with the group of the figure before (；实现利润3亿元).
    """
    if "零售" in indicator and noun.opener in _ACHIEVED:
        verb = noun.start - len(noun.opener)
        if area := _MARKET.fullmatch(scene.folded, _begin(scene, verb), verb):
            return area["area"] + indicator
    follows = last is not None and indicator in _OF_A_TRADE and scene.folded[noun.start - 1] == "，"
    if last is not None and follows and (trade := _FIRMS_OF_A_TRADE.fullmatch(last.indicator)):
        # 饰品行业生产企业300家，年产值20亿元: so much is made by the trade.
        return trade["trade"] + indicator
    if indicator not in HEADS and indicator not in _MEASURES:
        return of_school(scene, noun, indicator, last)
    branch = _branch(scene, noun, indicator)
    if branch:
        return _joined(_spelt_out(branch), indicator, last)
    if indicator in HEADS:
        before = term(scene.folded[_begin(scene, noun.start) : noun.start])
        match = _GROUP_OF_FIRMS.search(before) or (_GROUP_OF_FIRMS.match(last.indicator) if last else None)
        if match:
            whole = match.group() in ("规模以上企业", "限额以上企业")
            made = indicator in _MADE and not whole
            return (match.group().removesuffix("企业") if made else match.group()) + indicator
    return _goes_on(scene, noun, indicator, last) if last is not None else indicator


def _branch(scene: Scene, noun: Noun, indicator: str) -> str:
    """第一产业 of 第一产业实现增加值; "" where the head has no branch before its verb."""
    if noun.opener in _ACHIEVED:
        verb = noun.start - len(noun.opener)
    elif noun.text.startswith("完成"):
        verb = noun.start
    else:
        return ""
    before = noun_before(scene, _begin(scene, verb), verb)
    text = _COUNTED.sub("", _LATELY.sub("", bare(before.text)))
    if indicator == "产量":
        return text if len(text) > 1 and not _AREA.search(text) else ""
    for name in scene.names.within(before.start, before.end):
        if name.kind in _OWNERS and text.startswith(name.text):
            # What is left of 江城市批发业: whose it is, is its subject.
            text = "" if name.kind == "park" else text.removeprefix(name.text)
    fits = _OF_BRANCH.search(text) or _OF_GROUP.search(text)
    named = text not in PRONOUNS and not _NO_GROUP.fullmatch(text)
    return text if fits and named and len(text) <= _LONGEST else ""


def _begin(scene: Scene, at: int) -> int:
    """Where the clause begins that ends at `at`, or what is near of it."""
    near = max(0, at - _NEAR)
    return max(near, *(scene.folded.rfind(sign, near, at) + 1 for sign in "，；。："))


def _spelt_out(branch: str) -> str:
    """规模以上企业 of 规上企业; 五大 stays, it tells which, and no count is made of the group."""
    if _SEVERAL.search(branch):
        return branch.replace("规上", "规模以上").replace("限上", "限额以上")
    name = term(branch)
    return name if branch.endswith("数") else name.removesuffix("数")


def _joined(branch: str, indicator: str, last: Frame | None) -> str:
    if indicator in _MADE and _ABOVE_IN.fullmatch(branch):
        branch = branch.removesuffix("企业")
    if last is not None and last.indicator.startswith("限额以上") and _TRADES.fullmatch(branch):
        # 限额以上批发业完成销售额37亿元；零售业完成销售额19亿元: of those above the limit too.
        branch = "限额以上" + branch
    name = branch.removesuffix(indicator) + indicator
    return indicators()[name].name if name in indicators() else name


def _goes_on(scene: Scene, noun: Noun, indicator: str, last: Frame) -> str:
    """；实现利润3亿元 after 规模以上工业企业实现总产值: of the same firms; 投资额 after 项目95个: theirs."""
    goes_with = noun.opener in _ACHIEVED or noun.opener == "新增"
    verb = noun.start - len(noun.opener) if goes_with else noun.start
    if not _ONLY_WHEN.fullmatch(scene.folded, _begin(scene, verb), verb) and scene.folded[verb - 1] != "、":
        return indicator
    of_projects = indicator in _OF_PROJECTS
    if (
        of_projects
        and last.aspect == "level"
        and last.indicator.endswith("项目数")
        and len(last.indicator) > 4
    ):
        return last.indicator.removesuffix("数") + indicator
    ends = "企业数" if _ABOVE.match(last.indicator) and last.indicator.endswith("企业数") else ""
    if ends and indicator in _OF_FIRMS:
        return last.indicator.removesuffix("数") + indicator
    ends = next((tail for tail in _TAILS if last.indicator.endswith(tail)), "")
    group = last.indicator.removesuffix(ends) if ends else ""
    if ends in _MADE and _ABOVE_IN.fullmatch(group + "企业"):
        group += "企业"
    if indicator.startswith("工业"):
        # 工业总产值 after 规模以上工业总产值 is that of all industry.
        return indicator
    fitting = _OF_PROJECTS if group.endswith("项目") else _OF_FIRMS
    return group + indicator if indicator in fitting and _GROUP.search(group) else indicator


_MADE = ("增加值", "总产值", "产值", "工业产值", "工业总产值")
_OF_PROJECTS = (
    "完成投资",
    "完成投资额",
    "投资额",
    "年度投资完成率",
    "投资完成率",
    "计划投资",
    "年度完成投资",
)
_OF_FIRMS = (
    "工业产值", "工业总产值", "利润", "利润总额", "营业利润", "利税", "利税总额", "营业收入", "主营业务收入",
    "销售收入", "新增产值", "总产值", "产值", "销售额", "营业额",
)  # fmt: skip
_MEASURES = frozenset(
    {
        *_OF_PROJECTS,
        *_OF_FIRMS,
        "零售额",
        "消费品零售额",
        "交易额",
        "出口额",
        "工业产值",
        "工业总产值",
        "产量",
        "出口交货值",
        "税金",
    }
)
"""What says of nothing what it measures; the heads of `HEADS` beside them."""
_TAILS = (
    "完成投资额", "年度完成投资", "完成投资", "总产值", "产值", "销售额", "营业额", "主营业务收入",
    "营业收入",
)  # fmt: skip
_OF_A_TRADE = frozenset(
    {"产值", "总产值", "年产值", "年总产值", "销售额", "年销售额", "年销售收入", "年营业收入", "从业人员数"}
)
_FIRMS_OF_A_TRADE = deferred(r"(?P<trade>[一-鿿]{2,10}(?:行业|产业))[一-鿿]{0,6}企业数")
_ACHIEVED = frozenset({"实现", "完成", "创造", "达成"})
_OWNERS = frozenset({"place", "park", "firm"})
_NEAR = 40
_LONGEST = 20
_COUNTED = deferred(r"^.*\d+(?:多|余)?(?:[家个户项]|大)")
_SEVERAL = deferred("[三四五六七八九十]大")
_LATELY = deferred(r"(?:当月|本月|当年|当季|本年|全年|上半年)$")
_ONLY_WHEN = deferred(
    r"(?:其中|截至|累计|合计|共|当月|本月|当年|当季|已|全年|今年|上半年|前[一二三]季度|第?[一二三四]季度|[\d年月日份底末—\-~])*"
)
_AREA = deferred(r"(?:[省市区县镇乡村国]|园区|企业|公司|集团|项目|中心)\Z")
_NO_GROUP = deferred(
    r"(?:园区|开发区|全[市区县省]|[该本这其各两几三四五六七八九十]|大|全部|所有|上述|以上|其他|相关|新增|家|个|户|的|等)*(?:企业|项目|单位|产业|行业|工业|工业企业|产业企业|集群|经济)"
)
_OF_BRANCH = deferred(
    r"(?:第[一二三]产业|产业|工业|农业|林业|渔业|牧业|制造业|服务业|建筑业|加工业|经济|产业链|[一二三]产|[^企事就创]业)\Z"
)
_OF_GROUP = deferred(r"(?:企业|项目|单位|产业链|[^事就创]业|[一-鿿]{2}类)\Z")
# 城镇实现限额以上消费品零售额: the area stands before the verb.
_MARKET = deferred(r"(?:其中|全[市省区县州国]|[：，])*(?P<area>城镇|乡村|农村)(?:市场)?")
_GROUP = deferred(r"^(?:规模以上|限额以上).|.(?:企业|项目)\Z|..(?:产业|行业|制造业)\Z")
_ABOVE = deferred("规模以上|限额以上")
_ABOVE_IN = deferred(r"(?:规模以上|限额以上)[一-鿿]{0,10}(?:工业|服务业|制造业|[^产企事就创]业)企业")
_TRADES = deferred(r"(?:批发|零售|住宿|餐饮|批发和零售|住宿和餐饮|批零|住餐)业")
_GROUP_OF_FIRMS = deferred(
    r"(?:规模以上|限额以上)[^，。；、\d]{0,10}?(?:企业|单位|工业|服务业|业)(?:法人单位)?(?=实现|完成|数"
    r"|营业|利润|增加值|$)"
)
