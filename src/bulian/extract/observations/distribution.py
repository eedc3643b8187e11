"""One verb for several numbers: A、B分别增长7%、6.8% says each of its own."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.compared import compares_each
from bulian.extract.observations.growth import PACES, QUICKER
from bulian.extract.observations.kinds import labelled, listed_before, of_kinds, written_out
from bulian.extract.observations.members import HEAD, MERGED, SPELT_OUT, completed, replaced
from bulian.extract.observations.naming import has_amount, term
from bulian.extract.observations.scene import Noun, Scene, noun_before
from bulian.extract.periods import Period
from bulian.extract.segments import Clause


def distributed(
    scene: Scene, floor: int, quantities: Sequence[Quantity], said: Sequence[str], earlier: int
) -> list[Noun]:
    """The phrase before 分别 taken apart, one for each number of the list; [] where it does not fit.

    Args:
        floor: where the clause of the first number begins.
        quantities: the numbers of the clause from the first of the list on.
        said: indicators of the sentence so far; the last ones are meant where no phrase stands before 分别.
        earlier: where the clause before begins, whose phrase is meant where no other stands.
    """
    if scene.folded.find("分别", floor, quantities[-1].right + 2) < 0:
        return _paired(scene, floor, quantities)
    group = _group(scene, quantities)
    at = scene.folded.find("分别", floor, quantities[0].left)
    after = quantities[group - 1].right
    if (
        at < 0
        and scene.folded.startswith("分别", after)
        and (rose := _ROSE.search(scene.folded, floor, after))
    ):
        # 城乡居民人均可支配收入从5万元和2万元分别提高到6万元和3万元
        at = rose.start()
    if at < 0:
        return _paired(scene, floor, quantities)
    if group == 1 and (named := labelled(scene, floor, at, quantities)):
        return named
    share = _SHARE.search(scene.folded, floor, at)
    before = noun_before(scene, floor, share.start() if share else at)
    if group > 1 and len(times := periods_of_list(scene, floor, at)) == group:
        # 一季度、上半年和全年增速分别为: one measure at several times.
        noun = noun_before(scene, times[-1].end, quantities[0].left)
        return [noun] * group if noun.text else []
    if scene.folded[before.start - 1 : before.start] in _AND and before.start - 1 > floor:
        # 与 ends a phrase elsewhere (与上年相比); here it joins the last member of the list.
        first = noun_before(scene, floor, before.start - 1)
        before = replace(first, text=f"{first.text}、{before.text}") if first.text else before
    whole = noun_before(scene, floor, quantities[0].left)
    verbs = replace(before, links=whole.links, kinds=whole.kinds, signs=whole.signs)
    if group > 1 and (than := compares_each(scene, floor, at, quantities[0].left)):
        return [replace(verbs, text=than)] * group
    if group > 1 and (
        _THAN_TIMES.search(scene.folded, floor, at)
        or _THAN_TIMES_NEXT.match(scene.folded, at + 2, quantities[0].left)
    ):
        # 比一季度、上半年分别提高2个、1个百分点: each change is of what was said before.
        return [replace(verbs, text=whole.text if whole.text in QUICKER else "")] * group
    if group > 1 and (kinds := of_kinds(scene, at, verbs, group)):
        return kinds
    if group > 1 and (names := written_out(scene, floor, at, before, group)):
        return [replace(verbs, text=name, opener="") for name in names]
    if group > 1 and not before.text.strip(" “”") and whole.start > at and _is_told(whole, quantities[0]):
        # 2016年至2018年，分别完成产值1亿元、2亿元、3亿元: what is told stands behind 分别.
        return [replace(whole, links=verbs.links, kinds=verbs.kinds, signs=verbs.signs)] * group
    if not before.text.strip(" “”") and len(said) >= group > 1:
        return [replace(verbs, text=name, again=True) for name in said[-group:]]
    if before.text.strip(" “”") in ("", *PACES) and earlier < floor:
        if group > 1 and (told := listed_before(scene, earlier, floor, verbs, group)):
            return told
        before = before if before.text.strip(" “”") else noun_before(scene, earlier, floor - 1)
    traded = _TRADED.match(scene.folded, at, quantities[0].left)
    if traded and scene.folded.startswith("对", floor):
        # 对东盟、美国分别进出口3亿元: what is done with each stands behind 分别.
        parts = [part for part in _ALL.split(scene.folded[floor + 1 : at]) if part.strip()]
        if len(parts) == group > 1:
            return [replace(verbs, text=f"对{part}{traded['what']}") for part in parts]
    owed = _OWED.search(scene.folded, floor, at)
    if owed:
        parts = [part for part in _ALL.split(replaced(owed["who"], SPELT_OUT)) if part.strip()]
        if len(parts) == group > 1:
            return [replace(verbs, start=owed.start(), text=part + owed["what"]) for part in parts]
    if members := _of_members(scene, at, before, whole, group):
        return members
    spelt = replaced(before.text, SPELT_OUT)
    for text in (spelt, replaced(spelt, MERGED)):
        for split in (_ALL, _COMMA):
            parts = [part for part in split.split(text) if part.strip()]
            if len(parts) == group > 1:
                return [replace(verbs, text=part) for part in completed(parts)]
    return (
        _of_each(scene, floor, before, verbs, group)
        or _by_owner(scene, floor, before, verbs, group)
        or _across_verbs(scene, floor, at, verbs, group)
    )


def _paired(scene: Scene, floor: int, quantities: Sequence[Quantity]) -> list[Noun]:
    """城镇和农村居民收入达到7万元和4万元, 小麦面积和产量是9亩和3吨: as many names as numbers."""
    if len(quantities) < 2 or not _AND_NEXT.fullmatch(scene.folded, quantities[0].right, quantities[1].left):
        return []
    count = 2
    for this, other in pairwise(quantities[1:]):
        if not _AND_NEXT.fullmatch(scene.folded, this.right, other.left):
            break
        count += 1
    before = noun_before(scene, floor, quantities[0].left)
    text = replaced(before.text, SPELT_OUT)
    parts = [part for part in _ALL.split(text) if part.strip()]
    if len(parts) != count:
        return []
    names = completed(parts)
    same = len({quantity.unit for quantity in quantities[:count]}) == 1
    fit = all(has_amount(term(name)) for name in names) and (text != before.text or not same or _alike(names))
    return [replace(before, text=name) for name in names] if fit else []


def _is_told(whole: Noun, quantity: Quantity) -> bool:
    """Whether the phrase behind 分别 says what is measured: by its own words or as what was achieved."""
    if quantity.unit in ("%", "pp", "rank"):
        return False
    return has_amount(term(whole.text)) or (whole.opener in _ACHIEVES and len(whole.text) > 3)


def each_year(scene: Scene, clause: Clause, count: int) -> list[str]:
    """2016年至2018年，分别完成产值1亿元、2亿元、3亿元: the year of each number; [] where none fits."""
    at = scene.folded.find("分别", clause.start, clause.end)
    if at > clause.start and len(told := periods_of_list(scene, clause.start, at)) == count:
        return [period.iso or "" for period in told]
    if at != clause.start:
        return []
    begin = max(0, clause.start - _FAR)
    spans = list(_YEARS.finditer(scene.folded, begin, clause.start))
    if not spans or scene.folded.find("。", spans[-1].end(), clause.start) >= 0:
        return []
    first, last = int(spans[-1]["first"]), int(spans[-1]["last"])
    return [str(year) for year in range(first, last + 1)] if last - first + 1 == count else []


def periods_of_list(scene: Scene, start: int, end: int) -> list[Period]:
    """一季度、上半年和全年: the times of a list between the two; [] where there is no list of them."""
    periods = [p for p in scene.periods_in(start, end) if p.role == "time" and p.iso]
    joined = all(_AND_NEXT.fullmatch(scene.folded, a.end, b.start) for a, b in pairwise(periods))
    return periods if len(periods) > 1 and joined else []


def _alike(names: Sequence[str]) -> bool:
    """Whether the names of a list are of one measure (甲产值、乙产值), so that one number each is told."""
    heads = {head.group() for name in names if (head := HEAD.search(name))}
    return len(heads) == 1


def _of_members(scene: Scene, at: int, owners: Noun, measure: Noun, group: int) -> list[Noun]:
    """甲、乙和丙三个区分别实现产值1亿元、2亿元和3亿元: one measure, behind 分别, of each of its owners."""
    if group < 2 or measure.start <= at or not has_amount(term(measure.text)):
        return []
    told = replaced(_APPOSED.sub("", owners.text), SPELT_OUT)
    return _each_with(scene, owners.start, told, measure, measure, group)


def _of_each(scene: Scene, floor: int, measure: Noun, verbs: Noun, group: int) -> list[Noun]:
    """福州、厦门和泉州的投资增速分别是: one measure of several owners, who stand before 的."""
    end = measure.start - 1
    if group < 2 or not measure.text or scene.folded[end : measure.start] != "的":
        return []
    begin = max(floor, *(scene.folded.rfind(sign, floor, end) + 1 for sign in "，；："))
    return _each_with(scene, begin, scene.folded[begin:end], measure, verbs, group)


def _each_with(scene: Scene, begin: int, told: str, measure: Noun, verbs: Noun, group: int) -> list[Noun]:
    """The members of a list, each with the measure that all of them have; [] where there are not as many."""
    for split in (_COMMA, _ALL):
        parts = [part for part in split.split(told) if part.strip()]
        if len(parts) == group:
            starts = [max(scene.folded.find(part, begin, verbs.end), begin) for part in parts]
            return [
                replace(verbs, start=start, text=part + measure.text)
                for start, part in zip(starts, parts, strict=True)
            ]
    return []


def _across_verbs(scene: Scene, floor: int, at: int, verbs: Noun, group: int) -> list[Noun]:
    """进口货值、新增外资企业、销售额分别增长: a verb inside a member ends the phrase, but not the list."""
    members = [m for m in _MEMBER.finditer(scene.folded, floor, at) if m.group().strip()]
    if len(members) != group or group < 3:
        return []
    first = noun_before(scene, floor, members[0].end())
    texts = [first.text or members[0].group(), *(member.group() for member in members[1:])]
    texts[-1] = noun_before(scene, members[-1].start(), at).text or texts[-1]
    return [replace(verbs, text=text, opener="") for text in texts]


def listed_again(
    scene: Scene, before: Noun, following: Sequence[Quantity], names: Sequence[Noun]
) -> list[Noun]:
    """分别达6.9万元、3.4万元，增长4.2%、5.3%: a further list of as many numbers is of the same names."""
    if len(names) < 2 or _group(scene, following) != len(names):
        return []
    if before.text.strip(" “”、") in ("", *PACES):
        return [replace(before, start=name.start, text=name.text, again=True) for name in names]
    if following[0].unit == "pp" and _THAN_ONE.search(
        scene.folded, max(0, following[0].left - _NEAR), following[0].left
    ):
        # 制造业投资、高技术产业投资分别增长…，快于全部投资9.0和15.1个百分点
        return [replace(before, start=name.start, text=_paced(name.text)) for name in names]
    further = _FURTHER.search(scene.folded, max(0, following[0].left - _FAR), following[0].left)
    if further is None or not all(name.text.endswith(further["what"] or "") for name in names):
        return []
    tail = "" if further["part"] else further["rate"] or ""
    return [
        replace(before, start=name.start, text=_MEASURE.sub("", name.text) + tail if tail else name.text)
        for name in names
    ]


def _paced(name: str) -> str:
    return name if name.endswith(("率", "比重", "占比", *PACES)) else name + "增速"


def _by_owner(scene: Scene, floor: int, measure: Noun, verbs: Noun, group: int) -> list[Noun]:
    """A、B产业实现产值分别为3亿元、2亿元: one measure of several owners, who stand before its verb."""
    if measure.opener not in _ACHIEVES or group < 2:
        return []
    owners = noun_before(scene, floor, measure.start - len(measure.opener))
    parts = [part for part in _ALL.split(owners.text) if part.strip()]
    return [replace(verbs, text=part + measure.text) for part in parts] if len(parts) == group else []


def _group(scene: Scene, following: Sequence[Quantity]) -> int:
    """How many numbers stand in one list."""
    count = 1
    for this, other in pairwise(following):
        if not _JOINT.fullmatch(scene.folded, this.right, other.left):
            break
        count += 1
    return count


_THAN_ONE = deferred(r"，(?:均|都)?(?:高于|快于|低于|慢于|优于|好于)[^，。；、和与\d]{2,12}\Z")
_NEAR = 20
# 增加值占规上工业的比重分别达到, 贡献率分别为: a further measure of each name of the list before.
_FURTHER = deferred(
    r"(?<=[，；、])(?P<what>增加值|总产值|产值|投资|零售额|)(?:(?P<part>占[^，。；：\d]{1,20}?(?:比重|比例))|(?P<rate>(?:对[^，。；\d]{2,14}?的?)?贡献率))"
    r"分别(?:约|达到?|为|是|占|超过)*\Z"
)
_MEASURE = deferred("(?:增加值|总产值|产值)$")
_ACHIEVES = frozenset({"实现", "完成", "达到", "创造"})
_TRADED = deferred(r"分别(?P<what>进出口|出口|进口|投资)")
# 三次产业对经济增长的拉动贡献分别为: what each of them did for the whole.
_OWED = deferred(
    r"(?P<who>[一-鿿、]{2,24}?)(?P<what>对[^，。；、\d]{2,14}?的?(?:拉动|贡献)(?:贡献|作用)?[率度]?)\Z"
)
_AND_NEXT = deferred("[、和与及]")
_YEARS = deferred(r"(?P<first>(?:19|20)\d\d)年?[至到—\-~](?P<last>(?:19|20)\d\d)年，?(?=[^。]*分别|\Z)")
_FAR = 180
_ALL = deferred("[、和与及]|以及")
_AND = ("与", "及", "和")
_THAN_TIMES = deferred(
    r"[比较](?:[一-鿿\d年—\-~]{0,6}(?:月份?|季度|上半年|同期|上年|去年|全年)[、和]?){2,}\Z"
)
_THAN_TIMES_NEXT = deferred(
    r"[比较](?:[一-鿿\d年—\-~]{0,6}(?:月份?|季度|上半年|上年|去年|全年)[、和]){1,}[一-鿿\d年—\-~]{0,6}(?:月份?|季度|上半年|上年|去年|全年|同期)"
)
_ROSE = deferred("[从由]")
_MEMBER = deferred(r"(?:[^、和及]|及(?=其))+")
_COMMA = deferred("、")
# 三个行政区 of 香洲、金湾和斗门三个行政区: what the members just listed are, together.
_APPOSED = deferred(
    r"等?[两二三四五六七八九十\d]+(?:[个家座条项类]|大)?(?:行政区|产业|企业|园区|板块|领域|行业|功能区|[区县市地省镇])$"
)
_SHARE = deferred(r"占(?!地|有|据|用|比)[^，。；]{0,24}\Z|占比(?=[^，。；]{0,3}\Z)")
_JOINT = deferred(r"[、，和与及 ]{1,2}(?:增长|下降|达到?|为|提高|降低|至|到|约|超过?|户均)?")
