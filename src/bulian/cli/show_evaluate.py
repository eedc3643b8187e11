"""What `bulian evaluate` prints."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import typer

from bulian.assess.evaluate.clauses import Missing, Verdict, candidates, waiting_for_a_word
from bulian.assess.evaluate.evaluation import Evaluation, Rival
from bulian.assess.evaluate.readings import Reading, Word
from bulian.assess.evaluate.scores import Points, Score
from bulian.cli.printing import grid, items, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.measure.extent import Extent
from bulian.publish.numbers import by_size, figure_of, significant
from bulian.publish.wording import wording
from bulian.steps.evaluating import Evaluated
from bulian.vocab.templates import Line, Part, Template

_MANY = 1
Row = dict[str, object]


def methods(found: Sequence[Template], form: str) -> None:
    """The methods there are, with document, date and what stands behind each."""
    rows: list[Row] = [
        {
            "key": one.key, "name": _name(one), "document": one.document, "in_force": one.in_force,
            "status": one.status, "applies_to": one.applies_to, "own": one.own, "source": one.source,
        }
        for one in found
    ]  # fmt: skip
    if form == "json":
        typer.echo(to_json(rows, indent=1))
    elif form == "csv":
        print_csv(rows)
    else:
        heads = ("method", "name", "document", "in_force", "status")
        grid([f"evaluate.head.{head}" for head in heads], (_method_line(one) for one in found))
        typer.echo(say("evaluate.how"))


def attested(word: Word, clause: str) -> None:
    """That a word was entered."""
    typer.echo(
        say("evaluate.attested.yes" if word.holds else "evaluate.attested.no", clause=clause, by=word.by)
    )


def evaluated(done: Evaluated, form: str) -> None:
    """Each subject clause by clause; many of them in one line each, and peers in their order."""
    if form == "json":
        typer.echo(to_json([_row(one) for one in done.evaluations], indent=1))
        return
    if form == "csv":
        print_csv([row for one in done.evaluations for row in _flat(one)])
        return
    _head(done.template)
    if done.rivals:
        _rivals(done.rivals)
    elif len(done.evaluations) > _MANY:
        _overview(done.evaluations)
    else:
        for one in done.evaluations:
            _whole(one)


def _head(template: Template) -> None:
    typer.echo(_name(template))
    typer.echo(
        say(
            "evaluate.title", document=template.document, source=template.source,
            in_force=template.in_force or say("evaluate.no_date"),
            status=say(f"evaluate.status.{template.status}"),
        )
    )  # fmt: skip
    note = template.note_zh if language() == "zh" else template.note_en
    if template.own:
        typer.echo(say("evaluate.own"))
    if not template.weights_official:
        typer.echo(say("evaluate.not_official"))
    if note:
        typer.echo(note)
    typer.echo()


def _whole(one: Evaluation) -> None:
    typer.echo(say("evaluate.subject", subject=one.subject, year=one.year) + _made_up(one.synthetic))
    if one.outcome:
        counts = {kind: sum(v.outcome == kind for v in one.verdicts) for kind in ("pass", "fail", "unknown")}
        typer.echo(say(f"evaluate.whole.{one.outcome}") + say("evaluate.counts", **counts))
        grid(
            [f"evaluate.head.{head}" for head in ("clause", "outcome", "value", "gap", "facts")],
            (line for verdict in one.verdicts for line in _lines(verdict, 0)),
        )
        _lacking(one)
    if one.score:
        _score(one.score, one.template)
    if one.template.cells:
        _cells(one)


def _lines(verdict: Verdict, depth: int) -> Iterator[tuple[str, ...]]:
    outcome = say(f"evaluate.{verdict.outcome}")
    if verdict.candidate:
        outcome += say("evaluate.candidate")
    yield (
        "　" * depth + _name(verdict.part),
        outcome + _made_up(verdict.synthetic and not verdict.parts),
        _values(verdict),
        _gap(verdict),
        " ".join(fact[:8] for fact in verdict.facts[:3]) if not verdict.parts else "",
    )
    for part in verdict.parts:
        yield from _lines(part, depth + 1)


def _values(verdict: Verdict) -> str:
    if verdict.word:
        return say("evaluate.by", by=verdict.word.by, why=verdict.word.why)
    return listed([_value(one) for one in verdict.readings])


def _value(reading: Reading) -> str:
    words = wording(language())
    if len(reading.parts) == 1 and reading.extent.point == reading.parts[0].value:
        datum = reading.parts[0]
        return f"{figure_of(datum, words).whole}（{datum.fact.period}）"
    return _written(reading.extent.point, reading.unit) + _band(reading.extent, reading.unit)


def _band(extent: Extent, unit: str) -> str:
    low, high = extent.low, extent.high
    if low == extent.point == high:
        return ""
    ends = [_written(end, unit) if end is not None else say("evaluate.open") for end in (low, high)]
    return f"（{ends[0]}—{ends[1]}）"


def _gap(verdict: Verdict) -> str:
    if verdict.gap is None or verdict.outcome == "unknown" or not isinstance(verdict.part.test, Line):
        return ""
    sign = "+" if verdict.gap > 0 else ""
    return sign + _written(verdict.gap, verdict.part.test.threshold.unit)


def _written(number: Decimal, unit: str) -> str:
    whole = by_size(significant(number), unit, wording(language()))
    return f"{whole.before}{whole.text}{whole.unit}"


def _lacking(one: Evaluation) -> None:
    lacking = list(dict.fromkeys(lack for verdict in one.verdicts for lack in verdict.missing))
    papers = list(
        dict.fromkeys(
            paper for verdict in one.verdicts if verdict.outcome != "pass" for paper in verdict.part.evidence
        )
    )
    if lacking:
        typer.echo(say("evaluate.missing"))
        items(_lack(each) for each in lacking)
    if papers:
        typer.echo(say("evaluate.papers", papers=listed(papers)))


def _lack(each: Missing) -> str:
    name = each.name if language() == "zh" else each.en
    return say(f"evaluate.lack.{each.what}", name=name, year=each.year or "")


def _score(held: Score, template: Template) -> None:
    grid(
        [f"evaluate.head.{head}" for head in ("criterion", "weight", "value", "points", "facts")],
        (_points_line(one) for one in held.points),
    )
    if template.scoring == "none":
        typer.echo(say("evaluate.no_score", weight=_plain(held.weight), total=_plain(held.total)))
    elif held.complete:
        typer.echo(say("evaluate.score", points=_plain(held.known), total=_plain(held.total)))
    else:
        key = "evaluate.score.between" if held.high is not None else "evaluate.score.least"
        high = _plain(held.high) if held.high is not None else ""
        typer.echo(
            say(key, low=_plain(held.low), high=high, weight=_plain(held.weight), total=_plain(held.total))
        )


def _points_line(one: Points) -> tuple[str, ...]:
    ours = say("evaluate.ours") if one.criterion.ours else ""
    facts = " ".join(datum.id[:8] for datum in one.reading.parts) if one.reading else ""
    value = _value(one.reading) if one.reading else _lack(one.missing) if one.missing else ""
    points = _plain(one.points) if one.points is not None else say("evaluate.unknown")
    return _name(one.criterion) + ours, _plain(one.criterion.weight), value, points, facts


def _plain(number: Decimal) -> str:
    text = format(number.quantize(Decimal("0.01")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _cells(one: Evaluation) -> None:
    found = [cell for cell in one.cells if cell.names]
    grid(
        [f"evaluate.head.{head}" for head in ("tier", "cell", "own", "facts")],
        (
            (cell.cell.tier, _name(cell.cell), listed(cell.names), " ".join(f[:8] for f in cell.facts[:3]))
            for cell in found
        ),
    )
    typer.echo(say("evaluate.cells", found=len(found), all=len(one.cells)))
    if one.unmatched:
        typer.echo(say("evaluate.unmatched", names=listed(one.unmatched)))


def _overview(several: Sequence[Evaluation]) -> None:
    grid(
        [f"evaluate.head.{head}" for head in ("subject", "year", "result", "known", "prospects")],
        (_overview_line(one) for one in several),
    )
    typer.echo(say("evaluate.one", count=len(several)))


def _overview_line(one: Evaluation) -> tuple[str, ...]:
    if one.score:
        result, known = _plain(one.score.known), f"{_plain(one.score.weight)}/{_plain(one.score.total)}"
    else:
        settled = sum(verdict.outcome != "unknown" for verdict in one.verdicts)
        result, known = say(f"evaluate.{one.outcome}"), f"{settled}/{len(one.verdicts)}"
    return one.subject, str(one.year), result + _made_up(one.synthetic), known, _prospects(one)


def _prospects(one: Evaluation) -> str:
    """What a person's word alone would settle, and what is near its line."""
    open_to = [_in_short(v.part) for verdict in one.verdicts for v in waiting_for_a_word(verdict)]
    near = [_in_short(v.part) for verdict in one.verdicts for v in candidates(verdict)]
    told = [say("evaluate.if_word", names=listed(open_to))] if open_to else []
    return " ".join([*told, *([say("evaluate.near", names=listed(near))] if near else [])])


def _in_short(part: Part) -> str:
    return _name(part).replace("，", ",").partition(",")[0]


def _rivals(rivals: Sequence[Rival]) -> None:
    heads = ("rank", "subject", "points", "interval", "equal", "entropy", "known")
    grid([f"evaluate.head.{head}" for head in heads], map(_rival_line, rivals))
    typer.echo(say("evaluate.rivals"))


def _rival_line(one: Rival) -> tuple[str, ...]:
    held, steady = one.evaluation.score, one.interval
    return (
        _or_unknown(one.rank),
        one.evaluation.subject + _made_up(one.evaluation.synthetic),
        _or_unknown(None if one.total is None else f"{one.total:.1f}"),
        _or_unknown(f"{steady.low}—{steady.high}" if steady else None),
        _or_unknown(one.equal),
        _or_unknown(one.entropy),
        f"{_plain(held.weight)}/{_plain(held.total)}" if held else "",
    )


def _or_unknown(value: object) -> str:
    return say("evaluate.unknown") if value is None else str(value)


def _made_up(synthetic: bool) -> str:
    return say("synthetic") if synthetic else ""


def _method_line(one: Template) -> tuple[str, ...]:
    status = say(f"evaluate.status.{one.status}") + (say("evaluate.own_short") if one.own else "")
    return one.key, _name(one), one.document, one.in_force or "—", status


def _name(of: Template | Part | object) -> str:
    return str(getattr(of, language()))


def _row(one: Evaluation) -> Row:
    held = one.score
    return {
        "template": one.template.key, "document": one.template.document, "status": one.template.status,
        "weights_official": one.template.weights_official, "subject": one.subject, "year": one.year,
        "outcome": one.outcome, "synthetic": one.synthetic,
        "clauses": [_verdict_row(verdict) for verdict in one.verdicts],
        "score": held and {
            "known": str(held.known), "low": str(held.low),
            "high": None if held.high is None else str(held.high),
            "weight": str(held.weight), "total": str(held.total),
            "criteria": [_points_row(each) for each in held.points],
        },
        "cells": [
            {
                "key": cell.cell.key, "tier": cell.cell.tier, "names": list(cell.names),
                "facts": list(cell.facts),
            }
            for cell in one.cells
        ],
        "unmatched": list(one.unmatched),
    }  # fmt: skip


def _verdict_row(verdict: Verdict) -> Row:
    word = verdict.word
    return {
        "key": verdict.part.key, "clause": _name(verdict.part), "outcome": verdict.outcome,
        "values": [_value(one) for one in verdict.readings],
        "gap": None if verdict.gap is None else str(verdict.gap), "candidate": verdict.candidate,
        "missing": [_lack(each) for each in verdict.missing], "facts": list(verdict.facts),
        "word": word and {"holds": word.holds, "by": word.by, "at": word.at, "why": word.why},
        "parts": [_verdict_row(part) for part in verdict.parts],
    }  # fmt: skip


def _points_row(one: Points) -> Row:
    return {
        "key": one.criterion.key, "criterion": _name(one.criterion), "weight": str(one.criterion.weight),
        "value": _value(one.reading) if one.reading else None,
        "points": None if one.points is None else str(one.points),
        "facts": [datum.id for datum in one.reading.parts] if one.reading else [],
    }  # fmt: skip


def _flat(one: Evaluation) -> Iterator[Row]:
    about: Row = {"template": one.template.key, "subject": one.subject, "year": one.year}
    for verdict in one.verdicts:
        row = _verdict_row(verdict)
        del row["parts"], row["word"]
        yield about | row
    for each in one.score.points if one.score else ():
        yield about | _points_row(each)
    for cell in one.cells:
        yield about | {"key": cell.cell.key, "tier": cell.cell.tier, "names": list(cell.names)}
