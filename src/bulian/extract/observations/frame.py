"""What a number says: its indicator, and whether it is level, growth, share or rank."""

from dataclasses import dataclass
from typing import NamedTuple

from bulian.extract.observations.scene import Noun
from bulian.model.fact import Aspect, Value
from bulian.vocab.words import word_kinds


@dataclass(frozen=True, slots=True)
class Frame:
    """A number with its indicator.

    Attributes:
        noun: the phrase as it stands; its text is "" where the indicator comes from an earlier clause.
        indicator: the indicator itself, without what a share or a rank adds.
        said: what is reported: `战略性新兴产业占工业比重`, `…增速`.
        value, unit: settled by the indicator where the number left them open.
        basis: the whole of a share, the group of a rank; None else.
    """

    noun: Noun
    indicator: str
    said: str
    aspect: Aspect
    value: Value
    unit: str
    basis: str | None
    rule: str


class Reach(NamedTuple):
    """How far a number's clause reaches, other numbers excluded, and the phrase before the number.

    `own` is its part of a list before 分别; "" where it stands for itself.
    """

    floor: int
    ceiling: int
    before: Noun
    own: str = ""


_EMPTY = (
    "", "总量", "总数", "数量", "规模", "其", "其中", "增速", "总额", "总值", "金额", "比重", "占比",
    "较上年", "总规模", "总量位", "现价总量", "历史上", "自然", "同口径", "可比口径", "当季", "当月", "单月",
)  # fmt: skip
PRONOUNS = frozenset(
    {*_EMPTY, *(word for word, kind in word_kinds("no_names.csv").items() if kind == "back")}
)
HEADS = frozenset({"增加值", "总产值", "产值", "营业收入", "利润总额", "利润", "营业利润", "税收"})
