"""Money (产融对接): who gets what from whom, who gets nothing and why, and what became of demands."""

from decimal import Decimal

from bulian.plan.match.funnel import Reached, Stage
from bulian.plan.match.matched import Matched
from bulian.publish.figure import Figure, Recorded
from bulian.publish.matching import rows
from bulian.publish.numbers import by_size
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.publish.wording import Wording

_BOOK = "journal/desk-demands.jsonl"


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    found, words = site.answers.matched, site.words
    told = found.matching
    return {
        "found": found, "told": told, "heads": {key: rows.heads(key, words) for key in _TABLES},
        "placed": rows.placed(told, words), "unfunded": rows.unfunded(told, words),
        "money": money_figure(told.assignment.money, words),
        "stages": [_stage(one, found, words) for one in found.funnel()] if found.reached else [],
        "steps": [_step(one, words) for one in found.reached],
        "steps_heads": words["match.steps_heads"].split("|"),
        "rows": rows.rows_to_mend(found.wrongs, words), "proved": told.assignment.gap < _PROVED,
    }  # fmt: skip


def money_figure(amount: Decimal, words: Wording) -> Figure:
    """An amount in yuan; what it rests on is the page that it is linked to."""
    written = by_size(amount, "CNY", words)
    return Figure(amount, written.text, Recorded(_BOOK), written.before, written.unit)


def _stage(one: Stage, found: Matched, words: Wording) -> tuple[str, str, int, Figure | None, str]:
    """Kind, step, how many, for how much, days since the step before."""
    kind, step, _, _, span = rows.stages([one], words)[0]
    return kind, step, one.demands, money_figure(one.money, words) if one.demands else None, span


def _step(one: Reached, words: Wording) -> tuple[str, ...]:
    return one.demand, one.product, words[f"match_step.{one.step}"], one.on, one.evidence, one.place


_TABLES = ("placed", "unfunded", "stages", "rows")
_PROVED = 1e-9
PAGE = Page("match", "/match", _fill, nav=8)
