"""What `bulian directions` prints."""

from collections.abc import Iterable

import typer

from bulian.assess.cluster.crosswalk import Cross
from bulian.cli.printing import grid, items, listed, printed_as_data
from bulian.cli.say import language, say
from bulian.plan.directions import Aim, ChainCover, Directions, Named
from bulian.steps.directing import Directed
from bulian.vocab.taxonomy import Cluster, Taxonomy


def directions(found: Directed, form: str) -> None:
    """A line a direction; then what no direction covers, what no cluster carries, aims under none."""
    if printed_as_data([_row(one, found) for one in found.found.taxonomy.clusters], form):
        return
    whole = found.found
    version = whole.taxonomy.zh if language() == "zh" else whole.taxonomy.en
    typer.echo(say("directions.version", version=version, source=whole.taxonomy.source))
    heads = ["direction", "stated", "words", "clusters", "chains", "city", "owner"]
    lines = (_line(one, found) for one in whole.taxonomy.clusters)
    grid([f"directions.head.{head}" for head in heads], lines)
    if whole.aims:
        heads = ["segments", "direction", "named", "clusters", "city", "stated"]
        lines = (_segment(one, whole) for one in _in_order(whole))
        grid([f"directions.head.{head}" for head in heads], lines)
    if whole.clusters is None:
        typer.echo(say("directions.no_clusters"))
    for key, names in (
        ("uncovered", [_name(one) for one in whole.uncovered]),
        ("uncarried", [_name(one) for one in whole.uncarried]),
        ("chains_uncovered", [_chain(one.name.zh, one.name.en) for one in whole.chains_uncovered]),
    ):
        if names:
            typer.echo(say(f"directions.{key}", names=listed(names)))
    if whole.outside:
        typer.echo(say("directions.outside", count=len(whole.outside)))
        items(_aim(one) for one in whole.outside)
    if len(found.versions) > 1:
        typer.echo(say("directions.versions"))
        items(_version(one) for one in found.versions)


def words_of(one: Cluster) -> list[str]:
    """The segments and product words that the file of directions itself names."""
    own = [each.zh if language() == "zh" else each.en for each in one.segments]
    return list(dict.fromkeys([*own, *one.products]))


def _line(one: Cluster, found: Directed) -> tuple[str, ...]:
    whole = found.found
    stated = whole.stated[one.key]
    return (
        _name(one), stated[0] if stated else say("directions.nowhere"),
        listed(words_of(one)),
        listed(_met(whole.crosses(one, whole.clusters))),
        listed([_covered(each) for each in _touched(whole.chains, one)]),
        listed(_met(whole.crosses(one, whole.city))),
        found.owners.get(one.zh, found.owners.get(one.key, "")),
    )  # fmt: skip


def _row(one: Cluster, found: Directed) -> dict[str, object]:
    whole = found.found
    aims = [aim for aim in whole.aims if aim.direction == one.key]
    return {
        "version": whole.taxonomy.key, "direction": one.key, "zh": one.zh, "en": one.en,
        "stated": list(whole.stated[one.key]),
        "words": words_of(one),
        "segments": [_aim_row(aim) for aim in aims],
        "clusters": [_cell(cell) for cell in whole.crosses(one, whole.clusters)],
        "chains": [
            {"chain": each.chain.id, "named": each.named, "covers": each.covers,
             "nodes": None if each.nodes is None else str(each.nodes)}
            for each in _touched(whole.chains, one)
        ],
        "city": [_cell(cell) for cell in whole.crosses(one, whole.city)],
        "owner": found.owners.get(one.zh, found.owners.get(one.key)),
        "uncovered": [each.key for each in whole.uncovered],
        "uncarried": one in whole.uncarried,
        "chains_uncovered": [each.id for each in whole.chains_uncovered],
        "outside": [_aim_row(aim) for aim in whole.outside],
        "versions": [each.key for each in found.versions],
    }  # fmt: skip


def _segment(one: Aim, whole: Directions) -> tuple[str, ...]:
    home = next(each for each in whole.taxonomy.clusters if each.key == one.direction)
    return (
        one.name, _name(home) + (say("directions.by_chain") if one.by_chain else ""),
        listed([_named(each) for each in one.chains]), listed([_name(each) for each in one.clusters]),
        listed([_name(each) for each in one.city]), one.facts[0],
    )  # fmt: skip


def _in_order(whole: Directions) -> list[Aim]:
    """The segments as their directions stand."""
    order = [one.key for one in whole.taxonomy.clusters]
    return sorted(whole.aims, key=lambda one: (order.index(one.direction), one.by_chain))


def _named(one: Named) -> str:
    chain = _chain(one.chain.name.zh, one.chain.name.en)
    return chain if one.part is None else f"{chain}·{_chain(one.part.zh, one.part.en)}"


def _version(one: Taxonomy) -> str:
    names = listed([_name(each) for each in one.clusters])
    return say("directions.one_version", version=one.key, source=one.source, names=names)


def _aim_row(one: Aim) -> dict[str, object]:
    return {
        "name": one.name, "facts": list(one.facts), "by_chain": one.by_chain,
        "nodes": [
            {"chain": each.chain.id, "part": each.part.zh if each.part else None} for each in one.chains
        ],
        "clusters": [each.key for each in one.clusters], "city": [each.key for each in one.city],
    }  # fmt: skip


def _cell(cell: Cross) -> dict[str, object]:
    return {"key": cell.other.key, "how": cell.how, "says": list(cell.says)}


def _met(cells: Iterable[Cross]) -> list[str]:
    return [_name(cell.other) + say(f"directions.how.{cell.how}") for cell in cells]


def _touched(chains: Iterable[ChainCover], direction: Cluster) -> list[ChainCover]:
    return [one for one in chains if one.direction == direction.key and (one.named or one.nodes)]


def _covered(one: ChainCover) -> str:
    name = _chain(one.chain.name.zh, one.chain.name.en)
    share = "" if one.nodes is None else f"{float(one.nodes):.0%}"
    return say("directions.covers" if one.covers else "directions.touches", name=name, share=share)


def _aim(one: Aim) -> str:
    return f"{one.name} {one.facts[0]}"


def _name(one: Cluster) -> str:
    return one.zh if language() == "zh" else one.en


def _chain(zh: str, en: str) -> str:
    return zh if language() == "zh" else en or zh
