"""One subject under names of different length: 重庆市大渡口区, 大渡口区 and 大渡口 are one district.

A light folding towards the district of the workspace, and nothing more: who is who among firms is decided by
people, later and reversibly. Subjects that are no form of the district's name stay as they are.
"""

import re
from dataclasses import dataclass

from bulian.vocab.words import word_kinds

_ABOVE = re.compile(r"^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|市|地区|盟))+(?=[\u4e00-\u9fff]{2})")
_LEVEL = "区县市旗"
_PLACE = ("省", "市", "区", "县", "自治州", "镇", "街道", "旗")
_SHORTEST_INDICATOR = 3
_SHORTEST_INDUSTRY = 4  # 体外诊断产业, not the 域经济 that 大渡口区域经济 leaves


@dataclass(frozen=True, slots=True)
class District:
    """The district's name at the lengths in which documents write it, shortest last."""

    name: str
    forms: tuple[str, ...]

    def fold(self, subject: str) -> str:
        """The subject under one name: the district's own where it is a form of it, else as it is.

        An industry may carry the district before its name, 大渡口区体外诊断产业; it is the same industry.
        A form with more before it than provinces and cities is another subject.
        """
        plain = "".join(subject.split())
        if plain in self.forms or _without_places_above(plain) in self.forms:
            return self.name
        form = next((form for form in self.forms if plain.startswith(form)), "")
        rest = plain.removeprefix(form)
        if form and len(rest) >= _SHORTEST_INDUSTRY and kind_of(rest) == "industry":
            return rest
        return plain

    def fold_indicator(self, indicator: str) -> str:
        """The indicator without the district's name before it: 大渡口区工业总产值 is its 工业总产值."""
        form = next((form for form in self.forms if indicator.startswith(form)), "")
        rest = indicator.removeprefix(form)
        return rest if form and len(rest) >= _SHORTEST_INDICATOR else indicator


def district(name: str) -> District:
    """The forms of a district's name: whole, without the places above it, without its level (区, 县).

    >>> district("重庆市大渡口区").forms
    ('重庆市大渡口区', '大渡口区', '大渡口')
    """
    plain = "".join(name.split())
    short = _without_places_above(plain)
    bare = short[:-1] if short[-1:] in _LEVEL and len(short) > 2 else short
    return District(plain, tuple(dict.fromkeys(form for form in (plain, short, bare) if form)))


def kind_of(subject: str) -> str:
    """What a subject is by the end of its name: "industry", "project", "place" or "other".

    The word list is vocab/name_suffixes.csv; names of firms rarely tell what they are, so they are "other".
    """
    if subject.endswith(_PLACE) and not _suffix(subject):
        return "place"
    kind = _suffix(subject)
    if kind in ("industry", "chain", "cluster"):
        return "industry"
    return "project" if kind in ("project", "park", "base", "site") else "other"


def _suffix(subject: str) -> str | None:
    """The kind of the longest suffix that ends the subject and leaves a name before it."""
    kinds = word_kinds("name_suffixes.csv")
    for start in range(1, len(subject)):
        if kind := kinds.get(subject[start:]):
            return kind
    return None


def _without_places_above(name: str) -> str:
    return _ABOVE.sub("", name)
