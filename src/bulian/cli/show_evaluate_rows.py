"""What `bulian evaluate` prints as JSON and CSV: an evaluation as rows."""

from collections.abc import Iterator

from bulian.assess.evaluate.clauses import Verdict
from bulian.assess.evaluate.evaluation import Evaluation
from bulian.assess.evaluate.scores import Points
from bulian.cli.evaluate_words import lack_of, name_of, value_of

Row = dict[str, object]


def row_of(one: Evaluation) -> Row:
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
        "key": verdict.part.key, "clause": name_of(verdict.part), "outcome": verdict.outcome,
        "values": [value_of(one) for one in verdict.readings],
        "gap": None if verdict.gap is None else str(verdict.gap), "candidate": verdict.candidate,
        "missing": [lack_of(each) for each in verdict.missing], "facts": list(verdict.facts),
        "word": word and {"holds": word.holds, "by": word.by, "at": word.at, "why": word.why},
        "parts": [_verdict_row(part) for part in verdict.parts],
    }  # fmt: skip


def _points_row(one: Points) -> Row:
    return {
        "key": one.criterion.key, "criterion": name_of(one.criterion), "weight": str(one.criterion.weight),
        "value": value_of(one.reading) if one.reading else None,
        "points": None if one.points is None else str(one.points),
        "facts": [datum.id for datum in one.reading.parts] if one.reading else [],
    }  # fmt: skip


def flat_rows(one: Evaluation) -> Iterator[Row]:
    about: Row = {"template": one.template.key, "subject": one.subject, "year": one.year}
    for verdict in one.verdicts:
        row = _verdict_row(verdict)
        del row["parts"], row["word"]
        yield about | row
    for each in one.score.points if one.score else ():
        yield about | _points_row(each)
    for cell in one.cells:
        yield about | {"key": cell.cell.key, "tier": cell.cell.tier, "names": list(cell.names)}
