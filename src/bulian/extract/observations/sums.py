"""Sums that their verb, the fund behind them or a word behind them names: 投入187亿元, 产出57亿元产值."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.nameless import is_name
from bulian.extract.observations.naming import bare, has_amount, implied_unit, term
from bulian.extract.observations.scene import Noun, Scene


def paid(quantity: Quantity, before: Noun, after: Noun) -> Frame | None:
    """投入187亿元, 设立100亿元专项资金: a sum that only its verb or the fund behind it names."""
    thing = bare(after.text)
    fund = FUND.match(thing)
    if fund:
        thing = fund.group()
        return Frame(after, thing, thing, "level", quantity.value, quantity.unit, None, "paid")
    verb = next((link for link in before.links if link in PAYS), "")
    name = _INVESTS.get(verb) or verb + ("" if verb.endswith("资") else "资金")
    return Frame(before, name, name, "level", quantity.value, quantity.unit, None, "paid") if verb else None


def earned(scene: Scene, quantity: Quantity, reach: Reach, own: str) -> Frame | None:
    """产出57亿元产值: a sum whose name stands behind it; 实现销售510亿元: one that is named by its verb."""
    if quantity.unit not in MONEYS:
        return None
    before = reach.before
    verb = before.links[0] if before.links else ""
    agreed = _AGREED.match(scene.folded, quantity.right, reach.ceiling)
    if agreed:
        noun = Noun(agreed.start("what"), agreed.end("what"), agreed["what"], (), (), ())
        said = agreed["what"] + "金额"
        return Frame(noun, said, said, "level", quantity.value, quantity.unit, None, "agreed")
    behind = _SUM_BEHIND.match(scene.folded, quantity.right, reach.ceiling)
    if behind and (not own or own in PRONOUNS or (before.kinds and before.kinds[0] == "take")):
        name = own + behind["name"] if own and own not in PRONOUNS else behind["name"]
        noun = replace(before, text=own or behind["name"], end=behind.end("name"))
        said = term(name)
        return Frame(noun, said, said, "level", quantity.value, quantity.unit, None, "earned")
    if named := _named_behind(scene, quantity, before, own):
        return named
    name = _NAMED_BY_VERB.get(verb, "")
    if name and before.start < before.end and not has_amount(own):
        return Frame(before, own + name, own + name, "level", quantity.value, quantity.unit, None, "earned")
    return None


def _named_behind(scene: Scene, quantity: Quantity, before: Noun, own: str) -> Frame | None:
    """完成50亿元的固定资产投资: a sum that the indicator behind it names, after a verb that makes it."""
    behind = _NAMED_BEHIND.match(scene.folded, quantity.right)
    if behind is None:
        return None
    verb, kind = next(
        (one for one in zip(before.links, before.kinds, strict=True) if one[0] != "了"), ("", "")
    )
    nobody = not own or is_name(scene, before)
    if not own.endswith(_MAKES) and not (nobody and kind == "take" and verb not in PAYS):
        return None
    name = term(behind["name"])
    if implied_unit(name) != "CNY" or not has_amount(name):
        return None
    noun = Noun(behind.start("name"), behind.end("name"), behind["name"], (), (), ())
    return Frame(noun, name, name, "level", quantity.value, quantity.unit, None, "behind")


_NAMED_BEHIND = deferred(r"的(?P<name>[一-鿿A-Z]{2,14})(?=[，。；、）]|\Z)")
_MAKES = ("创造", "产生", "产出", "贡献", "带来", "上缴")
FUND = deferred(r".{0,12}?(?:资金|基金|债券|贷款|补助|补贴|消费券|专项债|投资|资产|订单|授信)")
PAYS = frozenset(
    {
        "投入",
        "安排",
        "发放",
        "筹集",
        "争取",
        "减免",
        "拨付",
        "撬动",
        "带动",
        "吸引",
        "兑现",
        "节约",
        "盘活",
        "斥资",
        "拿出",
    }
)
_INVESTS = {"斥资": "投资"}
MONEYS = frozenset({"CNY", "USD", "HKD", "EUR"})
_SUM_BEHIND = deferred(
    r"(?:以上)?的?(?P<name>(?:年|总|工业|新增|主营业务|全口径)?(?:产值|增加值|销售额|销售收入|销售规模|营业收入|营收|收入|税收|利税|利润"
    r"|经济总量|经济规模|产业规模|市场规模|产业集群规模|集群规模|交易额|成交额|零售额|进出口额|出口额|营业额|生产总值|GDP总量|GDP))"
    r"(?=[，。；、）的位居达占在稳突首仍]|大关|$)"
)
_AGREED = deferred(r"的(?P<what>(?:战略|意向|框架|采购|投资)*(?:合作)?(?:框架)?(?:协议|订单|合同))")
_NAMED_BY_VERB = {
    "销售": "销售额",
    "生产销售": "销售额",
    "出口": "出口额",
    "纳税": "纳税额",
    "交易": "交易额",
}
