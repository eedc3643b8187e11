"""What `cluster NAME` prints: the definition, every firm with its reasons, size, segments and growth."""

from decimal import Decimal

import typer

from bulian.assess.cluster.members import Act, Member, Reason
from bulian.assess.cluster.scale import SegmentSize
from bulian.assess.datum import Datum
from bulian.assess.firms.firm import Firm
from bulian.cli.cluster_rows import member_row, view_row
from bulian.cli.printing import grid, items, listed, print_csv, section, to_json
from bulian.cli.say import language, say
from bulian.cli.show_cluster import amount, class_of, coverage_of, head, made_up, named, percent, sum_of
from bulian.measure.contributions import Contributions
from bulian.publish.numbers import by_size, figure_of
from bulian.publish.periods import period_words
from bulian.publish.wording import wording
from bulian.steps.clustering import Clusters, Roll
from bulian.vocab.taxonomy import Cluster

_SHORT = 8


def detail(found: Clusters, form: str) -> None:
    """One cluster: its definition, every firm with its reasons, its size, its growth, what documents say."""
    (view,) = found.views
    if form == "json":
        typer.echo(to_json(view_row(found, view), indent=1))
        return
    if form == "csv":
        print_csv([member_row(found, view, one) for one in view.members.inside])
        return
    head(found.taxonomy, found.ground.year)
    _definition(view.cluster, view.members.cluster)
    year, moved = found.ground.year, view.members
    counts = [
        say("cluster.count", count=len(roll.members), undated=roll.undated) + made_up(roll.synthetic)
        for roll in view.rolls
    ]
    typer.echo(say("cluster.counted", year=year, counts=listed(counts)) if counts else say("cluster.empty"))
    heads = ("firm", "segment", "since", "why")
    grid([f"cluster.{head}" for head in heads], (_member_line(one) for one in moved.inside))
    section("cluster.removed", (_removed(one.firm.name, one.act) for one in moved.removed))
    section("cluster.gone", (_gone(firm, year) for firm in moved.elsewhere))
    section("cluster.lost", (f"{act.firm}：{act.why}（{act.by}）" for act in moved.unknown_acts))
    for roll in view.rolls:
        _roll(view.cluster, roll)
    if view.stated:
        typer.echo(say("cluster.stated"))
        items(_stated(one) for one in view.stated)


def _definition(cluster: Cluster, whole: Cluster) -> None:
    if whole.codes:
        typer.echo(say("cluster.codes", codes=listed(whole.codes)))
    if whole.products:
        typer.echo(say("cluster.products", products=listed(whole.products)))
    groups = (" + ".join(say(f"cluster.criterion.{one}") for one in group) for group in whole.include)
    typer.echo(say("cluster.rule", rule=say("cluster.or").join(groups)))
    if cluster.scale:
        typer.echo(
            say("cluster.quality", scale=cluster.scale, quality=cluster.quality or say("cluster.none_chosen"))
        )


def _member_line(one: Member) -> tuple[str, ...]:
    firm = one.firm
    since = str(firm.settled) if firm.settled else "—"
    why = "；".join(_reason(reason) for reason in one.reasons)
    return firm.name + made_up(firm.synthetic), named(one.segment) if one.segment else "—", since, why


def _reason(one: Reason) -> str:
    place = one.place or listed([fact[:_SHORT] for fact in one.facts])
    if one.act:
        place = f"{one.act.by} {one.act.at[:10]}"
    return f"{say(f'cluster.criterion.{one.kind}')} {one.says}〔{place}〕"


def _removed(name: str, act: Act) -> str:
    return f"{name}：{act.why}（{act.by} {act.at[:10]}）"


def _gone(firm: Firm, year: int) -> str:
    if firm.left is not None and firm.left <= year:
        return say("cluster.left", name=firm.name, year=firm.left)
    return say("cluster.later", name=firm.name, year=firm.settled or "—")


def _roll(cluster: Cluster, roll: Roll) -> None:
    typer.echo("")
    typer.echo(
        say("cluster.total", year=roll.years[1], revenue=sum_of(roll), coverage=coverage_of(roll))
        + made_up(roll.synthetic)
    )
    if roll.distance:
        typer.echo(class_of(cluster, roll) + say("cluster.lower_bound"))
    if roll.total.data and roll.segments:
        typer.echo(say("cluster.segments", first=roll.years[0], last=roll.years[1]))
        heads = ("segment", "firms", "revenue", "share", "pace", "place")
        grid([f"cluster.{head}" for head in heads], (_segment_line(one, roll) for one in roll.segments))
    if roll.growth:
        grown_parts(roll.growth, roll.years)
    elif "growth" in roll.withheld:
        typer.echo(say("cluster.growth_withheld"))


def _segment_line(one: SegmentSize, roll: Roll) -> tuple[str, ...]:
    name = named(one.segment) if one.segment else say("cluster.no_segment")
    key = one.segment.key if one.segment else ""
    if key in roll.withheld:
        return name, "", say("cluster.withheld"), "", "", ""
    value = "—" if one.total.value is None else amount(one.total.value, one.total.bound)
    pace = say("cluster.same_scope", growth=percent(one.growth, signed=True), count=one.same_scope)
    return (
        name, str(one.total.firms), value, percent(one.share), pace if one.growth is not None else "—",
        say(f"cluster.place.{one.place}") if one.place else "—",
    )  # fmt: skip


def grown_parts(grown: Contributions, years: tuple[int, int]) -> None:
    """A change split exactly by who stayed, came and went."""
    told = {"first": years[0], "last": years[1]}
    typer.echo(
        say(
            "cluster.grown", before=amount(grown.before), after=amount(grown.after),
            change=signed(grown.change), **told,
        )
    )  # fmt: skip
    lines = [
        (
            say(f"cluster.part.{part.kind}"),
            str(len(part.names)),
            signed(part.change),
            percent(grown.share(part)),
        )
        for part in grown.parts
    ]
    if grown.remainder:
        lines.append((say("cluster.remainder"), "", signed(grown.remainder), ""))
    grid([f"cluster.{head}" for head in ("part", "firms", "change", "of_change")], lines)


def signed(value: Decimal) -> str:
    """A change in yuan with its sign."""
    written = by_size(value, "CNY", wording(language()))
    return f"{written.before}{'+' if value > 0 else ''}{written.text}{written.unit}"


def _stated(one: Datum) -> str:
    words = wording(language())
    when = period_words(one.fact.period, words) if one.fact.period else words["mark.undated"]
    mood = words[f"modality.{one.fact.modality}"]
    figure = figure_of(one, words).whole
    return f"{one.subject} {one.indicator} {figure}（{when}，{mood}）〔{one.id[:_SHORT]} {one.source.name}〕"
