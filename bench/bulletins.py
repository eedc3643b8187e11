"""Consistent bulletins of invented districts, and errors planted in them; the prose is our own.

A district has four documents: the bulletins of two years, a short report of the second, and a note on its
first eleven months. Every number is rounded from one hidden truth, so that all of them hold together within
their printed digits. Published levels of last year differ from the base of growth where that is so in life:
gross product (constant prices), firms above size (another set each year), retail sales (revised).

An error is *detectable in principle* when, with every number as far as its printed digits reach and counts
exact, some identity of the truth can no longer hold. `_HOLDS` lists those; it knows nothing of the checker.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

Interval = tuple[float, float]
KINDS = ("digit swap", "shifted unit", "wrong share", "wrong growth", "sum off", "copy of another year")
YEARS = (2022, 2023)
_NAMES = (
    "云溪", "青岭", "白石", "南浦", "临江", "松原", "石门", "望川",
    "平湖", "永乐", "长汀", "金沙", "新桥", "双河", "东坪", "花溪",
)  # fmt: skip
_BY_TENS = 400  # 约: ten more or less is within the 5 % that the word allows
_SHIFTED = {"亿元": "万元", "万人": "人", "亿千瓦时": "万千瓦时"}


@dataclass(frozen=True)
class Printed:
    """A number as printed: digits with so many decimals, its unit, and how much one unit is.

    `block` is the section it belongs to, `kind` "level", "share" or "growth"; counts are exact.
    """

    block: str
    kind: str
    value: Decimal
    decimals: int
    unit: str
    scale: float
    exact: bool = False

    @property
    def text(self) -> str:
        return f"{abs(self.value):.{self.decimals}f}{self.unit}"

    @property
    def reach(self) -> Interval:
        half = 0.0 if self.exact else 0.5 * 10**-self.decimals
        value = float(self.value)
        return (value - half) * self.scale, (value + half) * self.scale


@dataclass
class Case:
    """One district: its numbers by "document:name", the identities that bind them, its documents as pieces.

    A piece is a text or the key of a number, written as `{key}`.
    """

    home: str
    numbers: dict[str, Printed] = field(default_factory=dict)
    identities: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    documents: dict[str, list[str]] = field(default_factory=dict)
    planted: dict[str, str] = field(default_factory=dict)

    def text(self, document: str) -> tuple[str, dict[str, tuple[int, int]]]:
        """The text of a document, and where in it each number stands."""
        text, places = "", {}
        for piece in self.documents[document]:
            key = piece[1:-1]
            if piece.startswith("{") and key in self.numbers:
                told = self.numbers[key].text
                places[key] = (len(text), len(text) + len(told))
                text += told
            elif piece.startswith("<"):
                number = self.numbers[key]
                verb = "下降" if number.value < 0 else "增长"
                places[key] = (len(text) + 2, len(text) + 2 + len(number.text))
                text += verb + number.text
            else:
                text += piece
        return text, places


def case(seed: int, mix: int) -> Case:
    """A consistent district; `mix` 0 and 1 use other wordings, decimals and sizes."""
    dice = random.Random(seed)
    made = Case(f"江城市{dice.choice(_NAMES)}区")
    truth = [_truth(dice, year) for year in YEARS]
    _link(dice, *truth)
    for year, told in zip(YEARS, truth, strict=True):
        _bulletin(made, dice, mix, year, told)
    _report(made, dice, mix, truth[1])
    _months(made, dice, mix, truth[1])
    _across(made)
    return made


def _truth(dice: random.Random, year: int) -> dict[str, float]:
    """Levels of a year; growth follows in `_link`."""
    size = dice.uniform(0.5, 4)
    gdp = [size * part for part in (dice.uniform(5, 30), dice.uniform(90, 200), dice.uniform(90, 220))]
    industry = [size * dice.uniform(40, 150), size * dice.uniform(80, 400)]
    people = [dice.uniform(20, 80), dice.uniform(3, 20)]
    firms = dice.randrange(80, 400)
    foreign = dice.randrange(40, 160)
    return {
        "一": gdp[0], "二": gdp[1], "三": gdp[2], "轻": industry[0], "重": industry[1],
        "城": people[0], "乡": people[1], "firms": firms, "loss": dice.randrange(5, firms // 3),
        "foreign": foreign, "hk": dice.randrange(5, foreign - 5),
        "urban": size * dice.uniform(60, 200), "rural": size * dice.uniform(8, 40),
        "food": dice.uniform(0.08, 0.2),
        "out": size * dice.uniform(30, 120), "in": size * dice.uniform(8, 28),
        "tax": size * dice.uniform(10, 40), "fees": size * dice.uniform(4, 15),
        "spent": size * dice.uniform(40, 120), "income": dice.uniform(28000, 62000),
        "power1": dice.uniform(0.2, 1), "power2": size * dice.uniform(8, 30),
        "power3": size * dice.uniform(4, 12), "power4": size * dice.uniform(3, 9),
    }  # fmt: skip


_SAME = ("out", "in", "tax", "fees", "spent", "income", "power1", "power2", "power3", "power4")
_OTHER = ("一", "二", "三", "轻", "重", "urban", "rural")


def _link(dice: random.Random, before: dict[str, float], now: dict[str, float]) -> None:
    """Let the second year grow out of the first; `g:` is growth in per cent."""
    for told in (before, now):
        for name in (*_SAME, *_OTHER):
            told[f"g:{name}"] = dice.uniform(-4, 14)
    for name in (*_SAME, *_OTHER):
        growth = 1 + now[f"g:{name}"] / 100
        drift = 1.0 if name in _SAME else dice.uniform(0.93, 1.06)
        now[name] = before[name] * growth * drift
    for name, spread in (("城", 0.03), ("乡", 0.03), ("food", 0.1)):
        now[name] = before[name] * (1 + dice.uniform(-spread, spread))
    now["firms"] = max(int(before["firms"] * dice.uniform(0.95, 1.12)), 30)
    now["loss"] = dice.randrange(5, int(now["firms"]) // 3)
    now["foreign"] = before["foreign"] + dice.randrange(1, 12)
    now["hk"] = min(before["hk"] + dice.randrange(0, 9), now["foreign"] - 2)
    for told in (before, now):
        for whole, parts in _WHOLES.items():
            told[whole] = sum(told[part] for part in parts)
            base = sum(told[part] / (1 + told[f"g:{part}"] / 100) for part in parts)
            told[f"g:{whole}"] = (told[whole] / base - 1) * 100


_WHOLES = {
    "gdp": ("一", "二", "三"), "output": ("轻", "重"), "retail": ("urban", "rural"), "trade": ("out", "in"),
    "revenue": ("tax", "fees"), "power": ("power1", "power2", "power3", "power4"),
}  # fmt: skip


class _Writer:
    """Writes one document of a case: pieces, numbers and identities."""

    def __init__(self, made: Case, document: str, told: dict[str, float]) -> None:
        self.made, self.document, self.told = made, document, told
        self.pieces = made.documents.setdefault(document, [])

    def key(self, name: str) -> str:
        return f"{self.document}:{name}"

    def number(self, block: str, kind: str, name: str, value: float, decimals: int, unit: str) -> str:
        scale = {"亿元": 1e8, "万人": 1e4, "亿千瓦时": 1e8}.get(unit, 1.0)
        exact = unit in ("家",)
        step = Decimal(1).scaleb(-decimals)
        rounded = Decimal(repr(value)).quantize(step, ROUND_HALF_UP)
        self.made.numbers[self.key(name)] = Printed(block, kind, rounded, decimals, unit, scale, exact)
        return self.key(name)

    def say(self, template: str, **numbers: str) -> None:
        """`{name}` stands for a number, `<name>` for a growth with its verb."""
        at = 0
        for place, letter in enumerate(template):
            if letter in "{<":
                self.pieces.append(template[at:place])
                at = place
            elif letter in "}>":
                self.pieces.append(template[at] + numbers[template[at + 1 : place]] + letter)
                at = place + 1
        self.pieces.append(template[at:])

    def bind(self, kind: str, *names: str) -> None:
        self.made.identities.append((kind, tuple(self.key(name) for name in names)))

    def levels(self, block: str, names: Sequence[str], unit: str, decimals: int) -> dict[str, str]:
        return {n: self.number(block, "level", n, self.told[n], decimals, unit) for n in names}

    def growths(self, block: str, names: Sequence[str]) -> dict[str, str]:
        keys = (self.number(block, "growth", f"g:{n}", self.told[f"g:{n}"], 1, "%") for n in names)
        return {f"g_{n}": key for n, key in zip(names, keys, strict=True)}

    def share(self, block: str, name: str, part: float, whole: float, decimals: int) -> dict[str, str]:
        return {name: self.number(block, "share", name, part / whole * 100, decimals, "%")}


def _bulletin(made: Case, dice: random.Random, mix: int, year: int, told: dict[str, float]) -> None:
    write = _Writer(made, f"公报{year}", told)
    district = made.home.removeprefix("江城市")
    write.say(f"{district}{year}年国民经济和社会发展统计公报\n\n")
    blocks = [_gdp, _people, _industry, _retail, _trade, _budget, _income, _firms, _power]
    if mix:
        dice.shuffle(blocks)
    for number, block in enumerate(blocks):
        write.say(f"{'一二三四五六七八九'[number]}、{_TITLES[block.__name__]}\n")
        block(write, dice, mix, year)
        write.say("\n")


_TITLES = {
    "_gdp": "综合", "_people": "人口", "_industry": "工业", "_retail": "消费", "_trade": "对外贸易",
    "_budget": "财政", "_income": "居民生活", "_firms": "外资", "_power": "能源",
}  # fmt: skip


def _pick(dice: random.Random, mix: int, *wordings: str) -> str:
    """The first two wordings belong to mix 0, the others to mix 1."""
    return dice.choice(wordings[:2] if mix == 0 else wordings[1:])


def _gdp(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    names = ("gdp", "一", "二", "三")
    keys = write.levels("gdp", names, "亿元", 1) | write.growths("gdp", names)
    keys = {_latin(k): v for k, v in keys.items()}
    write.say(
        _pick(
            dice, mix,
            "全年全区实现地区生产总值{gdp}，按可比价格计算，比上年<g_gdp>。其中，第一产业增加值{p1}，<g_p1>；第二产业增加值{p2}，<g_p2>；第三产业增加值{p3}，<g_p3>。",
            "初步核算，全年地区生产总值{gdp}，<g_gdp>。分产业看，第一产业增加值{p1}，<g_p1>；第二产业增加值{p2}，<g_p2>；第三产业增加值{p3}，<g_p3>。",
            "全区地区生产总值为{gdp}，同比<g_gdp>；其中第一产业增加值{p1}，<g_p1>，第二产业增加值{p2}，<g_p2>，第三产业增加值{p3}，<g_p3>。",
        ),
        **keys,
    )  # fmt: skip
    told = write.told
    whole = told["gdp"]
    if dice.random() < 0.6:
        shares = [write.share("gdp", f"s{n}", told[p], whole, 1) for n, p in enumerate("一二三")]
        # The bureau lets the printed structure make 100.
        keys3 = [next(iter(each.values())) for each in shares]
        last = made_100([write.made.numbers[key].value for key in keys3])
        write.made.numbers[keys3[2]] = replace(write.made.numbers[keys3[2]], value=last, unit="")
        for key in keys3[:2]:
            write.made.numbers[key] = replace(write.made.numbers[key], unit="")
        write.say("三次产业结构为{a}∶{b}∶{c}。", a=keys3[0], b=keys3[1], c=keys3[2])
        write.bind("structure", "s0", "s1", "s2")
        names3 = ["s0", "s1"]  # the third was fitted and is held by the structure alone
    else:
        share = write.share("gdp", "s1", told["二"], whole, 1)
        write.say("第二产业增加值占地区生产总值的比重为{s1}。", **share)
        names3 = ["s1"]
    for name in names3:
        write.bind("share", "一二三"[int(name[1])], "gdp", name)
    write.bind("sum", "一", "二", "三", "gdp")
    write.bind("between", "g:一", "g:二", "g:三", "g:gdp")


def made_100(shares: list[Decimal]) -> Decimal:
    """The last share such that all of them make 100."""
    return Decimal(100) - sum(shares[:-1], Decimal(0))


def _latin(name: str) -> str:
    return name.replace("一", "p1").replace("二", "p2").replace("三", "p3")


def _people(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    told = write.told
    told["people"] = told["城"] + told["乡"]
    decimals = 2 if mix == 0 else dice.choice((1, 2))
    keys = {
        "all": write.number("people", "level", "people", told["people"], decimals, "万人"),
        "town": write.number("people", "level", "城", told["城"], decimals, "万人"),
        "land": write.number("people", "level", "乡", told["乡"], decimals, "万人"),
    } | write.share("people", "rate", told["城"], told["people"], 2 if decimals == 2 else 1)
    write.say(
        _pick(
            dice, mix,
            "年末全区常住人口{all}，其中，城镇人口{town}，乡村人口{land}。常住人口城镇化率为{rate}。",
            "年末常住人口为{all}。其中，城镇常住人口{town}；乡村常住人口{land}。常住人口城镇化率{rate}。",
            "全区年末常住人口{all}，城镇人口{town}，乡村人口{land}，城镇化率达到{rate}。",
        ),
        **keys,
    )  # fmt: skip
    write.bind("sum", "城", "乡", "people")
    write.bind("share", "城", "people", "rate")
    write.bind("within", "rate")


def _industry(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    names = ("output", "轻", "重")
    keys = write.levels("industry", names, "亿元", 1) | write.growths("industry", names)
    keys = {k.replace("轻", "light").replace("重", "heavy"): v for k, v in keys.items()}
    told = write.told
    keys |= write.share("industry", "s_light", told["轻"], told["output"], 1)
    keys["firms"] = write.number("units", "level", "firms", told["firms"], 0, "家")
    keys["loss"] = write.number("units", "level", "loss", told["loss"], 0, "家")
    keys |= write.share("units", "s_loss", told["loss"], told["firms"], 1)
    write.say(
        _pick(
            dice, mix,
            "全年规模以上工业总产值{output}，比上年<g_output>。其中，轻工业产值{light}，<g_light>；重工业产值{heavy}，<g_heavy>。轻工业产值占规模以上工业总产值的{s_light}。",
            "规模以上工业企业完成规模以上工业总产值{output}，<g_output>。其中，轻工业总产值{light}，<g_light>；重工业总产值{heavy}，<g_heavy>。",
            "全年完成规模以上工业总产值{output}，同比<g_output>。分轻重工业看，轻工业总产值{light}，同比<g_light>；重工业总产值{heavy}，同比<g_heavy>。",
        ),
        **keys,
    )  # fmt: skip
    shown = write.key("s_light") in {piece[1:-1] for piece in write.pieces}
    if shown:
        write.bind("share", "轻", "output", "s_light")
    else:
        del write.made.numbers[write.key("s_light")]
    write.say("年末规模以上工业企业{firms}，其中亏损企业{loss}，占{s_loss}。", **keys)
    write.bind("share", "loss", "firms", "s_loss")
    write.bind("sum", "轻", "重", "output")
    write.bind("earlier", "轻", "g:轻", "重", "g:重", "output", "g:output")
    write.bind("between", "g:轻", "g:重", "g:output")


def _retail(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    names = ("retail", "urban", "rural")
    told = write.told
    told["meals"] = told["retail"] * told["food"]
    told["goods"] = told["retail"] - told["meals"]
    keys = write.levels("retail", (*names, "goods", "meals"), "亿元", 1 if mix == 0 else 2)
    keys |= write.growths("retail", names)
    write.say(
        _pick(
            dice, mix,
            "全年社会消费品零售总额{retail}，<g_retail>。按经营地分，城镇消费品零售额{urban}，<g_urban>；乡村消费品零售额{rural}，<g_rural>。按消费类型分，商品零售额{goods}；餐饮收入{meals}。",
            "全年实现社会消费品零售总额{retail}，比上年<g_retail>。其中，城镇消费品零售额{urban}，<g_urban>；乡村消费品零售额{rural}，<g_rural>。",
            "社会消费品零售总额{retail}，同比<g_retail>。按经营地看，城镇消费品零售额{urban}，同比<g_urban>；乡村消费品零售额{rural}，同比<g_rural>。",
        ),
        **keys,
    )  # fmt: skip
    if write.key("goods") in {piece[1:-1] for piece in write.pieces}:
        write.bind("sum", "goods", "meals", "retail")
    else:
        del write.made.numbers[write.key("goods")], write.made.numbers[write.key("meals")]
    write.bind("sum", "urban", "rural", "retail")
    write.bind("earlier", "urban", "g:urban", "rural", "g:rural", "retail", "g:retail")
    write.bind("between", "g:urban", "g:rural", "g:retail")


def _trade(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    names = ("trade", "out", "in")
    keys = write.levels("trade", names, "亿元", 1 if mix == 0 else 2) | write.growths("trade", names)
    told = write.told
    told["surplus"] = told["out"] - told["in"]
    write.say(
        _pick(
            dice, mix,
            "全年进出口总额{trade}，<g_trade>。其中，出口总额{out}，<g_out>；进口总额{in}，<g_in>。",
            "全年外贸进出口总额{trade}，比上年<g_trade>。其中，出口总额{out}，<g_out>；进口总额{in}，<g_in>。",
            "全区进出口总额{trade}，同比<g_trade>，其中：出口总额{out}，<g_out>，进口总额{in}，<g_in>。",
        ),
        **keys,
    )  # fmt: skip
    if dice.random() < 0.5:
        surplus = write.levels("trade", ("surplus",), "亿元", 1 if mix == 0 else 2)
        write.say("实现贸易顺差{surplus}。", **surplus)
        write.bind("difference", "out", "in", "surplus")
    write.bind("sum", "out", "in", "trade")
    write.bind("earlier", "out", "g:out", "in", "g:in", "trade", "g:trade")
    write.bind("between", "g:out", "g:in", "g:trade")


def _budget(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    names = ("revenue", "tax", "fees", "spent")
    keys = write.levels("budget", names, "亿元", 1) | write.growths("budget", names)
    keys |= write.share("budget", "s_tax", write.told["tax"], write.told["revenue"], 1)
    write.say(
        _pick(
            dice, mix,
            "全年一般公共预算收入{revenue}，<g_revenue>。其中，税收收入{tax}，<g_tax>；非税收入{fees}，<g_fees>。税收收入占一般公共预算收入的比重为{s_tax}。一般公共预算支出{spent}，<g_spent>。",
            "完成一般公共预算收入{revenue}，比上年<g_revenue>。税收收入{tax}，<g_tax>，占一般公共预算收入的{s_tax}；非税收入{fees}，<g_fees>。全年一般公共预算支出{spent}，<g_spent>。",
            "全区一般公共预算收入{revenue}，同比<g_revenue>，其中税收收入{tax}，占一般公共预算收入的{s_tax}；非税收入{fees}，<g_fees>。一般公共预算支出{spent}，同比<g_spent>。",
        ),
        **keys,
    )  # fmt: skip
    shown = {piece[1:-1] for piece in write.pieces}
    if write.key("g:tax") in shown:
        write.bind("earlier", "tax", "g:tax", "fees", "g:fees", "revenue", "g:revenue")
        write.bind("between", "g:tax", "g:fees", "g:revenue")
    else:
        del write.made.numbers[write.key("g:tax")]
    write.bind("sum", "tax", "fees", "revenue")
    write.bind("share", "tax", "revenue", "s_tax")


def _income(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    keys = {"income": write.number("income", "level", "income", write.told["income"], 0, "元")}
    keys |= write.growths("income", ("income",))
    write.say(
        _pick(
            dice, mix,
            "全年全区居民人均可支配收入{income}，比上年<g_income>。",
            "居民人均可支配收入{income}，<g_income>。",
            "全体居民人均可支配收入达到{income}，同比<g_income>。",
        ),
        **keys,
    )  # fmt: skip


def _firms(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    told = write.told
    keys = {
        "foreign": write.number("foreign", "level", "foreign", told["foreign"], 0, "家"),
        "hk": write.number("foreign", "level", "hk", told["hk"], 0, "家"),
    } | write.share("foreign", "s_hk", told["hk"], told["foreign"], 2)
    write.say(
        _pick(
            dice, mix,
            "年末全区共有外资企业{foreign}，其中港资企业{hk}，占外资企业总数的{s_hk}。",
            "年末实有外资企业{foreign}，其中，港资企业{hk}，占外资企业总数的{s_hk}。",
            "全区外资企业共{foreign}，港资企业{hk}，占外资企业总数的{s_hk}。",
        ),
        **keys,
    )  # fmt: skip
    write.bind("share", "hk", "foreign", "s_hk")


def _power(write: _Writer, dice: random.Random, mix: int, year: int) -> None:
    names = ("power", "power1", "power2", "power3", "power4")
    keys = write.levels("power", names, "亿千瓦时", 2) | write.growths("power", ("power",))
    write.say(
        _pick(
            dice, mix,
            "全年全社会用电量{power}，<g_power>。其中，第一产业用电量{power1}；第二产业用电量{power2}；第三产业用电量{power3}；城乡居民生活用电量{power4}。",
            "全社会用电量{power}，比上年<g_power>。分产业看，第一产业用电量{power1}，第二产业用电量{power2}，第三产业用电量{power3}，城乡居民生活用电量{power4}。",
            "全区全社会用电量为{power}，同比<g_power>，其中：第一产业用电量{power1}，第二产业用电量{power2}，第三产业用电量{power3}，城乡居民生活用电量{power4}。",
        ),
        **keys,
    )  # fmt: skip
    write.bind("sum", *names[1:], "power")


def _report(made: Case, dice: random.Random, mix: int, told: dict[str, float]) -> None:
    write = _Writer(made, "政府工作报告", told)
    year = YEARS[1]
    keys = write.levels("gdp", ("gdp",), "亿元", 1) | write.growths("gdp", ("gdp",))
    keys |= write.levels("retail", ("retail",), "亿元", 1) | write.levels("budget", ("revenue",), "亿元", 1)
    keys |= write.growths("retail", ("retail",)) | write.growths("budget", ("revenue",))
    about = round(told["output"] * dice.uniform(0.99, 1.01), -1 if told["output"] > _BY_TENS else 0)
    write.say(
        _pick(
            dice, mix,
            f"{year}年，全区地区生产总值{{gdp}}，<g_gdp>。",
            f"{year}年，我区实现地区生产总值{{gdp}}，<g_gdp>。",
            f"过去的{year}年，全区地区生产总值达到{{gdp}}，同比<g_gdp>。",
        )
        + _pick(
            dice, mix,
            f"全年规模以上工业总产值约{about:.0f}亿元。",
            f"规模以上工业总产值约{about:.0f}亿元。",
            f"全区规模以上工业总产值约{about:.0f}亿元。",
        )
        + _pick(
            dice, mix,
            "全年社会消费品零售总额{retail}，<g_retail>。全年一般公共预算收入{revenue}，<g_revenue>。\n",
            "社会消费品零售总额{retail}，<g_retail>；一般公共预算收入{revenue}，<g_revenue>。\n",
            "实现社会消费品零售总额{retail}，同比<g_retail>；完成一般公共预算收入{revenue}，同比<g_revenue>。\n",
        ),
        **keys,
    )  # fmt: skip


def _months(made: Case, dice: random.Random, mix: int, told: dict[str, float]) -> None:
    part = {
        "retail": told["retail"] * dice.uniform(0.88, 0.93),
        "revenue": told["revenue"] * dice.uniform(0.86, 0.93),
    }
    write = _Writer(made, "月度通报", part)
    year = YEARS[1]
    keys = {
        name: write.number(block, "level", name, part[name], 1, "亿元")
        for name, block in (("retail", "retail"), ("revenue", "budget"))
    }
    write.say(
        _pick(
            dice, mix,
            f"{year}年1—11月，全区社会消费品零售总额{{retail}}，一般公共预算收入{{revenue}}。\n",
            f"{year}年1—11月，全区实现社会消费品零售总额{{retail}}；完成一般公共预算收入{{revenue}}。\n",
            f"{year}年1至11月，社会消费品零售总额{{retail}}；一般公共预算收入{{revenue}}。\n",
        ),
        **keys,
    )  # fmt: skip


def _across(made: Case) -> None:
    """Identities between documents: the same fact twice, growth of two bulletins, months within the year."""
    old, new = (f"公报{year}" for year in YEARS)
    for name in ("trade", "out", "in", "revenue", "tax", "fees", "spent", "income", "power"):
        keys = (f"{new}:{name}", f"{old}:{name}", f"{new}:g:{name}")
        if all(key in made.numbers for key in keys):
            made.identities.append(("growth", keys))
    for name in ("gdp", "retail", "revenue"):
        for each in (name, f"g:{name}"):
            made.identities.append(("equal", (f"{new}:{each}", f"政府工作报告:{each}")))
    for name in ("retail", "revenue"):
        made.identities.append(("at_most", (f"月度通报:{name}", f"{new}:{name}")))
        made.identities.append(("at_most", (f"月度通报:{name}", f"政府工作报告:{name}")))


def _meets(one: Interval, other: Interval) -> bool:
    slack = 1e-9 * max(1.0, *map(abs, (*one, *other)))
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _ratio(part: Interval, whole: Interval) -> Interval:
    return part[0] / whole[1], part[1] / whole[0]


def _before(level: Interval, growth: Interval) -> Interval:
    return level[0] / (1 + growth[1] / 100), level[1] / (1 + growth[0] / 100)


def _add(parts: Sequence[Interval]) -> Interval:
    return sum(low for low, _ in parts), sum(high for _, high in parts)


def _percent(ratio: Interval, less: float = 0.0) -> Interval:
    return ratio[0] * 100 - less, ratio[1] * 100 - less


_HOLDS: dict[str, Callable[[Sequence[Interval]], bool]] = {
    "sum": lambda x: _meets(_add(x[:-1]), x[-1]),
    "share": lambda x: _meets(_percent(_ratio(x[0], x[1])), x[2]),
    "growth": lambda x: _meets(_percent(_ratio(x[0], x[1]), 100), x[2]),
    "structure": lambda x: _meets(_add(x), (100, 100)),
    "earlier": lambda x: _meets(
        _add([_before(*x[at : at + 2]) for at in range(0, len(x) - 2, 2)]), _before(*x[-2:])
    ),
    "between": lambda x: _meets((min(low for low, _ in x[:-1]), max(high for _, high in x[:-1])), x[-1]),
    "equal": lambda x: _meets(x[0], x[1]),
    "at_most": lambda x: x[0][0] <= x[1][1],
    "difference": lambda x: _meets((x[0][0] - x[1][1], x[0][1] - x[1][0]), x[2]),
    "within": lambda x: x[0][0] <= 100,
}


def broken(made: Case, key: str) -> bool:
    """Whether some identity around a number can no longer hold: the rule for what is detectable."""
    return any(
        not _HOLDS[kind]([made.numbers[each].reach for each in keys])
        for kind, keys in made.identities
        if key in keys
    )


def plant(made: Case, dice: random.Random, kind: str) -> bool:
    """Plant one detectable error of a kind in a section that has none yet; False where none fits."""
    used = {made.numbers[key].block for key in made.planted}
    keys = [key for key, number in made.numbers.items() if number.block not in used]
    dice.shuffle(keys)
    for key in keys:
        before = made.numbers[key]
        wrong = _wrong(made, dice, kind, key)
        if wrong is None or (wrong.text, wrong.value) == (before.text, before.value):
            continue
        made.numbers[key] = wrong
        if broken(made, key):
            made.planted[key] = kind
            return True
        made.numbers[key] = before
    return False


def _wrong(made: Case, dice: random.Random, kind: str, key: str) -> Printed | None:
    number = made.numbers[key]
    if kind == "digit swap":
        return _swapped(dice, number)
    if kind == "shifted unit":
        unit = _SHIFTED.get(number.unit)
        return replace(number, unit=unit, scale=number.scale / 1e4) if unit else None
    if kind == "wrong share" and number.kind == "share":
        return replace(number, value=number.value + dice.choice((-1, 1)) * _amount(dice, number, 3, 90))
    if kind == "wrong growth" and number.kind == "growth":
        if dice.random() < 0.2:
            return replace(number, value=-number.value)
        return replace(number, value=number.value + dice.choice((-1, 1)) * _amount(dice, number, 5, 90))
    if kind == "sum off" and number.kind == "level":
        return replace(number, value=number.value + dice.choice((-1, 1)) * _amount(dice, number, 2, 60))
    if kind == "copy of another year":
        old, new = (f"公报{year}" for year in YEARS)
        here, other = (new, old) if key.startswith(new) else (old, new)
        twin = made.numbers.get(key.replace(here, other))
        return twin if twin and key.startswith((old, new)) else None
    return None


def _amount(dice: random.Random, number: Printed, least: int, most: int) -> Decimal:
    return Decimal(dice.randint(least, most)).scaleb(-number.decimals)


def _swapped(dice: random.Random, number: Printed) -> Printed | None:
    digits = list(f"{abs(number.value):.{number.decimals}f}")
    places = [
        (at, after)
        for at, after in zip(range(len(digits)), range(1, len(digits)), strict=False)
        if "." not in (digits[at], digits[after]) and digits[at] != digits[after]
    ]
    if "." in digits and digits[digits.index(".") - 1] != digits[digits.index(".") + 1]:
        places.append((digits.index(".") - 1, digits.index(".") + 1))
    if not places:
        return None
    at, after = dice.choice(places)
    digits[at], digits[after] = digits[after], digits[at]
    if digits[0] == "0" and len(digits) > 1 and digits[1] != ".":
        return None
    value = Decimal("".join(digits))
    return replace(number, value=-value if number.value < 0 else value)
