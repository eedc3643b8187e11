"""Parts that leave out what their whole says: 其中企业 of new ones, 其中城镇人口 of the registered."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.segments import Clause


def whole_before(scene: Scene, clause: Clause, last: Frame | None, whole: Frame | None) -> Frame | None:
    """The figure whose parts a clause tells: the last one before 其中, until a semicolon ends the list."""
    if clause.hard and scene.folded[clause.start - 1 : clause.start] != "：":
        whole = None
    if last is None or not scene.folded.startswith("其中", clause.start):
        return whole
    return last if last.aspect in ("level", "growth") and _QUALIFIED.match(last.said) else None


def part_of(frame: Frame, whole: Frame, quantity: Quantity) -> Frame:
    """The frame with the qualifier of its whole, where it counts the same and says none itself."""
    qualifier = _QUALIFIED.match(whole.said)
    if qualifier is None or frame.aspect != "level" or frame.rule not in ("level", "counted"):
        return frame
    word, noun = qualifier.group(), frame.noun
    if noun.opener not in ("", "其中") or "take" in noun.kinds or frame.said.startswith(word):
        return frame
    if word == "户籍":
        said = word + frame.said
        return replace(frame, said=said, indicator=said) if _PEOPLE.fullmatch(frame.said) else frame
    if quantity.measure not in ("户", "家", "个"):
        return frame
    unit = whole.unit if frame.unit == "households" else frame.unit
    return replace(frame, said=word + frame.said, unit=unit)


_QUALIFIED = deferred(r"新增|净增|新登记|新设立|户籍(?=人口)")
_PEOPLE = deferred("(?:城镇|乡村|农村|城市|男性?|女性?|农业|非农业)人口")
