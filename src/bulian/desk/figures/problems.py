"""Firm problems: how many are open, how long an answer takes, what the firm says of it, what comes again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived, middle, ratio
from bulian.vocab.registers import register

_SOLVED = (
    "{confirmed}为{confirmed=yes}的 ÷ 有{confirmed}的",
    "{confirmed} {confirmed=yes} / with {confirmed}",
)
_WAITING = ("没有{answered_on}的", "without {answered_on}")
_ALIKE = ("同一{chain}、同一{category}", "the same {chain} and {category}")


def figures(rows: Rows, day: str) -> list[Derived]:
    """未答复, 答复用时 (median days), 企业确认解决率, and 重复诉求 by chain and category."""
    found = answering(rows.get("problems", ()), "raised_on")
    problems = rows.get("problems", ())
    told = [one for one in problems if one.get("confirmed")]
    solved = [one for one in told if one.get("confirmed") == "yes"]
    found.append(
        Derived("", "企业确认解决率", "Solved, as the firm says", ratio(len(solved), len(told)), "percent",
                _SOLVED, _ids(told))
    )  # fmt: skip
    return [*found, *_again(problems)]


def answering(rows: Sequence[Row], asked: str) -> list[Derived]:
    """How many wait for an answer, and the median days from asking to answering.

    Args:
        asked: the column that dates the asking; `answered_on` dates the answer.
    """
    answered = [one for one in rows if one.get("answered_on")]
    waiting = [one for one in rows if one not in answered]
    took = [max(0, (last_of(one.get("answered_on")) - last_of(one.get(asked))).days) for one in answered]
    waits, ids = Decimal(len(waiting)), _ids(waiting)
    gap = f"{{answered_on}} − {{{asked}}}"
    median_of = (f"中位数（{gap}）", f"median({gap})")
    return [
        Derived("", "未答复", "Unanswered", waits, "count", _WAITING, ids),
        Derived(
            "", "答复用时", "Median days to answer", middle(took), "days", median_of, _ids(answered), ids
        ),
    ]


def _again(problems: Sequence[Row]) -> list[Derived]:
    """The same category from the same chain, or firm where no chain is told, more than once."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one in problems:
        if one.get("category"):
            groups[one.get("chain") or one.get("firm"), one.get("category")].append(one)
    choices = {one.key: one for one in register("problems").field("category").choices}
    return [
        Derived(
            whose, f"重复诉求（{choices[category].zh}）", f"Raised again ({choices[category].en})",
            Decimal(len(several)), "count", _ALIKE, _ids(several),
        )
        for (whose, category), several in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(several) > 1
    ]  # fmt: skip


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(f"{one.register}/{one.key}" for one in rows)


FIGURES = figures
