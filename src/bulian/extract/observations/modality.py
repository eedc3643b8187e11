"""Whether a number is a fact, a forecast, a target, a plan or a capacity (情态)."""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.timing import TO
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Sentence
from bulian.model.fact import Modality
from bulian.model.period import year_of
from bulian.vocab.cues import cues


def modality_of(
    scene: Scene, sentence: Sentence, clause: Clause, found: tuple[Quantity, Frame, Period | None],
    section: Modality,
) -> Modality:  # fmt: skip
    """The modality of a number, found with its period: of its words; else, of what the document cannot know
    yet, target.
    """
    quantity, frame, period = found
    if _risen_from(scene, clause, quantity):
        return "actual"
    said = _said(scene, sentence, clause, (quantity, frame), section)
    if said != "actual":
        return said
    if period and period.ahead:
        words = _MEANT.search(scene.folded, max(sentence.start, period.start - 8), quantity.start)
        return _MEANS[words.lastgroup or ""] if words else "target"
    if period and _planned(scene.folded, quantity.start, period.iso):
        return "target"
    if _among_goals(scene.folded, sentence.start):
        return "target"
    if _HOPED.match(scene.folded, quantity.right, clause.end) and not _BY_NOW.search(
        scene.folded, clause.start, quantity.start
    ):
        return "forecast"
    return "forecast" if _expected_from_here(scene, quantity.right) else "actual"


def _risen_from(scene: Scene, clause: Clause, quantity: Quantity) -> bool:
    """Whether a number is that from which another is to be reached (从107家增加到500家)."""
    near = max(clause.start, quantity.left - _STEP)
    if not any(scene.folded.find(word, near, quantity.left) >= 0 for word in "从由"):
        return False
    rises = _STARTS_FROM.search(scene.folded, near, quantity.left)
    if rises is None or any(p.ahead for p in scene.periods_in(rises.start(), quantity.left)):
        return False
    return TO.match(scene.folded, quantity.right, clause.end) is not None


def _expected_from_here(scene: Scene, at: int) -> bool:
    """Whether （预计数，下同） stands before `at` in the same chapter: what follows it is expected, too."""
    first, last = _alike(scene.folded)
    return first <= at + _NOTE and at <= last


@lru_cache(maxsize=4)
def _alike(folded: str) -> tuple[int, int]:
    """From where to where 下同 makes forecasts of a text's figures; nowhere without the note."""
    said = _ALIKE.search(folded) if "下同" in folded else None
    if said is None:
        return 0, 0
    chapter = _CHAPTER.search(folded, said.end())
    return said.start(), chapter.start() if chapter else len(folded)


def _planned(folded: str, at: int, iso: str | None) -> bool:
    """Whether a plan that the text reports on (《…方案（2025—2027年）》) sets what is told of its years."""
    plan = _plan(folded)
    if plan is None or iso is None or at < plan[0]:
        return False
    return plan[1] <= year_of(iso) <= plan[2]


@lru_cache(maxsize=4)
def _plan(folded: str) -> tuple[int, int, int] | None:
    """From where on a text tells what a plan sets, and the plan's first and last year; None without one."""
    named = _PLAN.search(folded)
    told = _PLAN_SAYS.search(folded, named.end()) if named else None
    return (told.end(), int(named["first"]), int(named["last"])) if named and told else None


def _among_goals(folded: str, at: int) -> bool:
    """Whether a list that 目标： opened goes on at `at`: no full stop came between."""
    first = max(0, at - _FAR)
    goals = folded.rfind("目标", first, at)
    return (
        goals >= 0 and _GOALS.match(folded, goals, at) is not None and not _MET.search(folded, first, goals)
    )


def _said(
    scene: Scene, sentence: Sentence, clause: Clause, found: tuple[Quantity, Frame], section: Modality
) -> Modality:
    """The modality of a number's clause, else of its sentence so far, else `section`.

    预计 rules over 达产后: what a plant is expected to make is a forecast. What has been said to be so by now
    (已, 目前) is actual whatever came before.
    """
    folded = scene.folded
    quantity, frame = found
    at = quantity.start
    if frame.rule == "task" or _OF_A_GOAL.match(folded, quantity.right):
        return "target"
    here = _last(folded, clause.start, at)
    if frame.rule == "capacity" and here != "forecast":
        built = (
            here
            or _BUILT.search(folded, at, clause.end)
            or _AFTER_START.search(folded, sentence.start, at)
            or _BEING_BUILT.search(folded, sentence.start, clause.start)
        )
        return "capacity" if built else "actual"
    begun = max(sentence.start, folded.rfind("；", sentence.start, clause.start) + 1)
    begins = here != "forecast" and quantity.unit != "%" and folded.find("后", begun, at) >= 0
    if begins and _AFTER_START.search(folded, begun, at):
        return "capacity"
    if here:
        earlier = _last(folded, sentence.start, clause.start) if here == "capacity" else None
        return "forecast" if earlier == "forecast" else here
    if (
        frame.said.endswith("规模")
        and not _BY_NOW.search(folded, clause.start, at)
        and _SIZE_TO_REACH.search(folded, clause.start, at)
    ):
        return "target"
    if _BY_NOW.search(folded, clause.start, at):
        return "actual"
    if frame.indicator == "产能" and _BUILDS.search(folded, clause.start, at):
        return "capacity"
    done = _DONE.search(folded, clause.start, at)
    planned = frame.indicator.endswith("投资") and not frame.indicator.startswith("完成")
    if planned and not done and _last(folded, begun, clause.start) == "plan":
        return "plan"
    earlier = _last(folded, sentence.start, clause.start)
    if earlier in ("forecast", "target") and not _foreseen(scene, sentence, clause, earlier):
        return section
    return earlier if earlier in ("forecast", "target") else section


def _foreseen(scene: Scene, sentence: Sentence, clause: Clause, what: Modality) -> bool:
    """Whether 预计 or 力争 said earlier still holds: it opens the sentence, or no semicolon came between."""
    folded = scene.folded
    part = max(sentence.start, folded.rfind("；", sentence.start, clause.start) + 1)
    first = sentence.clauses[0]
    return _last(folded, part, clause.start) == what or _last(folded, first.start, first.end) == what


def _last(folded: str, start: int, end: int) -> Modality | None:
    """What the last two cue words between the two say; each number of a sentence asks of all before it."""
    starts = _cue_starts(folded)
    low, high = bisect_left(starts, start), bisect_left(starts, end)
    if low == high:
        return None
    found = _said_by_cues(folded, starts[max(low, high - _NEAREST)], end)
    if len(found) < 2 and high - low > _NEAREST:
        found = _said_by_cues(folded, start, end)
    for kind in ("forecast", "target", "plan", "capacity"):
        if kind in found[-2:]:
            return kind
    return None


def _said_by_cues(folded: str, start: int, end: int) -> list[str]:
    return [cues("modality").get(m.group(), "target") for m in _pattern().finditer(folded, start, end)]


@lru_cache(maxsize=4)
def _cue_starts(folded: str) -> tuple[int, ...]:
    """Where cue words stand in a text, whether or not they govern anything there."""
    words = sorted((*cues("modality"), "将"), key=len, reverse=True)
    return tuple(match.start() for match in re.finditer("|".join(map(re.escape, words)), folded))


@cache
def _pattern() -> re.Pattern[str]:
    """Cue words; 规划, 计划 and 目标 only where they govern what follows, 将 where it is no other word."""
    words = []
    for word in cues("modality"):
        guard = _GOVERNS.get(word, "")
        words.append(re.escape(word) + guard)
    return re.compile("|".join([*words, r"将(?![军乐近来以])"]))


_GOVERNS = {
    "规划": r"(?=总|面积|用地|建设|新建|到|投资|建筑|占地|实施|布局|引进)(?<![”年国项动产期五]规划)",
    "计划":
    r"(?!完成率)(?=总|投资|建设|新建|到|于|年|今年|明年|引进|新增|培育|打造|实施|完成|用|开工"
    r"|投入)(?<![动作产]计划)(?<!五年计划)",
    "目标": r"(?=是|为|：|值|达|在|到|[一二两三四五六七八九十\d]+年内)",
    "要": r"(?<![主重需必只]要)(?=实现|达|增长|完成|突破|超过|提高|提升|力争|建成|新增|保持在)",
    "需": r"(?=达到|实现|完成|新增|增长)(?<!所需)",
    "拟": r"(?!人|态|合|定|仿)",
    "确保": r"(?=[^，。]{0,14}\d)",
    "预期": r"(?=增长|将|达|实现|全年)",
    "争取": r"(?=在|实现|完成|达|再|把|让|年|今年|全年|用|新增|新|建成|突破|早日|尽早|尽快|更|进入|创建|引进"
    r"|提前|到20|到[“十]|增长|超(?!长期)|全|通过|获批|获评|培育|落地|开工|率先|跻身|上(?!级)|有|实施|使|启动)",
    "产能": r"(?!利用|过剩|占比|治理|合作|置换|力)(?<!落后产能)(?<!过剩产能)(?<!低效产能)",
    "处理能力": "", "生产能力": r"(?<!综合生产能力)",
}  # fmt: skip
# 提前两年完成规划地区生产总值1250亿元的目标
_OF_A_GOAL = deferred(r"的(?:规划|预期|既定|发展|增长)?目标")
_SIZE_TO_REACH = deferred(r"(?:打造|培育|建设|构建|做大|做强|壮大)[^，。；\d]{0,16}(?:的|成|为)?\Z")
_STEP = 14
_STARTS_FROM = deferred(r"[从由](?:目前|现在|当前|如今|现有|[上去]年)?(?:20\d\d年[底末]?)?的?\Z")
_BY_NOW = deferred(r"已|(?<![从由])目前|截至|现有|迄今|当前")
_DONE = deferred("完成|到位|实现")
_BUILT = deferred(r"生产线|项目|工程|基地|产能|能力|规模|工厂|车间|装置")
_BUILDS = deferred(r"(?:共建|建设|新建|投建|建成|形成|打造)[^，。；\d]{0,8}\Z")
_BEING_BUILT = deferred(r"总?投资[^。；]{0,12}元|建设|新建|占地|用地")
_AFTER_START = deferred(
    r"(?:达产|投产|建成|满产|投用|建成投产)(?:达效)?后，?[^。；]*(?:年|日|月)[^，。；]{0,16}\Z"
)
_ALIKE = deferred(r"（?(?:预计|预期|初步预计)数?(?:值|数据)?(?:，|（)下同）")
"""地区生产总值达5600亿元（预计数，下同）; 预计（下同）地区生产总值."""
_CHAPTER = deferred(r"\n *[一二三四五六七八九十]{1,2}、")
_NOTE = 8
"""How far behind the first of them the note may stand."""
_FAR = 600
_NEAREST = 8
"""So many cue words hold two that govern something, nearly always; else all of them are asked."""
_GOALS = deferred(r"目标(?:任务|值)?(?:是|为|如下)?：[^。！？]*\Z")
_MET = deferred(r"(?:完成|达到|实现)[^，。；]{0,16}\Z")
# Words too weak to settle a figure by themselves do so where the time is still to come.
_MEANT = deferred(r"(?P<forecast>预计|预期(?!性)|预测|有望|可望)|(?P<plan>计划|拟|规划(?![》”期]))")
_MEANS: dict[str, Modality] = {"forecast": "forecast", "plan": "plan"}
# 6个项目有望开工: the verb behind a count says it of the count.
_HOPED = deferred(r"[^，。；、：的\d]{0,10}?(?:有望|可望|预计)")
_PLAN = deferred(
    r"《[^》\n]{2,60}?(?:方案|计划|规划|意见)（(?P<first>20\d\d)年?[-—~至](?P<last>20\d\d)年?）》"
)
_PLAN_SAYS = deferred("(?:方案|计划|规划|意见)(?:明确|提出|要求|确定|指出)")
