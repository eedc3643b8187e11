"""Who or what a number is about: named in its phrase, clause or sentence, its topic, else home."""

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.extract.names.places import is_place_name
from bulian.extract.names.zones import is_zone
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.heads import anaphor, described, leading, meant_by, part_of_name
from bulian.extract.observations.phrase import OF_TOPIC, in_phrase
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.whose import About, Known
from bulian.extract.observations.works import is_thing, last_firm, last_of, project_of_phase, work_before
from bulian.extract.owner import is_area
from bulian.extract.segments import Clause, Sentence, clause_number
from bulian.vocab.indicators import indicators


def about(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame, known: Known) -> About:
    """The subject of a frame; below a heading of a street or a zone, that instead of home."""
    told = _about(scene, sentence, clause, frame, known)
    if told.subject and frame.said == told.subject + "数":
        # 园区由30家整合为20家: what is counted is not whose number it is.
        return About(known.whose or scene.home, frame.said, None)
    if told.start is None and _OF_AREAS.search(frame.indicator) and is_thing(scene, told.subject):
        return told._replace(subject=scene.home)
    if is_area(known.owner) and told.subject == scene.home and frame.rule != "elsewhere":
        return told._replace(subject=known.owner)
    if known.owner and told.subject == scene.home and told.start is not None and is_place_name(known.owner):
        # 全县 below 江北县：… is that county.
        ours = scene.folded.startswith(("全", "我", "本"), told.start)
        return told._replace(subject=known.owner) if ours else told
    return told


def _about(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame, known: Known) -> About:
    """The subject of a frame: in its phrase, at the head of its clause, as said before, or home."""
    if frame.rule == "elsewhere":
        return About(_other_place(scene, frame) or scene.home, frame.said, frame.noun.start)
    if not frame.noun.text and frame.noun.start < frame.noun.end and (whose := _spanned(scene, frame)):
        return About(whose, frame.said, frame.noun.start)
    pronoun = _PRONOUN.match(frame.noun.text)
    if pronoun and frame.said != "企业数" and (firm := last_firm(scene, known.since, frame)):
        said = frame.said.removeprefix(pronoun.group()) or frame.said
        return About(firm.canonical, said, None)
    named_so = _THIS_PROJECT.match(frame.noun.text)
    # 某产业园规划面积2200亩，项目总投资20亿元: a sentence about a park goes on of it.
    parks = known.last is not None and known.last != scene.home and known.last.endswith(_PARKS)
    if (
        named_so
        and not parks
        and not _ALL_OF.search(scene.folded, max(0, frame.noun.start - 4), frame.noun.start)
        and (thing := last_of(scene, known.since, frame, ("project", "firm", "base", "site")))
    ):
        # 项目总投资 is 总投资 of the project named last, or of the firm that builds it.
        said = frame.said.removeprefix(named_so.group()).lstrip("的")
        return About(thing.canonical, said or frame.said, None)
    phase = _PHASE.match(frame.noun.text)
    if phase is None and frame.rule == "capacity":
        phase = _PHASE.match(scene.folded, clause.start, clause.end)
    if phase and phase["phase"] and (whole := project_of_phase(scene, known, frame)):
        said = frame.said.removeprefix(phase.group()).lstrip("的") or frame.said
        return About(whole if phase["phase"] in whole else f"{whole}{phase['phase']}", said, None)
    if phase and (owner := last_of(scene, known.since, frame, ("firm",))):
        said = frame.said.removeprefix(phase.group()).lstrip("的")
        said = said or ("产能" if frame.unit in ("kW", "t", "t/day", "items", "sets") else frame.said)
        if phase["phase"] and (owner.kind == "firm"):
            return About(f"{owner.canonical}{phase['phase']}项目", said, None)
    inside = in_phrase(scene, frame)
    if inside:
        return inside
    if _of_country(scene, frame):
        return About("全国", frame.said.removeprefix("全国"), max(clause.start, frame.noun.start - 2))
    named = leading(scene, clause, frame) or meant_by(scene, clause, known)
    if named:
        return About(named.canonical, frame.said, named.start)
    if work := work_before(scene, sentence, clause, frame):
        return About(work.canonical, frame.said, None)
    if known.last and frame.indicator == known.said:
        return About(known.last, frame.said, None)
    sized = not frame.noun.text or frame.said.endswith(("投资", "投资额"))
    kept = sized or not known.last or not known.last.endswith(_NO_OWNERS)
    its = _OWNED.search(frame.said) is not None or not frame.noun.text or _elliptic(scene, clause)
    if known.last and kept and (known.last == scene.home or is_zone(known.last) or its):
        rest = frame.said.removeprefix(known.last)
        return About(known.last, rest if rest in OF_TOPIC else frame.said, None)
    if named := _handed_on(scene, sentence, clause, frame, known):
        return About(named.canonical, frame.said, None)
    if known.owner and not is_area(known.owner):
        return About(_wider(scene, clause, frame) or known.owner, frame.said, None)
    if _OF_FIRM.fullmatch(frame.said) and (firm := last_firm(scene, known.since, frame)):
        return About(firm.canonical, frame.said, None)
    if known.topic and frame.said in OF_TOPIC:
        return About(known.topic, frame.said, None)
    whose = known.owner or known.whose or scene.home
    return About(_wider(scene, clause, frame) or whose, frame.said, None)


def _handed_on(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame, known: Known) -> Name | None:
    """Whom an earlier clause of the sentence names or means, where a figure may still be of them."""
    number, passed, begins = clause_number(sentence, clause), False, -1
    before = sentence.clauses[:number]
    # Of a sentence of very many clauses the first few and the nearest are asked.
    for earlier in reversed(before if number <= _ASKED else before[:4] + before[-_ASKED:]):
        meant, named = _said_first(scene, earlier)
        if meant and not known.owner:
            return meant
        if named is None:
            continue
        begins = _begins(scene, sentence) if begins < 0 else begins
        opens = earlier.start <= begins
        if not opens and scene.folded.find("；", named.start + 1, clause.start) >= 0:
            continue
        if named.kind == "base" and not opens:
            continue
        zone = is_zone(named.canonical)
        if zone and passed:
            continue
        passed = True
        far = (zone or named.kind == "place") and named.canonical != scene.home and not opens
        if far and scene.folded.count("，", named.end, clause.start) > 1:
            continue
        if _hands_on(named, frame) and not part_of_name(scene, named):
            return named
    return None


def _said_first(scene: Scene, clause: Clause) -> tuple[Name | None, Name | None]:
    """Who is meant at the head of a clause (该公司), and whom it names; each clause is read once."""
    if clause.start not in scene.heads:
        named = leading(scene, clause, None) or described(scene, clause)
        scene.heads[clause.start] = (anaphor(scene, clause), named)
    return scene.heads[clause.start]


def _begins(scene: Scene, sentence: Sentence) -> int:
    """Where the first clause begins that does more than open what follows."""
    first = _first(scene, sentence)
    return first.start if first else sentence.start


def _first(scene: Scene, sentence: Sentence) -> Clause | None:
    return next((one for one in sentence.clauses if not _leads_in(scene, one)), None)


def opening(scene: Scene, sentence: Sentence | None) -> str | None:
    """Whom a sentence begins with, past a period or a word of who says so; None for nobody."""
    first = _first(scene, sentence) if sentence else None
    named = leading(scene, first, None) if first else None
    return named.canonical if named else None


def begins_with(scene: Scene, clause: Clause) -> str | None:
    """Whom a clause begins with; None where it begins with nobody."""
    named = leading(scene, clause, None)
    return named.canonical if named else None


def _leads_in(scene: Scene, clause: Clause) -> bool:
    """2010年， 记者梳理发现，: a clause that only opens what follows."""
    short = clause.end - clause.start <= _LEAD
    return short and not scene.quantities_in(clause) and leading(scene, clause, None) is None


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


def _spanned(scene: Scene, frame: Frame) -> str | None:
    """The place that stands where an indicator would (武汉增长12%), as `nameless.placed` marks it."""
    start, end = frame.noun.start, frame.noun.end
    text = scene.folded[start:end]
    exact = [
        n for n in scene.names.within(start, end) if n.kind == "place" and (n.start, n.end) == (start, end)
    ]
    if exact:
        return exact[0].canonical
    if text.endswith("本级"):
        return f"{scene.home}本级" if scene.home and scene.home.endswith(text[0]) else text
    return text if text.endswith(("地区", "部", "国", "东北", "三角", "湾区", "京津冀")) else None


def _other_place(scene: Scene, frame: Frame) -> str | None:
    """The place that a comparison names: 广东省 of 高于广东省的2%, 全国."""
    noun = frame.noun
    places = [n for n in scene.names.within(noun.start, noun.end) if n.kind == "place"]
    if places:
        return places[-1].canonical
    wide = _WIDE.match(scene.folded, noun.start, noun.end)
    return wide.group() if wide else None


def _hands_on(named: Name, frame: Frame) -> bool:
    """Whether the name of an earlier clause is still meant: a place always, a firm unless the district's own
    figures follow (PM2.5), a project or park only with figures that it may have.
    """
    if named.canonical.endswith("工程"):
        return False
    if named.kind == "place" or is_zone(named.canonical) or _OWNED.search(frame.said):
        return named.kind in ("place", "firm", *_OWNERS)
    return named.kind == "firm" and frame.indicator not in indicators()


def _elliptic(scene: Scene, clause: Clause) -> bool:
    """拥有…31家, 招引…4万人: a clause that opens with its verb goes on of whom the one before was about."""
    word = scene.words.starting_at(clause.start)
    return word is not None and word.stop.word in _HAS and scene.folded[clause.start - 1] == "，"


_PARKS = ("产业园", "园区", "示范园", "工业园", "开发区", "高新区")
_LEAD = 8
_ASKED = 16
_OF_AREAS = deferred(
    r"(?:地区|国内)生产总值|(?:规模以上|规上)工业增加值|社会消费品零售|公共预算收入|固定资产投资增速|人均可支配收入"
)
"""What only a place has."""
_HAS = frozenset({"拥有", "现有", "招引", "引进", "吸引", "集聚", "聚集", "培育", "汇聚", "吸纳", "入驻"})
_COUNTRY = deferred(r"(?:中国|我国|全国|全球)(?=[共有现仅])")
_COMPARING = frozenset("占于过比较与是为居在对")
_WIDE = deferred("全[国球省市]|世界")
_THIS_PROJECT = deferred(
    r"[该本](?:项目|基地|工程|工厂)|项目(?=(?:计划|预计)?(?:总?投资\Z|总?占地|总?用地|总?建筑|达产|年产|年均))"
)
_ALL_OF = deferred(r"(?:全部|所有|各|等|个|批|类)\Z")
_PHASE = deferred(
    r"(?:公司|企业|集团|项目|工程|此次|本次|其中|的|次)*(?P<phase>第?[一二三四首]期)(?:项目|工程)?"
)
_PRONOUN = deferred(r"(?:该|本)?(?:企业|公司|集团)(?=.{2})")
_OF_FIRM = deferred(
    r"(?:年|总|工业)*(?:产值|营业收入|营收|销售收入|销售额|利润|净利润|利润总额|税收|纳税额|产能|产量|研发投入|订单金额|订单)|"
    r"(?:发明|有效发明|授权|国家)?专利数?|员工数?|市场占有率"
)
_NO_OWNERS = ("产业链", "链", "集群", "产业", "工程", "基地", "服务中心")
"""What has a size of its own, but does none of what the next words tell."""
_OWNERS = frozenset({"project", "park", "cluster", "base"})
_OWNED = deferred(
    r"投资|产值|收入|利润|产能|产量|处理量|发电量|面积|税收|就业|从业|规模|订单|专利|研发|销售|焚烧|算力"
    r"|床位|企业|入驻|生产线|产线|进口|出口|成本|资产|市值|员工|人员|职工|机组|设备"
)
