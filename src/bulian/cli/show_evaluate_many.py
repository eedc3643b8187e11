"""What `bulian evaluate` prints of many subjects: a line each, and peers in their order."""

from collections.abc import Sequence

import typer

from bulian.assess.evaluate.clauses import candidates, nearest, waiting_for_a_word
from bulian.assess.evaluate.evaluation import Evaluation, Rival
from bulian.cli.evaluate_words import made_up, name_of, or_unknown, plain
from bulian.cli.printing import grid, listed
from bulian.cli.say import say
from bulian.vocab.template import Part


def overview(several: Sequence[Evaluation]) -> None:
    grid(
        [f"evaluate.head.{head}" for head in ("subject", "year", "result", "known", "prospects")],
        (_overview_line(one) for one in several),
    )
    typer.echo(say("evaluate.one", count=len(several)))


def _overview_line(one: Evaluation) -> tuple[str, ...]:
    if one.score:
        result, known = plain(one.score.known), f"{plain(one.score.weight)}/{plain(one.score.total)}"
    else:
        settled = sum(verdict.outcome != "unknown" for verdict in one.verdicts)
        result, known = say(f"evaluate.{one.outcome}"), f"{settled}/{len(one.verdicts)}"
    return one.subject, str(one.year), result + made_up(one.synthetic), known, _prospects(one)


def _prospects(one: Evaluation) -> str:
    """What a person's word alone would settle, and what is near its line."""
    open_to = [_in_short(v.part) for verdict in one.verdicts for v in waiting_for_a_word(verdict)]
    near = [name_of(nearest(v).part) for verdict in one.verdicts for v in candidates(verdict)]
    told = [say("evaluate.if_word", names=listed(open_to))] if open_to else []
    return " ".join([*told, *([say("evaluate.near", names=listed(near))] if near else [])])


def _in_short(part: Part) -> str:
    return name_of(part).replace("，", ",").partition(",")[0]


def rivals_in_order(rivals: Sequence[Rival]) -> None:
    heads = ("rank", "subject", "points", "interval", "equal", "entropy", "known")
    grid([f"evaluate.head.{head}" for head in heads], map(_rival_line, rivals))
    typer.echo(say("evaluate.rivals"))


def _rival_line(one: Rival) -> tuple[str, ...]:
    held, steady = one.evaluation.score, one.interval
    return (
        or_unknown(one.rank),
        one.evaluation.subject + made_up(one.evaluation.synthetic),
        or_unknown(None if one.total is None else f"{one.total:.1f}"),
        or_unknown(f"{steady.low}—{steady.high}" if steady else None),
        or_unknown(one.equal),
        or_unknown(one.entropy),
        f"{plain(held.weight)}/{plain(held.total)}" if held else "",
    )
