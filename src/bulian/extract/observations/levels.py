"""Levels: what a number counts stands before it, behind it, or was said before."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.capacity import made, made_a_year, project_capacity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.growth import WHOLE
from bulian.extract.observations.measured import measured, unit_of
from bulian.extract.observations.nameless import is_empty, is_name, placed
from bulian.extract.observations.naming import bare, counted, has_amount, implied_unit, is_gone, is_new, term
from bulian.extract.observations.pulls import CONTRIBUTIONS, contributed
from bulian.extract.observations.scene import Noun, Scene, ends_in_thing, noun_after
from bulian.extract.observations.shares import group_share
from bulian.extract.observations.sums import FUND, MONEYS, PAYS, earned, paid
from bulian.extract.observations.whole import of_whole
from bulian.extract.observations.words import is_only_stops
from bulian.model.fact import Aspect
from bulian.vocab.indicators import indicators


def level(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """The frame of an amount or a count, None where nothing names what it counts.

    A noun right behind a measure word is what is counted (42个项目), unless a verb of reaching joins the
    number to the phrase before it (企业达到42家).
    """
    things = quantity.measure in _THINGS or (
        not quantity.unit and quantity.scaled and implied_unit(bare(reach.before.text)) != "CNY"
    )
    if things and not quantity.unit and bare(reach.before.text).endswith(_GDPS):
        things = False
    before = _led(scene, reach) if things else reach.before
    own = _own(before)
    if own and before.kinds[:1] == ("take",) and before.links[0] in PAYS and is_name(scene, before):
        # 远山重工斥资6亿元: who pays stands where the indicator would.
        own = ""
    place = placed(scene, before) if last is not None and not things else None
    if place and _OF_WIDE.match(scene.folded, place.start, reach.ceiling):
        place = None
    if place and (said_again := _continued(quantity, place, "", last)):
        return said_again
    if last is not None and _TASK.fullmatch(before.text) and quantity.unit == last.unit:
        # 完成年任务75亿元的23.7%: the task is one of the thing said before.
        return Frame(
            before, last.indicator, last.indicator, "level", quantity.value, quantity.unit, None, "task"
        )
    if quantity.rule == "doubling":
        return _doubled(quantity, before, own, last)
    at = quantity.right + (scene.folded[quantity.right : quantity.right + 1] == "级")
    joined = quantity.unit == "kW" or (things and quantity.bound == "approx")
    at += joined and scene.folded[at : at + 1] == "的"
    # 签约项目10个 总投资3亿元: behind what is counted, a space ends what a headline tells of it.
    apart = things and own and scene.folded.startswith(" ", at)
    kind = _ARE.match(scene.folded, at, reach.ceiling) if things and not own else None
    after = None
    if (things or not own) and not apart:
        behind = noun_after(scene, kind.end() if kind else at, reach.ceiling)
        what = not kind or ends_in_thing(behind.text)
        after = _past_what_describes(scene, behind, reach) if what else None
    thing = bare(after.text) if after else ""
    if len(thing) > 2 and thing.endswith("中"):
        thing = thing.removesuffix("中")
    # 52条投入使用, 62家厂商进驻: what the things do is no part of what they are.
    thing = _DO.sub("", thing)
    if after and (shared_thing := _SHARED_BY_TIERS.match(scene.folded, after.start, reach.ceiling + _FAR)):
        # 20个国家级、19个省级示范县: the tiers share the noun behind the last one.
        thing += shared_thing["thing"]
    if thing and is_only_stops(thing, ("stop", "link")):
        thing = ""
    if things and (made_so := made_a_year(scene, quantity, reach)):
        return made_so
    if after and last is not None and thing in _GROWING_VERBS:
        grown = _GROWING.match(scene.folded, after.start, reach.ceiling)
        if grown and last.indicator.endswith("数") and quantity.unit == last.unit:
            # 16类商品中，有11类实现增长
            said = f"{grown.group()}的{_GREW.sub('', last.indicator)}"
            return Frame(before, said, said, "level", quantity.value, last.unit, None, "counted")
    if after and things and thing and not (own and _linked(before)) and not _IN_TURN.match(thing):
        found = _counted(quantity, after, thing, before)
        grown = _GROWING.match(scene.folded, after.end, reach.ceiling) if found else None
        if found and grown and found.said.endswith(_TRADES):
            # 28个行业增加值实现增长: counted are those that grew.
            said = f"{grown.group()}的{found.said}"
            return replace(found, indicator=said, said=said)
        verb = "" if found is None or is_new(found.said[:2]) else _carried(scene, reach.floor, before, last)
        return replace(found, said=verb + found.said) if found and verb else found
    among = _AMONG.search(scene.folded, max(0, quantity.left - 16), quantity.left) if things else None
    if among:
        name = counted(bare(among["thing"]))
        noun = replace(before, start=among.start("thing"), end=among.end("thing"), text=among["thing"])
        unit = unit_of(quantity, name, name)
        return Frame(noun, name, name, "level", quantity.value, unit, None, "among") if unit else None
    if not has_amount(own) and (planned := project_capacity(scene, quantity, reach)):
        return planned
    capacity = made(scene, quantity, reach._replace(before=before), own, last)
    if capacity:
        return capacity
    if quantity.unit in _AMOUNTED and _OUTPUT_BEHIND.match(scene.folded, quantity.right, reach.ceiling):
        # 园区形成30万吨铝箔产能: who formed it stands where the indicator would.
        product = noun_after(scene, quantity.right, reach.ceiling)
        return _counted(quantity, product, bare(product.text), before)
    sum_named = earned(scene, quantity, reach, own)
    if sum_named:
        return sum_named
    if not own or own in PRONOUNS:
        shared = group_share(scene, quantity, reach) or _again(scene, quantity, reach, last)
        money = quantity.unit in ("CNY", "USD") and after is not None
        if money and after and FUND.match(thing):
            return paid(quantity, before, after)
        found = shared or _continued(quantity, before, own, last, after)
        if found is None and money and after:
            found = paid(quantity, before, after)
        return found or _behind(quantity, after, thing, before) or _people(quantity, before)
    if (
        quantity.unit == "CNY"
        and last is not None
        and last.rule != "spoken"
        and last.aspect != "share"
        and not has_amount(own)
        and _BRANCH.search(own)
    ):
        tail = WHOLE.search(last.indicator)
        own += tail.group() if tail else ""
    elif quantity.unit == "CNY" and last is not None and own.endswith("险"):
        # 保费收入52亿元，其中财产险15亿元
        own += next((whole for whole in _OF_INSURERS if last.indicator.endswith(whole)), "")
    listed = not before.opener and scene.folded[reach.floor] == "、"
    if listed and last is not None and last.noun.opener == "生产":
        # 生产原油12万吨、天然气5亿立方米: the verb governs the list.
        before = replace(before, opener="生产")
    indicator = term(own) if quantity.unit == "%" else measured(quantity, own, before)
    if quantity.unit in MONEYS and indicator.endswith(_SIZED):
        # 汽车产业突破3500亿元: so large is the industry.
        indicator += "规模"
    unit = unit_of(quantity, indicator, own)
    if unit == "items" and quantity.surface.endswith("亿") and not _NO_MONEY.search(own):
        # 优势增加了1100亿: so much without a unit is money, unless people or goods are counted.
        unit, indicator = "CNY", term(own)
    if not unit:
        return None
    if indicator.endswith("亏损") and len(indicator) > 2 and not isinstance(quantity.value, tuple):
        # 净利润亏损3亿元: a loss is a profit below nothing.
        indicator, quantity = indicator.removesuffix("亏损"), quantity._replace(value=-abs(quantity.value))
    indicator = _of_the_same(of_whole(scene, before, indicator, last), last)
    if last is not None and indicator in CONTRIBUTIONS:
        indicator = contributed(scene, before, indicator, last)
    elif indicator == "产值" and last is not None and scene.folded[before.start - 1] in "，；、":
        # 名优茶产量2800吨，产值6亿元
        made_of = _YIELD.fullmatch(last.indicator) if last.rule != "capacity" else None
        indicator = made_of["crop"] + indicator if made_of else indicator
    aspect: Aspect = "share" if quantity.unit == "%" and indicator.endswith(_SHARES) else "level"
    tallied = indicator.endswith(("数", "面积", "里程", "长度", "贷款", "产能"))
    verb = (
        _added(before)
        or _begun(before, indicator)
        or (_carried(scene, reach.floor, before, last) if tallied else "")
    )
    if not verb and before.opener == "新增" and quantity.unit in MONEYS and not indicator.startswith("新增"):
        verb = "新增"
    said = verb + indicator if things or verb == "新增" or is_gone(verb) else indicator
    ends = next((tail for tail in _SHARES if aspect == "share" and indicator.endswith(tail)), "")
    if (
        ends
        and last is not None
        and last.aspect == "share"
        and last.basis
        and has_amount(indicator.removesuffix(ends))
    ):
        # 第一产业增加值占国内生产总值比重为1%，第二产业增加值比重为74%: of the whole just named.
        part = indicator.removesuffix(ends)
        said = f"{part}占{last.basis}比重"
        return Frame(before, part, said, "share", quantity.value, unit, last.basis, "share")
    if aspect == "share" and (of_all := _OF_ALL.fullmatch(indicator)):
        part, whole = of_all["part"], of_all["whole"]
        return Frame(before, part, f"{part}占{whole}比重", aspect, quantity.value, unit, whole, "share")
    return Frame(before, indicator, said, aspect, quantity.value, unit, None, "level")


def _past_what_describes(scene: Scene, behind: Noun, reach: Reach) -> Noun:
    """3个国内领先的研究中心: the thing stands behind 的, what is before it only describes."""
    if scene.folded[behind.end : behind.end + 1] != "的" or not _DESCRIBES.search(behind.text):
        return behind
    further = noun_after(scene, behind.end + 1, reach.ceiling)
    return further if ends_in_thing(further.text) and len(further.text) > 1 else behind


def _of_the_same(indicator: str, last: Frame | None) -> str:
    """产量 after 蔬菜种植面积 is of the vegetables; 省级8家 after 农业龙头企业98家 of such firms."""
    if last is None:
        return indicator
    crop = _GROWN.fullmatch(last.indicator)
    if crop is None and indicator in _PER_AREA:
        crop = _YIELD.fullmatch(last.indicator)
    if crop and indicator in _YIELDS:
        return crop["crop"] + indicator
    herd = _HERD.fullmatch(last.indicator) if indicator in _HERDS else None
    if herd:
        return herd["stock"] + indicator
    said = _AMOUNT_OF.fullmatch(last.indicator) if indicator in ("增加值", "总产值", "产值") else None
    if said and said["of"] + indicator in indicators() and not last.indicator.endswith(indicator):
        # 规模以上工业产值221亿元、增加值44亿元
        return said["of"] + indicator
    made = _BY_FIRMS.fullmatch(indicator)
    if made and last.indicator.endswith("产量"):
        # 原煤产量2000万吨，其中县属企业完成900万吨: so much of the same good.
        return made["who"] + _BY.sub("", last.indicator)
    tier = _TIER.fullmatch(indicator)
    if tier and last.indicator.endswith("数") and len(last.indicator) > 3:
        return tier.group().removesuffix("数") + _ABOVE_TIER.sub("", last.indicator)
    return indicator


def _own(before: Noun) -> str:
    """The phrase; of 规模最大、占比最高、总投资 only the indicator that it ends with."""
    own = bare(before.text)
    last = own.rpartition("、")[2]
    if last in indicators() and last != own:
        return last
    members = _LIST.split(own)
    if len(members) > 2 and all(has_amount(member) for member in members):
        # 地区生产总值、工业产值和税收相继突破千亿元: said of each; it stands with the last one.
        return members[-1]
    return "" if is_empty(own) else own


def _stage(before: Noun) -> str:
    """新增, or how far things have come (竣工38个 after 新开工项目45个)."""
    verb = next((link for link in before.links if link in _STAGES), "")
    return _added(before) or verb


def _added(before: Noun) -> str:
    """新增 where the things are new ones, a flow beside the stock of the same name."""
    if is_new(before.opener):
        return before.opener
    return next((link for link in before.links if is_new(link) and link != "新建"), "")


def _begun(before: Noun, indicator: str) -> str:
    """签约, 开工 of projects: how far they have come is part of what is counted."""
    verb = before.opener if before.opener in _STAGES else next((x for x in before.links if x in _STAGES), "")
    return (
        verb if verb and indicator.endswith(("项目数", "企业数")) and not indicator.startswith(verb) else ""
    )


def _led(scene: Scene, reach: Reach) -> Noun:
    """新增开放水利设施滨水空间40处: behind 新增 a verb inside the phrase does not end it."""
    before = reach.before
    if not before.text or is_new(before.opener) or before.start - reach.floor > _FAR:
        return before
    for word in reversed(scene.words.between(reach.floor, before.start)):
        if word.stop.kind != "take" or _SIGNS.search(scene.folded, word.start, before.start):
            return before
        if is_new(word.stop.word) and word.end < before.start:
            text = scene.folded[word.end : before.end]
            return replace(before, start=word.end, text=text, opener=word.stop.word)
    return before


def _carried(scene: Scene, floor: int, before: Noun, last: Frame | None) -> str:
    """新建 of the item before in a list (新建学校5所、医院2所): its verb governs this one too."""
    if last is None or scene.folded[floor] != "、" or before.start > floor + 1:
        return ""
    verb = last.said.removesuffix(last.indicator)
    return verb if is_new(verb) else ""


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
    if thing in _GENERIC and before.text and not before.links and before.opener:
        # 实施稳经济30项举措: what they are for stands before their number.
        thing = bare(before.text) + thing
    indicator = measured(quantity, thing, before)
    unit = unit_of(quantity, indicator, thing)
    if not unit:
        return None
    stage = _added(before) or _begun(before, indicator)
    return Frame(after, indicator, stage + indicator, "level", quantity.value, unit, None, "counted")


def _again(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """道路12条、15.6公里: the same things by another measure; 是2018年的1.4倍: a multiple."""
    if last is None or not last.noun.text:
        return None
    if quantity.measure == "倍" and last.unit != "ratio" and last.aspect == "level":
        return Frame(
            reach.before, last.indicator, last.indicator, "level", quantity.value, "ratio", None, "multiple"
        )
    if (
        last.aspect != "level"
        or scene.folded[reach.floor : quantity.left] != "、"
        or quantity.unit == last.unit
    ):
        return None
    thing = bare(last.noun.text)
    indicator = measured(quantity, thing, reach.before)
    unit = unit_of(quantity, indicator, thing)
    return (
        Frame(last.noun, indicator, indicator, "level", quantity.value, unit, None, "again") if unit else None
    )


def _behind(quantity: Quantity, after: Noun | None, thing: str, before: Noun) -> Frame | None:
    """完成2100万千瓦火电机组: an amount of what follows it, after a verb that takes an object."""
    if quantity.unit not in _AMOUNTED or "take" not in before.kinds:
        return None
    if after is None or not thing:
        return None
    return _counted(quantity, after, thing, before)


def _people(quantity: Quantity, before: Noun) -> Frame | None:
    """惠及13万户, 培训3万人次: nothing says who they are."""
    tail = _COUNTS_OF.get(quantity.measure)
    if not tail:
        return None
    verb = next((link for link, kind in zip(before.links, before.kinds, strict=True) if kind == "take"), "")
    return Frame(before, verb + tail, verb + tail, "level", quantity.value, quantity.unit, None, "people")


def _continued(
    quantity: Quantity, before: Noun, own: str, last: Frame | None, after: Noun | None = None
) -> Frame | None:
    """达14.58万亿元 after 地区生产总值从11.37万亿元提高到: the indicator said before holds on."""
    behind = bare(after.text) if after else ""
    if last is None or (len(behind) > 1 and quantity.unit == "%" and not is_only_stops(behind)):
        # 转诊量增长90%，70%村卫生室实现一体化: a share of what stands behind it.
        return None
    thing = last.indicator.removesuffix("数")
    if last.rule == "doubling" and before.links and quantity.unit == implied_unit(last.indicator):
        return Frame(
            before, last.indicator, last.indicator, "level", quantity.value, quantity.unit, None, "continued"
        )
    if quantity.unit in MONEYS and last.unit.startswith(tuple(MONEYS)) and not before.text.strip(" 的"):
        unit = quantity.unit + last.unit.partition("/")[1] + last.unit.partition("/")[2]
        said = _stage(before) + last.indicator
        return Frame(before, last.indicator, said, "level", quantity.value, unit, None, "continued")
    if quantity.unit in MONEYS and last.unit == "%" and implied_unit(last.indicator) == quantity.unit:
        # 增长5%、达到3万亿元: the growth was of the thing, and so is its level.
        return Frame(
            before, last.indicator, last.indicator, "level", quantity.value, quantity.unit, None, "continued"
        )
    if quantity.unit != last.unit and quantity.unit and unit_of(quantity, last.indicator, thing) != last.unit:
        return None
    if quantity.unit == "%" and last.aspect == "growth":
        return Frame(before, last.indicator, last.indicator, "growth", quantity.value, "%", None, "continued")
    if quantity.unit == "%" and last.unit != "%":
        return None
    unit = unit_of(quantity, last.indicator, thing) or last.unit
    said = last.said if last.aspect == "share" else _stage(before) + last.indicator
    aspect: Aspect = "share" if last.aspect == "share" else "level"
    return Frame(before, last.indicator, said, aspect, quantity.value, unit, last.basis, "continued")


# 企业86家，其中12家是高新技术企业: what they are is what is counted.
_ARE = deferred(r"(?:是|为|属于|系)(?!了|止|期|主|首|标准|民|全)")
_DESCRIBES = deferred(
    r"(?:领先|先进|知名|著名|闻名|一流|重要|典型|优秀|成熟|较[大强好高快]|最[大强好高快]|成长性[好高强])\Z"
)
_BY_FIRMS = deferred(r"(?P<who>[一-鿿]{2,12}(?:企业|公司|单位|煤矿))产量")
_BY = deferred(r"^[一-鿿]{2,12}(?:企业|公司|单位|煤矿)")
_TRADES = ("行业数", "大类数", "门类数", "产业数")
_GROWING = deferred(
    r"(?:增加值|总产值|产值|零售额|投资|利润)?(?:实现|保持|呈|均|同比|了|正|[两二]位数|以上|的)*(?:增长|下降)(?=[，。；、]|\Z)"
)
_GROWING_VERBS = frozenset({"", "实现", "保持", "呈", "呈现"})
_GREW = deferred(r"^(?:实现|保持|呈|均)?(?:同比|正)?(?:增长|下降)的")
_GROWN = deferred(r"(?P<crop>[一-鿿]{2,}?)(?:种植|播种|栽培|养殖|采摘|收获)面积")
_YIELD = deferred(r"(?P<crop>[一-鿿]{2,}?)(?:总产量|产量)")
_AMOUNT_OF = deferred(r"(?P<of>[一-鿿]{2,}?)(?:总产值|产值|增加值)")
_PER_AREA = frozenset({"单产", "亩产", "亩均产量", "平均单产"})
# 生猪出栏85万头，存栏46万头
_HERD = deferred(r"(?P<stock>[一-鿿]{2,}?)(?:出栏|存栏)(?:量|数)?")
_OF_INSURERS = ("保费收入", "赔付支出", "赔款支出", "赔付额")
_HERDS = frozenset({"存栏", "存栏量", "出栏", "出栏量"})
_YIELDS = frozenset({"产量", "总产量", "单产", "亩产", "亩均产量", "总产"})
_TIER = deferred(r"(?:国家|部|省|市|县|区|州)级数")
_ABOVE_TIER = deferred(r"^(?:国家|省|市|县|区)级(?:及?以上)?")
_SHARED_BY_TIERS = deferred(
    r"(?:国家|部|省|市|县|区|州)级、(?:\d+[个家项所处](?:国家|部|省|市|县|区|州)级、?)+(?P<thing>[一-鿿“”]{2,20}?)(?=[，。；、\d])"
)
_TASK = deferred(r"(?:全?年|年度)?(?:目标)?(?:任务|计划|目标)(?:数|值)?")
_AMONG = deferred(r"[家个项户条名人所座](?P<thing>[一-鿿“”]{2,10}?)(?:当)?中，?有\Z")
_OF_WIDE = deferred(r"[^，。；]*?(?<=[\d%])\S{0,4}的|全[国省市区县]|我国|中国")
_GENERIC = frozenset({"举措", "任务", "行动", "政策", "措施", "政策措施", "政策举措", "改革任务", "重点任务"})
_GDPS = ("GDP", "生产总值", "经济总量", "产值", "增加值")
_NO_MONEY = deferred(r"人|户|次|量|者|民|数|参数|粉丝|阅读|点击|浏览|下载|流量|算力|字|株|亩|树|蛋|只|件")
_SIZED = ("产业", "产业链", "集群")
_LIST = deferred("[、和及]")
_BRANCH = deferred(r"(?:业|类|企业|单位)$")
_OF_ALL = deferred(r"(?P<part>.{2,}?)(?:占)?(?P<whole>全[国省市区县])(?:的)?(?:占比|比重)")
_STAGES = frozenset({"竣工", "开工", "新开工", "投产", "投产投用", "签约", "落地", "入库"})
_FAR = 30
_SIGNS = deferred(r"[，。；：、（）\d]")
_SHARES = ("占比", "比重", "比例")
_THINGS = frozenset(
    "轮期届对群组家个户项条名人件所座处张台辆艘架列套栋幢间支只头株场款种类起例位部册本份宗笔批床"
) | {
    "台（套）", "台套", "套（间）", "台/套",
    "批次", "场次", "架次", "户企业", "家企业", "人次", "亩", "公里", "艘次",
}  # fmt: skip
_DO = deferred(
    r"处于.*|(?:已|成功|先后|正式)*(?:落户|进驻|入驻|投入使用|投入运营|投产|并网(?:发电)?|划转|加快(?:建设|发展)?|开诊(?:运营)?|开业|到场|参展|参会|上市)$"
    r"|(?<=[一-鿿]{2})(?:高质量|创新)发展$|(?<=[一-鿿]{2})(?:提质(?:强能|增效|升级|扩容|达标|改造)?|提档升级|扩容提质|转型升级|改造提升|达标创建)$"
)
_COUNTS_OF = {"户": "户数", "人": "人数", "名": "人数", "人次": "人次", "户次": "户次"}
_AMOUNTED = frozenset({"kW", "t", "m2", "km2", "ha", "mu", "km", "m3", "kWh"})
_OUTPUT_BEHIND = deferred(r"(?:的)?[一-鿿]{0,8}?(?:产能|生产能力)(?!利用|过剩|占|置换|达|为)")
_IN_TURN = deferred(r"以[上下内]|左右|次")
