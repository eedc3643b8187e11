"""Register rows made for placing firms: name parts × scope clauses, with the nodes that are true of each.

Frozen before the classifier was written. A row is on the nodes whose word it makes (for what is made), offers
or runs (for the rest); the same word sold, wholesaled or only researched is on no node that is made. Words
come with modifiers and tails that no catalogue holds; a fifth of the rows is on no node at all.
"""

import random
from collections import defaultdict
from dataclasses import dataclass

from bulian.chain.catalogue import shipped_chains
from bulian.extract.fold import fold
from bulian.vocab.gbt4754 import gbt4754

PLACES = ("重庆", "重庆市大渡口区", "重庆大渡口", "成都", "四川", "重庆渝州", "渝中区", "江苏", "深圳市")
BRANDS = tuple("恒瑞丰泰嘉禾锐星宏远博汇鼎盛佳源启明天成润泽华康迪安中创联合科达凯沃德信")
TRADES = (
    "科技",
    "实业",
    "贸易",
    "商贸",
    "机电设备",
    "材料",
    "生物技术",
    "电子",
    "食品",
    "环保",
    "信息技术",
    "企业管理",
)
FORMS = ("有限公司", "有限责任公司", "股份有限公司", "（集团）有限公司")
BEFORE = ("", "", "", "", "高性能", "新型", "专用", "优质", "各类", "国产")
AFTER = ("", "", "", "", "产品", "系列产品", "及配件", "及零部件")
MADE = (
    "{w}制造",
    "{w}生产",
    "生产{w}",
    "{w}加工",
    "{w}的研发、生产、销售",
    "研发、生产、销售：{w}",
    "{w}制造；{w}销售",
)
NOT_MADE = (
    "{w}销售",
    "{w}批发",
    "{w}零售",
    "销售{w}",
    "{w}进出口",
    "{w}研发",
    "{w}的技术研发",
    "{w}批发；{w}零售",
)
OFFERED = ("{w}", "{w}服务", "提供{w}服务", "从事{w}")
NOISE = (
    "货物进出口", "技术进出口", "技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广", "企业管理咨询",
    "信息咨询服务（不含许可类信息咨询服务）", "机械设备销售", "五金产品零售", "日用百货销售", "物业管理",
    "非居住房地产租赁", "市场营销策划", "劳务服务（不含劳务派遣）", "广告制作", "办公用品销售",
    "会议及展览服务", "国内货物运输代理",
)  # fmt: skip
HEADS = ("", "一般项目：", "一般项目:", "许可项目：", "一般经营项目：")
TAILS = (
    "",
    "（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
    "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。",
    "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）",
    "**【凭许可证核定的范围从事经营】",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A firm as a register lists it, and the (chain, node) pairs that are true of it."""

    firm: str
    scope: str
    code: str
    nodes: frozenset[tuple[str, str]]


def section_of(code: str) -> str:
    """The section (门类) of a class."""
    table = gbt4754()
    while table[code].parent:
        code = table[code].parent
    return code


class Maker:
    """Draws rows; the same seed draws the same rows."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words: dict[tuple[str, str], tuple[str, ...]] = {}
        self.codes: dict[tuple[str, str], tuple[str, ...]] = {}
        self.made: dict[tuple[str, str], bool] = {}
        holders: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for chain in shipped_chains():
            for node in chain.nodes:
                key = (chain.id, node.id)
                words = tuple(word for word in (node.name.zh, *node.words) if _is_plain(word))
                self.words[key], self.codes[key] = words, tuple(code for code, _ in node.codes)
                heaviest = max(node.codes, key=lambda one: one[1])[0]
                self.made[key] = section_of(heaviest) in ("A", "B", "C", "D") and not heaviest.startswith(
                    "43"
                )
                for word in words:
                    holders[fold(word)].add(key)
        self.holders = holders
        self.keys = sorted(key for key, words in self.words.items() if words)
        taken = {code[:3] for codes in self.codes.values() for code in codes}
        classes = [one for one in gbt4754().values() if one.level == "class" and len(one.name) > 3]
        self.apart = [one.name for one in classes if one.code[:3] not in taken]

    def row(self, on_none: bool) -> Row:
        """One firm: on one or two nodes, or on none."""
        chance, clauses, nodes = self.chance, [], set[tuple[str, str]]()
        codes: list[str] = []
        if on_none:
            clauses += chance.sample(self.apart, chance.randint(1, 3))
        else:
            for _ in range(chance.choice((1, 1, 1, 2))):
                key = chance.choice(self.keys)
                word = chance.choice(self.words[key])
                clauses.append(self._clause(word, MADE if self.made[key] else OFFERED))
                nodes |= {other for other in self.holders[fold(word)] if self.made[other] == self.made[key]}
                codes += self.codes[key]
        for _ in range(chance.choice((0, 0, 1, 2))):
            key = chance.choice(self.keys)
            if self.made[key]:
                clauses.append(self._clause(chance.choice(self.words[key]), NOT_MADE))
        if chance.random() < 0.5:
            chance.shuffle(clauses)
        clauses += chance.sample(NOISE, chance.randint(0, 4))
        scope = chance.choice(HEADS) + "；".join(clauses) + chance.choice(TAILS)
        code = chance.choice(codes) if codes and chance.random() < 0.6 else ""
        return Row(self._name(), scope, code, frozenset(nodes))

    def _clause(self, word: str, shapes: tuple[str, ...]) -> str:
        after = self.chance.choice(AFTER) if shapes is not OFFERED else ""
        return self.chance.choice(shapes).format(w=self.chance.choice(BEFORE) + word + after)

    def _name(self) -> str:
        pick = self.chance.choice
        return pick(PLACES) + pick(BRANDS) + pick(BRANDS) + pick(BRANDS) + pick(TRADES) + pick(FORMS)


def _is_plain(word: str) -> bool:
    return (
        all("\u4e00" <= one <= "\u9fff" or one.isascii() for one in word)
        and len(word) > 1
        and " " not in word
    )


def made_rows(count: int, seed: int) -> list[Row]:
    """So many rows, every fifth on no node; every firm under its own name."""
    maker, rows, names = Maker(seed), list[Row](), set[str]()
    while len(rows) < count:
        row = maker.row(on_none=len(rows) % 5 == 4)
        firm = row.firm if row.firm not in names else f"{row.firm[:-4]}{len(rows)}{row.firm[-4:]}"
        names.add(firm)
        rows.append(Row(firm, row.scope, row.code, row.nodes))
    return rows
