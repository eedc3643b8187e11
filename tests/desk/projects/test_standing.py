"""Planned apart from paid, days, slips, conversion: counted by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

from bulian.desk.book import Row
from bulian.desk.projects.standing import Standing, funnels, passages, standing


def project(key: str, *moves: tuple[str, str], synthetic: bool = False, **values: str) -> Row:
    told: list[dict[str, Any]] = [
        {"to": to, "on": on, "by": "P1", "at": "2026-12-31T09:00:00+08:00",
         "evidence": {"kind": "document", "ref": "x"}, "line": number}
        for number, (to, on) in enumerate(moves, start=2)
    ]  # fmt: skip
    return Row(
        "projects", key, values, "P1", "2026-01-01", "", "P1", "", {}, "2026-01-01", moves=tuple(told),
        synthetic=synthetic,
    )  # fmt: skip


def payment(project_key: str, amount: str) -> Row:
    values = {"project": project_key, "amount": amount}
    return Row(
        "payments", f"{project_key}/{amount}", values, "P1", "2026-02-01", "", "P1", "", {}, "2026-02-01"
    )


def at(row: Row, day: str, *payments: Row) -> Standing:
    return standing(row, payments, date.fromisoformat(day))


def test_paid_in_is_apart_from_planned() -> None:
    row = project("甲", total="200000000")
    found = at(row, "2026-06-30", payment("甲", "30000000"), payment("甲", "20000000"), payment("乙", "9"))
    assert (found.total, found.paid, found.share) == (Decimal(200_000_000), Decimal(50_000_000), Decimal(25))
    assert found.size
    assert found.size.zh == "亿级"


def test_without_payment_or_plan_the_share_is_not_known() -> None:
    assert at(project("甲", total="200000000"), "2026-06-30").share is None
    assert at(project("甲"), "2026-06-30", payment("甲", "5")).share is None


def test_days_in_a_stage_and_who_stays_too_long() -> None:
    row = project("甲", ("signed", "2026-01-31"))
    # From 31 January to 30 July are 180 days, the limit of 签约; the next day is over it.
    assert (at(row, "2026-07-30").days, at(row, "2026-07-30").stuck) == (180, False)
    assert at(row, "2026-07-31").stuck


def test_a_stage_that_came_late_and_one_that_has_not_come() -> None:
    row = project(
        "甲", ("signed", "2026-03-11"), signed_for="2026-03-01", start_for="2026-05", done_for="2027-01"
    )
    late, missing = at(row, "2026-06-10").slips
    assert (late.stage.key, late.came, late.days) == ("signed", "2026-03-11", 10)
    assert (missing.stage.key, missing.came, missing.days) == ("started", None, 10)


def test_a_stage_that_was_skipped_has_no_slip() -> None:
    row = project("甲", ("started", "2026-03-11"), signed_for="2026-02-01")
    assert at(row, "2026-06-10").slips == ()


def test_what_a_table_claims_beyond_what_is_shown() -> None:
    signed = ("signed", "2026-03-01")
    assert at(project("甲", signed, claimed="开工"), "2026-06-10").claimed == "开工"
    assert at(project("甲", signed, claimed="签约"), "2026-06-10").claimed == ""
    assert at(project("甲", signed, claimed="如火如荼"), "2026-06-10").claimed == "如火如荼"


def test_the_funnel_by_hand() -> None:
    rows = [project("甲"), project("乙", ("signed", "2026-02-01")), project("丙", ("started", "2026-03-01"))]
    found = {one.stage.key: one for one in passages(at(row, "2026-06-10") for row in rows)}
    told = [
        (one.here, one.reached, one.further) for one in map(found.__getitem__, ("lead", "signed", "started"))
    ]
    assert told == [(("甲",), 3, 2), (("乙",), 2, 1), (("丙",), 1, 0)]


def test_made_up_projects_have_a_funnel_of_their_own() -> None:
    several = [at(project("甲"), "2026-06-10"), at(project("乙", synthetic=True), "2026-06-10")]
    assert [(one.synthetic, one.passages[0].here) for one in funnels(several)] == [
        (False, ("甲",)),
        (True, ("乙",)),
    ]
