"""Periods in words: 2021年1—11月, 2021年上半年, January–November 2021."""

import re

from bulian.extract.fold import fold
from bulian.model.period import days
from bulian.publish.wording import Wording, filled

_PART = re.compile(r"(\d{4})(?:-(H[12]|Q[1-4]|\d{2})(?:-(\d{2}))?)?")
_END_OF_PLAN = re.compile(r"([一二]?十[一二三四五六七八九]?五)[”’]?(?:规划)?(?:时?期)?末")
_FIRST_PLAN_BY_FIVES = 2001  # 十五; each later plan is five years on
_TENTHS = "〇一二三四五六七八九"


def period_words(period: str, words: Wording) -> str:
    """An ISO 8601 period as a reader says it."""
    first, _, last = period.partition("/")
    if not last:
        return _one(first, words)
    return _from_year_start(first, last, words) or _range(first, last, words)


def end_of_plan(quote: str, period: str | None) -> str | None:
    """十四五末 as the document says it, where that is the year meant by `period`; else None.

    >>> end_of_plan("到「十四五」末期，將達100億級", "2025")
    '十四五末'
    """
    match = _END_OF_PLAN.search(fold(quote))
    if not match or period is None:
        return None
    plan = match[1].removesuffix("五")
    tens = 20 if plan.startswith("二十") else 10
    number = tens + max(_TENTHS.find(plan[-1]), 0)
    ends = _FIRST_PLAN_BY_FIVES + 5 * (number - 10) + 4
    return f"{match[1]}末" if days(period)[1].year == ends else None


def _one(part: str, words: Wording) -> str:
    match = _PART.fullmatch(part)
    if not match:
        return part
    year, inner, day = match.groups()
    if inner is None:
        return filled(words["period.year"], year=year)
    if not inner.isdigit():
        return filled(words["period.part"], year=year, part=words[f"part.{inner}"])
    if day is None:
        return filled(words["period.month"], year=year, month=words[f"month.{inner}"])
    return filled(words["period.day"], year=year, month=words[f"month.{inner}"], day=str(int(day)))


def _from_year_start(first: str, last: str, words: Wording) -> str | None:
    """Several months, quarters or years that read shorter than their two ends."""
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}", last):
        return filled(words["period.years"], first=first, last=last)
    if first[:4] != last[:4]:
        return None
    year = first[:4]
    if first.endswith("-Q1") and last.endswith("-Q3"):
        return filled(words["period.part"], year=year, part=words["part.Q1Q3"])
    if re.fullmatch(r"\d{4}-\d{2}", first) and re.fullmatch(r"\d{4}-\d{2}", last):
        names = words[f"month.{first[5:]}"], words[f"month.{last[5:]}"]
        return filled(words["period.months"], year=year, first=names[0], last=names[1])
    return None


def _range(first: str, last: str, words: Wording) -> str:
    return filled(words["period.range"], first=_one(first, words), last=_one(last, words))
