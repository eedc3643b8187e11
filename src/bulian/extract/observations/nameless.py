"""Phrases that name nothing a number could be of: signs, adverbs, bare verbs, pronouns, a place alone."""

from dataclasses import replace
from functools import lru_cache

from bulian.extract.deferred import deferred
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Noun, Scene
from bulian.extract.observations.words import is_only_stops
from bulian.vocab.words import word_kinds


def points_back(text: str) -> bool:
    """这一指标, 该数, 增速: the indicator is the one that was said before, in an earlier sentence too.

    >>> points_back("这一指标"), points_back("指标")
    (True, False)
    """
    return word_kinds("no_names.csv").get(text.strip("的“” 、")) == "back"


def is_empty(text: str) -> bool:
    """整体, 国家, 数据: words that name nothing that is counted."""
    return word_kinds("no_names.csv").get(text.strip("的“” ")) == "empty"


def is_place(scene: Scene, noun: Noun) -> bool:
    """Whether a phrase is the name of a place and no more."""
    text = noun.text.strip("的“” ")
    return any(
        name.kind == "place" and name.text == text
        for name in scene.names.within(noun.start, noun.end)
    )  # fmt: skip


def placed(scene: Scene, noun: Noun) -> Noun | None:
    """The phrase as the place that it is and nothing else (武汉增长12%): its span, and no indicator."""
    text = noun.text.strip("、（的“” ")
    for name in scene.names.within(noun.start, noun.end):
        if name.kind == "place" and name.text == text:
            return replace(noun, text="", start=name.start, end=name.end)
    wide = _WIDE.fullmatch(text)
    at = scene.folded.find(text, noun.start, noun.end) if wide else -1
    return replace(noun, text="", start=at, end=at + len(text)) if at >= 0 else None


def is_name(scene: Scene, noun: Noun) -> bool:
    """Whether a phrase is the name of a firm, a park or a place and no more."""
    text = noun.text.strip("的“” ")
    return any(
        name.kind in ("firm", "park", "place") and name.text == text
        for name in scene.names.within(noun.start, noun.end)
    )


def nameless(scene: Scene, frame: Frame) -> bool:
    """Whether what a frame would report is no noun, so that the number must be left alone."""
    name = frame.said if frame.aspect != "growth" else frame.indicator
    if not frame.noun.text:
        # It was taken from a frame before, which had a name.
        return not _core(name)
    if says_nothing(name):
        return True
    core = _core(name)
    if is_only_stops(core):
        return frame.rule not in ("paid", "people", "counted")
    return frame.rule not in ("counted", "people") and core in frame.noun.text and is_place(scene, frame.noun)


@lru_cache(maxsize=2048)
def says_nothing(name: str) -> bool:
    """Signs, a word for numbers themselves, or a single character that is no thing.

    >>> says_nothing("+"), says_nothing("第数"), says_nothing("镇数")
    (True, True, False)
    """
    core = _core(name)
    if not core or core in word_kinds("no_names.csv") or core.endswith("数字"):
        return True
    return len(core) == 1 and core not in _ONE_CHARACTER


@lru_cache(maxsize=2048)
def _core(name: str) -> str:
    return _NO_WORD.sub("", _ASPECT.sub("", name))


_WIDE = deferred(
    r"[省市区县]本级|[东中西]部(?:地区)?|东北(?:地区)?|长三角|珠三角|粤港澳大湾区|京津冀|全[国省市区县]|我国|中国"
)
_NO_WORD = deferred(r"[^一-鿿A-Za-z]")
_ASPECT = deferred(r"(?:数|增速|占比)$")
_ONE_CHARACTER = frozenset("税镇乡村县市区省州旗街桥湖河岛港厂店馆所站院校线路园山户人矿井棚树")
