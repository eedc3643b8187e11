"""One opportunity in words: its numbers, what speaks for it and against it, and what is not known."""

from collections.abc import Iterator
from dataclasses import asdict

from bulian.cli.printing import listed
from bulian.cli.say import language, say
from bulian.plan.entry.precedents import Precedent
from bulian.plan.entry.reasons import Part, Reasons
from bulian.plan.opportunity.nouns import CRITERIA, DESIRABLE, Candidate, Merit, NodeGap, Ranked

_SHOWN, _LEAST = 5, 0.005
_PERCENT = {"likelihood": 1, "chain": 0, "demand": 1}


def number(criterion: str, value: float | None) -> str:
    """A criterion's value as people read it."""
    if value is None:
        return say("opportunities.unknown")
    if criterion in _PERCENT:
        sign = "+" if criterion == "demand" else ""
        return f"{100 * value:{sign}.{_PERCENT[criterion]}f}%"
    return f"{value:+.3f}" if criterion == "resilience" else f"{value:.2f}"


def parts_for(told: Candidate) -> str:
    """The three activities that speak loudest for it, or the node it would fill."""
    if told.reasons:
        return listed([_part(one) for one in told.reasons.present[:3] if one.amount > _LEAST])
    (gap,) = told.gaps
    status, more = say(f"opportunities.status.{gap.status}"), f"{100 * gap.completeness:.1f}"
    return say("opportunities.why.short", status=status, complete=more)


def whole(told: Candidate) -> Iterator[tuple[str, list[str]]]:
    """Sections of one candidate, each a title and its lines."""
    if told.reasons:
        yield from _likelihood(told.reasons, told.merit("likelihood").value or 0.0)
        yield "opportunities.head.why", [_precedent(told.precedent)]
    desirable = [told.merit(criterion) for criterion in DESIRABLE]
    yield "opportunities.head.desirability", [_merit(one) for one in desirable if one.value is not None]
    yield "opportunities.why.gaps", [line for gap in told.gaps for line in _gap_lines(gap)]
    open_ = say("opportunities.listed" if told.filtered_by else "opportunities.open")
    barred = [f"{one.rule}: {one.reason} ({one.source})" for one in told.barriers]
    yield "opportunities.head.feasibility", barred or [open_]
    yield "opportunities.why.unknown", [_merit(one) for one in told.merits if one.value is None]


def _merit(one: Merit) -> str:
    criterion = say(f"opportunities.criterion.{one.criterion}")
    return f"{criterion} {number(one.criterion, one.value)} · {_told(one.basis)}"


def _likelihood(why: Reasons, value: float) -> Iterator[tuple[str, list[str]]]:
    head = say(
        "opportunities.why.likelihood", value=f"{100 * value:.1f}", logit=f"{why.logit:.3f}",
        base=f"{why.base:.3f}",
    )  # fmt: skip
    yield "opportunities.head.likelihood", [head]
    own = [Part(say(f"opportunities.term.{one.what}"), one.amount) for one in why.own]
    own.append(Part(say("opportunities.why.usual"), why.usual))
    yield "opportunities.why.own", [_part(one) for one in own]
    loud = [one for one in why.present if one.amount > _LEAST][:_SHOWN]
    yield "opportunities.why.for", [_part(one) for one in loud]
    lacking = [Part(say("opportunities.why.absent", name=one.what), one.amount) for one in why.absent]
    against = sorted((*why.present, *lacking), key=lambda one: one.amount)[:_SHOWN]
    against = [one for one in against if one.amount < -_LEAST]
    rest = why.logit - why.base - sum(one.amount for one in (*own, *loud, *against))
    yield "opportunities.why.against", [_part(one) for one in against]
    yield "opportunities.why.rest", [f"{rest:+.3f}"]


def _part(one: Part) -> str:
    return f"{one.what} {one.amount:+.3f}"


def _precedent(found: Precedent | None) -> str:
    if found is None:
        return say("opportunities.why.no_precedent")
    return say(
        "opportunities.why.precedent", region=found.region, start=found.when.start, end=found.when.end,
        alike=f"{100 * found.alike:.0f}", tried=found.tried, came=found.came,
    )  # fmt: skip


def _gap(gap: NodeGap) -> str:
    return say(
        "opportunities.why.gap", chain=gap.chain, node=gap.node,
        status=say(f"opportunities.status.{gap.status}"),
        open=f"{100 * gap.open:.1f}", complete=f"{100 * gap.completeness:.1f}",
    )  # fmt: skip


def _gap_lines(gap: NodeGap) -> Iterator[str]:
    yield _gap(gap)
    if gap.status != "missing":
        yield f"  {say('opportunities.why.nobody')}"
    if gap.near:
        yield f"  {say('opportunities.why.near', names=listed(gap.near))}"
    if gap.wanted:
        yield f"  {say('opportunities.why.wanted', facts=listed(gap.wanted))}"


def _told(words: tuple[str, str]) -> str:
    return words[1] if language() == "zh" else words[0]


def row(one: Ranked) -> dict[str, object]:
    """As data: every criterion, its reason, and the parts of the likelihood."""
    told = one.candidate
    low, middle, high = one.place
    found: dict[str, object] = {
        "name": told.name, "top_ten": one.top, "front": one.front, "place_low": low, "place": middle,
        "place_high": high,
    }  # fmt: skip
    found |= {name: told.merit(name).value for name in CRITERIA}
    found["unknown"] = "; ".join(f"{m.criterion}: {_told(m.basis)}" for m in told.merits if m.value is None)
    found["barred"] = "; ".join(f"{b.rule}: {b.reason} ({b.source})" for b in told.barriers)
    found["checked_against"] = told.filtered_by
    found["reasons"] = asdict(told.reasons) if told.reasons else None
    found["precedent"] = asdict(told.precedent) if told.precedent else None
    found["gaps"] = [asdict(gap) for gap in told.gaps]
    return found
