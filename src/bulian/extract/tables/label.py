"""One header, label or title, taken apart: its noun, and what it says of unit, time, growth, share, rank.

规模以上工业总产值（亿元）        →  规模以上工业总产值, unit 亿元
其中：轻工业                    →  轻工业, a part of the row above
2024年1-2月比上年同期增长(%)      →  January to February 2024, growth on the year, %
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from bulian.extract.deferred import deferred
from bulian.extract.fold import fold
from bulian.extract.tables.period import When, take_when, whole_when
from bulian.extract.tables.units import table_unit, table_units
from bulian.extract.tables.words import words
from bulian.model.fact import Aspect, Modality
from bulian.vocab.units import Unit


@dataclass(frozen=True, slots=True)
class Label:
    """A piece of text around the numbers of a table, read.

    Attributes:
        text: as a person reads it: one line, Simplified, without footnote marks.
        name: the text without 其中 and numbering, as the name of a place, firm or product.
        phrase: the noun that is left when everything below is taken out; "" where nothing is.
        units: the units it names, in its order.
        when: what it says of the time.
        aspect: "growth", "share" or "rank" where its words say so.
        basis: of growth "yoy" or "qoq"; of a share the whole as named (占GDP比重 → GDP), "" where unnamed.
        amount: growth as an amount (增减额), in the level's unit.
        change: it says 增减 alone, and not whether as an amount or in per cent.
        modality: from 目标, 计划, 预算, 预计, 实际.
        goal: for a rate of completion, its name: 年度目标完成率, 预算完成率.
        part: it begins with 其中 or #.
        rank: how deep its numbering stands: 一、 is 1, （一） 2, 1. 3, (1) 4; 0 without numbering.
        level: it says that the number is a level (绝对额, 总量).
        by: it only says by what the rows below are told apart (按产业分).
    """

    text: str
    name: str = ""
    phrase: str = ""
    units: tuple[Unit, ...] = ()
    when: When | None = None
    aspect: Aspect | None = None
    basis: str | None = None
    amount: bool = False
    change: bool = False
    modality: Modality | None = None
    goal: str = ""
    part: bool = False
    rank: int = 0
    level: bool = False
    by: bool = False

    @property
    def unit(self) -> Unit | None:
        """The first unit it names."""
        return self.units[0] if self.units else None


EMPTY = Label("")


@lru_cache(maxsize=131072)
def tidy(shown: str) -> str:
    """A label as one line in Simplified Chinese: broken and spaced words joined, English beside it dropped.

    >>> tidy("地　　区\\nRegion"), tidy("合  计"), tidy("R&D 经费")
    ('地区', '合计', 'R&D经费')
    """
    text = fold(shown).strip()
    if text.isascii():
        return " ".join(text.split())
    text = _ENGLISH.sub(" ", _ENGLISH_BRACKET.sub(" ", text))
    text = _SPELLED_YEAR.sub(lambda year: year.group().translate(_DIGITS), _UNSPACED.sub("", text))
    return text.replace("\n", "").strip()


@lru_cache(maxsize=131072)
def read_label(shown: str) -> Label:
    """The label of a header, row or title.

    >>> label = read_label("規上工業總產值（億元）")
    >>> label.phrase, label.unit.canonical
    ('规上工业总产值', 'CNY')
    """
    text = _FOOTNOTE.sub("", tidy(shown)).strip()
    body, part, rank = _front(text)
    when = whole_when(body) if not rank or body.endswith("年") else None
    if when:
        return Label(text, body, when=when, part=part)
    unit = table_unit(body)
    if unit and body not in _NOUNS:
        change: Aspect | None = "growth" if "±" in body or "+-" in body else None
        basis = "yoy" if change else None
        return Label(text, body, units=(unit,), aspect=change, basis=basis, part=part, rank=rank)
    phrase, units, bracket_when = _take_brackets(body)
    phrase, units = _take_tail_unit(phrase, units)
    return _read_words(Label(text, body, phrase, units, bracket_when, part=part, rank=rank))


def _front(text: str) -> tuple[str, bool, int]:
    """The text without 其中 and numbering before it."""
    part, rank = False, 0
    while True:
        mark = _PART.match(text)
        number = _NUMBERING.match(text)
        if mark and mark.end() < len(text):
            part, text = True, text[mark.end() :]
        elif number and number.end() < len(text) and not rank:
            rank, text = _RANKS[number.lastgroup or ""], text[number.end() :]
        else:
            return text.strip(), part, rank


def _take_brackets(body: str) -> tuple[str, tuple[Unit, ...], When | None]:
    """Units and periods in brackets, taken out; other brackets stay with the noun."""
    units: tuple[Unit, ...] = ()
    when = None
    for bracket in _BRACKET.findall(body):
        inner = bracket[1:-1]
        found_units = table_units(inner)
        found_when = None if found_units else whole_when(inner)
        if found_units or found_when or _NO_MATTER.fullmatch(inner):
            units = units or found_units
            when = when or found_when
            body = body.replace(bracket, "", 1)
    return body.strip(), units, when


def _take_tail_unit(body: str, units: tuple[Unit, ...]) -> tuple[str, tuple[Unit, ...]]:
    """A unit after a comma, a colon or bare at the end: 产值：万元, 增速%, ±%."""
    if units:
        return body, units
    found = _TAIL_UNIT.search(body)
    unit = table_unit(found["unit"]) if found else None
    if found and unit:
        return body[: found.start()].rstrip("，,、:： "), (unit,)
    return body, units


def _read_words(label: Label) -> Label:
    """The words of completion, share, rank, growth, plan and time out of the phrase, in this order."""
    fields = _Fields(label.phrase, label.units, label.when)
    _take_comparison(fields)
    _take_goal(fields)
    if not fields.goal:
        _take_share(fields)
        _take_rank(fields)
        _take_growth(fields)
    _take_time(fields)
    _take_modality(fields)
    phrase = _tidy_phrase(fields.phrase)
    if phrase in words("axis") or (_BY_WHAT.fullmatch(phrase)):
        phrase = ""
    if phrase in words("generic"):
        fields.level, phrase = True, ""
    return Label(
        label.text, label.name, phrase, fields.units, fields.when, fields.aspect, fields.basis, fields.amount,
        fields.change, fields.modality, fields.goal, label.part, label.rank, fields.level,
        by=_BY_WHAT.fullmatch(label.phrase) is not None,
    )  # fmt: skip


@dataclass(slots=True)
class _Fields:
    """A label in the making."""

    phrase: str
    units: tuple[Unit, ...]
    when: When | None
    aspect: Aspect | None = None
    basis: str | None = None
    amount: bool = False
    change: bool = False
    modality: Modality | None = None
    goal: str = ""
    level: bool = False


def _take_goal(fields: _Fields) -> None:
    found = _GOAL.search(fields.phrase)
    percent = any(unit.canonical == "%" for unit in fields.units)
    if found and (percent or found["rate"] or found["rate2"]):
        goal = (found["goal"] or found["goal2"] or "").rstrip("数")
        fields.goal = found["rate2"] if found["rate2"] and "进度" in found["rate2"] else f"{goal}完成率"
        fields.phrase = fields.phrase[: found.start()] + fields.phrase[found.end() :]


def _take_comparison(fields: _Fields) -> None:
    """2015年12月与2014年12月比较的变动: what is told is the first month's, as a change."""
    found = _COMPARISON.search(fields.phrase)
    if found:
        fields.when, fields.phrase = take_when(found["now"])[0], ""
        fields.aspect, fields.change = "growth", True
        yearly = found["now"][-2:] == found["then"][-2:]
        fields.basis = "yoy" if yearly else "qoq"


def _take_share(fields: _Fields) -> None:
    found = _SHARE.search(fields.phrase)
    if found:
        fields.aspect, fields.basis = "share", found.groupdict().get("whole") or ""
        fields.phrase = fields.phrase[: found.start()] + fields.phrase[found.end() :]
        return
    found = _OF_WHOLE.search(fields.phrase)
    if found and any(unit.canonical == "%" for unit in fields.units):
        fields.aspect, fields.basis = "share", found["whole"]
        fields.phrase = fields.phrase[: found.start()]


def _take_rank(fields: _Fields) -> None:
    found = _RANK.search(fields.phrase)
    if found and fields.aspect is None:
        fields.aspect = "rank"
        fields.phrase = fields.phrase[: found.start()] + fields.phrase[found.end() :]


def _take_growth(fields: _Fields) -> None:
    """同比增长, 比上年±%, 增速; beside a rank they tell that growth rates are ranked."""
    than = _THAN_YEAR.search(fields.phrase)
    if than:  # 2023年比2022年±%, 2023年为2022年%
        fields.phrase = fields.phrase[: than.start()] + fields.phrase[than.end() :]
        fields.aspect, fields.basis = fields.aspect or "growth", fields.basis or "yoy"
        if than.group().startswith("为"):
            fields.units = table_units("上年=100")
    in_percent = any(unit.dimension == "share" for unit in fields.units)
    found = None if in_percent else _AMOUNT.search(fields.phrase)
    if found:
        fields.amount = True
    else:
        found = _GROWTH.search(fields.phrase) or _COMPARED.search(fields.phrase)
        if found and not found.group().strip("()（）"):
            found = None
    if not found:
        if fields.phrase in ("±", "+-", "+/-"):
            fields.phrase, fields.aspect, fields.basis = "", "growth", "yoy"
        return
    if fields.aspect == "rank":
        fields.basis = "growth"
    elif fields.aspect in (None, "growth"):
        fields.aspect = "growth"
        fields.change = not in_percent and found.group().endswith(("增减", "增加", "减少", "变动"))
        fields.amount |= any(unit.dimension not in ("share", "ratio") for unit in fields.units)
        fields.basis = "qoq" if _ON_PERIOD.search(found.group()) else "yoy"
    fields.phrase = fields.phrase[: found.start()] + fields.phrase[found.end() :]


def _take_time(fields: _Fields) -> None:
    when, rest = take_when(fields.phrase)
    if when:
        fields.when, fields.phrase = fields.when or when, rest


def _take_modality(fields: _Fields) -> None:
    phrase = fields.phrase
    for pattern, modality in _MODALITIES:
        if pattern.search(phrase):
            fields.modality = modality
            break
    fields.phrase = _MODAL_FRONT.sub("", phrase)
    if fields.phrase == "年初":  # 年初预算数: the budget of the whole year
        fields.phrase, fields.when = "", When(whole=True)


def _tidy_phrase(phrase: str) -> str:
    phrase = _EMPTY_BRACKETS.sub("", phrase).strip(" ：:，,、；;。*·-—/_《》“”\"'")
    whole = phrase.removesuffix("合计").removesuffix("总计")
    return whole if len(whole) > 1 and whole[-1] in "量额值数" else phrase


_ENGLISH_BRACKET = deferred(r"（[^（）一-鿿]*[a-z]{3}[^（）一-鿿]*）")
_ENGLISH = deferred(
    r"(?<![A-Za-z])(?:（\s*)?(?:[A-Za-z][A-Za-z'’.&/-]*[\s,，:;()（）%\d-]*)*[A-Za-z'’-]*[a-z]{3}[A-Za-z'’-]*"
    r"(?:[\s,，:;%&\d()（）-]*[A-Za-z][A-Za-z'’.&/-]*)*(?:\s*[)）])?"
)
_UNSPACED = deferred(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_FOOTNOTE = deferred(
    r"(?<=.)(?:[①-⑳*※†‡¹²³⁴-⁹^]+|\[(?:\d{1,2}|注\d*)\]|〔\d\d?〕|（注\d*）|注\d)+$|(?<=[一-鿿）])#$|^[*※](?=[一-鿿])"
)
_PART = deferred(
    r"^(?:在?[其当]中[:：,，、]?|[#＃][、.]?|内[:：]|(?:其)?中[:：]|[—-]{1,2}(?=[一-鿿])|[●○◆◇■□▲△·•→](?=.)"
    r"|\*(?=[一-鿿]))\s*"
)
_NUMBERING = deferred(
    r"(?P<chapter>[一二三四五六七八九十]{1,3}[、.．]\s*)"
    r"|(?P<section>（[一二三四五六七八九十]{1,3}）[、.]?\s*)"
    r"|(?P<item>\d{1,2}(?:、|．|\.(?!\d))\s*)|(?P<entry>（\d{1,2}）[、.]?\s*|\d{1,2}）\s*)"
    r"|(?P<circle>[①-⑳]\s*)"
    r"|(?P<industry>[A-T]?\d{2,4}[ 、.]?(?=(?!年)[一-鿿、，（）]+业$)|[A-T][、.]?(?=[一-鿿]{2}))"
)  # fmt: skip
_RANKS = {"chapter": 1, "section": 2, "item": 3, "entry": 4, "circle": 5, "industry": 0}
_BRACKET = deferred(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NO_MATTER = deferred(
    r"现价|当年价格?|按?可比价格?(?:计算)?|不变价|按?现价(?:计算)?|含税|以下同|下同|±|[+]/?-|\s*|续|续表\d*"
    r"|[甲乙丙丁\d]"
)
_TAIL_UNIT = deferred(
    r"(?:[，,、:：/]\s*(?P<sep>)(?=\S)|)(?P<unit>(?:(?<=[，,、:：/])[^，,、:：/]{1,8})|[±+-]*%|‰"
    r"|[百千万亿]+(?:元|美元|人|吨|户|人次|平方米|千瓦时|亩|头|辆|台|公顷))$"
)
_GOAL = deferred(
    r"(?:完成|占|为|达)了?(?P<goal>(?:全年|年度|年初|调整后?|本年|年|当年)?(?:目标任务|目标|计划|预算|任务"
    r"|预期)数?)的?(?P<rate>比例|比重|百分比|进度|程度|率)?%?"
    r"|(?P<goal2>(?:全年|年度|年初|年)?(?:目标任务|目标|计划|预算|任务)?)(?P<rate2>完成率|完成进度|完成比例"
    r"|序时进度|执行率|完成百分比|执行进度)"
)
_SHARE = deferred(
    r"占(?P<whole>[^，,、；;：:()（）]*?)的?(?:比重|比例|百分比|份额|比)|(?<=.{2})占比$|(?:所占"
    r"|构成)?(?:比重|百分比|占比)|^(?:所占)?(?:比例)$|构成$|^结构$"
)
_OF_WHOLE = deferred(r"占(?P<whole>[^，,、；;：:()（）]{1,20})$")
_RANK = deferred(r"(?:居|列)?(?:在?全[国省市区县州])?(?:的)?(?:位次|排名|排位|名次|位序|排序|座次)")
_THAN = (
    r"(?:(?:与|较|比|同|对比)?(?:上一?年|去年|前一?年|上一?月|上一?季度?|上期|年初|前期)"
    r"(?:同期|同月|同季|全年|年?末|年?底|初)?(?:同口径)?(?:相比|比较)?)"
)
_PACE = (
    r"增长速度|增长率|增长幅度|增长百分比|增长(?![极点])|增速|增减率|增减幅度?|增减变动|增减|增幅|升降幅度?"
    r"|升降|变动百分率|变动百分比|变动幅度|变动率"
    r"|变动|变化率|变化幅度|变化|涨跌幅?度?|涨幅|上涨|下降|提高|上升|年增率|月增率|季增率|成长率|发展速度|±"
    r"|\+-|\+/-|加减"
)
_GROWTH = deferred(
    rf"(?:(?:{_THAN}|同比|环比|按年|按季|按月|按同口径|同口径|可比口径|按?可比价格?(?:计算)?|名义|实际|实质|现价"
    rf"|两年平均|年均|年平均)的?)*"
    rf"(?<!自然)(?<!机械)(?<!拉动)(?:上升或下降|{_PACE}|增加(?!值)|减少)(?:百分点|（点）)?|同比|环比"
    rf"|(?<![^占比])(?:按年)$"
)
_COMPARED = deferred(
    r"(?:比|较|为)(?:上一?年|去年|上一?月|上一?季|年初)(?:同期|同月|末|底)?$|^(?:为"
    r"|是)?上年(?:同期)?=?的?$(?!)"
)
_AMOUNT = deferred(
    rf"(?:{_THAN}|同比|环比)?(?:(?:增减|增长|变动|净增|升降|减少)(?:绝对)?(?:额|量|值|数|金额)|增加(?:额|量"
    rf"|数|金额))|^增量$|^净增$|^增收额$|(?:比|较)年初(?:新增|增加|增减|净增|±|增长(?!率|速))|(?:{_THAN})(?:新增|净增)"
)
_COMPARISON = deferred(
    r"^(?P<now>[\d年]{2,}(?:\d月|季)?)(?:与|较|比|对比|相对于?)(?P<then>[\d年]{2,}(?:\d月|季)?)"
    r"(?:相?比较?)?的?(?:变动|变化|增减|增减变动)$"
)
_THAN_YEAR = deferred(r"(?<=年)(?:比|较|为)(?:(?:19|20)\d\d年?|上年)(?=.*(?:增|减|±|升|降|%)|$)")
_SPELLED_YEAR = deferred(r"[一二][一二三四五六七八九〇○零]{3}(?=年)")
_ON_PERIOD = deferred(r"环比|上一?月|上一?季|按季|月增|季增|上期|前期")
_MODALITIES: tuple[tuple[re.Pattern[str], Modality], ...] = (
    (deferred(r"目标|(?<!服)任务"), "target"),
    (deferred(r"预计|预测|预期"), "forecast"),
    (deferred(r"预算(?!内|外|收入|支出|管理|单位)|计划|规划投资|拟投"), "plan"),
    (deferred(r"设计(?:产能|能力|规模)|达产"), "capacity"),
    (deferred(r"实际(?!使用|利用|到位|控制)|执行数|决算|实绩"), "actual"),
)
_MODAL_FRONT = deferred(
    r"^(?:累计|本年|当年)?(?:预计|预测|实际(?!使用|利用|到位|控制)|目标(?=.)|实际完成|完成(?=.{2,}(?:值|额"
    r"|量|资|入|数)$))(?:完成)?(?=.)|(?:目标|目标值|预计数|预算数|执行数|决算数|完成数|实绩|计划数"
    r"|任务)$(?<=.{4})"
)
_BY_WHAT = deferred(r"按.{1,12}分(?:组|类|列)?")
_EMPTY_BRACKETS = deferred(r"（[\s、，,:：±%/-]*）|\([\s、，,:：±%/-]*\)")
_DIGITS = str.maketrans("一二三四五六七八九〇○零", "123456789000")
_NOUNS = frozenset(["人口", "成", "倍", "度", "点", "年", "月", "日"])
