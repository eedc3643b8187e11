"""What the sentences of one paragraph hand on to each other."""

from dataclasses import dataclass, field, replace

from bulian.extract.deferred import deferred
from bulian.extract.names.places import is_place_name
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame
from bulian.extract.observations.nameless import placed, points_back
from bulian.extract.observations.naming import bare
from bulian.extract.observations.scene import Noun, Scene
from bulian.extract.observations.sections import Section
from bulian.extract.observations.viewed import View
from bulian.extract.observations.whose import Known
from bulian.extract.owner import introduced
from bulian.extract.segments import Clause, Sentence
from bulian.model.fact import Modality


@dataclass(slots=True)
class Thread:
    """What the sentences of one paragraph hand on to each other.

    Attributes:
        rose_from: the year of the first figure of 从2016年的3亿元增加到…, for pairs that name no years.
        years: the times of a list (一季度、上半年和全年增速分别为), for a further list of as many numbers.
        modality, told_in: that of the figure before, and where the clause ends that told it.
    """

    section: Section
    topic: str | None
    period: str | None = None
    frames: list[Frame] = field(default_factory=list)
    earlier: Frame | None = None
    subject: str | None = None
    whose: str | None = None
    since: int = 0
    quoted_from: int = 0
    clause_before: int = 0
    listed: tuple[Noun, ...] = ()
    years: list[str] = field(default_factory=list)
    told: str | None = None
    aim: bool = False
    by: str | None = None
    owner: str | None = None
    outside: str | None = None
    view: View | None = None
    whole: Frame | None = None
    rose_from: str | None = None
    modality: Modality = "actual"
    told_in: int = -1

    @property
    def last(self) -> Frame | None:
        """The frame before, in the same sentence."""
        return self.frames[-1] if self.frames else None

    def known(self) -> Known:
        """What was spoken of before, as the finder of subjects asks for it."""
        said = self.last.indicator if self.last else None
        return Known(self.topic, self.subject, self.since, self.owner or self.section.owner, said, self.whose)

    def meant(self, noun: Noun) -> Frame | None:
        """The frame before; of an earlier sentence only where the phrase points back (这一指标, 增速),
        or tells the profit of firms whose revenue that sentence told.
        """
        if self.last or self.earlier is None:
            return self.last
        profit = noun.text in _PROFITS and "营业收入" in self.earlier.indicator
        return self.earlier if profit or points_back(noun.text) else None

    def of_place(self, scene: Scene, noun: Noun) -> Frame | None:
        """The frame of the sentence before, where the phrase is only the place of another such figure."""
        return self.earlier if self.earlier and placed(scene, noun) else None

    def of_branch(self, noun: Noun, own: str, quantity: Quantity) -> Frame | None:
        """The frame of the sentence before, where one branch of it grows: 制造业增长3% after 工业增加值.

        `own` is a branch of a list before 分别; "" for none.
        """
        told = self.earlier
        paced = told is not None and told.aspect in ("growth", "rank")
        if told is None or not paced or quantity.unit != "%" or not (own or "growth" in noun.kinds):
            return None
        name = told.indicator.removesuffix("增速")
        phrase = bare(noun.text)
        listed = own if phrase in PRONOUNS else phrase
        if not _BRANCH.fullmatch(listed) or not _OF_BRANCHES.search(name):
            return None
        return replace(told, indicator=name, said=name, rule="level")


_PROFITS = frozenset({"营业利润", "利润总额"})


def past_brackets(scene: Scene, thread: Thread, clause: Clause) -> None:
    """用地400亩（一期投资10亿元，用地200亩），年产: behind the brackets goes on what stood before them."""
    if thread.outside is None and scene.folded.find("（", clause.start, clause.end) < 0:
        return
    open_, closed = (scene.folded.count(sign, clause.start, clause.end + 1) for sign in "（）")
    if open_ > closed:
        thread.outside = thread.outside or thread.subject
    elif closed > open_ and thread.outside:
        thread.subject, thread.outside = thread.outside, None


def behind_semicolon(scene: Scene, thread: Thread, clause: Clause) -> bool:
    return scene.folded[thread.clause_before : clause.start].rstrip(" ").endswith("；")


def owner_from(scene: Scene, sentence: Sentence, before: str | None) -> str | None:
    """Whose figures a profile tells from this sentence on; a division that is brought in ends it."""
    if scene.sectioned:
        return None
    name = introduced(scene.folded, scene.names, sentence)
    if name is None:
        return before
    return None if is_place_name(name.text) else name.canonical


_BRANCH = deferred(r"(?!三次产)[一-鿿、]{1,20}业")
_OF_BRANCHES = deferred(r"(?:增加值|投资)\Z")
