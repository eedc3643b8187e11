"""累计与全年: the months to date against the year, in one scope and one price basis."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from bulian.assess.comparing import at_most, solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict
from bulian.assess.statements import Statements, stands_at_a_date
from bulian.measure.arithmetic import ends, exactly, factor, may_equal, over
from bulian.measure.extent import Extent
from bulian.measure.year_to_date import year_growth
from bulian.vocab.growth_bases import growth_bases

_YEAR = re.compile(r"\d{4}")
_TO_DATE = re.compile(r"(\d{4})-(?:01/\1-(\d{2})|H1|Q1|(01))")
_IDENTITY = "s × {0} + (1 − s) × g = {1}"
_ALL = exactly(Decimal(1))
_REST_OF = {"H1": "H2", "11": "12"}

_Told = Mapping[str, Mapping[str, Datum]]
"""Of one indicator of one subject: by time, the first "level" and the first "growth" told."""


def find(statements: Statements) -> Iterator[Finding]:
    """For every year and every stretch from January told of one indicator, in whatever documents."""
    for (_, _, name, unit), told in _by_indicator(statements).items():
        if stands_at_a_date(name, unit):
            continue
        for time in told:
            match = _TO_DATE.fullmatch(time)
            year = match and told.get(match[1])
            if match and year:
                yield from _findings(told, match[1], time)


def _by_indicator(statements: Statements) -> dict[tuple[str, bool, str, str], dict[str, dict[str, Datum]]]:
    found: dict[tuple[str, bool, str, str], dict[str, dict[str, Datum]]] = defaultdict(dict)
    units: dict[tuple[str, bool, str], str] = {}
    for kind in ("level", "growth"):
        for frame, name, datum in statements.of_kind(kind):
            if frame.modality != "actual" or not frame.subject or not frame.time:
                continue
            bare = (frame.subject, frame.synthetic, name)
            unit = units.setdefault(bare, datum.fact.unit) if kind == "level" else units.get(bare, "%")
            if kind == "growth" or datum.fact.unit == unit:
                found[(*bare, unit)].setdefault(frame.time, {}).setdefault(kind, datum)
    return found


def _findings(told: _Told, year: str, to_date: str) -> Iterator[Finding]:
    whole, part = told[year], told[to_date]
    if "level" in whole and "level" in part:
        found = at_most("year_to_date", (part["level"],), whole["level"])
        if found.verdict == "contradicted":
            yield found
            return
    if "growth" in whole and "growth" in part:
        yield _growths(told, year, to_date)


def _growths(told: _Told, year: str, to_date: str) -> Finding:
    """The identity, with the prior-year share that levels and growths imply and the growth of the rest."""
    whole, part, rest = told[year], told[to_date], told.get(_rest(to_date), {})
    facts = (part["growth"], whole["growth"])
    if "price" in growth_bases(whole["growth"].indicator, whole["growth"].fact.place.quote):
        return Finding(RULE.name, "not_comparable", facts, _IDENTITY, why="price")
    share = _share_before(whole, part)
    if share is None:
        return Finding(RULE.name, "not_checkable", facts, _IDENTITY, why="share_unknown")
    if ends(share)[0] > 1 or "growth" not in rest:
        return _within_the_year(whole, part, share)
    return _identity(whole, part, rest["growth"], share)


def _within_the_year(whole: Mapping[str, Datum], part: Mapping[str, Datum], share: Extent) -> Finding:
    """Last year's months to date, as this year's levels and growths imply them, within last year."""
    facts = (part["level"], part["growth"], whole["level"], whole["growth"])
    verdict: Verdict = "contradicted" if ends(share)[0] > 1 else "consistent"
    formula = "({0} ÷ (1 + {1})) ÷ ({2} ÷ (1 + {3}))"
    smallest = facts if verdict == "contradicted" else ()
    return Finding(RULE.name, verdict, facts, formula, "≤", share, _ALL, "ratio", smallest=smallest)


def _identity(whole: Mapping[str, Datum], part: Mapping[str, Datum], rest: Datum, share: Extent) -> Finding:
    """s × growth to date + (1 − s) × growth of the rest, against the growth of the year."""
    low, high = ends(share)
    within = Extent(max(low, Decimal(0)), share.point, min(high, Decimal(1)))
    computed = year_growth(within, solid(part["growth"]), solid(rest))
    held = solid(whole["growth"])
    verdict: Verdict = "consistent" if may_equal(computed, held) else "contradicted"
    facts = (part["level"], whole["level"], part["growth"], rest, whole["growth"])
    smallest = facts if verdict == "contradicted" else ()
    formula = "s × {2} + (1 − s) × {3}"
    return Finding(RULE.name, verdict, facts, formula, "=", computed, held, "%", smallest=smallest)


def _rest(to_date: str) -> str:
    """The period of the other months, where it has a name: December after eleven, the second half."""
    ended = (f"{to_date[:4]}-{rest}" for end, rest in _REST_OF.items() if to_date.endswith(f"-{end}"))
    return next(ended, "")


def _share_before(whole: Mapping[str, Datum], part: Mapping[str, Datum]) -> Extent | None:
    """The share of the months to date in the year before, from this year's levels and growths."""
    if "level" not in whole or "level" not in part:
        return None
    before = [over(solid(told["level"]), factor(solid(told["growth"]))) for told in (part, whole)]
    return over(before[0], before[1]) if before[0] and before[1] else None


RULE = Rule("year_to_date", "累计与全年", "the months to date and the year", find)
