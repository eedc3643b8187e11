"""Members of a list of names, each written out: 城乡居民 is two, 第一、二产业增加值 too."""

from collections.abc import Sequence

from bulian.extract.deferred import deferred


def replaced(text: str, table: Sequence[tuple[str, str]]) -> str:
    """The text with the names of several things written out as a table of them has it."""
    for short, members in table:
        text = text.replace(short, members)
    return text


def completed(parts: list[str]) -> list[str]:
    """第一产业、第二产业增加值 → 第一产业增加值, 第二产业增加值; 炼铁、炼钢产能占比 → 炼铁产能占比 …"""
    first, last = parts[0], parts[-1]
    at = first.find("存款")
    if at > 0 and last.startswith("贷款"):
        # 金融机构存款、贷款余额: both are of the same bodies.
        last = first[:at] + last
    crop = _CROP.fullmatch(first)
    if crop and last in _OF_CROPS:
        # 小麦面积和产量
        return [first, *(crop["crop"] + part for part in parts[1:])]
    return [*(part + _tail(part, last) for part in parts[:-1]), last]


def _tail(part: str, last: str) -> str:
    """What a member of a list shares with the last one and leaves out."""
    head = HEAD.search(last)
    if head is None or HEAD.search(part) or part.endswith("数") or head.group() == last:
        return ""
    pair = _PAIRED.match(last)
    if pair and _PAIRED.fullmatch(part):
        return last[pair.end() :]
    alike = sum(a == b for a, b in zip(part, last, strict=False))
    if alike and len(last) > len(part) and len(part) <= 4:
        return last[len(part) :]
    return head.group()


SPELT_OUT = (
    ("第一、二、三次产业", "第一产业、第二产业、第三产业"),
    ("第一、二、三产业", "第一产业、第二产业、第三产业"),
    ("第一、第二、第三产业", "第一产业、第二产业、第三产业"),
    ("三次产业", "第一产业、第二产业、第三产业"),
    ("一、二、三次产业", "第一产业、第二产业、第三产业"),
    ("一、二、三产业", "第一产业、第二产业、第三产业"),
    ("一二三产业", "第一产业、第二产业、第三产业"),
    ("一二三产", "第一产业、第二产业、第三产业"),
    ("城乡居民", "城镇居民、农村居民"),
    ("城镇和农村居民", "城镇居民、农村居民"),
    ("城镇、农村居民", "城镇居民、农村居民"),
    ("轻、重工业", "轻工业、重工业"),
    ("存、贷款", "存款、贷款"),
)
MERGED = (("存贷款", "存款、贷款"), ("牛羊", "牛、羊"), ("进出口", "进口、出口"))
"""Names of two things at once, which stand for both where two numbers follow."""
_PAIRED = deferred(
    r"城镇|农村|城市|进口|出口|国家级|省级|市级|区级|县级|男性|女性|批发|零售|住宿|餐饮|第[一二三]产业"
)
HEAD = deferred(
    r"(?:(?:出栏|存栏|处理|发电|用电|吞吐|周转|运输|销售|交易)量|增加值|生产总值|GDP|总产值|产值|固定资产投资|开发投资|投资|营业收入|可支配收入|消费支出|收入|支出|税收|利润总额|利润|销售额|营业额"
    r"|零售额|产量|余额|面积|覆盖率|普及率|治理率|利用率|合格率|率|占比|比重|人数|增速|里程|浓度|人次"
    r"|应税销售|开票销售|出栏|存栏|(?:进出口|进口|出口|贸易)(?:总?[额值])?|产能|从业人员|总额|标准|指数|额|量|户籍人口|常住人口|人口)$"
)
_CROP = deferred(r"(?P<crop>[一-鿿]{2,8}?)(?:播种|种植)?面积")
_OF_CROPS = frozenset({"产量", "总产量", "单产"})
