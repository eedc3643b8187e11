"""Ranks: 增速排全市第一位."""

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.growth import PACES, signed
from bulian.extract.observations.nameless import is_name, is_place
from bulian.extract.observations.naming import bare, term
from bulian.extract.observations.scene import Noun, Scene, noun_before
from bulian.extract.segments import Clause


def rank(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """增速排全市第一位: the standing of what is named before it, or of what was said last."""
    floor = reach.floor
    text = scene.folded[floor : quantity.left]
    if shift := _SHIFTS.search(text):
        return _shifted(scene, quantity, reach, last, shift["back"] is not None)
    verb = _STANDS.search(text)
    named = _GROUP.search(text, 0, verb.start() if verb else len(text))
    group = bare_group(verb["group"]) if verb else ""
    at = floor + (verb.start() if verb else len(text))
    if not group and named:
        group, at = bare_group(named[0]), floor + named.start()
    within = _WITHIN.search(scene.folded, floor, floor + (verb.start() if verb else len(text)))
    if within and not group:
        group, at = within["group"], within.start()
    among = _AMONG.search(scene.folded, max(0, quantity.left - 20), quantity.left)
    if among and not group:
        # 长三角41个市中第30位: a group with its number, whose own number reports nothing here.
        group, at = among["group"], max(floor, among.start())
    if inside := _IN_GROUP.search(scene.folded, floor, quantity.left):
        # 增幅在中心城区排位第五
        group, at = bare_group(inside["group"]), inside.start()
    noun = noun_before(scene, floor, at)
    own = reach.own or bare(noun.text)
    own, pace = _parted(own)
    if not inside and (what := _WIDE_OF.fullmatch(group)):
        # 蝉联全国推广面积第一: what is ranked stands behind the whole.
        group, own = what["wide"], own + what["what"]
    if not own and not group and last is not None and last.aspect == "rank" and _MOVES.search(text):
        group = last.basis or ""
    if own.endswith("综合") and scene.folded.startswith("排名", noun.end):
        own += "排名"
    if reach.own and last is not None and last.aspect == "rank":
        group = group or last.basis or ""
    if last is not None and last.aspect == "rank" and _NUMBERED_GROUP.fullmatch(own):
        # 居全省第二、山区加快发展26县第一
        group, own = own, ""
    listed = _BEST.search(group) is not None
    if own and last is None and (is_name(scene, noun) or (listed and is_place(scene, noun))):
        own = "" if listed else "排名"
    if last is not None and is_place(scene, noun):
        own = ""
    if reach.own and (who := _named(scene, quantity, reach.own)):
        # 甲园、乙园分别位列第8、第10: each name is who stands there.
        noun, own = who, "" if last is not None and last.aspect == "rank" else "排名"
    if not own and listed and (last is None or last.aspect != "rank"):
        # 连续七年位居全国工业百强区榜首: the standing in that list.
        indicator = said = group
    elif last is not None and (not own or own in PRONOUNS):
        # 保有率提升8个百分点、居全国第一: it is the rate that stands first.
        rate = last.unit == "pp" and last.indicator.endswith(("率", "比重", "占比"))
        grew = last.aspect == "growth" and last.rule != "shifted" and not rate
        paced = bool(pace) or (grew and own != "总量")
        # 产值占全市五分之一，居全市第一: what stands first among the whole is the thing, not its share.
        of_part = last.aspect == "share" and group and last.basis == group
        indicator = last.said if last.aspect in ("share", "rank") and not of_part else last.indicator
        said = indicator + "增速" if paced and not indicator.endswith("增速") else indicator
    else:
        indicator = said = term(own) + ("增速" if pace and own else "")
    if not said:
        return None
    return Frame(noun, indicator, said, "rank", quantity.value, "rank", group or None, "rank")


def _named(scene: Scene, quantity: Quantity, own: str) -> Noun | None:
    """Where the name stands that a part of a list is, if it is one of a firm or a park."""
    for name in scene.names.within(max(0, quantity.left - _LISTED_NEAR), quantity.left):
        if name.text == own and name.kind in ("firm", "park", "base", "cluster"):
            return Noun(name.start, name.end, name.text, (), (), ())
    return None


def _shifted(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None, back: bool) -> Frame | None:
    """位次较上年前移6位: how far a rank has moved; no count of people."""
    own = _ORDER.sub("", reach.own or bare(reach.before.text))
    own, pace = _parted(own)
    if own == "综合":
        own = "综合排名"
    elif own in PRONOUNS or not own:
        if last is None:
            return None
        own, pace = (last.said, "") if last.aspect == "rank" else (last.indicator, pace)
    said = term(own) + ("增速" if pace else "")
    value = signed(quantity.value) if back else quantity.value
    return Frame(reach.before, said, said, "growth", value, "rank", None, "shifted")


def _parted(own: str) -> tuple[str, str]:
    """A phrase and the word for a rate of growth that it ends with, "" for none; 改善幅度 is none."""
    pace = next((tail for tail in PACES if own.endswith(tail) and tail != "幅度"), "")
    return (_OF_MONTH.sub("", own.removesuffix(pace).strip("的")) if pace else own), pace


def ranks_of_list(scene: Scene, clause: Clause, quantity: Quantity) -> list[Frame]:
    """工业投资、出口额2项指标增速居全市第一: each of as many indicators stands there; [] for none."""
    if scene.folded.find("指标", clause.start, quantity.left) < 0:
        return []
    match = _OF_LISTED.match(scene.folded, clause.start, quantity.left)
    names = [bare(name) for name in _AND.split(match["list"]) if name.strip()] if match else []
    if match is None or len(names) < 2 or len(names) != number(match["count"]):
        return []
    start, end = match.span("list")
    noun = Noun(start, end, match["list"], (), (), ())
    pace = "增速" if match["pace"] in ("增速", "增幅") else ""
    group = bare_group(match["group"] or "") or None
    said = [term(name) + pace for name in names]
    return [Frame(noun, name, name, "rank", quantity.value, "rank", group, "rank") for name in said]


def number(text: str) -> int:
    """The count that a short numeral gives; 0 for none."""
    return int(text) if text.isdigit() else "零一二三四五六七八九十".find(text)


def bare_group(text: str) -> str:
    """The group ranked among, without a preposition: 在全国 → 全国."""
    return _LISTED.sub("", text.strip(" 在到至由从的“”前")).removesuffix("中")


_OF_LISTED = deferred(
    r"(?:其中|[，、])?(?P<list>[^，。；]{5,80}?)(?:等)?(?P<count>\d{1,2}|[二三四五六七八九十])(?:项|个)(?:主要|重点|核心|经济)*指标"
    r"(?P<pace>增速|增幅|总量)?(?:均|分别|都)?(?:位?居|排名?|列|位列|位居)?(?P<group>全[市省国区县州])?(?:位?居|排名?|列)?\Z"
)
_AND = deferred("[、和与及]")
_WIDE_OF = deferred(
    r"(?P<wide>全[国球省市区县]|世界)(?P<what>[一-鿿]{1,8}(?:面积|产量|规模|总量|数量|考评|考核|测评|排名))"
)
_LISTED_NEAR = 80
_MOVES = deferred(r"[升降进退跃](?:至|到|为)\Z")
_OF_MONTH = deferred(r"^(?:当月|本月|累计|年均|这一|该|其)$")
_AMONG = deferred(
    r"(?:[居列名](?=[一-鿿]{0,6}\d)|(?=[一-鿿]{0,8}\d[^，。；]{1,8}中))"
    r"(?P<group>[一-鿿]{0,8}\d{1,3} ?[个家座][一-鿿（）]{1,10}?)中?(?:的|排名?|列|居)?\Z"
)
_BEST = deferred(r"(?:百|千|\d)强|百佳|榜单?\Z")
_NUMBERED_GROUP = deferred(r"[一-鿿]{0,10}\d{1,3}个?(?:县|市|区|州|省|城市)(?:市区|[市县区])?")
_LISTED = deferred(r"(?:分别|依次)?(?:为|是|在|居)?$")
_IN_GROUP = deferred(
    r"在(?P<group>[^，。；、在]{2,14}?)(?:之?中)?的?[稳跃高荣并]?(?:排名?位?|位?列|位?居|名列)\Z"
)
_WITHIN = deferred(r"在(?P<group>[^，。；、在]{2,14}?)(?:之)?中\Z")
_SHIFTS = deferred(r"(?:前移|前进|跃升|进位|攀升|上升|提升|(?P<back>后移|下滑|下降))了?\Z")
_ORDER = deferred(r"(?:位次|排名|排位|全[国省市区县州])+$")
_STANDS = deferred(
    r"(?:位?居(?![民住家])|[位排并]?列|排[名行]?(?:在|到)?|位次|跃升(?:至|到)?|(?:提|攀)?升(?:至|到)|上升(?:至|到)|前移至|稳居"
    r"|跃居|保持"
    r"|进入|跻身|挺进)(?P<group>[^，。；、]{0,18})\Z"
)
_GROUP = deferred(
    r"(?:全[国球省市区县]|世界|国内|亚洲|欧洲|[东中西]部|西南|[一二三四五六七八九十]{1,3}个?(?:城区|区县|市州|市|区|县)"
    r"|(?<=[居列排在，、位])[省市区县]{1,2}(?!场))[^，。；、]{0,6}\Z"
)
