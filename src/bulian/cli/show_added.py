"""What `firms --by … --growth` prints."""

from collections.abc import Iterable
from decimal import Decimal

import typer

from bulian.assess.firms.adding import Added, Group
from bulian.assess.firms.grouping import Grouped
from bulian.cli.printing import grid, listed, printed_as_data
from bulian.cli.say import language, say
from bulian.cli.show_cluster import amount, made_up, percent
from bulian.cli.show_cluster_detail import grown_parts, signed
from bulian.model.fact import number
from bulian.vocab.firm_attributes import firm_attributes


def added(found: Iterable[Grouped], form: str) -> None:
    """How growth splits by who came how, then each group with its share and what it added."""
    several = [(one.synthetic, one.added) for one in found]
    if printed_as_data([row for made, one in several for row in _rows(one, made)], form):
        return
    for made, one in several:
        attribute = firm_attributes()[one.attribute]
        what = attribute.zh if language() == "zh" else attribute.en
        typer.echo(say("firms.added", what=what, year=one.years[1]) + made_up(made))
        if one.withheld:
            typer.echo(say("cluster.growth_withheld"))
            continue
        heads = ("value", "count", "revenue", "share", "added_head", "names")
        grid([f"firms.{head}" for head in heads], (_line(each) for each in one.groups))
        if one.split is None:
            typer.echo(say("firms.one_year", year=one.years[1]))
        else:
            grown_parts(one.split, one.years)


def _line(one: Group) -> tuple[str, ...]:
    made = "—" if one.total.value is None else amount(one.total.value, one.total.bound)
    known = say("firms.of", known=len(one.total.data), all=one.total.firms)
    return (
        one.says or say("firms.not_known"), str(len(one.firms)), f"{made}（{known}）", percent(one.share),
        "—" if one.added is None else signed(one.added), listed(one.firms),
    )  # fmt: skip


def _rows(one: Added, made: bool) -> Iterable[dict[str, object]]:
    for group in one.groups:
        yield {
            "part": "group", one.attribute: group.says or None, "synthetic": made,
            "first": one.years[0], "last": one.years[1], "revenue": _number(group.total.value),
            "known": len(group.total.data), "share": _number(group.share), "added": _number(group.added),
            "firms": list(group.firms),
        }  # fmt: skip
    for part in one.split.parts if one.split else ():
        yield {
            "part": part.kind, one.attribute: None, "synthetic": made, "first": one.years[0],
            "last": one.years[1], "revenue": None, "known": len(part.names),
            "share": _number(one.split.share(part)) if one.split else None, "added": _number(part.change),
            "firms": list(part.names),
        }  # fmt: skip


def _number(value: Decimal | None) -> object:
    return None if value is None else number(value)
