"""Who or what a number is about: named in its phrase, clause or sentence, its topic, else home."""

import re
from typing import NamedTuple

from bulian.extract.names.name import Name
from bulian.extract.names.zones import is_zone
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.owner import is_area
from bulian.extract.segments import Clause, Sentence
from bulian.vocab.indicators import indicators


class About(NamedTuple):
    """A subject, the indicator without it, and the offset from which a quote must reach to hold it."""

    subject: str | None
    said: str
    start: int | None


class Known(NamedTuple):
    """What was spoken of before: the paragraph's topic, the subject of the sentence's last number, and where
    the paragraph begins; `whose` is whoever the sentence before was about, where this one goes on of it.
    """

    topic: str | None
    last: str | None
    since: int
    owner: str | None = None
    said: str | None = None
    whose: str | None = None


def about(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame, known: Known) -> About:
    """The subject of a frame; below a heading of a street or a zone, that instead of home."""
    told = _about(scene, sentence, clause, frame, known)
    if told.start is None and _OF_AREAS.search(frame.indicator) and _is_thing(scene, told.subject):
        return told._replace(subject=scene.home)
    if is_area(known.owner) and told.subject == scene.home and frame.rule != "elsewhere":
        return told._replace(subject=known.owner)
    return told


def _work_before(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame) -> Name | None:
    """开工建设远山储能项目，总投资25亿元: the work with which the clause right before ends."""
    before = next((one for one in reversed(sentence.clauses) if one.end <= clause.start), None)
    if before is None or not _SIZE_OF_WORK.fullmatch(frame.said) or scene.folded[before.end] != "，":
        return None
    ends = [n for n in scene.names.within(before.start, before.end) if n.end == before.end]
    works = [n for n in ends if n.kind in _WORKS and not _is_kind_of_work(n) and not _UNNAMED.match(n.text)]
    work = max(works, key=_length, default=None)
    return work if work and _BUILDS.search(scene.folded, before.start, work.start) else None


def _is_thing(scene: Scene, subject: str | None) -> bool:
    """A firm, project or plant, which has no gross domestic product."""
    kinds = {name.kind for name in scene.names.mentions if name.canonical == subject}
    return bool(kinds) and kinds <= _THINGS


def _about(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame, known: Known) -> About:
    """The subject of a frame: in its phrase, at the head of its clause, as said before, or home."""
    if frame.rule == "elsewhere":
        return About(_other_place(scene, frame) or scene.home, frame.said, frame.noun.start)
    if not frame.noun.text and frame.noun.start < frame.noun.end and (whose := _spanned(scene, frame)):
        return About(whose, frame.said, frame.noun.start)
    pronoun = _PRONOUN.match(frame.noun.text)
    if pronoun and frame.said != "企业数" and (firm := _last_firm(scene, known.since, frame)):
        said = frame.said.removeprefix(pronoun.group()) or frame.said
        return About(firm.canonical, said, None)
    named_so = _THIS_PROJECT.match(frame.noun.text)
    if (
        named_so
        and not _ALL_OF.search(scene.folded, max(0, frame.noun.start - 4), frame.noun.start)
        and (thing := _last_of(scene, known.since, frame, ("project", "firm", "base", "site")))
    ):
        # 项目总投资 is 总投资 of the project named last, or of the firm that builds it.
        said = frame.said.removeprefix(named_so.group()).lstrip("的")
        return About(thing.canonical, said or frame.said, None)
    phase = _PHASE.match(frame.noun.text)
    if phase and phase["phase"] and (whole := _project_of_phase(scene, known, frame)):
        said = frame.said.removeprefix(phase.group()).lstrip("的") or frame.said
        return About(f"{whole}{phase['phase']}", said, None)
    if phase and (owner := _last_of(scene, known.since, frame, ("firm",))):
        said = frame.said.removeprefix(phase.group()).lstrip("的")
        said = said or ("产能" if frame.unit in ("kW", "t", "t/day", "items", "sets") else frame.said)
        if phase["phase"] and (owner.kind == "firm"):
            return About(f"{owner.canonical}{phase['phase']}项目", said, None)
    inside = _in_phrase(scene, frame)
    if inside:
        return inside
    if _of_country(scene, frame):
        return About("全国", frame.said.removeprefix("全国"), max(clause.start, frame.noun.start - 2))
    named = _leading(scene, clause, frame) or _meant(scene, clause, known)
    if named:
        return About(named.canonical, frame.said, named.start)
    if work := _work_before(scene, sentence, clause, frame):
        return About(work.canonical, frame.said, None)
    if known.last and frame.indicator == known.said:
        return About(known.last, frame.said, None)
    sized = not frame.noun.text or frame.said.endswith(("投资", "投资额"))
    kept = sized or not known.last or not known.last.endswith(_NO_OWNERS)
    its = _OWNED.search(frame.said) is not None or not frame.noun.text or _elliptic(scene, clause)
    if known.last and kept and (known.last == scene.home or is_zone(known.last) or its):
        rest = frame.said.removeprefix(known.last)
        return About(known.last, rest if rest in _OF_TOPIC else frame.said, None)
    new_part, passed = scene.folded.rfind("；", sentence.start, clause.start), False
    begins = next((one.start for one in sentence.clauses if not _leads_in(scene, one)), sentence.start)
    for earlier in reversed([c for c in sentence.clauses if c.end <= clause.start]):
        if meant := _meant(scene, earlier, known):
            return About(meant.canonical, frame.said, None)
        named = _leading(scene, earlier, None) or _described(scene, earlier)
        opens = earlier.start <= begins
        if named and named.start < new_part and not opens:
            continue
        zone = named is not None and is_zone(named.canonical)
        if named and named.kind == "base" and not opens:
            continue
        if zone and passed:
            continue
        passed = passed or named is not None
        areal = named is not None and (zone or named.kind == "place")
        far = named and areal and named.canonical != scene.home and not opens
        if far and named and scene.folded.count("，", named.end, clause.start) > 1:
            continue
        if named and _hands_on(named, frame) and not _part_of_name(scene, named):
            return About(named.canonical, frame.said, None)
    if known.owner and not is_area(known.owner):
        return About(_wider(scene, clause, frame) or known.owner, frame.said, None)
    if _OF_FIRM.fullmatch(frame.said) and (firm := _last_firm(scene, known.since, frame)):
        return About(firm.canonical, frame.said, None)
    if known.topic and frame.said in _OF_TOPIC:
        return About(known.topic, frame.said, None)
    whose = known.owner or known.whose or scene.home
    return About(_wider(scene, clause, frame) or whose, frame.said, None)


def opening(scene: Scene, sentence: Sentence | None) -> str | None:
    """Whom a sentence begins with, past a period or a word of who says so; None for nobody."""
    clauses = sentence.clauses if sentence else ()
    first = next((one for one in clauses if not _leads_in(scene, one)), None)
    named = _leading(scene, first, None) if first else None
    return named.canonical if named else None


def begins_with(scene: Scene, clause: Clause) -> str | None:
    """Whom a clause begins with; None where it begins with nobody."""
    named = _leading(scene, clause, None)
    return named.canonical if named else None


def _leads_in(scene: Scene, clause: Clause) -> bool:
    """2010年， 记者梳理发现，: a clause that only opens what follows."""
    short = clause.end - clause.start <= _LEAD
    return short and not scene.quantities_in(clause) and _leading(scene, clause, None) is None


def _of_country(scene: Scene, frame: Frame) -> bool:
    """全国GDP, 全国城镇新增就业: a known indicator of the whole country, and no share, rank or comparison."""
    start = frame.noun.start
    if not frame.noun.text or frame.aspect not in ("level", "growth") or frame.indicator not in indicators():
        return False
    at = start if scene.folded.startswith("全国", start) else start - 2
    return scene.folded.startswith("全国", max(0, at)) and scene.folded[max(0, at - 1) : at] not in _COMPARING


def _wider(scene: Scene, clause: Clause, frame: Frame) -> str | None:
    """中国有24座…城市, 全国平均…: a clause that opens with the country speaks of it."""
    start = frame.noun.start if frame.noun.text else clause.start
    country = _COUNTRY.match(scene.folded, start) or _COUNTRY.match(scene.folded, clause.start)
    return ("中国" if country.group() == "我国" else country.group()) if country else None


def _part_of_name(scene: Scene, named: Name) -> bool:
    """涪陵榨菜, 武隆荆竹村: a short place before a noun is part of another name."""
    if named.kind != "place" or not _short(named):
        return False
    following = scene.words.starting_at(named.end)
    after = scene.folded[named.end : named.end + 1]
    period = any(p.start == named.end for p in scene.periods_in(named.end, named.end + 1))
    return following is None and not period and "一" <= after <= "鿿"


def _spanned(scene: Scene, frame: Frame) -> str | None:
    """The place that stands where an indicator would (武汉增长12%), as `nameless.placed` marks it."""
    start, end = frame.noun.start, frame.noun.end
    text = scene.folded[start:end]
    exact = [
        n for n in scene.names.within(start, end) if n.kind == "place" and (n.start, n.end) == (start, end)
    ]
    if exact:
        return exact[0].canonical
    return text if text.endswith(("地区", "部", "国", "东北", "三角", "湾区", "京津冀")) else None


def _other_place(scene: Scene, frame: Frame) -> str | None:
    """The place that a comparison names: 广东省 of 高于广东省的2%, 全国."""
    noun = frame.noun
    places = [n for n in scene.names.within(noun.start, noun.end) if n.kind == "place"]
    if places:
        return places[-1].canonical
    wide = _WIDE.match(scene.folded, noun.start, noun.end)
    return wide.group() if wide else None


def _short(named: Name) -> bool:
    """Whether a place stands without 市, 区, 县."""
    return not named.text.endswith(tuple("省市区县州旗镇乡"))


def _hands_on(named: Name, frame: Frame) -> bool:
    """Whether the name of an earlier clause is still meant: a place always, a firm unless the district's own
    figures follow (PM2.5), a project or park only with figures that it may have.
    """
    if named.canonical.endswith("工程"):
        return False
    if named.kind == "place" or is_zone(named.canonical) or _OWNED.search(frame.said):
        return named.kind in ("place", "firm", *_OWNERS)
    return named.kind == "firm" and frame.indicator not in indicators()


def _last_firm(scene: Scene, since: int, frame: Frame) -> Name | None:
    """The firm that 企业, 公司 or 我们 means: the one named last in the paragraph."""
    firms = [n for n in scene.names.within(since, frame.noun.start) if n.kind == "firm"]
    return firms[-1] if firms else None


def _project_of_phase(scene: Scene, known: Known, frame: Frame) -> str | None:
    """The project that 一期 is a phase of: the one brought in, else the one named last in the paragraph."""
    if known.owner and known.owner.endswith(("项目", "工程", "基地", "产业园")):
        return known.owner
    names = [n for n in scene.names.within(known.since, frame.noun.start) if n.kind == "project"]
    named = [n for n in names if n.text.endswith(("项目", "工程")) and not _UNNAMED.match(n.text)]
    return max(named, key=lambda name: (name.end, name.end - name.start)).canonical if named else None


def _last_of(scene: Scene, since: int, frame: Frame, kinds: tuple[str, ...]) -> Name | None:
    """The thing of one of these kinds named last in the paragraph; of two that end together, the longer."""
    at = frame.noun.start
    names = [n for n in scene.names.within(since, at) if n.kind in kinds and not _UNNAMED.match(n.text)]
    names = [n for n in names if not _is_kind_of_work(n)]
    opening = [n for n in names if scene.folded[n.start - 1 : n.start] in ("", "。", "\n", "，", "；")]
    return max(opening or names, key=lambda name: (name.end, name.end - name.start), default=None)


def _in_phrase(scene: Scene, frame: Frame) -> About | None:
    """大渡口区工业总产值, 三峰环境垃圾处理量, 智能视觉产业规模: the phrase begins with its subject."""
    noun = frame.noun
    if not noun.text:
        return None
    known = scene.words.named.get(noun.end)
    if known and known[0] <= noun.start:
        return None
    best: Name | None = None
    part = noun.text != scene.folded[noun.start : noun.end]
    several = part and sum(n.kind in _HANDING_ON for n in scene.names.within(noun.start, noun.end)) > 1
    opens = noun.end - len(scene.folded[noun.start : noun.end].lstrip(" “”‘’"))
    for name in scene.names.within(noun.start, noun.end):
        listed = several and noun.text.startswith(name.text)
        bears = name.kind in _BEARERS and not _is_kind_of_work(name) and name.text not in _OF_TOWNS
        if (name.start - opens <= 1 or listed) and bears and _better(name, best):
            best = name
    if best is None:
        return None
    rest = scene.folded[best.end : noun.end].strip(" 的“”")
    if several and noun.text.startswith(best.text):
        # A member of a list (福州和合肥GDP) is put together from two places.
        rest = noun.text.removeprefix(best.text).strip(" 的“”")
    text = scene.folded[noun.start : noun.end]
    tail = frame.said.removeprefix(best.text)
    if not rest and tail in ("面积", "长度", "规模"):
        said = "产业规模" if tail == "规模" and best.kind == "industry" else tail
        return About(best.canonical, said, best.start)
    if not rest and best.kind in _AREAS and best.text not in frame.said:
        return About(best.canonical, frame.said, best.start)
    if not rest or rest[0] in "和与及、" or (best.kind == "industry" and best.text.endswith("经济")):
        return None
    if best.kind == "industry" and (
        rest not in _OF_TOPIC or frame.aspect == "share" or _BROAD.fullmatch(best.text)
    ):
        return None
    if frame.said.endswith("数") and best.kind not in ("place", "firm", "park"):
        return None
    if best.kind == "place" and (best.canonical in _ELSEWHERE or _served(scene, best)):
        return None
    if (
        text not in frame.said
        and text.strip("的“”") not in frame.said
        and not frame.said.startswith(best.text)
    ):
        said = frame.said
    else:
        said = frame.said.replace(best.text, "", 1).lstrip("的”“ ") or frame.said
    if best.kind == "industry" and rest == "规模":
        said = "产业规模"
    return About(best.canonical, said, best.start)


def _elliptic(scene: Scene, clause: Clause) -> bool:
    """拥有…31家, 招引…4万人: a clause that opens with its verb goes on of whom the one before was about."""
    word = scene.words.starting_at(clause.start)
    return word is not None and word.stop.word in _HAS and scene.folded[clause.start - 1] == "，"


def _served(scene: Scene, name: Name) -> bool:
    """为北京整车配套的企业: the place for which something is done is not whose figure it is."""
    return _FOR.search(scene.folded, max(0, name.start - 2), name.start) is not None


def _better(name: Name, best: Name | None) -> bool:
    """A longer name holds, but a place rules over the industry that begins with it (大渡口工业总产值)."""
    if best is None:
        return True
    if best.kind in _AREAS and name.kind == "industry":
        return False
    return name.end > best.end or (name.kind in _AREAS and best.kind == "industry")


def _leading(scene: Scene, clause: Clause, frame: Frame | None) -> Name | None:
    """The name a clause begins with, past periods, adverbs and conjunctions."""
    limit = clause.end if frame is None else max(clause.start, min(frame.noun.start, clause.end))
    at = clause.start
    names = scene.names.within(clause.start, limit if frame is not None else clause.end)
    for name in names:
        if name.kind not in _LEADERS or (name.kind == "project" and _CLASS_OF_PROJECTS.search(name.text)):
            continue
        if _is_kind_of_work(name):
            continue
        if name.start < at:
            continue
        if not _only_adverbs(scene, clause.start, name.start) or _served(scene, name):
            return None
        longest = max((n for n in names if n.start == name.start and n.kind in _LEADERS), key=_length)
        follows = scene.folded[longest.end : longest.end + 2]
        dated = longest.kind == "place" and scene.periods_in(longest.end, longest.end + 1)
        counts = longest.kind == "park" and _COUNTS_THINGS.match(scene.folded, longest.end) is not None
        if (follows[:1].isdigit() and not dated and not counts) or (
            longest.kind == "place" and follows[:1] and follows[0] in "等、和与"
        ):
            return None
        if (
            longest.kind == "place"
            and _short(longest)
            and _NAMES.match(scene.folded, longest.end, clause.end)
        ):
            return None
        if follows[:1] == "等" and _ETC.match(scene.folded, longest.end, clause.end):
            return None
        if follows[:1] == "、" and _LISTED.match(scene.folded, longest.end, clause.end):
            return None
        if follows[:1] == "的":
            # 位于西陵区的某某公司: the place tells where, the firm is meant.
            owned = [n for n in names if n.start == longest.end + 1 and n.kind in _LEADERS]
            return max(owned, key=_length) if owned else longest
        return longest
    return None


def _meant(scene: Scene, clause: Clause, known: Known) -> Name | None:
    """该基地, 该公司 at the head of a clause: the one named last, within the paragraph or the one before."""
    meant = _ANAPHOR.match(scene.folded, clause.start, clause.end)
    if meant is None and scene.folded[clause.start - 1 : clause.start] in ("", "。", "\n"):
        meant = _BARE_ANAPHOR.match(scene.folded, clause.start, clause.end)
    if meant is None or known.owner:
        return None
    kinds = ("firm",) if meant["noun"] in _COMPANIES else ("project", "base", "site", "park")
    names = [
        n
        for n in scene.names.within(max(0, clause.start - _BACK), clause.start)
        if n.kind in kinds and not _UNNAMED.match(n.text) and not _is_kind_of_work(n)
    ]
    fitting = [n for n in names if n.text.endswith(meant["noun"])] or names
    return fitting[-1] if fitting else None


def _is_kind_of_work(name: Name) -> bool:
    """国家级绿色工厂, 规模化供水工程, 某区51个项目: kinds of works, and none that a figure could be of."""
    built = name.kind in _BUILT
    return built and (_CLASS_NAME.match(name.text) or _SEVERAL.search(name.text)) is not None


def _described(scene: Scene, clause: Clause) -> Name | None:
    """坐稳第一的上海，位于某园的产业园，: a clause that is nothing but what describes the name at its end."""
    if scene.folded[clause.end : clause.end + 1] != "，" or scene.quantities_in(clause):
        return None
    names = [n for n in scene.names.within(clause.start, clause.end) if n.kind in _DESCRIBED]
    last = max((n for n in names if n.end == clause.end), key=_length, default=None)
    return last if last and scene.folded[last.start - 1] == "的" else None


def _length(name: Name) -> int:
    return name.end - name.start


def _only_adverbs(scene: Scene, start: int, end: int) -> bool:
    """Between the two stand only periods, stops and signs."""
    at = end
    while at > start:
        word = scene.words.ending_at(at)
        period = scene.period_ending_at(at)
        if word and word.stop.kind == "stop" and word.stop.word not in _PREPOSITIONS:
            at = word.start
        elif period:
            at = period.start
        elif _FILLER.search(scene.folded, start, at):
            at = _FILLER.search(scene.folded, start, at).start()  # type: ignore[union-attr]  # just found
        else:
            return False
    return True


# 东湖高新区25个重大项目开工: the things of the zone, not so many zones.
_COUNTS_THINGS = re.compile(r"\d+(?:多|余)?[个家项][一-鿿]{2}")
_LEAD = 8
_OF_AREAS = re.compile(
    r"(?:地区|国内)生产总值|(?:规模以上|规上)工业增加值|社会消费品零售|公共预算收入|固定资产投资增速|人均可支配收入"
)
"""What only a place has."""
_SIZE_OF_WORK = re.compile(
    r"(?:计划|预计|协议|项目)?(?:总?投资(?:额|总额)?|(?:总|规划)?(?:占地|用地|建筑|建设)?面积|年?产值|年产能|年税收)"
)
_WORKS = frozenset({"project", "base"})
_BUILDS = re.compile(r"(?:建设|新建|开工|开建|签约|引进|招引|启动|投建|投资|动工|落地|实施)(?:了)?\Z")
_THINGS = frozenset({"firm", "project", "base", "site"})
_DESCRIBED = frozenset({"place", "park", "project", "base"})
_HAS = frozenset({"拥有", "现有", "招引", "引进", "吸引", "集聚", "聚集", "培育", "汇聚", "吸纳", "入驻"})
_OF_TOWNS = frozenset({"规划区", "建成区", "核心区", "城区", "主城区", "起步区"})
_FOR = re.compile(r"(?<![成作认定称])[为给向对]\Z")
_COUNTRY = re.compile(r"(?:中国|我国|全国|全球)(?=[共有现仅])")
_COMPARING = frozenset("占于过比较与是为居在对")
_WIDE = re.compile("全[国球省市]|世界")
_NAMES = re.compile(r"[一-鿿]{2,6}、[^，。；]{0,80}?(?:等|\d+家)")
_ETC = re.compile(r"等[^，。；、\d]{0,4}\d+(?:多|余)?[个家项]")
_LISTED = re.compile(r"[^，。；]{0,60}?等")
_FILLER = re.compile(
    r"(?:[ “”‘’（]|年底|年末|近年来|其中|截止|此外|下一步|据悉|据了解|数据显示|来|而|但是?|不过)(?!.)",
    re.DOTALL,
)
_PREPOSITIONS = frozenset("与对向由从居列排占比较以被把让使") | {
    "位于",
    "属于",
    "来自",
    "是",
    "地处",
    "毗邻",
    "隶属",
}
_CLASS_OF_PROJECTS = re.compile(
    r"(?:重大|重点|新建|在建|续建|新开工|开工|签约|招商|投资|内资|外资|民生|基础设施|亿元以上)(?:工业|产业|建设|投资|引资)*项目\Z"
)
_ANAPHOR = re.compile(
    r"(?:目前，?)?(?:该|这个?|本)(?P<noun>项目|基地|园区?|工厂|片区|公司|企业|集团)(?![数们家总])"
)
# 项目预计2026年建成投产: at the head of a sentence the project named last, without 该 too.
_BARE_ANAPHOR = re.compile(
    r"(?P<noun>项目|基地|公司|集团)(?=预计|计划|建成|投产|达产|全部|将|占地|用地|落户|落地|正式|于|已|建设|采用|主要|目前|现有|成立|注册|拥有|总部)"
)
_COMPANIES = frozenset({"公司", "企业", "集团"})
_BACK = 400
_BUILT = frozenset({"project", "base", "site", "park"})
_CLASS_NAME = re.compile(
    r"(?:国家|省|市|区|县|世界)级|全[国省市区县]|规模化|规模以上|政策性|专项|非?房地产|大型|新型|各类|公办|一批|绿色(?:工厂|矿山|园区)|农村|城镇"
)
_SEVERAL = re.compile(r"\d+(?:多|余)?[个家项]|(?:\A|[^一-鿿])[一两二三四五六七八九十]+个")
_UNNAMED = re.compile(
    r"\d|[该本这此各]|[一两二三四五六七八九十]+[个大]|全部|所有|.*(?:重点|重大|签约|开工|民生|在建|产业)项目\Z"
    r"|[^项]{0,4}项目\Z"
)
_THIS_PROJECT = re.compile(
    r"[该本](?:项目|基地|工程|工厂)|项目(?=(?:计划|预计)?(?:总?投资\Z|总?占地|总?用地|总?建筑|达产|年产|年均))"
)
_ALL_OF = re.compile(r"(?:全部|所有|各|等|个|批|类)\Z")
_PHASE = re.compile(r"(?:公司|企业|集团|此次|本次|其中|的|次)*(?P<phase>第?[一二三四首]期)(?:项目|工程)?")
_PRONOUN = re.compile(r"(?:该|本)?(?:企业|公司|集团)(?=.{2})")
_BEARERS = frozenset(
    {"place", "firm", "project", "park", "cluster", "chain", "industry", "base", "site", "body"}
)
_OF_FIRM = re.compile(
    r"(?:年|总|工业)*(?:产值|营业收入|营收|销售收入|销售额|利润|净利润|利润总额|税收|纳税额|产能|产量|研发投入|订单金额|订单)|"
    r"(?:发明|有效发明|授权|国家)?专利数?|员工数?|市场占有率"
)
_BROAD = re.compile(
    r"(?:全[省市区县州旗镇乡村])?(?:规模|战略性?新兴|新兴|高技术|高新技术|先进|现代|传统|支柱|主导|重点|优势|特色|未来|规上|规模以上)*"
    r"(?:产业|制造业|服务业|工业|农业|工农业|建筑业)"
)
_NO_OWNERS = ("产业链", "链", "集群", "产业", "工程", "基地", "服务中心")
"""What has a size of its own, but does none of what the next words tell."""
_HANDING_ON = frozenset({"place", "park", "firm"})
_AREAS = frozenset({"place", "park"})
_OWNERS = frozenset({"project", "park", "cluster", "base"})
_OWNED = re.compile(
    r"投资|产值|收入|利润|产能|产量|处理量|发电量|面积|税收|就业|从业|规模|订单|专利|研发|销售|焚烧|算力"
    r"|床位|企业|入驻|生产线|产线|进口|出口|成本|资产|市值|员工|人员|职工|机组|设备"
)
_LEADERS = frozenset({"place", "firm", "project", "park", "cluster", "chain", "base", "body", "site"})
_ELSEWHERE = frozenset({"中国", "全国"})
_OF_TOPIC = frozenset({
    "规模", "产值", "总产值", "产业规模", "营业收入", "销售收入", "集群规模", "产业链规模",
    "营收", "总规模",
})  # fmt: skip
