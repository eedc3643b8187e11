"""What a district knows of activities and brings along: attributes, and filters with reasons.

Two CSV files, `#` lines are remarks, an activity stands by name or by its GB/T 4754 code (27 covers 2710):

    activity,attribute,value,source       attribute: jobs, carbon or land, in the units of the goalposts
    activity,rule,reason,source           what must not come, and why: 负面清单, 能耗, 用地类别
"""

import csv
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bulian.errors import BadRequest, VocabularyError
from bulian.plan.opportunity.nouns import Barrier, Criterion, Merit

_ATTRIBUTES = ("activity", "attribute", "value", "source")
_FILTERS = ("activity", "rule", "reason", "source")
_BROUGHT: tuple[Criterion, ...] = ("jobs", "carbon", "land")


@dataclass(frozen=True, slots=True)
class Attribute:
    activity: str
    criterion: Criterion
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Filter:
    activity: str
    barrier: Barrier


@dataclass(frozen=True, slots=True)
class Lists:
    """Both lists; `filtered_by` is the file of filters, None where there is none."""

    attributes: tuple[Attribute, ...] = ()
    filters: tuple[Filter, ...] = ()
    filtered_by: str | None = None

    def brought(self, name: str, codes: Sequence[str]) -> tuple[Merit, ...]:
        """Jobs, carbon and land of an activity; the first row that speaks of it counts."""
        return tuple(self._merit(one, name, codes) for one in _BROUGHT)

    def barriers(self, name: str, codes: Sequence[str]) -> tuple[Barrier, ...]:
        return tuple(one.barrier for one in self.filters if _speaks_of(one.activity, name, codes))

    def _merit(self, criterion: Criterion, name: str, codes: Sequence[str]) -> Merit:
        for one in self.attributes:
            if one.criterion == criterion and _speaks_of(one.activity, name, codes):
                return Merit(criterion, one.value, (one.source, one.source))
        return Merit(
            criterion, None, ("no row in opportunities/attributes.csv", "opportunities/attributes.csv 里没有")
        )


def codes_of(name: str) -> tuple[str, ...]:
    """The GB/T 4754 code a label begins with, if any.

    >>> codes_of("27 医药制造业"), codes_of("C2710 化学药品原料药制造"), codes_of("食品")
    (('27',), ('2710',), ())
    """
    found = re.match(r"[A-T]?(\d{2,4})(?!\d)", name.strip())
    return (found[1],) if found else ()


def read_lists(attributes: Path | None, filters: Path | None) -> Lists:
    """Both files; None where the district has none.

    Raises:
        BadRequest: a file cannot be read. VocabularyError: a row does not fit.
    """
    told = [_attribute(*row) for row in _rows(attributes, _ATTRIBUTES)] if attributes else []
    barred = [_filter(*row) for row in _rows(filters, _FILTERS)] if filters else []
    return Lists(tuple(told), tuple(barred), filters.name if filters else None)


def _attribute(file: str, line: int, cells: list[str]) -> Attribute:
    activity, criterion, told, source = cells
    try:
        value = float(told)
    except ValueError:
        value = math.nan
    known = next((one for one in get_args(Criterion) if one == criterion and one in _BROUGHT), None)
    if known is None or not math.isfinite(value) or not activity or not source:
        raise VocabularyError(
            file, line, f"{','.join(cells)}: not activity, one of {', '.join(_BROUGHT)}, number, source",
            f"{','.join(cells)} 不成一行：应为 行业、{'、'.join(_BROUGHT)} 之一、一个数、来源",
        )  # fmt: skip
    return Attribute(activity, known, value, source)


def _filter(file: str, line: int, cells: list[str]) -> Filter:
    activity, *rest = cells
    if not all(cells):
        raise VocabularyError(
            file, line, "a filter needs an activity, a rule, a reason and a source",
            "每条过滤须写行业、规则、理由和来源",
        )  # fmt: skip
    return Filter(activity, Barrier(*rest))


def _rows(path: Path, header: tuple[str, ...]) -> list[tuple[str, int, list[str]]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(
            f"{path} cannot be read ({error}). Name a CSV in UTF-8 with the columns {','.join(header)}.",
            f"{path} 读不了（{error}）。请指明一个 UTF-8 的 CSV，列为 {','.join(header)}。",
        ) from error
    kept = [(number, line) for number, line in enumerate(lines, start=1) if line.strip() and line[0] != "#"]
    told = [(number, [cell.strip() for cell in next(csv.reader([line]))]) for number, line in kept]
    if not told or tuple(told[0][1]) != header:
        wanted = ",".join(header)
        raise VocabularyError(path.name, 1, f"the header must read {wanted}", f"表头应为 {wanted}")
    for number, cells in told[1:]:
        if len(cells) != len(header):
            raise VocabularyError(path.name, number, f"wants {len(header)} cells", f"应有 {len(header)} 格")
    return [(path.name, number, cells) for number, cells in told[1:]]


def _speaks_of(listed: str, name: str, codes: Sequence[str]) -> bool:
    return listed == name or (listed.isdecimal() and any(code.startswith(listed) for code in codes))
