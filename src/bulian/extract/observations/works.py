"""Firms, projects and their phases that were named before and are meant again."""

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.heads import UNNAMED, is_kind_of_work, length
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.whose import Known
from bulian.extract.segments import Clause, Sentence, clause_number


def work_before(scene: Scene, sentence: Sentence, clause: Clause, frame: Frame) -> Name | None:
    """开工建设远山储能项目，总投资25亿元: the work with which the clause right before ends."""
    number = clause_number(sentence, clause) if _SIZE_OF_WORK.fullmatch(frame.said) else 0
    before = sentence.clauses[number - 1] if number else None
    if before is None or scene.folded[before.end] != "，":
        return None
    ends = [n for n in scene.names.within(before.start, before.end) if n.end == before.end]
    works = [n for n in ends if n.kind in _WORKS and not is_kind_of_work(n) and not UNNAMED.match(n.text)]
    work = max(works, key=length, default=None)
    return work if work and _BUILDS.search(scene.folded, before.start, work.start) else None


def is_thing(scene: Scene, subject: str | None) -> bool:
    """A firm, project or plant, which has no gross domestic product."""
    kinds = scene.names.kinds.get(subject, set()) if subject else set()
    return bool(kinds) and kinds <= _THINGS


def last_firm(scene: Scene, since: int, frame: Frame) -> Name | None:
    """The firm that 企业, 公司 or 我们 means: the one named last in the paragraph."""
    at, folded = frame.noun.start, scene.folded
    firms = (n for n in reversed(scene.names.within(max(since, at - _BACK), at)) if n.kind == "firm")
    return next(
        (n for n in firms if "、" not in (folded[n.end : n.end + 1], folded[n.start - 1 : n.start])), None
    )


def project_of_phase(scene: Scene, known: Known, frame: Frame) -> str | None:
    """The project that 一期 is a phase of: the one brought in, else the one named last in the paragraph."""
    if known.owner and known.owner.endswith(("项目", "工程", "基地", "产业园")):
        return known.owner
    at = frame.noun.start
    names = [n for n in scene.names.within(max(known.since, at - _BACK), at) if n.kind == "project"]
    named = [n for n in names if n.text.endswith(("项目", "工程")) and not UNNAMED.match(n.text)]
    return max(named, key=lambda name: (name.end, name.end - name.start)).canonical if named else None


def last_of(scene: Scene, since: int, frame: Frame, kinds: tuple[str, ...]) -> Name | None:
    """The thing of one of these kinds named last in the paragraph; of two that end together, the longer."""
    at = frame.noun.start
    names = [n for n in scene.names.within(max(since, at - _BACK), at) if n.kind in kinds]
    opening = [n for n in names if scene.folded[n.start - 1 : n.start] in ("", "。", "\n", "，", "；")]
    return _last_work(opening) or _last_work(names)


def _last_work(names: list[Name]) -> Name | None:
    """The one that ends last, the longer of two, and is no kind of works."""
    ordered = sorted(names, key=lambda name: (name.end, name.end - name.start), reverse=True)
    return next((n for n in ordered if not UNNAMED.match(n.text) and not is_kind_of_work(n)), None)


_BACK = 4000
"""How far back in a paragraph what was named is still meant: longer than the paragraphs that people write."""
_SIZE_OF_WORK = deferred(
    r"(?:计划|预计|协议|项目)?(?:总?投资(?:额|总额)?|(?:总|规划)?(?:占地|用地|建筑|建设)?面积|年?产值|年产能|年税收)"
)
_WORKS = frozenset({"project", "base"})
_BUILDS = deferred(r"(?:建设|新建|开工|开建|签约|引进|招引|启动|投建|投资|动工|落地|实施)(?:了)?\Z")
_THINGS = frozenset({"firm", "project", "base", "site"})
