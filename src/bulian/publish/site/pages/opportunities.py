"""Opportunities: what to attract next; likelihood, worth and feasibility apart, each with its reasons."""

from bulian.plan.opportunity.nouns import Candidate, Ranked
from bulian.publish.opportunity import Telling
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.part import part_of
from bulian.publish.site.site import Site

_SHOWN = 40
Sections = list[tuple[str, list[str]]]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    found, telling = site.answers.opportunities, Telling(site.words)
    part = part_of([one for one in found.ranked if not one.candidate.barriers], "rows", asked, _SHOWN)
    return {
        "setting": list(telling.setting(found)),
        "trouble": found.trouble[site.lang == "zh"] if found.trouble else "",
        "synthetic": found.learned is not None and found.learned.table.synthetic,
        "heads": telling.heads(),
        "rows": [(telling.line(one), _sections(telling, one)) for one in part.shown],
        "barred": list(telling.barred(found)),
        "part": part,
        "how": telling.how(found),
        "facts": _wanted(site, [one.candidate for one in part.shown]),
    }


def _sections(telling: Telling, one: Ranked) -> Sections:
    return [(title, lines) for title, lines in telling.whole(one.candidate) if lines]


def _wanted(site: Site, shown: list[Candidate]) -> list[tuple[str, str]]:
    """By name the fact that names it as a direction of attraction, where one is in force."""
    pairs = ((one.name, fact) for one in shown for gap in one.gaps for fact in gap.wanted)
    return [(name, fact) for name, fact in pairs if fact in site.ground.facts]


PAGE = Page("opportunities", "/opportunities", _fill, nav=4, in_house=True)
