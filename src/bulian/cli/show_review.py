"""What `bulian review` prints: the queue with its clues, judgements by line, and who a name is."""

from collections.abc import Iterable

import typer

from bulian.cli.printing import grid, items, print_csv, section, to_json
from bulian.cli.say import say
from bulian.resolve.clues import Clue
from bulian.resolve.judged import Judged
from bulian.resolve.links import Link
from bulian.resolve.matching import Match
from bulian.resolve.queue import Undecided
from bulian.steps.reviewing import Review, Who

_SHORT = 8
_DAY = 10


def review(found: Review, form: str) -> None:
    """The queue, or who the name is that was asked for."""
    if form != "table":
        rows = [_row(one) for one in found.undecided] if found.who is None else _who_rows(found.who)
        typer.echo(to_json(rows, indent=1)) if form == "json" else print_csv(rows)
    elif found.who:
        _who(found.who)
    else:
        _queue(found)


def _queue(found: Review) -> None:
    if found.undecided:
        typer.echo(say("review.waiting", count=len(found.undecided)))
        heads = [f"review.head.{head}" for head in ("one", "other", "reason", "score", "clues")]
        grid(heads, map(_line, found.undecided))
        typer.echo(say("review.how"))
    else:
        typer.echo(say("review.none"))
    orphans = {act.line for act in found.orphans}
    section("review.held", (_judged(act) for act in found.held if act.line not in orphans))
    section("review.orphans", map(_judged, found.orphans))
    section("review.skipped", (say("review.key", begins=key, count=n) for key, n in found.skipped.items()))


def _line(one: Undecided) -> tuple[str, ...]:
    score = f"{one.match.score:+.1f}" if one.match else "—"
    return one.one, one.other, say(f"review.reason.{one.reason}"), score, _evidence(one)


def _evidence(one: Undecided) -> str:
    if one.match:
        return clues_in_words(one.match.clues)
    if one.judged:
        return say("review.mark").join(map(_judged, one.judged))
    return say("review.stated", facts=_facts(one.facts)) if one.facts else "—"


def clues_in_words(clues: Iterable[Clue]) -> str:
    """Every clue that weighs something, the weightiest first: 字号相同 +5.3."""
    told = sorted((clue for clue in clues if clue.bits), key=lambda clue: -abs(clue.bits))
    words = [f"{say(f'review.clue.{clue.name}.{clue.outcome}')} {clue.bits:+.1f}" for clue in told]
    return say("review.mark").join(words) or "—"


def _judged(act: Judged) -> str:
    return say(
        f"review.act.{act.verdict}", line=act.line, one=act.pair[0], other=act.pair[1],
        by=act.by, day=act.at[:_DAY], why=act.why,
    )  # fmt: skip


def _facts(facts: Iterable[str]) -> str:
    return " ".join(fact[:_SHORT] for fact in facts)


def _who(who: Who) -> None:
    entity = who.entity
    if entity is None:
        typer.echo(say("review.nobody", name=who.name))
        section("review.closest", (_close(one.name, found) for one, found in who.closest))
        return
    typer.echo(say("review.who", name=entity.name, kind=say(f"review.kind.{entity.kind}"), id=entity.id))
    for alias in entity.aliases:
        told = say(f"review.alias.{alias.how}", facts=_facts(alias.facts), line=alias.judged)
        items([f"{alias.name}　{told}"])
    if entity.group:
        items([say("review.group", group=entity.group)])
    section("review.links", map(_link, who.links))
    section("review.judgements", map(_judged, who.judgements))


def _close(name: str, found: Match) -> str:
    decided = say(f"review.decision.{found.decision}")
    return f"{name}　{decided} {found.score:+.1f}　{clues_in_words(found.clues)}"


def _link(link: Link) -> str:
    told = say(f"review.link.{link.type}", head=link.head, tail=link.tail)
    return f"{told}　{link.source}　{link.address}".rstrip()


def _row(one: Undecided) -> dict[str, object]:
    return {
        "one": one.one,
        "other": one.other,
        "reason": one.reason,
        **_matched(one.match),
        "facts": list(one.facts),
        "judged": [_act_row(act) for act in one.judged],
    }


def _matched(found: Match | None) -> dict[str, object]:
    clues = found.clues if found else ()
    return {
        "score": found.score if found else None,
        "decision": found.decision if found else None,
        "clues": [{"clue": clue.name, "outcome": clue.outcome, "bits": clue.bits} for clue in clues],
    }


def _act_row(act: Judged) -> dict[str, object]:
    return {"line": act.line, "verdict": act.verdict, "by": act.by, "at": act.at, "why": act.why}


def _who_rows(who: Who) -> list[dict[str, object]]:
    entity = who.entity
    if entity is None:
        return [{"name": one.name, "id": one.id, **_matched(found)} for one, found in who.closest]
    own: dict[str, object] = {"name": entity.name, "id": entity.id, "kind": entity.kind, "how": "own"}
    others: list[dict[str, object]] = [
        {
            "name": alias.name, "id": entity.id, "kind": entity.kind,
            "how": alias.how, "facts": list(alias.facts), "line": alias.judged,
        }
        for alias in entity.aliases
    ]  # fmt: skip
    return [own | {"group": entity.group}, *others]
