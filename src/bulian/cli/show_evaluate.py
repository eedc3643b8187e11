"""What `bulian evaluate` prints."""

from collections.abc import Iterator, Sequence

import typer

from bulian.assess.evaluate.clauses import Verdict
from bulian.assess.evaluate.evaluation import Evaluation
from bulian.assess.evaluate.readings import Word
from bulian.assess.evaluate.scores import Points, Score
from bulian.cli.evaluate_words import lack_of, made_up, name_of, plain, superseded, value_of, written
from bulian.cli.printing import grid, items, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.cli.show_evaluate_many import overview, rivals_in_order
from bulian.cli.show_evaluate_rows import Row, flat_rows, row_of
from bulian.steps.evaluating import Evaluated
from bulian.vocab.template import Line, Template

_MANY = 1


def methods(found: Sequence[Template], form: str) -> None:
    """The methods there are, with document, date and what stands behind each."""
    rows: list[Row] = [
        {
            "key": one.key, "name": name_of(one), "document": one.document, "in_force": one.in_force,
            "until": one.until, "successor": one.successor,
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
        typer.echo(to_json([row_of(one) for one in done.evaluations], indent=1))
        return
    if form == "csv":
        print_csv([row for one in done.evaluations for row in flat_rows(one)])
        return
    _head(done.template)
    if done.rivals:
        rivals_in_order(done.rivals)
    elif len(done.evaluations) > _MANY:
        overview(done.evaluations)
    else:
        for one in done.evaluations:
            _whole(one)


def _head(template: Template) -> None:
    typer.echo(name_of(template))
    typer.echo(
        say(
            "evaluate.title", document=template.document, source=template.source,
            in_force=template.in_force or say("evaluate.no_date"),
            status=say(f"evaluate.status.{template.status}"),
        )
    )  # fmt: skip
    note = template.note_zh if language() == "zh" else template.note_en
    if over := superseded(template):
        typer.echo(over)
    if template.own:
        typer.echo(say("evaluate.own"))
    if not template.weights_official:
        typer.echo(say("evaluate.not_official"))
    if note:
        typer.echo(note)
    typer.echo()


def _whole(one: Evaluation) -> None:
    typer.echo(say("evaluate.subject", subject=one.subject, year=one.year) + made_up(one.synthetic))
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
        "　" * depth + name_of(verdict.part),
        outcome + made_up(verdict.synthetic and not verdict.parts),
        _values(verdict),
        _gap(verdict),
        " ".join(fact[:8] for fact in verdict.facts[:3]) if not verdict.parts else "",
    )
    for part in verdict.parts:
        yield from _lines(part, depth + 1)


def _values(verdict: Verdict) -> str:
    if verdict.word:
        return say("evaluate.by", by=verdict.word.by, why=verdict.word.why)
    return listed([value_of(one) for one in verdict.readings])


def _gap(verdict: Verdict) -> str:
    if verdict.gap is None or verdict.outcome == "unknown" or not isinstance(verdict.part.test, Line):
        return ""
    sign = "+" if verdict.gap > 0 else ""
    return sign + written(verdict.gap, verdict.part.test.threshold.unit)


def _lacking(one: Evaluation) -> None:
    lacking = list(dict.fromkeys(lack for verdict in one.verdicts for lack in verdict.missing))
    papers = list(
        dict.fromkeys(
            paper for verdict in one.verdicts if verdict.outcome != "pass" for paper in verdict.part.evidence
        )
    )
    if lacking:
        typer.echo(say("evaluate.missing"))
        items(lack_of(each) for each in lacking)
    if papers:
        typer.echo(say("evaluate.papers", papers=listed(papers)))


def _score(held: Score, template: Template) -> None:
    grid(
        [f"evaluate.head.{head}" for head in ("criterion", "weight", "value", "points", "facts")],
        (_points_line(one) for one in held.points),
    )
    if template.scoring == "none":
        typer.echo(say("evaluate.no_score", weight=plain(held.weight), total=plain(held.total)))
    elif held.complete:
        typer.echo(say("evaluate.score", points=plain(held.known), total=plain(held.total)))
    else:
        key = "evaluate.score.between" if held.high is not None else "evaluate.score.least"
        high = plain(held.high) if held.high is not None else ""
        typer.echo(
            say(key, low=plain(held.low), high=high, weight=plain(held.weight), total=plain(held.total))
        )


def _points_line(one: Points) -> tuple[str, ...]:
    ours = say("evaluate.ours") if one.criterion.ours else ""
    facts = " ".join(datum.id[:8] for datum in one.reading.parts) if one.reading else ""
    value = value_of(one.reading) if one.reading else lack_of(one.missing) if one.missing else ""
    points = plain(one.points) if one.points is not None else say("evaluate.unknown")
    return name_of(one.criterion) + ours, plain(one.criterion.weight), value, points, facts


def _cells(one: Evaluation) -> None:
    found = [cell for cell in one.cells if cell.names]
    grid(
        [f"evaluate.head.{head}" for head in ("tier", "cell", "own", "facts")],
        (
            (cell.cell.tier, name_of(cell.cell), listed(cell.names), " ".join(f[:8] for f in cell.facts[:3]))
            for cell in found
        ),
    )
    typer.echo(say("evaluate.cells", found=len(found), all=len(one.cells)))
    if one.unmatched:
        typer.echo(say("evaluate.unmatched", names=listed(one.unmatched)))


def _method_line(one: Template) -> tuple[str, ...]:
    status = say(f"evaluate.status.{one.status}") + (say("evaluate.own_short") if one.own else "")
    span = (one.in_force or "—") + (f"—{one.until}" if one.until else "")
    return one.key, name_of(one), one.document, span, status
