"""The frame that an elided phrase means: what the sentence spoke of before the number."""

from dataclasses import replace
from decimal import Decimal

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame, Reach
from bulian.extract.observations.nameless import placed
from bulian.extract.observations.naming import in_full
from bulian.extract.observations.scene import Noun, Scene, noun_before
from bulian.extract.observations.shares import share
from bulian.extract.segments import Clause, Sentence


def at_the_step(scene: Scene, clause: Clause, before: Noun, quantity: Quantity) -> Frame | None:
    """地区生产总值连续迈上4个万亿元台阶、达14万亿元: the step is of what the clause opens with."""
    if before.text.strip("、，的") not in _STEPS:
        return None
    opening = clause._replace(start=min(before.start, quantity.left))
    return spoken_of(scene, Sentence(clause.start, clause.end, (clause,)), opening)


def in_brackets(scene: Scene, sentence: Sentence, clause: Clause, at: tuple[Noun, Quantity]) -> Frame | None:
    """地区生产总值居前的依次为苏州市（24653亿元）: the number in brackets is of the place before it."""
    before, quantity = at
    if scene.folded[quantity.left - 1] != "（" or not placed(scene, before):
        return None
    if _COMPARED.search(scene.folded, max(0, before.start - 2), before.start):
        # 增长6%，高于全省（5%）1个百分点: the growth just named, of another place.
        return None
    return spoken_of(scene, sentence, clause._replace(start=before.start))


def spoken_of(scene: Scene, sentence: Sentence, clause: Clause) -> Frame | None:
    """工业投资持续回升，同比增长8%: the indicator of an earlier clause that gives no number for it."""
    found = scene.words.last_named(sentence.start, clause.start)
    if found and found[2].name in ("增速", "增长率"):
        found = scene.words.last_named(sentence.start, found[0])
    if found is None or clause.start - found[1] > _FAR:
        return None
    start, end, indicator = found
    noun = Noun(start, end, scene.folded[start:end], (), (), ())
    return Frame(noun, indicator.name, indicator.name, "level", Decimal(0), indicator.unit, None, "spoken")


def sizing(
    scene: Scene, quantity: Quantity, before: Noun, earlier: tuple[Noun, int] | None
) -> tuple[Noun, int]:
    """From where to where a number tells how large the things counted next are: 5至10亿元（含5亿元）."""
    if earlier and scene.folded.startswith(("（含", "不含"), quantity.left - 2):
        return earlier[0], quantity.right + 1
    return before if before.text else replace(before, start=quantity.left, end=quantity.left), quantity.right


def share_ahead(scene: Scene, floor: int, clause: Clause, quantity: Quantity) -> Frame | None:
    """研发投入占产值比重，由2013年的3%提高到5%: the share that the clause before names without a number."""
    end = clause.start - 1
    if quantity.unit != "%" or not scene.folded.endswith(_SHARES, max(0, floor), max(0, end)):
        return None
    nowhere = quantity._replace(start=end, end=end, left=end, right=end)
    found = share(scene, nowhere, Reach(floor, end, noun_before(scene, floor, end)), None)
    return replace(found, rule="spoken") if found else None


def with_size(scene: Scene, noun: Noun, sized: tuple[Noun, int] | None) -> Noun:
    """产值过亿元企业 of 产值过亿元企业87家: the phrase takes in the size by which its things are told."""
    if sized is None or not noun.text:
        return noun
    of_each, end = sized
    start = of_each.start
    if not start < noun.start <= end < noun.end or end - start > NEAR:
        return noun
    return replace(noun, start=start, text=scene.folded[start : noun.end], opener=of_each.opener)


def alone(quantity: Quantity, clause: Clause) -> bool:
    """A number without a unit between two commas: with nothing said before it, it says nothing."""
    bare = not quantity.unit and not quantity.scaled
    return bare and (quantity.left, quantity.right) == (clause.start, clause.end)


def owned(frame: Frame, said: str) -> Frame:
    """The frame without the subject that its phrase began with: 增长5% after 某区产值3亿元 is of 产值."""
    begins = range(1, len(frame.said))
    at = next((i for i in begins if in_full(frame.said[i:]) == said), None) if frame.said != said else None
    owner = frame.said[:at] if at else ""
    if not owner or not frame.indicator.startswith(owner):
        return frame
    return replace(frame, said=said, indicator=in_full(frame.indicator.removeprefix(owner)))


def without_step(noun: Noun) -> Noun:
    """跨过3个万亿元级台阶、年均增长5%: which step it was says nothing of what grew."""
    return replace(noun, text="台阶") if _ROUND_STEP.fullmatch(noun.text.strip("、，的 ")) else noun


_SHARES = ("比重", "占比", "比例")
_COMPARED = deferred(r"(?:高于|低于|快于|慢于|高出|好于|优于|比|较)\Z")
_ROUND_STEP = deferred(r"[十百千]?[万亿]{1,2}元?级?新?台阶")
_STEPS = ("台阶", "大关", "新台阶")
NEAR = 24
_FAR = 40
