"""When a number holds: the period nearest before it, carried on as a reader would."""

from bulian.extract.observations.scene import Scene
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Sentence
from bulian.model.fact import Modality
from bulian.model.period import days, year_of


def period_in_sentence(
    scene: Scene, sentence: Sentence, clause: Clause, start: int, end: int
) -> Period | None:
    """The period that dates the number at `start:end`: the last one before it in its sentence, or one in
    brackets right behind it.
    """
    behind = [p for p in scene.periods_in(end, min(clause.end, end + 12)) if p.role == "time"]
    if behind and scene.folded[end : behind[0].start].strip() == "（":
        return behind[0]
    before = [p for p in scene.periods_in(sentence.start, start) if p.role == "time" and p.end <= start]
    return before[-1] if before else None


def carried(scene: Scene, period: Period | None, before: str | None) -> str | None:
    """What later sentences of a paragraph inherit: the last period that is not in the future."""
    if period is None or period.iso is None:
        return before
    return before if is_future(scene, period.iso) else period.iso


def is_over(scene: Scene, clause: Clause, period: Period, modality: Modality) -> bool:
    """Whether an earlier clause names a time that is over: 今年3月开工 dates nothing that is to come."""
    if period.start >= clause.start or period.iso is None or scene.year is None or period.until:
        return False
    first, last = days(period.iso)
    if first.month != last.month:
        return last.year < scene.year - (modality == "forecast")
    return last.year <= scene.year


def is_future(scene: Scene, iso: str) -> bool:
    """Whether a period ends in a year after the document's; False where that is not known."""
    return scene.year is not None and year_of(iso) > scene.year


def fits(scene: Scene, iso: str | None, modality: Modality) -> str | None:
    """A period from an earlier sentence, dropped where it is over and the number is yet to come."""
    if iso is None or scene.year is None or modality in ("actual", "capacity"):
        return iso
    # In spring a report still expects (预计) what the year before will turn out to be.
    first = scene.year - 1 if modality == "forecast" else scene.year
    return iso if year_of(iso) >= first else None
