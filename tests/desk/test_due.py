"""What is due, line by line: each kind once on its day, and once the day before."""

from datetime import date

import pytest

from bulian.desk.book import Row
from bulian.desk.due import due, due_projects
from bulian.desk.projects.standing import standing
from bulian.vocab.registers import registers


def row(register: str, key: str, on: str = "2026-01-01", owner: str = "P9", **values: str) -> Row:
    return Row(register, key, values, owner, on, "", owner, "", {}, on)


def found(day: str, *rows: Row) -> list[tuple[str, str, int]]:
    by_register: dict[str, list[Row]] = {}
    for one in rows:
        by_register.setdefault(one.register, []).append(one)
    told = due(registers().values(), by_register, date.fromisoformat(day))
    return [(one.id, one.what, one.over) for one in told if one.what not in ("empty", "dangling")]


TASK = {"task": "办", "chain": "链", "assignee": "P2", "due": "2026-06-20"}


@pytest.mark.parametrize(
    ("day", "over"), [("2026-06-13", None), ("2026-06-14", -6), ("2026-06-20", 0), ("2026-06-25", 5)]
)
def test_a_deadline_is_told_a_week_ahead_and_after(day: str, over: int | None) -> None:
    wanted = [] if over is None else [("tasks/1", "deadline", over)]
    assert found(day, row("tasks", "1", **TASK)) == wanted
    assert found(day, row("tasks", "1", done_on="2026-06-01", **TASK)) == []


def test_who_must_act_is_the_one_named_before_the_owner() -> None:
    (one,) = due(registers().values(), {"tasks": [row("tasks", "1", **TASK)]}, date(2026, 7, 1))
    assert one.who == "P2"
    told = due(
        registers().values(), {"phases": [row("phases", "园/一", done_for="2026-01-31")]}, date(2026, 7, 1)
    )
    assert {line.who for line in told} == {"P9"}


def test_a_month_is_over_on_its_last_day() -> None:
    lines = found("2026-06-30", row("programmes", "甲", until="2026-06"))
    assert lines == [("programmes/甲", "expiry", 0)]
    assert found("2026-06-30", row("programmes", "甲", until="9999-12-31")) == []


def test_a_visit_is_due_after_its_cycle_and_not_before() -> None:
    firm = row("key_firms", "甲", firm="甲", officer="P2", cycle="90")
    visits = [
        row("visits", "1", firm="甲", visited_on="2026-03-01"),
        row("visits", "2", firm="乙", visited_on="2026-05-01"),
    ]
    assert found("2026-05-30", firm, *visits) == []
    assert found("2026-05-31", firm, *visits) == [("key_firms/甲", "cycle", 1)]
    # Never visited: the cycle runs from the day the firm was entered for.
    assert found("2026-04-02", firm) == [("key_firms/甲", "cycle", 1)]


def test_stale_empty_and_dangling() -> None:
    site = row("sites", "示-01", on="2025-01-01", code="示-01", area="3", park="不在的园")
    told = due(registers().values(), {"sites": [site]}, date(2026, 1, 2))
    assert [(one.what, one.columns, one.over) for one in told] == [
        ("stale", (), 1), ("dangling", ("park",), 0), ("empty", ("use", "status"), 0),
    ]  # fmt: skip


def test_projects_that_stay_slip_or_are_claimed() -> None:
    one = row("projects", "甲", start_for="2026-03-01", claimed="如火如荼")
    told = due_projects([standing(one, (), date(2026, 4, 10))])
    assert [(line.what, line.over, line.says) for line in told] == [
        ("stuck", 9, "lead"), ("slipped", 40, "started"), ("claimed", 0, "如火如荼"),
    ]  # fmt: skip


def test_who_names_a_row_that_is_told_of_later_days_names_something() -> None:
    named = {"projects": [row("projects", "甲", site="地块一")]}
    kinds, day = registers().values(), date(2026, 1, 2)
    assert [(one.what, one.says) for one in due(kinds, named, day) if one.what == "dangling"] == [
        ("dangling", "地块一")
    ]
    told = due(kinds, named, day, {"sites": frozenset({"地块一"})})
    assert [one for one in told if one.what == "dangling"] == []
