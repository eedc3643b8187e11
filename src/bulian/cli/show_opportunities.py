"""How `bulian opportunities` prints: the list with its three columns, and one item in full."""

import typer

from bulian.cli.printing import grid, items, printed_as_data, section
from bulian.cli.say import language, say
from bulian.cli.show_opportunity import number, parts_for, row, whole
from bulian.errors import BadRequest
from bulian.plan.opportunity.nouns import DESIRABLE, Candidate, Ranked
from bulian.steps.recommending import Opportunities

_HEADS = ("name", "top", "place", "front", "likelihood", "desirability", "feasibility", "why")


def opportunities(found: Opportunities, top: int, form: str) -> None:
    if printed_as_data([row(one) for one in found.ranked], form):
        return
    _setting(found)
    if not found.ranked:
        typer.echo(say("opportunities.none"))
        return
    free = [one for one in found.ranked if not one.candidate.barriers]
    grid([f"opportunities.head.{head}" for head in _HEADS], [_line(one) for one in free[:top]])
    if len(free) > top:
        typer.echo(say("opportunities.more", count=len(free) - top))
    items(
        say(
            "opportunities.barrier",
            name=one.candidate.name,
            rule=why.rule,
            reason=why.reason,
            source=why.source,
        )
        for one in found.ranked
        for why in one.candidate.barriers
    )
    typer.echo(say("opportunities.how", seed=found.seed))


def explained(found: Opportunities, name: str, form: str) -> None:
    """One item in full, by its name or a part of it that no other has."""
    fits = [one for one in found.ranked if one.candidate.name == name]
    fits = fits or [one for one in found.ranked if name in one.candidate.name]
    if len(fits) != 1:
        listed = [one.candidate.name for one in (fits or found.ranked)][:12]
        raise BadRequest(
            f"{name!r} is not one of the items: {'; '.join(listed)}. Write one of them.",
            f"“{name}”不是其中一项：{'；'.join(listed)}。请写其中之一。",
        )
    if printed_as_data([row(fits[0])], form):
        return
    _setting(found)
    typer.echo(fits[0].candidate.name)
    for title, lines in whole(fits[0].candidate):
        section(title, lines)


def _setting(found: Opportunities) -> None:
    typer.echo(say("opportunities.of", of=found.of, count=len(found.ranked)))
    if found.learned is None:
        typer.echo(say("opportunities.no_peers", chains=found.chains))
    else:
        learned = found.learned
        steps = ", ".join(f"{one.start}→{one.end}" for one in learned.steps)
        base = f"{100 * learned.base_rate:.1f}"
        typer.echo(
            say(
                "opportunities.peers",
                horizon=learned.horizon,
                name=learned.table.name,
                steps=steps,
                base=base,
            )
        )
        if learned.table.synthetic:
            typer.echo(say("opportunities.synthetic"))
    told = found.filtered_by
    typer.echo(say("opportunities.filtered", file=told) if told else say("opportunities.unfiltered"))


def _line(one: Ranked) -> tuple[str, ...]:
    told = one.candidate
    low, _, high = one.place
    return (
        told.name, f"{one.top:.2f}", f"{low}–{high}", "★" if one.front else "",
        number("likelihood", told.merit("likelihood").value), _desirability(told),
        say("opportunities.listed" if told.filtered_by else "opportunities.open"), parts_for(told),
    )  # fmt: skip


def _desirability(told: Candidate) -> str:
    known = [one for one in (told.merit(criterion) for criterion in DESIRABLE) if one.value is not None]
    mark = "，" if language() == "zh" else ", "
    words = (f"{say(f'opportunities.criterion.{m.criterion}')} {number(m.criterion, m.value)}" for m in known)
    return mark.join(words) or say("opportunities.unknown")
