"""Words that the readings share: what is too general to be a name, and what a name of each kind ends in."""

import re
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.relations.rules import CUES
from bulian.vocab.words import word_classes, word_list


def stem(text: str) -> str:
    """Without the class nouns behind: 污水处理企业 → 污水处理."""
    bare = _CLASS_TAIL.sub("", text)
    return bare if len(bare) >= 2 else text


def distinct(text: str) -> bool:
    """A name of its own, not a class of things."""
    return len(text) >= 5 and not vague().fullmatch(text) and not COUNT.search(text)


def bracketed(folded: str, start: int, end: int) -> int:
    """Where the slot ends without a note in brackets at its end."""
    opening = folded.rfind("（", start, end)
    return opening if opening > start and folded[end - 1] == "）" else end


@cache
def vague() -> re.Pattern[str]:
    """Words put together of nothing but kinds of things: 大型智算中心, 城市更新项目."""
    parts = "|".join(map(re.escape, word_classes(CUES)["vague_part"]))
    ends = "|".join(map(re.escape, word_classes(CUES)["facility_tail"]))
    return re.compile(rf"(?:{parts})*(?:{ends}|平台|园区|工程|基地|中心|载体|学校|公园|开发区|经开区|高新区)")


@cache
def area() -> re.Pattern[str]:
    """Ends as a stretch of land does: 半岛, 湾区, 古镇."""
    return re.compile(rf"(?:{'|'.join(word_classes(CUES)['strong_place_thing'])})$")


@cache
def directional() -> re.Pattern[str]:
    """Ends as an industry does, or is a known one."""
    return re.compile(rf"(?:{'|'.join(word_classes(CUES)['direction_tail'])})$")


@cache
def generic() -> re.Pattern[str]:
    """Too general to name anything: 新兴产业, 龙头企业."""
    return re.compile("|".join(map(re.escape, word_classes(CUES)["generic"])))


@cache
def aspired() -> re.Pattern[str]:
    """A phrase up to the zone, base or landmark that it ends in."""
    tails = "|".join(word_classes(CUES)["aspiration_tail"])
    return re.compile(
        rf"[^，。；：、！？\n（）]{{2,30}}?(?:{tails})(?=$|[，。；：、！？\n（）—”]|等|之一|和|与|及|建设)"
    )


@cache
def titled() -> re.Pattern[str]:
    """Sounds like a title, list or award."""
    return re.compile(rf"(?:{'|'.join(word_classes(CUES)['title_word'])})")


@cache
def facility() -> re.Pattern[str]:
    """Ends as a park, project or building does."""
    tails = "|".join(word_classes(CUES)["facility_tail"])
    return re.compile(rf"(?:{tails})(?:[一二三四]期)?$|基地[一二三四]期$")


@cache
def facility_word() -> re.Pattern[str]:
    """A word in which parks, projects and buildings end, or that sums them up."""
    return re.compile("|".join((*word_classes(CUES)["facility_tail"], "基地[一二三四]期", "平台|载体|园区")))


@cache
def foreign() -> re.Pattern[str]:
    """One or two places abroad, the wider first (美国亚利桑那州)."""
    names = "|".join(sorted(word_list("foreign_places.csv"), key=len, reverse=True))
    return re.compile(rf"(?:{names}){{1,2}}")


def abroad(text: str) -> str:
    """The place abroad, or Hong Kong and its like, that a text begins with; "" where it begins with none."""
    found = foreign().match(text)
    return found[0] if found else next((place for place in _PORTS if text.startswith(place)), "")


_PORTS = ("香港", "澳门", "台湾")
_CLASS_TAIL = deferred(r"(?:产业|行业|企业|领域|相关|有关|项目)+$")
COUNT = deferred(
    r"[两三四五六七八九十]大|诸多|众多|\d+(?:\.\d+)?(?:多|余)?(?:家|个|项|所|条|座|处|万|亿|公里)|^(?:一批|多个|部分|所有|全部)"
)
