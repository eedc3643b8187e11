"""What `cluster` prints."""

from collections.abc import Iterable
from decimal import Decimal

import typer

from bulian.assess.cluster.crosswalk import Cross, Crosswalk
from bulian.cli.cluster_rows import crosswalk_rows, roll_row, view_row
from bulian.cli.printing import grid, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.publish.numbers import by_size, digits_as_given, figure_of, significant
from bulian.publish.periods import period_words
from bulian.publish.wording import wording
from bulian.steps.clustering import Clusters, Roll
from bulian.vocab.taxonomy import Cluster, Segment, Taxonomy

_SHORT = 8


def named(one: Cluster | Segment | Taxonomy) -> str:
    """Its name in the language of this command."""
    return one.zh if language() == "zh" else one.en


def amount(value: Decimal, bound: str = "exact") -> str:
    """An amount of yuan by its size, three digits where it was computed."""
    written = by_size(value, "CNY", wording(language()))
    return f"{say(f'cluster.bound.{bound}')}{written.before}{written.text}{written.unit}"


def percent(ratio: Decimal | None, *, signed: bool = False) -> str:
    """A ratio in percent, three digits; "—" where there is none."""
    if ratio is None:
        return "—"
    value = significant(ratio * 100)
    return f"{'+' if signed and value > 0 else ''}{digits_as_given(value, wording(language()))}%"


def made_up(roll_is: bool) -> str:
    """〔合成〕 where it is due."""
    return say("synthetic") if roll_is else ""


def overview(found: Clusters, form: str) -> None:
    """Every cluster in a line, then what holds across them."""
    if form == "json":
        typer.echo(to_json([view_row(found, view) for view in found.views], indent=1))
        return
    if form == "csv":
        print_csv([roll_row(found, view, roll) for view in found.views for roll in view.rolls])
        return
    head(found.taxonomy, found.ground.year)
    heads = ("name", "firms", "revenue", "coverage", "class", "growth")
    grid([f"cluster.{head}" for head in heads], _lines(found))
    for roll in found.together:
        told = say(
            "cluster.together", firms=len(roll.members), revenue=sum_of(roll), coverage=coverage_of(roll)
        )
        typer.echo(told + made_up(roll.synthetic))
    for firm, keys in found.overlap.items():
        inside = (named(one.cluster) for one in found.views if one.cluster.key in keys)
        typer.echo(say("cluster.twice", firm=firm, clusters=listed(list(inside))))
    if found.nowhere:
        typer.echo(say("cluster.nowhere", count=len(found.nowhere), firms=listed(found.nowhere)))
    _dependences(found)
    others = [
        f"{named(one)}（{one.key}）" for one in found.ground.taxonomies.values() if one != found.taxonomy
    ]
    typer.echo(say("cluster.others", names=listed(others)))


def crosswalk(found: Crosswalk, form: str) -> None:
    """What became of each cluster, and what fits nowhere."""
    if form == "json":
        typer.echo(to_json(crosswalk_rows(found), indent=1))
        return
    if form == "csv":
        print_csv(crosswalk_rows(found))
        return
    typer.echo(say("cluster.crosswalk", one=named(found.one), other=named(found.other)))
    heads = ("from", "to", "how", "says", "shared")
    grid([f"cluster.{head}" for head in heads], (_cross_line(cell) for cell in found.cells))
    for taxonomy, left in ((found.one, found.unmatched), (found.other, found.unmatched_other)):
        names = listed([named(one) for one in left])
        key = "cluster.unmatched" if left else "cluster.all_matched"
        typer.echo(say(key, taxonomy=named(taxonomy), names=names))


def head(taxonomy: Taxonomy, year: int) -> None:
    until = taxonomy.valid_to or say("cluster.now")
    typer.echo(
        say(
            "cluster.title", name=named(taxonomy), first=taxonomy.valid_from, last=until,
            source=taxonomy.source, year=year,
        )
    )  # fmt: skip


def _lines(found: Clusters) -> Iterable[tuple[str, ...]]:
    for view in found.views:
        for n, roll in enumerate(view.rolls):
            yield (
                named(view.cluster) if not n else "",
                str(len(roll.members)) + made_up(roll.synthetic),
                sum_of(roll),
                coverage_of(roll),
                class_of(view.cluster, roll),
                _grew(roll),
            )
        if not view.rolls:
            yield named(view.cluster), "0", "—", "—", view.cluster.scale or "—", "—"


def _grew(roll: Roll) -> str:
    if "growth" in roll.withheld:
        return say("cluster.withheld")
    if roll.growth is None or not roll.growth.before:
        return "—"
    rate = percent(roll.growth.change / roll.growth.before, signed=True)
    return say("cluster.grew", rate=rate, first=roll.years[0], last=roll.years[1])


def sum_of(roll: Roll) -> str:
    if "total" in roll.withheld:
        return say("cluster.withheld")
    return "—" if roll.total.value is None else amount(roll.total.value, roll.total.bound)


def coverage_of(roll: Roll) -> str:
    return say("cluster.of", known=len(roll.total.data), all=roll.total.firms)


def class_of(cluster: Cluster, roll: Roll) -> str:
    if cluster.scale is None or roll.distance is None:
        return cluster.scale or "—"
    if roll.distance.reached:
        return say("cluster.reached", scale=cluster.scale)
    return say("cluster.short", scale=cluster.scale, short=amount(roll.distance.short))


def _dependences(found: Clusters) -> None:
    words = wording(language())
    for one in found.dependences:
        typer.echo(
            say(
                "cluster.dependence", firm=one.part.subject,
                period=period_words(str(one.part.fact.period), words),
                part=figure_of(one.part, words).whole, whole=figure_of(one.whole, words).whole,
                what=one.whole.indicator, share=percent(one.share.point), low=percent(one.share.low),
                mood=say("cluster.expected") if one.part.ahead else "",
            )
        )  # fmt: skip


def _cross_line(cell: Cross) -> tuple[str, ...]:
    says = say(f"cluster.how.{cell.how}")
    return named(cell.one), named(cell.other), says, listed(cell.says), str(len(cell.firms))
