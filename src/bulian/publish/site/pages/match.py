"""Money (产融对接): who gets what from whom, who gets nothing and why, and what became of demands."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bulian.plan.match.fairness import Met, Taken
from bulian.plan.match.funnel import STEPS, Reached, Stage
from bulian.publish.figure import Figure, Recorded
from bulian.publish.matching import rows
from bulian.publish.numbers import by_size
from bulian.publish.site.desk import known_register, register_name
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording, filled

_BOOK = "journal/desk-demands.jsonl"


@dataclass(frozen=True, slots=True)
class Cell:
    """A step of a kind: how many reached it, for how much, and the days since the step before in words."""

    demands: int
    money: Figure | None
    span: str


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    found, words = site.answers.matched, site.words
    told = found.matching
    return {
        "found": found, "told": told, "heads": {key: rows.heads(key, words) for key in _TABLES},
        "placed": rows.placed(told, words), "unfunded": rows.unfunded(told, words),
        "parity": [_met(one, words) for one in told.parity],
        "taken": [_taken(one, words) for one in found.taken],
        "money": money_figure(told.assignment.money, words),
        "funnel": _funnel(found.funnel(), words) if found.reached else {},
        "funnel_steps": [words[f"match_step.{step}"] for step in STEPS],
        "steps": [_step(one, words) for one in found.reached],
        "steps_heads": words["match.steps_heads"].split("|"),
        "mend": [
            (key, register_name(known_register(key), site.lang))
            for key, several in found.wrongs.items()
            if any(not one.keeps for one in several)
        ],
        "rows": rows.rows_to_mend(found.wrongs, words), "proved": told.assignment.gap < _PROVED,
    }  # fmt: skip


def _to_mend(site: Site, asked: Asked) -> tuple[str, bytes]:
    return site.answers.to_mend(known_register(asked.get("register", "")).key)


def _met(one: Met, words: Wording) -> tuple[object, ...]:
    """A group of firms: how many are eligible and funded, for how much, and the part met."""
    money = money_figure(one.asked, words), money_figure(one.money, words)
    said = words[f"match_said.{one.said}"]
    name = rows.group_name(one.group, words)
    return name, said, one.demands, one.funded, *money, rows.met(one), one.envious


def _taken(one: Taken, words: Wording) -> tuple[object, ...]:
    """A group of firms: how many ask and were granted, and how much."""
    said = words[f"match_said.{one.said}"]
    return rows.group_name(one.group, words), said, one.demands, one.granted, money_figure(one.money, words)


def money_figure(amount: Decimal, words: Wording) -> Figure:
    """An amount in yuan; what it rests on is the page that it is linked to."""
    written = by_size(amount, "CNY", words)
    return Figure(amount, written.text, Recorded(_BOOK), written.before, written.unit)


def _funnel(stages: Sequence[Stage], words: Wording) -> dict[str, list[Cell | None]]:
    """By kind, a cell for each step; None where a step is not told of the kind."""
    kinds = dict.fromkeys(one.kind for one in stages)
    told = {(one.kind, one.step): _cell(one, words) for one in stages}
    return {
        words[f"match_kind.{kind or 'all'}"]: [told.get((kind, step)) for step in STEPS] for kind in kinds
    }


def _cell(one: Stage, words: Wording) -> Cell:
    span = "" if one.days is None else filled(words["match.span"], days=f"{one.days:g}")
    return Cell(one.demands, money_figure(one.money, words) if one.demands else None, span)


def _step(one: Reached, words: Wording) -> tuple[str, ...]:
    return one.demand, one.product, words[f"match_step.{one.step}"], one.on, one.evidence, one.place


_TABLES = ("placed", "unfunded", "parity", "taken", "rows")
_PROVED = 1e-9
PAGE = Page("match", "/match", _fill, nav=8, file=_to_mend)
