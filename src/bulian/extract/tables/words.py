"""What the words of headers and labels tell: the classes of vocab/table_words.csv."""

from functools import cache
from typing import Literal

from bulian.extract.deferred import deferred
from bulian.vocab.words import word_classes

Class = Literal[
    "serial", "code", "unit", "note", "attribute", "period", "place", "subject", "indicator", "industry",
    "item", "generic", "weak", "total", "synthetic", "head", "amount", "missing",
    "axis", "account",
]  # fmt: skip
_COLUMN_CLASSES: tuple[Class, ...] = (
    "serial", "code", "unit", "note", "attribute", "period",
    "place", "subject", "indicator", "industry", "item",
)  # fmt: skip


@cache
def words(kind: Class) -> frozenset[str]:
    """The words of a class."""
    return frozenset(word_classes("table_words.csv")[kind])


@cache
def column_class(label: str) -> Class | None:
    """What the cells of a column are, told by its header alone: 序号, 计量单位, 地区, 指标名称 …; else None.

    >>> column_class("县(市、区)"), column_class("计量单位"), column_class("营业收入")
    ('place', 'unit', None)
    """
    compact = label.replace("（", "(").replace("）", ")").replace(" ", "").strip("：:*")
    for kind in _COLUMN_CLASSES:
        if compact in words(kind) or compact.lower() in words(kind):
            return kind
    stripped = _DETAIL.sub("", compact.removesuffix("别") if len(compact) > 1 else compact)
    return column_class(stripped) if stripped and stripped != compact else None


@cache
def ends_in_measure(phrase: str) -> bool:
    """The phrase ends in a word of measure, so that a number can be said of it: 产值, 收入, 面积 …

    >>> ends_in_measure("限上社零额"), ends_in_measure("第一产业")
    (False, False)
    """
    return phrase.endswith(_heads())


@cache
def measure_of(phrase: str) -> str:
    """The longest word of measure that a phrase ends in, "" where it ends in none."""
    return next((head for head in _heads() if phrase.endswith(head)), "")


@cache
def counted_as(name: str) -> str:
    """The canonical unit that the last word of an indicator's name implies: 企业数, 人数, 户数; "" for none.

    >>> counted_as("规模以上工业企业单位数"), counted_as("营业收入")
    ('enterprises', '')
    """
    for kind, listed in word_classes("table_words.csv").items():
        if kind.startswith("count_") and name.endswith(listed):
            return kind.removeprefix("count_")
    return ""


@cache
def _heads() -> tuple[str, ...]:
    return word_classes("table_words.csv")["head"]


@cache
def is_synthetic(text: str) -> bool:
    """The folded text marks what it stands at as made up: a cell that says only 合成, a title with 示例数据.

    合成 inside other words is no mark: 合成橡胶 is a product.
    """
    compact = text.replace(" ", "").strip("（）()【】[]*：:。")
    marks = words("synthetic")
    if compact.lower() in marks:
        return True
    return any(mark in compact for mark in marks if len(mark) >= 4 or mark == "虚构") or any(
        f"（{mark}" in text for mark in marks
    )


_DETAIL = deferred(r"\((?!市|区|县|州|镇|街|乡|自治)[^()]*\)$|^(?:各|主要|分|选定)(?=.{2,})")
