"""Pupils, teachers and entrants without their school: theirs is the one that the sentence told of before."""

from bulian.extract.deferred import deferred
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.naming import bare
from bulian.extract.observations.scene import Noun, Scene, noun_before


def of_school(scene: Scene, noun: Noun, indicator: str, last: Frame | None) -> str:
    """小学在校学生数 of 小学招生3万人，在校生20万人; 高校本科招生数 of 高校招生3万人，其中本科1万人."""
    if indicator in _DEGREES and last is not None:
        told = _OF_DEGREE.fullmatch(last.indicator)
        return f"{told['school']}{indicator.removesuffix('数')}{told['who']}" if told else indicator
    if not _WHO.fullmatch(indicator) or not _ALONE.search(
        scene.folded, max(0, noun.start - _NEAR), noun.start
    ):
        return indicator
    return _school_before(scene, noun.start) + indicator


def _school_before(scene: Scene, at: int) -> str:
    """The school named last in the sentence before `at`; where a sentence opens there, in the one before."""
    begin = _begin(scene, at)
    if scene.folded[begin:at].strip(" “"):
        return _last_school(scene, begin, at)
    pupils = scene.folded.startswith(_PUPILS, at) and scene.folded[begin - 1 : begin] == "。"
    return _last_school(scene, _begin(scene, begin - 1), begin) if pupils else ""


def _begin(scene: Scene, at: int) -> int:
    """Where the sentence begins that holds `at`, or what is near of it."""
    far = max(0, at - _FAR)
    return max(far, *(scene.folded.rfind(sign, far, max(0, at)) + 1 for sign in "。\n"))


def _last_school(scene: Scene, begin: int, end: int) -> str:
    """The last school of which entrants, pupils or a number are told, 其中 left out; "" for none."""
    found = [m for m in _SCHOOL.finditer(scene.folded, begin, end) if not m["part"]]
    return bare(noun_before(scene, begin, found[-1].end("school")).text) if found else ""


_PUPILS = ("在校", "在园", "招生", "毕业", "专任", "教职")
_ALONE = deferred(r"(?:\A|[，；、（。\s“]|累计|共有?|现有|其中)\Z")
_NEAR = 4
_FAR = 160
_WHO = deferred(
    r"(?:在校学?生|在校学生|在园幼儿|在园儿童|招生|毕业生?|专任教师|教职员?工)(?:数|人数)?|在校生|在校幼儿数"
)
_DEGREES = frozenset({"本科数", "专科数", "本科生数", "专科生数", "硕士生数", "博士生数", "女生数"})
_OF_DEGREE = deferred(
    r"(?P<school>[一-鿿]{2,12}?)(?:本科生?|专科生?|研究生|硕士生|博士生|女生)?(?P<who>(?:招生|在校学?生|毕业生)(?:人?数)?)"
)
_SCHOOL = deferred(
    r"(?P<part>其中，?)?(?P<school>[一-鿿]{0,10}?(?:(?:研究生|高等|职业|特殊|学前|义务|基础|幼儿|民办)教育|高等学校|高等院校"
    r"|(?:职业|技工|特殊教育|中职|普通|各级各类|民办|中等专业)学校|本专科|高校|院校|中学|高中|初中|小学|幼儿园|中职|技校|职高|技工))"
    r"(?:学校|教育|阶段)?(?:（[^（）\d]{1,20}）)?"
    r"(?=达?(?:共有|共|有|累计)?(?:招生|招收|在校|在园|毕业|专任|教职|\d))"
)
