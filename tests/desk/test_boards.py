"""Boards of task forces: what is open, late, done, decided; made-up rows on boards of their own."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.desk.boards import boards
from bulian.desk.book import Row
from bulian.desk.due import Due

DAY = "2026-06-30"


def row(register: str, key: str, *, synthetic: bool = False, **values: str) -> Row:
    return Row(
        register, key, {"chain": "镜头", **values}, "P1", DAY, DAY, "P1", "", {}, DAY, synthetic=synthetic
    )


def test_a_board_says_what_is_open_late_done_and_decided() -> None:
    rows = {
        "forces": [row("forces", "镜头", lead="P2")],
        "members": [row("members", "1", member="P3")],
        "tasks": [
            row("tasks", "1", task="甲", due="2026-06-29", done_on="2026-06-28", evidence="名单"),
            row("tasks", "2", task="乙", due="2026-06"),
            row("tasks", "3", task="丙", due="2026-06-20"),
            row("tasks", "4", task="丁", done_on="2026-06-29"),
            row("tasks", "5", task="戊"),
        ],
        "problems": [row("problems", "1", confirmed="yes"), row("problems", "2", raised_on="2026-06-01")],
        "meetings": [row("meetings", "1", held_on="2026-05-01"), row("meetings", "2", held_on="2026-06-01")],
    }
    due = [Due(f"tasks/{key}", "tasks", key, "deadline", (), DAY, 1, "P1") for key in ("3", "9")]
    (board,) = boards(rows, [], due, DAY)
    # 2026-06 lasts to the day asked for, so 乙 is not late; a task without a deadline comes last of the open.
    assert [(one.row.get("task"), one.late, one.proved) for one in board.tasks] == [
        ("丙", 10, False), ("乙", 0, False), ("戊", 0, False), ("丁", 0, False), ("甲", 0, True),
    ]  # fmt: skip
    assert [one.row.key for one in board.late_tasks] == ["3"]
    assert [one.key for one in board.problems] == ["2"]
    assert [one.key for one in board.meetings] == ["2", "1"]
    assert [one.id for one in board.due] == ["tasks/3"]


def test_a_chain_without_a_force_and_made_up_rows_have_boards_of_their_own() -> None:
    rows = {
        "forces": [row("forces", "镜头", synthetic=True)],
        "tasks": [row("tasks", "1"), row("tasks", "2", synthetic=True), row("tasks", "3", chain="")],
    }
    real, made_up = boards(rows, [], [], DAY)
    assert (real.force, [one.row.key for one in real.tasks]) == (None, ["1"])
    assert made_up.force is not None
    assert [one.row.key for one in made_up.tasks] == ["2"]
    assert boards({}, [], [], DAY) == ()


TASKS = st.lists(st.tuples(st.sampled_from(["甲", "乙"]), st.booleans(), st.booleans()), max_size=12)


@given(TASKS)
def test_every_task_stands_on_one_board(told: list[tuple[str, bool, bool]]) -> None:
    rows = [
        row("tasks", str(n), synthetic=made_up, chain=chain, **({"done_on": DAY} if done else {}))
        for n, (chain, made_up, done) in enumerate(told)
    ]
    found = boards({"tasks": rows}, [], [], DAY)
    assert sorted(one.row.key for board in found for one in board.tasks) == sorted(one.key for one in rows)
    assert sum(len(board.open_tasks) for board in found) == sum(not done for _, _, done in told)
