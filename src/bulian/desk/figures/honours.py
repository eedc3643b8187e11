"""Honours: how many hold on a day, how many run out soon, how many are over; by title those that hold."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import ENDLESS, last_of
from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived
from bulian.vocab.registers import register

_HOLDS = ("{valid_until} ≥ 当日", "{valid_until} ≥ the day")
_OVER = ("{valid_until} < 当日", "{valid_until} < the day")
_SOON = ("当日 ≤ {valid_until} < 当日 + 预警天数", "the day ≤ {valid_until} < the day + days of warning")


def figures(rows: Rows, day: str) -> list[Derived]:
    """有效荣誉, 即将到期 (within the days of warning) and 已过期; whose end nobody tells is named."""
    several, today = rows.get("honours", ()), date.fromisoformat(day)
    told = [one for one in several if one.get("valid_until")]
    without = _ids(one for one in several if one not in told)
    holds = [one for one in told if (_left(one, today) or 0) >= 0]
    soon = [one for one in holds if (left := _left(one, today)) is not None and left < _warning()]
    over = [one for one in told if one not in holds]
    titles = Counter(one.get("title") for one in holds if one.get("title"))
    return [
        Derived("", "有效荣誉", "Holding", Decimal(len(holds)), "count", _HOLDS, _ids(holds), without),
        Derived("", "即将到期", "Running out", Decimal(len(soon)), "count", _SOON, _ids(soon), without),
        Derived("", "已过期", "Over", Decimal(len(over)), "count", _OVER, _ids(over), without),
        *(
            Derived(title, "有效荣誉", "Holding", Decimal(count), "count", _HOLDS,
                    _ids(one for one in holds if one.get("title") == title))
            for title, count in sorted(titles.items(), key=lambda item: (-item[1], item[0]))
        ),
    ]  # fmt: skip


def _left(one: Row, today: date) -> int | None:
    """Days that it still holds, negative once it is over; None where it has no end (长期)."""
    until = one.get("valid_until")
    return None if until == ENDLESS else (last_of(until) - today).days


def _warning() -> int:
    """The days before the end from which `due` tells of it too."""
    return next(one.days for one in register("honours").watches if one.kind == "expiry")


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(f"honours/{one.key}" for one in rows)


FIGURES = figures
