"""Scorecards (高质量发展指标体系) as versioned sets of gauges: one YAML file each, which officials can amend.

A set groups gauges by dimension (速度、结构、效益、创新、绿色、开放), says for which years it is meant, and
what stands behind it. It gives no points: a scorecard shows, and adds nothing up.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from bulian.vocab.marked_yaml import Entry
from bulian.vocab.sets import keyed_entry, shipped_and_own
from bulian.vocab.template import Quantity, Status

Better = Literal["higher", "lower"]

_STATUSES = ("official_text", "mirror", "our_own")
_BETTERS = ("higher", "lower")


@dataclass(frozen=True, slots=True)
class Gauge:
    """One thing watched (监测指标).

    Attributes:
        quantity: the indicator, or one over another, by the names it may have in the ledger.
        growth: its growth from the year before is watched, not its level.
        better: which way is the good one; None where neither is.
    """

    key: str
    zh: str
    en: str
    quantity: Quantity
    growth: bool
    better: Better | None


@dataclass(frozen=True, slots=True)
class Dimension:
    """A side of development (维度), with its gauges in the order they are shown."""

    key: str
    zh: str
    en: str
    gauges: tuple[Gauge, ...]


@dataclass(frozen=True, slots=True)
class GaugeSet:
    """One version of a scorecard.

    Attributes:
        first, last: the years it is meant for; None where it is open on that side.
        status: whether the official text, a mirror of it, or our own choice stands behind it.
        own: it lies in the workspace.
    """

    key: str
    zh: str
    en: str
    document: str
    status: Status
    source: str
    first: int | None
    last: int | None
    dimensions: tuple[Dimension, ...]
    own: bool = False

    def covers(self, year: int) -> bool:
        """Whether it is meant for this year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


SHIPPED = Path(__file__).parent


def gauge_sets(own: Path | None = None) -> dict[str, GaugeSet]:
    """Every set by its key; one of the workspace's folder `own` stands in for the shipped one of its name.

    Raises:
        VocabularyError: a file does not fit; names file and line.
    """
    return shipped_and_own(SHIPPED, own, _set)


def _set(file: Path, own: bool) -> GaugeSet:
    entry = keyed_entry(file, "zh", "en", "document", "status", "source", "first", "last", "dimensions")
    dimensions = tuple(_dimension(one) for one in entry.entries("dimensions"))
    keys = [gauge.key for one in dimensions for gauge in one.gauges]
    if not keys:
        raise entry.wrong("has no gauges", "没有任何指标")
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise entry.wrong(f"key {twice} stands twice", f"键 {twice} 出现两次")
    first, last = _year(entry, "first"), _year(entry, "last")
    if first is not None and last is not None and last < first:
        raise entry.wrong("last lies before first", "last 早于 first")
    return GaugeSet(
        entry.text("key"), entry.text("zh"), entry.text("en"), entry.text("document"),
        cast(Status, entry.one_of("status", _STATUSES)), entry.optional("source") or "",
        first, last, dimensions, own,
    )  # fmt: skip


def _dimension(entry: Entry) -> Dimension:
    entry.refuse_others("key", "zh", "en", "gauges")
    gauges = tuple(_gauge(one) for one in entry.entries("gauges"))
    return Dimension(entry.text("key"), entry.text("zh"), entry.text("en"), gauges)


def _gauge(entry: Entry) -> Gauge:
    entry.refuse_others("key", "zh", "en", "indicator", "over", "growth", "better")
    growth = entry.get("growth", False)
    names, over = entry.words("indicator"), entry.words("over")
    if not isinstance(growth, bool):
        raise entry.wrong("growth is true or false", "growth 只能是 true 或 false")
    if not names:
        raise entry.wrong("indicator is missing; write its names", "缺少 indicator，请写指标名称")
    if growth and over:
        raise entry.wrong(
            "a ratio has no growth here: drop over or growth", "比率不看增速：over 与 growth 只留一个"
        )
    better = entry.one_of("better", _BETTERS) if "better" in entry else None
    return Gauge(
        entry.text("key"), entry.text("zh"), entry.text("en"),
        Quantity(names, over, "growth" if growth else "level", "latest", 1), growth,
        cast(Better | None, better),
    )  # fmt: skip


def _year(entry: Entry, key: str) -> int | None:
    given = entry.optional(key)
    if given is None:
        return None
    if not (given.isdigit() and len(given) == 4):
        raise entry.wrong(
            f"{key} is {given!r}; write a year like 2021", f"{key} 是“{given}”，应为年份，如 2021"
        )
    return int(given)
