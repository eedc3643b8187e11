"""Key firms: whom the service officer is late to visit, how long ago the last visits were, who came how."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.due import last_met, overdue
from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived, middle, ratio
from bulian.vocab.registers import register

_LATE = ("当日 − {visits.visited_on} > {cycle}", "the day − {visits.visited_on} > {cycle}")
_KEPT = (
    "当日 − {visits.visited_on} ≤ {cycle}，占有{cycle}的",
    "the day − {visits.visited_on} ≤ {cycle}, of those with {cycle}",
)
_AGO = ("中位数（当日 − {visits.visited_on}）", "median(the day − {visits.visited_on})")
_CAME = ("同一{origin}", "the same {origin}")


def figures(rows: Rows, day: str) -> list[Derived]:
    """走访逾期, 按期走访率, 距上次走访 (median days, of those ever visited), and firms by origin."""
    firms, visits, today = rows.get("key_firms", ()), rows.get("visits", ()), date.fromisoformat(day)
    due = [one for one in firms if one.get("cycle")]
    without = _ids(one for one in firms if one not in due)
    late = [one for one in due if overdue(one, visits, "cycle", "visited_on", today) > 0]
    last = {one.key: last_met(one, visits, "visited_on") for one in firms}
    visited = [one for one in firms if last[one.key]]
    never = [one for one in firms if one not in visited]
    ago = middle((today - last_of(last[one.key])).days for one in visited)
    kept = ratio(len(due) - len(late), len(due))
    return [
        Derived("", "走访逾期", "Visits overdue", Decimal(len(late)), "count", _LATE, _ids(late), without),
        Derived("", "按期走访率", "Visited in time", kept, "percent", _KEPT, _ids(due), without),
        Derived("", "距上次走访", "Days since the last visit", ago, "days", _AGO, _ids(visited), _ids(never)),
        *_origins(firms),
    ]


def _origins(firms: Sequence[Row]) -> list[Derived]:
    groups = {
        origin: [one for one in firms if one.get("origin") == origin.key]
        for origin in register("key_firms").field("origin").choices
    }
    return [
        Derived(
            "", f"重点企业（{origin.zh}）", f"Key firms ({origin.en})", Decimal(len(mine)), "count", _CAME,
            _ids(mine),
        )
        for origin, mine in groups.items()
        if mine
    ]  # fmt: skip


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(f"key_firms/{one.key}" for one in rows)


FIGURES = figures
