"""Texts denser than any that people write, each of our own making and as long as asked.

Numbers in every grouping, lists of firms without end, brackets and quotes that never close, tables run
together, broken codecs.
"""

import random
from collections.abc import Callable

Made = Callable[[int], str]
_FIRST, _SECOND = "甲乙丙丁戊己庚辛壬癸", "江河湖海山川云雨星月"
_BROKEN = "浣犲ソ涓枃锛屽伐涓氬鍔犲€�ï¿½Ã©â€œ1"
_WORDS = (
    "2023年", "全区", "江城市", "实现", "地区生产总值", "工业", "增加值", "380.5亿元", "增长", "6.1%",
    "同比", "分别为", "其中", "和", "与", "引进", "远山公司", "等15家企业", "项目", "总投资", "达到",
    "力争", "到2025年", "以上", "占", "比重", "个百分点", "三次产业", "家", "万", "的", "打造",
    "产业链", "以", "为链主", "新能源汽车", "集群", "基地", "高新区", "落户", "签约", "第三", "位居",
    "全国", "年均", "1", "—", "约", "超过", "上年", "累计", "至", "从", "集团", "有限公司", "该",
    "园区", "被认定为", "国家级", "示范区", "，", "，", "、", "。", "；", "：", "“", "”", "（", "）",
    "\n",
)  # fmt: skip


def again(piece: str) -> Made:
    """One piece again and again."""
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def each(piece: str) -> Made:
    """The same with other names and numbers each time: `{name}` and `{n}`."""

    def made(length: int) -> str:
        pieces: list[str] = []
        size = 0
        while size < length:
            pieces.append(piece.format(name=_name(len(pieces)), n=len(pieces)))
            size += len(pieces[-1])
        return "".join(pieces)[:length]

    return made


def drawn(signs: tuple[str, ...] | str) -> Made:
    """Pieces drawn by lot; a shorter text is the beginning of a longer one."""

    def made(length: int) -> str:
        lot = random.Random(7)
        return "".join(lot.choice(signs) for _ in range(length))[:length]

    return made


def framed(before: str, piece: str, behind: str) -> Made:
    """A list of one piece again and again between two others."""
    return lambda length: before + again(piece)(length - len(before) - len(behind)) + behind


def _name(number: int) -> str:
    return _FIRST[number % 10] + _SECOND[number // 10 % 10] + _FIRST[number // 100 % 10]


KINDS: dict[str, Made] = {
    "numbers, commas": again("1，"),
    "numbers, stops": again("1。"),
    "numbers, list": again("1、"),
    "numbers, lines": again("1\n"),
    "ranges": again("1~"),
    "proportions": again("三次产业结构为1：2：3，"),
    "sums": again("1亿元，"),
    "sums, list": again("工业1亿元、"),
    "levels": again("地区生产总值1亿元，"),
    "levels, growth": again("地区生产总值1亿元，增长5%，"),
    "shares": again("工业占5%，"),
    "parts": again("其中工业1亿元，"),
    "counts": again("15家企业，"),
    "bullets": again("—工业1亿元\n"),
    "targets": again("确保增长5%以上，"),
    "ranks": again("居全国第3位，"),
    "growth on last year": again("比上年增长"),
    "500 respectively": lambda n: "工业、" * (n // 8) + "增加值分别为" + "1亿元、" * (n // 8),
    "firms, list": each("引进{name}公司、"),
    "firms summed up": each("引进{name}公司、{name}集团等{n}家企业，"),
    "firms, no end": framed("引进", "甲公司、", "等15家企业"),
    "firms, no signs": each("{name}科技有限公司"),
    "firms act": again("江河科技投资1亿元建设基地，"),
    "this firm": again("该公司投资1亿元，"),
    "projects": again("总投资1亿元的海川项目、"),
    "works": again("打造新能源汽车产业集群，"),
    "awards": again("获评国家级示范区，"),
    "happenings": again("2023年1月，江河公司成立，"),
    "happenings, sentences": again("江河公司成立。"),
    "dates": again("2023年1月2日"),
    "last year": again("去年"),
    "months": again("1月"),
    "places": again("与四川、贵州、"),
    "brackets": again("（工业1"),
    "brackets, nested": lambda n: "（工业" * (n // 8) + "1亿元）" * (n // 8),
    "quotes": again("“工业1"),
    "one clause": again("推动工业高质量发展"),
    "and, and": again("与工业和"),
    "table, lines": each("工业总产值 {n}.5亿元 实绩 2021年\n"),
    "table, one line": each("工业总产值 {n}.5亿元 "),
    "headings": each("第三章 工业\n产值{n}亿元\n"),
    "broken codec": drawn(_BROKEN),
    "lone surrogates": drawn(("\ud800", "\udfff", "1", "工", "，")),
    "any sign": drawn(tuple(map(chr, range(1, 0xFFFF, 97)))),
    "words by lot": drawn(_WORDS),
    "words by lot, no stops": drawn(tuple(word for word in _WORDS if word not in "。\n")),
}
