"""What 该公司, 园区 and 该项目 mean, and what stands before a subject."""

import re
from bisect import bisect_left
from functools import cache

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.relations.rules import CUES
from bulian.extract.relations.spots import Agent
from bulian.vocab.words import word_classes


def meant_by(context: Context, at: int, meant: re.Match[str]) -> Agent | None:
    """该公司, 园区 or 街道 as the one named last; a street only by a name that ends so."""
    found = named_last(context, at, meant.lastgroup or "")
    noun = meant["noun"] or meant["unit"] or ""
    home = context.names.home or ""
    if meant.lastgroup == "site" and noun in ("园区", "产业园") and home.endswith(noun):
        # 园区 in a text about a park is that park, whatever other one it has named since.
        return Agent(home, "park")
    if meant.lastgroup != "site" or (found and found.name.endswith(noun)):
        return found
    before = [n for n in context.names.within(max(0, at - 400), at) if n.text.endswith(noun)]
    named = [n for n in before if len(n.text) > len(noun) + 1]
    return Agent(named[-1].canonical, named[-1].kind, named[-1].start) if named else found


def named_last(context: Context, at: int, what: str) -> Agent | None:
    """What 该公司 or 该项目 means: the one named last before, not further back than two lines."""
    line = context.folded.rfind("\n", 0, max(0, context.folded.rfind("\n", 0, at))) + 1
    kinds = _MEANT[what]
    before = [n for n in context.names.within(max(line, at - 400), at) if n.kind in kinds]
    before = [n for n in before if not A_KIND.match(n.text)]
    opening = [n for n in before if n.start == 0 or context.folded[n.start - 1] in "，。；：\n "]
    best = max(opening or before, key=lambda n: (n.start, n.end), default=None)
    return Agent(best.canonical, best.kind, best.start) if best else None


def skip(context: Context, start: int, stop: int) -> int:
    """Past the periods, adverbs, 在…方面 and 某方向 that stand before a subject."""
    while start < stop and not _named_at(context, start):
        match = _lead_in().match(context.folded, start, stop)
        period = _period_at(context, start)
        if match and match.end() > start:
            start = match.end()
        elif period and period <= stop:
            start = period
        else:
            break
    return start


def _named_at(context: Context, at: int) -> bool:
    """自贡高新区: a name begins here, whatever word its first sign would be by itself."""
    index = bisect_left(context.names.starts, at)
    mentions = context.names.mentions
    return index < len(mentions) and mentions[index].start == at and mentions[index].kind in ("place", "park")


def _period_at(context: Context, start: int) -> int | None:
    index = bisect_left(context.period_starts, start)
    if index < len(context.periods) and context.period_starts[index] == start:
        return context.periods[index].end
    return None


@cache
def adverb_before() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_classes(CUES)["lead_in"] + word_classes(CUES)["helper"]))
    return re.compile(
        rf"(?:{words}|连续(?:[一二两三四五六七八九十\d]+[年次届])?|(?:经|由|报)[^，。；：、]{{2,14}}?(?:批准|同意|批复|认定|审定))$"
    )


@cache
def _lead_in() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_classes(CUES)["lead_in"]))
    return re.compile(
        rf"(?:“[^”]{{1,8}}”(?:就是|即|是指)|{words}|在?[^，。；：、]{{2,16}}?方[面向]|(?:位于|坐落于|地处)[^，。；：、]{{2,16}}?的(?=.)|\s|“"
        r"|(?:素有|享有|被誉为|有着?)“[^”]{2,20}”(?:之称|美誉|美称|称号)?的(?=.)"
        r"|[^，。；：、\s]{1,10}?(?:\d{1,2}月)?\d{1,2}日(?:电|讯)(?:\s*（[^（）]{1,20}）)?)"
    )


@cache
def helpers() -> re.Pattern[str]:
    """Words that may stand between subject and verb, or before the subject, without changing who acts."""
    words = "|".join(map(re.escape, word_classes(CUES)["helper"]))
    return re.compile(
        rf"(?:{words}|(?:与|同|和)[^，。；：、]{{1,14}}?(?:合力|共同|携手|联合)"
        r"|在[^，。；：、]{0,12}?(?:会上|仪式上|活动上|现场|期间)"
        r"|(?:经|由|报)[^，。；：、]{2,14}?(?:批准|同意|批复|认定|审定))*"
    )


A_KIND = deferred(
    r"(?:重大|重点|签约|集中开工)(?:产业|建设|工业)?项目\Z|(?:智慧|智能|绿色|数字化?|现代化?|标杆|灯塔|示范)+(?:工厂|园区|基地|车间)\Z|[一二三四五]期(?:项目|工程)\Z"
)
_MEANT = {
    "firm": ("firm",),
    "site": ("park", "site", "base"),
    "project": ("project", "base", "site"),
}
