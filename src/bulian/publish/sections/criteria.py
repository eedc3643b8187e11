"""Criteria of a scored method as tables: one by one with their evidence, and summed by domain."""

from collections.abc import Sequence

from bulian.assess.evaluate.scores import Points
from bulian.publish.figure import Figure
from bulian.publish.material import View
from bulian.publish.paper import Column, Name, NumberedTable, TableCell, Text, Words
from bulian.publish.points import points_figure, posts, sum_figure, value_text, weight_figure
from bulian.publish.sections.cells import cite, period, tags


def criteria_table(points: Sequence[Points], method: str, dimension: str, seen: View) -> NumberedTable:
    """The criteria of a dimension: domain, goalposts, weight, number, points, and their sentences."""
    words = seen.words
    columns = (
        Column(words.words("self_evaluation.criterion"), "head", 26),
        Column(words.words("self_evaluation.domain"), "text", 12),
        Column(words.words("self_evaluation.posts"), "number", 14),
        Column(words.words("self_evaluation.weight"), "number", 8),
        Column(words.words("self_evaluation.value"), "number", 20),
        Column(words.words("self_evaluation.points"), "number", 10),
        Column(words.words("column.cite"), "cite", 10),
    )
    rows = tuple(_row(one, method, seen) for one in points)
    caption = words.say("self_evaluation.table", dimension=Name(dimension, (method,)))
    return NumberedTable(
        caption, columns, rows, words.say("self_evaluation.local"), f"criteria-{points[0].criterion.key}"
    )


def _row(one: Points, method: str, seen: View) -> tuple[TableCell, ...]:
    words, criterion, reading = seen.words, one.criterion, one.reading
    name = criterion.zh if words.lang == "zh" else criterion.en
    ours = (words.words("self_evaluation.mark"),) if criterion.ours else ()
    earned: Text = (words.words("self_evaluation.unknown"),)
    if one.points is not None:
        earned = (points_figure(one, method, words),)
    note: Text = (*period(reading.parts[-1], words), *tags(reading.parts[-1], words)) if reading else ()
    return (
        TableCell((Name(name, (method,)),), ours),
        TableCell((Name(_domain(one), (method,)),) if _domain(one) else ()),
        TableCell(_posts(posts(one, method, words), seen)),
        TableCell((weight_figure(one, method, words),)),
        TableCell(value_text(one, words), note),
        TableCell(earned),
        cite(reading.parts, words) if reading else TableCell(()),
    )


def _posts(ends: tuple[Figure, ...], seen: View) -> Text:
    if len(ends) != 2:
        return ()
    return (ends[0], Words(seen.words["number.range"]), ends[1])


def _domain(one: Points) -> str:
    return one.criterion.domain.partition("/")[2]


def domain_table(points: Sequence[Points], method: str, seen: View) -> NumberedTable:
    """By domain: the weight of all its criteria, of those that are known, and their points."""
    words = seen.words
    columns = (
        Column(words.words("self_evaluation.domain"), "head", 34),
        Column(words.words("self_evaluation.weight"), "number", 22),
        Column(words.words("self_evaluation.known"), "number", 22),
        Column(words.words("self_evaluation.points"), "number", 22),
    )
    rows = []
    for domain in dict.fromkeys(map(_domain, points)):
        mine = [one for one in points if _domain(one) == domain]
        known = [one for one in mine if one.points is not None]
        weight = sum_figure([weight_figure(one, method, words) for one in mine], words)
        there = [sum_figure([weight_figure(one, method, words) for one in known], words)] if known else []
        earned = [sum_figure([points_figure(one, method, words) for one in known], words)] if known else []
        unknown: Text = (words.words("self_evaluation.unknown"),)
        rows.append(
            (
                TableCell((Name(domain, (method,)),)),
                TableCell((weight,)),
                TableCell(tuple(there) or unknown),
                TableCell(tuple(earned) or unknown),
            )
        )
    return NumberedTable(words.say("self_evaluation.by_domain"), columns, tuple(rows), (), "domains")
