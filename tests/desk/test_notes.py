"""The weekly note and the achievements: from dated entries alone, each line with its place."""

from datetime import date

from bulian.desk.book import Row
from bulian.desk.due import Due
from bulian.desk.notes import Span, achievements, week_until, weekly
from bulian.desk.projects.standing import standing
from bulian.publish.desk_note import note_markdown
from bulian.publish.wording import wording

WEEK = week_until(date(2026, 6, 28))
PLACES = {"firm": 7, "content": 7, "amount": 3, "project": 3, "title": 4, "holder": 4, "evidence": 4}


def row(register: str, key: str, **values: str) -> Row:
    return Row(register, key, values, "P1", "2026-06-30", "", "P1", "", PLACES, "2026-01-01")


VISITS = [
    row("visits", "1", visited_on="2026-06-22", firm="甲", chain="链一", content="看二期"),
    row("visits", "2", visited_on="2026-06-28", firm="乙", chain="链二"),
    row("visits", "3", visited_on="2026-06-21", firm="丙", chain="链一"),
    row("visits", "4", visited_on="2026-06", firm="丁", chain="链一"),
]


def test_a_week_is_seven_days_and_a_month_is_none_of_them() -> None:
    assert (WEEK.first, WEEK.last) == (date(2026, 6, 22), date(2026, 6, 28))
    (part,) = weekly({"visits": VISITS}, (), (), "", WEEK).parts
    assert [item.row.key for item in part.items] == ["1", "2"]


def test_a_task_force_reads_of_its_own_chain() -> None:
    lines = [
        Due("visits/1", "visits", "1", "empty", ("visitor",), "2026-06-22", 0, "P1"),
        Due("visits/2", "visits", "2", "empty", ("visitor",), "2026-06-28", 0, "P1"),
    ]
    note = weekly({"visits": VISITS}, (), lines, "链一", WEEK)
    assert [item.row.key for part in note.parts for item in part.items] == ["1"]
    assert [one.row for one in note.due] == ["1"]


def test_the_text_names_the_line_of_the_journal() -> None:
    text = note_markdown(weekly({"visits": VISITS}, (), (), "链一", WEEK), (), wording("zh"), "week")
    assert text.splitlines()[0] == "# 链一专班周报（2026-06-22至2026-06-28）"
    assert "- 2026-06-22 甲；看二期 [desk-visits:7]" in text
    assert "Visits: 1" in note_markdown(
        weekly({"visits": VISITS}, (), (), "链一", WEEK), (), wording("en"), "week"
    )


def test_a_claim_without_evidence_is_no_achievement() -> None:
    year = Span(date(2026, 1, 1), date(2026, 12, 31))
    honours = [
        row("honours", "甲/奖", holder="甲", title="奖", granted_on="2026-03-01", evidence="文号"),
        row("honours", "乙/奖", holder="乙", title="奖", granted_on="2026-03-01"),
    ]
    (part,) = achievements({"honours": honours}, (), "", year).parts
    assert [item.row.key for item in part.items] == ["甲/奖"]


def test_a_step_taken_back_is_no_achievement_and_the_week_tells_it() -> None:
    told = {"by": "P1", "at": "2026-12-31T09:00:00+08:00"}
    signed = {
        **told,
        "to": "signed",
        "on": "2026-06-23",
        "line": 2,
        "evidence": {"kind": "document", "ref": "x"},
    }
    back = {**told, "to": "talks", "on": "2026-06-24", "line": 3, "why": "重议"}
    project = Row("projects", "甲", {}, "P1", "", "", "P1", "", {}, "2026-01-01", moves=(signed, back))
    several = [standing(project, (), date(2026, 6, 28))]
    assert achievements({}, several, "", WEEK).parts == ()
    (part,) = weekly({}, several, (), "", WEEK).parts
    assert [item.step.stage.key for item in part.items if item.step] == ["signed", "talks"]


def test_real_money_and_made_up_money_make_no_sum() -> None:
    real = row("payments", "1", project="甲", paid_on="2026-06-23", amount="100")
    made_up = Row(
        "payments", "2", {**real.values, "amount": "5"}, "P1", "", "", "P1", "", {}, "", synthetic=True
    )
    (part,) = weekly({"payments": [real, made_up]}, (), (), "", WEEK).parts
    assert part.total == 100


def test_nothing_is_said_in_words() -> None:
    text = note_markdown(weekly({}, (), (), "", WEEK), (), wording("zh"), "week")
    assert "没有带日期的记录" in text
