"""Growth: 同比增长5.6%, and how a growth changes: 增速回落2个百分点."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.measured import unit_of
from bulian.extract.observations.nameless import placed
from bulian.extract.observations.naming import bare, counted, has_amount, implied_unit, is_new, term
from bulian.extract.observations.scene import Scene, noun_after, noun_before
from bulian.extract.observations.whole import of_same_part, of_whole
from bulian.model.fact import Value
from bulian.vocab.indicators import indicators


def growth(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """同比增长5.6%, 下降2个百分点, 增速为3%; the indicator may stand in an earlier clause."""
    before = reach.before
    own, quicker = _quicker(bare(before.text), quantity)
    pace = (
        next((tail for tail in PACES if own.endswith(tail)), "")
        if own in PACES or own not in indicators()
        else ""
    )
    verbs = [
        sign for kind, sign in zip(before.kinds, before.signs, strict=True) if kind == "growth"
    ] + quicker
    if not verbs and quantity.unit == "%" and (told := _TOLD_AS.match(scene.folded, quantity.right)):
        # 以7%的速度增长, 实现5%的增长: the noun behind the number says that it grew.
        verbs, own = ["-" if told["down"] else "+"], _GAINED.sub("", own)
    if own in _MORE and last is not None and quantity.unit == "CNY":
        # 财政收入完成19亿元，增收2.5亿元: what has come in more is growth of what came in.
        own, verbs = "", ["-" if own.startswith("减") else "+"]
    turned = "change" in before.kinds or (before.links and before.links[0] in ("到", "至") and verbs)
    if turned or not (
        verbs or (pace and quantity.unit in ("%", "pp")) or (reach.own and _grew(quantity, last))
    ):
        return None
    own = own.removesuffix(pace).strip("的")
    if _counts_others(scene, quantity, reach, own, last):
        return None
    if before.opener in ("比", "较") and before.text.startswith("“"):
        # 从业人员比“四经普”增长30%: what it is compared with is no indicator.
        than = scene.words.ending_at(before.start)
        before = noun_before(scene, reach.floor, than.start) if than else before
        own = bare(before.text)
    if quantity.unit == "pp" and not pace and (not own or own in _BEFORE):
        # 涨幅较上月收窄: the rate stands before what it is compared with.
        rate = _RATE_THAN.search(scene.folded, reach.floor, quantity.left)
        own, pace = "", rate["rate"] if rate else pace
    if last is not None and own.endswith("后") and _ADJUSTED.fullmatch(own):
        # 收入增长5%（剔除退税因素后增长3%）: the same growth, adjusted.
        own, before = "", replace(before, text="", start=quantity.left, end=quantity.left)
    own = _NOMINAL.sub("", own) if last is not None or own not in _NOMINALS else own
    place = placed(scene, before) if last is not None else None
    if place:
        # 固原市增长36.4%: whose growth it is stands where the indicator would.
        own, before = "", place
    own = _ECONOMY.get(own, own)
    indicator = term(own) if own and own not in PRONOUNS else ""
    if before.again and quantity.unit == "pp" and last is not None and _IS_SHARE.search(last.said):
        # 占工业比重分别达到19%和25%，比上年分别提高1和2个百分点: the shares have risen.
        indicator += "占" + last.said.rpartition("占")[2]
    if indicator and is_new(before.opener) and not indicator.startswith("新"):
        indicator = before.opener + indicator
    if not indicator and last is not None:
        # A share moves by points; what moves by a percentage is the thing itself.
        turned_share = last.aspect == "share" and quantity.unit != "%"
        added = last.said.removesuffix(last.indicator)
        flows = last.aspect == "level" and is_new(added) and added != "净增" and last.said != last.indicator
        indicator = last.said if turned_share or flows else last.indicator
        if quantity.unit == "%":
            indicator = indicator.removesuffix("占比").removesuffix("比重")
    indicator = of_same_part(of_whole(scene, before, indicator, last), last)
    if not indicator:
        return None
    earns = last is not None and last.indicator.endswith("营业收入") and _SERVICE.search(indicator)
    goods = last is not None and last.indicator.endswith(_SALES) and _GOODS.search(indicator)
    branch = (
        earns
        or goods
        or (
            last is not None
            and last.rule != "spoken"
            and not has_amount(indicator)
            and _BRANCH.search(indicator)
        )
    )
    if last is not None and branch and (tail := WHOLE.search(last.indicator)):
        indicator += tail.group()
    down = verbs[0] == "-" if verbs else bool(last and last.rule in _GROWN and negative(last.value))
    if quantity.unit == "pp" and (
        pace
        or (last is not None and _is_pace(last) and (not own or before.start == before.end or before.again))
    ):
        # 增长8%，较上月回落2个百分点: what has changed is the growth; a fall that narrows is a rise of it.
        if width := _WIDTH.search(scene.folded, reach.floor, quantity.left):
            narrower = width["verb"] in _NARROWS
            said_so = _FALLS.search(scene.folded, reach.floor, quantity.left) is not None
            fell = said_so or (
                narrower and last is not None and last.aspect == "growth" and negative(last.value)
            )
            down = fell != narrower
        value = signed(quantity.value) if down else quantity.value
        return Frame(before, indicator, indicator + "增速", "growth", value, "pp", None, "moved")
    value = signed(quantity.value) if down else quantity.value
    unit = quantity.unit or implied_unit(indicator)
    if own and quantity.measure in _COUNTS:
        indicator = indicator if has_amount(indicator) else counted(indicator)
        unit = unit_of(quantity, indicator, own)
    return Frame(before, indicator, indicator, "growth", value, unit, None, "growth") if unit else None


def _counts_others(scene: Scene, quantity: Quantity, reach: Reach, own: str, last: Frame | None) -> bool:
    """增加5000个招生计划: what is counted stands behind its number, and is said for the first time."""
    if own or last is None or quantity.measure not in _COUNTS or quantity.unit == last.unit:
        return False
    return bool(bare(noun_after(scene, quantity.right, reach.ceiling).text))


def _quicker(own: str, quantity: Quantity) -> tuple[str, list[str]]:
    """较上月加快0.5个百分点: 加快 and 放缓 are verbs of points only, else they open a name (加快建设…)."""
    for word, sign in QUICKER.items():
        if quantity.unit == "pp" and own.endswith(word):
            return own.removesuffix(word), [sign]
    return own, []


def _grew(quantity: Quantity, last: Frame | None) -> bool:
    """A further member of a list of growths: 分别增长7%、6.8%."""
    return last is not None and last.rule in _GROWN and last.unit == quantity.unit


def _is_pace(last: Frame) -> bool:
    """Whether what was said last is a growth rate, or how one stands or changed."""
    return last.rule in ("moved", "compared") or (last.aspect == "growth" and last.unit == "%")


def negative(value: Value) -> bool:
    return value[0] < 0 if isinstance(value, tuple) else value < 0


def signed(value: Value) -> Value:
    """The value as a fall."""
    return (-value[1], -value[0]) if isinstance(value, tuple) else -abs(value)


_COUNTS = frozenset({"家", "户", "个", "项", "所", "座", "处", "条", "件"})
_GROWN = ("growth", "moved")
QUICKER = {"加快": "+", "放缓": "-", "收窄": "-"}
PACES = ("增长速度", "增长率", "增速", "增幅", "升幅", "涨幅", "降幅", "跌幅", "增长幅度", "幅度")
_MORE = frozenset({"增收", "增支", "减收", "减支", "增加支出", "增加收入"})
_FALLS = deferred("[降跌]幅")
_IS_SHARE = deferred(r"占.+比重\Z")
_NARROWS = ("收窄", "缩小", "缩窄")
_BEFORE = frozenset({"上月", "上季", "上季度", "上月末", "前值", "上周"})
_RATE_THAN = deferred(r"(?P<rate>增速|增幅|升幅|涨幅|降幅|跌幅)[比较][^，。；]{2,12}\Z")
_WIDTH = deferred(r"(?P<verb>收窄|缩小|缩窄|扩大|加深|加大)[^，。；]{0,6}\Z")
WHOLE = deferred(
    r"(?:社会消费品零售总额|增加值|固定资产投资|投资|总产值|产值|零售额|销售额|营业额|营业收入)$"
)
_TOLD_AS = deferred(
    r"的(?:年均|平均|年平均|同比|复合|按年|高|快速|较快|稳定|正|两位数)*"
    r"(?:增长速度|增长率|增速|增幅|升幅|涨幅|速度|增长(?!点)|递增|(?P<down>负增长|降幅|跌幅|下降))(?!空间|潜力|动力|极)"
)
_GAINED = deferred(r"(?:出现|取得|获得|录得|迎来)$")
_SERVICE = deferred(r"(?:服务|活动|园)$")
_SALES = ("销售额", "零售额")
_GOODS = deferred(r"(?:器材|电器|汽车|家具|设备|珠宝|服装|饮料|烟酒)$")
_ADJUSTED = deferred(r"(?:剔除|扣除|扣减|还原|考虑|不含)[一-鿿]{1,16}后")
_NOMINAL = deferred(r"(?:实际|名义)$")
# 经济增长5%: growth of the economy, said of no part of it, is that of its product.
_ECONOMY = {"经济": "地区生产总值", "国民经济": "地区生产总值", "全区经济": "地区生产总值"}
_NOMINALS = frozenset({"实际", "名义"})
_BRANCH = deferred(r"(?:业|类|品|企业|单位|产业|行业|领域|经济|投资|零售|部门|地区|城镇|乡村|农村|商品)$")
