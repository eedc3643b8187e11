"""What a number says: which indicator, and whether it is its level, growth, share or rank."""

import re
from dataclasses import dataclass

from bulian.extract.numbers import Quantity
from bulian.extract.observations.naming import bare, counted, has_amount, implied_unit, term
from bulian.extract.observations.scene import Noun, Scene, noun_after, noun_before
from bulian.model.fact import Aspect, Value
from bulian.vocab.indicators import indicators
from bulian.vocab.units import units


@dataclass(frozen=True, slots=True)
class Frame:
    """A number with its indicator.

    Attributes:
        noun: the phrase as it stands; its text is "" where the indicator comes from an earlier clause.
        indicator: the indicator itself, without what a share or a rank adds.
        said: what is reported: `战略性新兴产业占工业比重`, `…增速`.
        value, unit: settled by the indicator where the number left them open.
        basis: the whole of a share, the group of a rank; None else.
    """

    noun: Noun
    indicator: str
    said: str
    aspect: Aspect
    value: Value
    unit: str
    basis: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a number's clause reaches, other numbers excluded, and the phrase before the number.

    `own` is its part of a list before 分别; "" where it stands for itself.
    """

    floor: int
    ceiling: int
    before: Noun
    own: str = ""


def frame_of(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """The frame of a number, None where nothing names what it counts.

    `last` is the frame before it in the same sentence, from which an elided indicator is taken.
    """
    if quantity.unit == "rank":
        return _rank(scene, quantity, reach.floor, last)
    for rule in (_structure, _share, _compared, _growth):
        frame = rule(scene, quantity, reach, last)
        if frame:
            return frame
    return _level(scene, quantity, reach, last)


def _rank(scene: Scene, quantity: Quantity, floor: int, last: Frame | None) -> Frame | None:
    """增速排全市第一位: the standing of what is named before it, or of what was said last."""
    text = scene.folded[floor : quantity.left]
    verb = _STANDS.search(text)
    named = _GROUP.search(text, 0, verb.start() if verb else len(text))
    group = bare_group(verb["group"]) if verb else ""
    at = floor + (verb.start() if verb else len(text))
    if not group and named:
        group, at = bare_group(named[0]), floor + named.start()
    noun = noun_before(scene, floor, at)
    own = bare(noun.text)
    if last is not None and (not own or own in _PRONOUNS or own == "增速"):
        pace = own in ("增速", "增幅") or (last.aspect == "growth" and own != "总量")
        indicator = last.said if last.aspect == "share" else last.indicator
        said = indicator + "增速" if pace and not indicator.endswith("增速") else indicator
    else:
        indicator = said = term(own)
    if not said:
        return None
    return Frame(noun, indicator, said, "rank", quantity.value, "rank", group or None, "rank")


def bare_group(text: str) -> str:
    """The group ranked among, without a preposition: 在全国 → 全国."""
    return text.strip(" 在到至的“”中前")


def _structure(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """三次产业结构为4.0∶37.7∶58.3: the shares of the three sectors in gross product."""
    if quantity.rule != "structure":
        return None
    line = scene.folded[max(0, quantity.start - 40) : quantity.start]
    rank = (
        len(re.findall("：", line[line.rfind("结构") + 1 :][-14:]))
        if "结构" in line or "比重" in line or "产业" in line
        else -1
    )
    if rank < 0 or "产业" not in line:
        return None
    sector = ("第一产业", "第二产业", "第三产业")[min(rank, 2)]
    said = f"{sector}增加值占地区生产总值比重"
    return Frame(
        reach.before, f"{sector}增加值", said, "share", quantity.value, "%", "地区生产总值", "structure"
    )


def _share(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """X占Y比重: also with X elided, and 占比 where the whole goes without saying."""
    if quantity.unit not in ("%", "ratio"):
        return None
    floor = reach.floor
    match = _TAKES.search(scene.folded[floor : quantity.left])
    if not match:
        return _share_again(quantity, reach, last) if reach.own else None
    noun = noun_before(scene, floor, floor + match.start())
    part = term(reach.own) if reach.own else term(bare(noun.text))
    whole = _whole(scene, match["whole"] or "", floor + match.start("whole"))
    if not part or part in _PRONOUNS:
        if last is None:
            return None
        part = last.said if last.aspect != "share" else last.indicator
    return _part_of(part, whole, noun, quantity)


def _share_again(quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """The second share of a list: 分别占全市的3%、5%."""
    if last is None or last.aspect != "share":
        return None
    return _part_of(term(reach.own), last.basis or "", reach.before, quantity)


def _part_of(part: str, whole: str, noun: Noun, quantity: Quantity) -> Frame:
    kind = part.removesuffix("数") if part.endswith(("企业数", "公司数", "主体数")) else part
    said = f"{kind}占{whole}比重" if whole else f"{kind.removesuffix('占比')}占比"
    return Frame(noun, part, said, "share", quantity.value, quantity.unit, whole or None, "share")


def _whole(scene: Scene, text: str, at: int) -> str:
    text = _RATIO_WORDS.sub("", text).strip(" 的“”")
    for name in scene.names.within(at, at + len(text)):
        if (
            name.kind == "place"
            and name.start == at
            and len(text) > len(name.text)
            and text.startswith(name.text)
        ):
            text = text[len(name.text) :]
            break
    return term(text) if text not in _WIDE else text


def _compared(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """快于全国3.4个百分点: how far a growth or a level stands from another."""
    if quantity.unit != "pp":
        return None
    match = _COMPARES.search(scene.folded, reach.floor, quantity.left)
    if not match:
        if last is None or last.rule != "compared" or not reach.own:
            return None
        return _beside(reach.own, reach.before, quantity, last.basis, _negative(last.value))
    noun = noun_before(scene, reach.floor, match.start())
    own = reach.own or bare(noun.text)
    if own in _PRONOUNS or not own:
        if last is None:
            return None
        own = last.indicator + ("增速" if last.aspect == "growth" or own == "增速" else "")
    elif match["verb"] in ("快于", "慢于") and not own.endswith(_PACES):
        own += "增速"
    return _beside(own, noun, quantity, bare_group(match["other"]) or None, match["verb"] in _BELOW)


def _beside(own: str, noun: Noun, quantity: Quantity, other: str | None, below: bool) -> Frame:
    said = term(own)
    pace = next((tail for tail in _PACES if said.endswith(tail)), "")
    value = _signed(quantity.value) if below else quantity.value
    return Frame(noun, said.removesuffix(pace), said, "growth", value, "pp", other, "compared")


def _growth(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """同比增长5.6%, 下降2个百分点, 增速为3%; the indicator may stand in an earlier clause."""
    before = reach.before
    own = bare(before.text)
    pace = next((tail for tail in _PACES if own.endswith(tail)), "") if own not in indicators() else ""
    verbs = [sign for kind, sign in zip(before.kinds, before.signs, strict=True) if kind == "growth"]
    turned = "change" in before.kinds or (before.links and before.links[0] in ("到", "至") and verbs)
    if turned or not (
        verbs or (pace and quantity.unit in ("%", "pp")) or (reach.own and _grew(quantity, last))
    ):
        return None
    own = own.removesuffix(pace).strip("的")
    indicator = term(own) if own and own not in _PRONOUNS else ""
    if not indicator and last is not None:
        indicator = last.said if last.aspect == "share" else last.indicator
    indicator = _of_whole(scene, before, indicator, last)
    if not indicator:
        return None
    if last is not None and not has_amount(indicator) and (tail := _WHOLE.search(last.indicator)):
        indicator += tail.group()
    down = verbs[0] == "-" if verbs else bool(last and last.rule == "growth" and _negative(last.value))
    value = _signed(quantity.value) if down else quantity.value
    unit = quantity.unit or implied_unit(indicator)
    return Frame(before, indicator, indicator, "growth", value, unit, None, "growth") if unit else None


def _of_whole(scene: Scene, noun: Noun, indicator: str, last: Frame | None) -> str:
    """规模以上工业企业实现营业收入: a bare head belongs to the group of firms before its verb or number."""
    if indicator not in _HEADS:
        return indicator
    before = term(scene.folded[noun.start - 24 : noun.start].rsplit("，", 1)[-1]) if noun.start >= 24 else ""
    match = _GROUP_OF_FIRMS.search(before) or (_GROUP_OF_FIRMS.match(last.indicator) if last else None)
    if match is None:
        return indicator
    group = match.group().removesuffix("企业") if indicator in ("增加值", "总产值", "产值") else match.group()
    return group + indicator


def _grew(quantity: Quantity, last: Frame | None) -> bool:
    """A further member of a list of growths: 分别增长7%、6.8%."""
    return last is not None and last.rule == "growth" and last.unit == quantity.unit


def _negative(value: Value) -> bool:
    return value[0] < 0 if isinstance(value, tuple) else value < 0


def _signed(value: Value) -> Value:
    """The value as a fall."""
    return (-value[1], -value[0]) if isinstance(value, tuple) else -abs(value)


def _level(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    before = reach.before
    own = bare(before.text)
    if quantity.rule == "doubling":
        return _doubled(quantity, before, own, last)
    things = quantity.measure in _THINGS or (not quantity.unit and quantity.scaled)
    at = quantity.right + (scene.folded[quantity.right : quantity.right + 1] == "级")
    after = noun_after(scene, at, reach.ceiling) if things or not own else None
    thing = bare(after.text) if after else ""
    if after and things and thing and not (own and _linked(before)) and not _IN_TURN.match(thing):
        return _counted(quantity, after, thing, before)
    if not own or own in _PRONOUNS:
        shared = _group_share(scene, quantity, reach) or _again(scene, quantity, reach, last)
        found = shared or _continued(quantity, before, own, last)
        if found is None and quantity.unit in ("CNY", "USD") and after:
            found = _paid(quantity, before, after)
        return found or _people(quantity, before)
    indicator = term(own) if quantity.unit == "%" else _measured(quantity, own, before)
    unit = _unit(quantity, indicator, own)
    if not unit:
        return None
    indicator = _of_whole(scene, before, indicator, last)
    aspect: Aspect = "share" if quantity.unit == "%" and indicator.endswith(_SHARES) else "level"
    said = _added(before) + indicator if things else indicator
    return Frame(before, indicator, said, aspect, quantity.value, unit, None, "level")


def _stage(before: Noun) -> str:
    """新增, or how far things have come (竣工38个 after 新开工项目45个)."""
    verb = next((link for link in before.links if link in _STAGES), "")
    return _added(before) or verb


def _added(before: Noun) -> str:
    """新增 where the things are new ones, a flow beside the stock of the same name."""
    return "新增" if before.opener in _ADDS or any(link in _ADDS for link in before.links) else ""


def _linked(before: Noun) -> bool:
    """A verb of reaching joins the number to the phrase before it (达到55家); 以…为12家 is none."""
    return (
        bool(before.kinds)
        and before.kinds[0] in ("link", "change", "growth")
        and before.links[0] not in ("为", "近")
    )


def _doubled(quantity: Quantity, before: Noun, own: str, last: Frame | None) -> Frame | None:
    indicator = term(own) or (last.indicator if last else "")
    if not indicator:
        return None
    return Frame(before, indicator, indicator, "growth", quantity.value, "ratio", None, "doubling")


def _counted(quantity: Quantity, after: Noun, thing: str, before: Noun) -> Frame | None:
    """42个项目, 450万残疾人: the thing counted follows its number."""
    indicator = _measured(quantity, thing, before)
    unit = _unit(quantity, indicator, thing)
    if not unit:
        return None
    return Frame(after, indicator, _added(before) + indicator, "level", quantity.value, unit, None, "counted")


def _measured(quantity: Quantity, thing: str, before: Noun) -> str:
    """What is measured of a thing: how many, how long, how large, how much was made of it."""
    thing = thing.removeprefix("级")
    name = counted(thing)
    if name in indicators() or name.endswith(_AMOUNTS):
        return name
    known = units().get(quantity.measure)
    dimension = known.dimension if known else ""
    bare_name = name.removesuffix("数")
    if dimension == "length" and name.endswith("长"):
        return name
    if dimension == "length":
        return bare_name + ("里程" if bare_name.endswith(_ROADS) else "长度")
    if dimension == "area":
        return bare_name + "面积"
    if dimension in ("mass", "energy") and before.links and before.links[0] in ("生产", "完成", "实现"):
        return bare_name + "产量"
    if not quantity.unit and thing.endswith(_SIZED):
        return _SIZES.get(thing) or (thing if thing.endswith("规模") else thing + "规模")
    return name if dimension in ("", "count") else bare_name


def _group_share(scene: Scene, quantity: Quantity, reach: Reach) -> Frame | None:
    """85%的改革任务落地: the share of a group of which something is then said."""
    after = scene.folded[quantity.right : quantity.right + 1]
    if quantity.unit not in ("%", "ratio") or after != "的":
        return None
    noun = noun_after(scene, quantity.right + 1, reach.ceiling)
    thing = bare(noun.text)
    if len(thing) < 2:
        return None
    return Frame(noun, thing, thing + "占比", "share", quantity.value, quantity.unit, thing, "group_share")


def _paid(quantity: Quantity, before: Noun, after: Noun) -> Frame | None:
    """投入187亿元, 设立100亿元专项资金: a sum that only its verb or the fund behind it names."""
    thing = bare(after.text)
    if _FUND.search(thing):
        return Frame(after, thing, thing, "level", quantity.value, quantity.unit, None, "paid")
    verb = next((link for link in before.links if link in _PAYS), "")
    name = verb + ("" if verb.endswith("资") else "资金")
    return Frame(before, name, name, "level", quantity.value, quantity.unit, None, "paid") if verb else None


def _again(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """道路12条、15.6公里: the same things by another measure; 是2018年的1.4倍: the same figure as a multiple."""
    if last is None or not last.noun.text:
        return None
    if quantity.measure == "倍" and last.unit != "ratio" and last.aspect == "level":
        return Frame(
            reach.before, last.indicator, last.indicator, "growth", quantity.value, "ratio", None, "multiple"
        )
    if (
        last.aspect != "level"
        or scene.folded[reach.floor : quantity.left] != "、"
        or quantity.unit == last.unit
    ):
        return None
    thing = bare(last.noun.text)
    indicator = _measured(quantity, thing, reach.before)
    unit = _unit(quantity, indicator, thing)
    return (
        Frame(last.noun, indicator, indicator, "level", quantity.value, unit, None, "again") if unit else None
    )


def _people(quantity: Quantity, before: Noun) -> Frame | None:
    """惠及13万户, 培训3万人次: nothing says who they are."""
    tail = _COUNTS_OF.get(quantity.measure)
    if not tail:
        return None
    verb = next((link for link, kind in zip(before.links, before.kinds, strict=True) if kind == "take"), "")
    return Frame(before, verb + tail, verb + tail, "level", quantity.value, quantity.unit, None, "people")


def _continued(quantity: Quantity, before: Noun, own: str, last: Frame | None) -> Frame | None:
    """达14.58万亿元 after 地区生产总值从11.37万亿元提高到: the indicator said before holds on."""
    if last is None:
        return None
    thing = last.indicator.removesuffix("数")
    if quantity.unit != last.unit and quantity.unit and _unit(quantity, last.indicator, thing) != last.unit:
        return None
    if quantity.unit == "%" and last.aspect == "growth":
        return Frame(before, last.indicator, last.indicator, "growth", quantity.value, "%", None, "continued")
    if quantity.unit == "%" and last.unit != "%":
        return None
    unit = _unit(quantity, last.indicator, last.indicator) or last.unit
    said = last.said if last.aspect == "share" else _stage(before) + last.indicator
    aspect: Aspect = "share" if last.aspect == "share" else "level"
    return Frame(before, last.indicator, said, aspect, quantity.value, unit, last.basis, "continued")


def _unit(quantity: Quantity, indicator: str, thing: str) -> str:
    """The unit as the thing counted settles it: 42个项目 are projects, 人均…元 yuan a head."""
    unit = quantity.unit
    known = indicators().get(indicator)
    if known and unit == "items":
        return known.unit
    if not unit:
        if indicator.endswith(_RATIOS):
            return "ratio"
        return implied_unit(indicator) or (
            "persons" if quantity.scaled and _PEOPLE.search(thing) else "items" if quantity.scaled else ""
        )
    if unit in ("items", "households", "places", "lines"):
        if quantity.measure in ("个", "项") and thing.endswith("项目"):
            return "projects"
        owner = thing.removesuffix("总量").removesuffix("数").removesuffix("总")
        if quantity.measure in ("户", "个") and owner.endswith(("企业", "主体", "公司", "工商户")):
            return "enterprises"
        if unit == "places":
            return "persons"
        return "items" if unit == "lines" and "线" not in thing else unit
    if indicator.startswith("人均") or "人均" in indicator:
        return {"CNY": "CNY/person", "m2": "m2/person"}.get(unit, unit)
    if "亩均" in indicator and unit == "CNY":
        return "CNY/mu"
    if unit == "t" and _DAILY.search(thing):
        return "t/day"
    return unit


_TAKES = re.compile(
    r"占(?!地(?!区)|有|据|用|道|领|先)(?:比|(?P<whole>[^，。；：]{0,36}?))(?:的)?(?:比重|比例|比率|份额)?"
    r"(?:分别|已|均|约|近|超过?|达到?|为|是|的|从|由|提高到|提升至|提升到|提高至|升至|增至|降至|上升到"
    r"|突破|在| )*\Z"
)
_RATIO_WORDS = re.compile(r"(?:的)?(?:比重|比例|比率|份额|总量的?|比)$")
_WIDE = frozenset({"全国", "全市", "全省", "全区", "全县", "全球", "世界"})
_STANDS = re.compile(
    r"(?:位?居(?![民住家])|[位排并]?列|排名?(?:在|到)?|位次|跃升(?:至|到)?|升至|上升(?:至|到)|前移至|稳居"
    r"|跃居|保持"
    r"|进入|跻身|挺进)(?P<group>[^，。；、]{0,18})\Z"
)
_GROUP = re.compile(r"(?:全[国球省市区县]|世界|[东中西]部|西南|[省市区县]{1,2})[^，。；、]{0,6}\Z")
_COMPARES = re.compile(
    r"(?P<verb>高于|低于|快于|慢于|优于|好于|高出|领先|超出|超过"
    r"|(?<![提降加减增偏])[高快低慢])(?P<other>[^，。；、]{0,16})\Z"
)
_PACES = ("增长速度", "增长率", "增速", "增幅", "涨幅", "降幅", "增长幅度")
_PRONOUNS = frozenset(
    {
        "",
        "总量",
        "总数",
        "数量",
        "规模",
        "其",
        "其中",
        "增速",
        "总额",
        "总值",
        "金额",
        "比重",
        "占比",
        "较上年",
        "总规模",
        "总量位",
    }
)
_STAGES = frozenset({"竣工", "开工", "新开工", "投产", "签约", "落地", "入库"})
_ADDS = frozenset({"新增", "净增", "新设", "新设立"})
_WHOLE = re.compile(r"(?:增加值|固定资产投资|投资|总产值|产值|零售额|销售额|营业额|营业收入)$")
_GROUP_OF_FIRMS = re.compile(
    r"(?:规模以上|限额以上)[^，。；、\d]{0,10}?(?:企业|单位|工业|服务业|业)(?:法人单位)?(?=实现|完成|数"
    r"|营业|利润|增加值|$)"
)
_HEADS = frozenset({"增加值", "总产值", "产值", "营业收入", "利润总额", "利润", "税收"})
_SHARES = ("占比", "比重", "比例")
_THINGS = frozenset("轮期届对群组家个户项条名人件所座处张台辆艘架列套栋幢间支只头株场款种类起例位部册本份宗笔批床") | {
    "台（套）", "台套", "批次", "场次", "架次", "户企业", "家企业", "人次", "亩", "公里", "艘次",
}  # fmt: skip
_SIZED = ("产业", "工业", "集群", "产业链", "规模", "经济")
_SIZES = {"产业": "产业规模", "集群": "集群规模", "产业集群": "集群规模", "规模": "产业规模"}
_FUND = re.compile(r"(?:资金|基金|债券|贷款|补助|补贴|消费券|专项债|投资|资产|订单|授信)$")
_PAYS = frozenset(
    {"投入", "安排", "发放", "筹集", "争取", "减免", "拨付", "撬动", "带动", "吸引", "兑现", "节约", "盘活"}
)
_COUNTS_OF = {"户": "户数", "人": "人数", "名": "人数", "人次": "人次", "户次": "户次"}
_BELOW = frozenset({"低于", "慢于", "慢", "低"})
_IN_TURN = re.compile(r"以[上下内]|左右|次")
_RATIOS = ("比", "比值", "系数", "之比")
_AMOUNTS = ("面积", "里程", "长度", "产量", "规模", "投资", "收入", "产值", "额", "量", "率", "产能", "能力")
_ROADS = ("公路", "高速", "铁路", "高铁", "轨道", "农村路", "道路")
_PEOPLE = re.compile(r"(?:人|者|员|生|民|户|儿童|群众|女|师|工|青年|人口|就业)$")
_DAILY = re.compile(r"日(?:均|产|处理|焚烧|供|供水|转运|消纳)")
