"""How `bulian opportunities` prints: the list with its three columns, and one item in full."""

from dataclasses import asdict

import typer

from bulian.cli.printing import grid, items, printed_as_data
from bulian.cli.say import language, say
from bulian.errors import BadRequest
from bulian.plan.opportunity.found import Opportunities
from bulian.plan.opportunity.nouns import CRITERIA, Ranked
from bulian.publish.opportunity import Telling
from bulian.publish.wording import wording


def opportunities(found: Opportunities, top: int, form: str) -> None:
    if printed_as_data([row(one) for one in found.ranked], form):
        return
    telling = _setting(found)
    if not found.ranked:
        typer.echo(telling.say("opportunity.none"))
        return
    free = [one for one in found.ranked if not one.candidate.barriers]
    grid([], [tuple(telling.heads()), *(telling.line(one) for one in free[:top])])
    if len(free) > top:
        typer.echo(say("opportunities.more", count=len(free) - top))
    items(telling.barred(found))
    typer.echo(telling.how(found))


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
    telling = _setting(found)
    typer.echo(fits[0].candidate.name)
    for title, lines in telling.whole(fits[0].candidate):
        if lines:
            typer.echo(title)
            items(lines)


def _setting(found: Opportunities) -> Telling:
    telling = Telling(wording(language()))
    for line in telling.setting(found):
        typer.echo(line)
    return telling


def row(one: Ranked) -> dict[str, object]:
    """As data: every criterion, its reason, and the parts of the likelihood."""
    told = one.candidate
    low, middle, high = one.place
    found: dict[str, object] = {
        "name": told.name, "top_ten": one.top, "front": one.front, "place_low": low, "place": middle,
        "place_high": high,
    }  # fmt: skip
    found |= {name: told.merit(name).value for name in CRITERIA}
    found["unknown"] = "; ".join(
        f"{m.criterion}: {m.basis[language() == 'zh']}" for m in told.merits if m.value is None
    )
    found["barred"] = "; ".join(f"{b.rule}: {b.reason} ({b.source})" for b in told.barriers)
    found["checked_against"] = told.filtered_by
    found["reasons"] = asdict(told.reasons) if told.reasons else None
    found["precedent"] = asdict(told.precedent) if told.precedent else None
    found["gaps"] = [asdict(gap) for gap in told.gaps]
    return found
