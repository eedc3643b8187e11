"""Numbers that define a group or a span of time and report nothing: 65岁以上, 2000万元以上的企业, 30年."""

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Reach
from bulian.extract.observations.scene import Scene
from bulian.extract.refusals import Reason
from bulian.vocab.indicators import indicators
from bulian.vocab.units import units


def refused(scene: Scene, quantity: Quantity, reach: Reach) -> Reason | None:
    """Why a number reports nothing; None where it may."""
    folded = scene.folded
    unit = units().get(quantity.measure)
    before = reach.before.text
    if quantity.unit != "rank" and folded[quantity.left - 1 : quantity.left] == "第":
        return "name" if _PLAN.match(folded, quantity.end) else "ordinal"
    if unit and unit.canonical in _SPECIFIED and not before.endswith(("降水量", "降雨量", "雨量")):
        return "name"
    if unit and unit.dimension == "time" and not _TIMED.search(before) and "growth" not in reach.before.kinds:
        return "duration"
    if quantity.right > quantity.end and _GROUPED.match(folded, quantity.end, reach.ceiling):
        counts = unit is not None and unit.dimension == "count"
        if not counts or folded[quantity.end : quantity.end + 2] == "人口":
            return "threshold"
    included = folded.startswith(("（含", "不含"), quantity.left - 2) and folded[quantity.right] == "）"
    if included or _sizes_a_group(scene, quantity, reach):
        return "threshold"
    if _RANKED_AMONG.match(folded, quantity.end) or (
        quantity.unit != "rank"
        and _STANDS_IN.search(folded, max(0, quantity.left - 12), quantity.left)
        and _STANDING.match(folded, quantity.end)
    ):
        return "threshold"
    if _LASTING.match(folded, quantity.end):
        return "duration"
    if quantity.measure == "次" and folded.startswith("连续", quantity.left - 2):
        return "duration"
    if unit and unit.dimension == "length" and _WITHIN.match(folded, quantity.end):
        return "threshold"
    if folded[quantity.left - 1 : quantity.left] == "每" and _PER_HEADS.match(folded, quantity.end):
        return "name"
    if adjective(scene, quantity):
        return None if _REACHED.search(folded, reach.floor, quantity.left) else "name"
    if _STEPS.match(folded, quantity.end) and (
        quantity.measure in ("个", "次") or folded[quantity.start - 1] == "个"
    ):
        return "rhetorical"
    if quantity.measure in ("项", "个") and _RANKED_LIST.match(folded, quantity.end):
        return "rhetorical"
    if (
        quantity.measure == "名"
        and _CLIMBED.match(folded, quantity.end)
        and _STOOD.search(folded, max(0, quantity.left - 10), quantity.left)
    ):
        return "ordinal"
    if quantity.measure == "期" and not _HELD.search(folded, reach.floor, quantity.left):
        return "name"
    if _TOP.match(folded, quantity.end) and (quantity.unit == "rank" or folded[quantity.start - 1] == "前"):
        return "rhetorical"
    if quantity.rule == "words" and _SUMMED.search(folded, reach.floor, quantity.start):
        return "rhetorical"
    if quantity.measure == "次" and not before and _VERB_FOLLOWS.match(folded, quantity.end):
        return "rhetorical"
    if (
        quantity.measure in ("批", "批次", "类", "轮", "组")
        and folded[quantity.end : quantity.end + 1].isdigit()
    ):
        return "rhetorical"
    if _AFTER.match(folded, quantity.end):
        return "name"
    if _DESCRIBES.search(folded, max(0, quantity.left - 6), quantity.left) and _OF_A_THING.match(
        folded, quantity.right
    ):
        return "name"
    if not quantity.unit and not quantity.scaled and before not in indicators():
        return "name" if _NAME_TAIL.match(folded, quantity.end) else None
    return None


def _sizes_a_group(scene: Scene, quantity: Quantity, reach: Reach) -> bool:
    """产值过10亿元企业6家, 百亿级企业3家: the size of each of the things that are counted next."""
    if quantity.unit == "persons" and (quantity.bound in ("min", "max") or quantity.rule == "range"):
        return _OF_STAFF.match(scene.folded, quantity.right) is not None
    level = scene.folded[quantity.right : quantity.right + 1] == "级"
    money = quantity.unit in ("CNY", "USD") or (not quantity.unit and quantity.scaled)
    if not level and not money:
        return False
    if quantity.rule == "range" and _OF_FIRMS.match(scene.folded, quantity.right):
        return True
    if not level and quantity.bound not in ("min", "approx") and quantity.rule != "order":
        return _OF_EACH.match(scene.folded, quantity.right) is not None
    return _COUNTED_NEXT.match(scene.folded, quantity.right + level) is not None


def adjective(scene: Scene, quantity: Quantity) -> bool:
    """万亿级, 百亿级 before a noun: an order of magnitude that describes."""
    level = scene.folded[quantity.right : quantity.right + 1] == "级"
    return level and quantity.bound == "exact" and (quantity.rule == "order" or quantity.unit in _SIZES)


_COUNTED_NEXT = deferred(
    r"(?:以上)?(?:（不?含[^（）]{1,12}）)?(?:或\d[\d.]*[亿万千百]*(?:美元|元)(?:及?以上)?)?(?:的)?[^，。；：、\d的]{0,12}?(?:企业|项目|单位|主体|公司|乡镇|街道|镇|村|集群|产业|产业链|园区|开发区|县|区|品种|平台|基金"
    r"|大户|商品|楼宇|产品|城市)(?:数量?|总数|分别|达到?|共?有|增加到|增至|突破|不少于|不低于|超过?|约|累计|新增|为|共计?|各)*\d"
)
# 80亿元项目1个, 5000万美元台资项目1个, 50亿元或5亿美元以上工业项目2个: the sum that each of them is worth.
_OF_EACH = deferred(
    r"(?:(?:或|及)\d[\d.~—-]*[亿万千百]*(?:美元|元)(?:（含）)?(?:及?以上)?)?的?[一-鿿]{0,2}(?:资|工业|产业|制造业|服务业)?(?:类|招商)?项目\d"
)
# 规模500人以上企业, 20人以下的小微企业: how many work in each of them.
_OF_STAFF = deferred(r"”?的?[一-鿿]{0,4}?(?:企业|单位|公司)(?!家|数)")
# 5—10亿元企业完成产值20亿元: a range of sums that firms or projects are told by.
_OF_FIRMS = deferred(
    r"(?:（不?含[^（）]{1,12}）)?的?[一-鿿]{0,2}(?:企业|单位|项目)(?=完成|实现|营业|销售|产值|利润|投资|数|共?有|为|\d|占)"
)
# 连续迈上4个万亿元台阶: how often a round sum was passed.
_STEPS = deferred(r"(?:[\d十百千]*[万亿]+元?级?)?新?(?:台阶|关口)")
# 工业投资、出口额2项指标增速居全市第一: how many were just listed.
_RANKED_LIST = deferred(
    r"(?:主要|重点|核心|经济)*指标(?:增速|增幅|总量)?[^，。；\d]{0,8}第[一二三四五六七八九十\d]"
)
_HELD = deferred(r"(?:共|办|开展|举办|出版|编印|发行|组织|完成|累计|培训|推出)[^，。；]{0,12}\Z")
_TOP = deferred(r"(?:名|位)?(?:[：:]|中，)")
# 较上年的88名提升38个名次: the place from which something rose, and no count of people.
_STOOD = deferred(r"[较比由从][^，。；\d]{0,8}第?\Z")
_CLIMBED = deferred(r"(?:大幅|显著|明显)?(?:提升|上升|前移|跃升|攀升|下降|下滑|退)")
# 龙岩、莆田和三明三座城市: the sum of a list just given.
_SUMMED = deferred(r"[一-鿿]{2,6}、?[一-鿿]{2,6}[和与及][一-鿿]{2,4}\Z")
_PLAN = deferred(r"五年(?:规划|计划)?|百年")
_VERB_FOLLOWS = deferred(r"[一-鿿]{2}")
_SIZES = frozenset({"CNY", "kW", "t", "m3", "kWh"})
_SPECIFIED = frozenset({"inch", "nm", "um", "mm", "kV", "ms"})
_TIMED = deferred(
    r"(?:天数|寿命|时间|年限|时长|周期|时限|期限|天气|优良|达标|霜期|日数|时数|工期|账期|回收期|周转期|住院日|停留时间)$"
)
_GROUPED = deferred(r"(?:（含）|及)?以[上下内](?:的|且|[一-鿿]{2,})")
_REACHED = deferred(r"(?:达到?|突破|形成|打造|培育|建设|迈上|跨越|的)[^，。；]{0,8}\Z")
_RANKED_AMONG = deferred(r"[^，。；、\d]{1,8}中(?:的|排名?|列|居)*第[一二三四五六七八九十\d]")
# 位居辽宁74个省级开发区第3位: the group that something is ranked in.
_STANDS_IN = deferred(r"(?:[居列]|排名?|名列)(?:在|于)?[一-鿿]{0,8}\Z")
_STANDING = deferred(r"[^，。；、\d]{1,10}?(?:第[一二三四五六七八九十\d]|首位|榜首|前[列茅])")
_LASTING = deferred(r"(?<=个)(?:季度|月(?!饼)|年头|学期|工作日|小时|交易日)(?![^，。；]{0,3}数)")
# 公交与轨道50米内换乘, 每10万人口在校生: how near, and of how many.
_WITHIN = deferred(r"(?:以|范围)?内(?![环河])|范围|半径")
_PER_HEADS = deferred(r"人口?(?![数均])|常住人口")
_AFTER = deferred(
    r"(?:[—\-~]\d|制(?![成造定订度品药])|级(?:地震|风|高|以|中|电|开发|产业基地)|期[项工]|型|时速|周年|年前|年后|年期|年内|年制|(?<=台)阶)"
)
# 全省首个超百亿元水利工程, 时速350公里的高铁: the size describes one thing.
_DESCRIBES = deferred(r"(?:首个|第一个|唯一一?个?|首座|首条)(?:超|过|破)?\Z|时速\Z")
_OF_A_THING = deferred(r"级?的?[一-鿿]{2}")
_NAME_TAIL = deferred(r"[A-Za-z席]")
