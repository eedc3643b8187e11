"""Official methods: what each is, what stands behind it, and how many pass, fail, or cannot be told."""

from collections import Counter

from bulian.assess.evaluate.clauses import Outcome
from bulian.publish.site.answers import Applied
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site

_OUTCOMES: tuple[Outcome, ...] = ("pass", "fail", "unknown")


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    return {"methods": [(one, _counts(one)) for one in site.answers.applied], "outcomes": _OUTCOMES}


def _counts(one: Applied) -> dict[Outcome, int]:
    counts = Counter(done.outcome for done in one.evaluations if done.outcome)
    return {outcome: counts[outcome] for outcome in _OUTCOMES}


PAGE = Page("evaluations", "/evaluations", _fill, nav=6)
