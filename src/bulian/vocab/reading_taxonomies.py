"""Reading taxonomies from their files; an error names file and line."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from bulian.model.period import days
from bulian.vocab.gbt4754 import industry
from bulian.vocab.marked_yaml import Entry
from bulian.vocab.sets import files_of, keyed_entry
from bulian.vocab.taxonomy import CITY, Cluster, Criterion, Kind, Link, Segment, Taxonomy, class_edge
from bulian.vocab.templates import templates

_CRITERIA = ("listed", "code", "product")


def taxonomies(own: Path | None = None) -> dict[str, Taxonomy]:
    """Every taxonomy by its key: the city's, then those of the workspace's folder `own`, oldest first.

    Raises:
        VocabularyError: a file does not fit; names file and line.
    """
    found = [
        _city(),
        *sorted((_taxonomy(file) for file in files_of(own)), key=lambda one: (one.valid_from, one.key)),
    ]
    return {one.key: one for one in found}


def _city() -> Taxonomy:
    told = templates()[CITY]
    cells = (
        Cluster(one.key, one.zh, one.en, (one.zh,), products=one.words, include=(("product",),), scale=None)
        for one in told.cells
    )
    return Taxonomy(
        told.key, told.zh, told.en, "clusters", told.in_force or "2023-06", None, told.source, tuple(cells),
        file=f"{CITY}.yaml",
    )  # fmt: skip


def _taxonomy(file: Path) -> Taxonomy:
    entry = keyed_entry(file, "zh", "en", "kind", "valid_from", "valid_to", "source", "clusters", "links")
    kind = entry.optional("kind") or "clusters"
    if kind not in ("clusters", "directions"):
        raise entry.wrong(
            f"kind is {kind!r}; write clusters or directions", "kind 应为 clusters 或 directions"
        )
    valid_to = entry.optional("valid_to")
    taxonomy = Taxonomy(
        key=entry.text("key"), zh=entry.text("zh"), en=entry.text("en"), kind=cast(Kind, kind),
        valid_from=_day(entry, entry.text("valid_from")),
        valid_to=None if valid_to is None else _day(entry, valid_to),
        source=entry.text("source"),
        clusters=tuple(_cluster(one) for one in entry.entries("clusters")),
        links=tuple(_link(one) for one in entry.entries("links")),
        file=file.name,
    )  # fmt: skip
    _check(entry, taxonomy)
    return taxonomy


def _day(entry: Entry, text: str) -> str:
    try:
        days(text)
    except ValueError as error:
        raise entry.wrong(
            f"{text} is no date; write 2021-12-20", f"{text} 不是日期，请写成 2021-12-20"
        ) from error
    return text


def _cluster(entry: Entry) -> Cluster:
    entry.refuse_others(
        "key", "zh", "en", "aka", "codes", "products", "include", "scale", "parts", "segments", "quality"
    )
    zh, scale = entry.text("zh"), entry.optional("scale")
    if scale is not None:
        try:
            class_edge(scale)
        except ValueError as error:
            raise entry.wrong(
                f"{scale} is no class; write 百亿级", f"{scale} 不是级别，请写成 百亿级"
            ) from error
    return Cluster(
        key=entry.text("key"), zh=zh, en=entry.text("en"), names=(zh, *entry.words("aka")),
        codes=_codes(entry), products=entry.words("products"), include=_include(entry),
        scale=scale, parts=entry.words("parts"),
        segments=tuple(_segment(one) for one in entry.entries("segments")), quality=entry.optional("quality"),
    )  # fmt: skip


def _segment(entry: Entry) -> Segment:
    entry.refuse_others("key", "zh", "en", "codes", "products")
    products = entry.words("products")
    return Segment(entry.text("key"), entry.text("zh"), entry.text("en"), _codes(entry), products)


def _link(entry: Entry) -> Link:
    entry.refuse_others("from", "cluster", "to", "why")
    return Link(entry.text("from"), entry.text("cluster"), entry.text("to"), entry.text("why"))


def _codes(entry: Entry) -> tuple[str, ...]:
    found = []
    for written in entry.words("codes"):
        known = industry(written)
        if known is None:
            raise entry.wrong(
                f"{written} is no code of GB/T 4754-2017; write it in quotation marks, as '0111'",
                f"GB/T 4754-2017 里没有代码 {written}；请加引号写，如 '0111'",
            )
        found.append(known.code)
    return tuple(found)


def _include(entry: Entry) -> tuple[tuple[Criterion, ...], ...]:
    given = entry.get("include")
    if given is None:
        return Cluster("", "", "", ()).include
    groups = [tuple(one) if isinstance(one, list) else (one,) for one in given]
    for one in (criterion for group in groups for criterion in group):
        if one not in _CRITERIA:
            raise entry.wrong(
                f"include knows {', '.join(_CRITERIA)}, not {one!r}",
                f"include 只能写 {'、'.join(_CRITERIA)}，不认识“{one}”",
            )
    return cast(tuple[tuple[Criterion, ...], ...], tuple(groups))


def _check(entry: Entry, taxonomy: Taxonomy) -> None:
    """Refuse double names, unknown parts and circles, at the cluster's own line."""
    lines = dict(zip((one.key for one in taxonomy.clusters), entry.entries("clusters"), strict=True))
    if not taxonomy.clusters:
        raise entry.wrong("it names no cluster", "没有写任何集群")
    seen: dict[str, str] = {}
    for one, at in zip(taxonomy.clusters, entry.entries("clusters"), strict=True):
        for name in dict.fromkeys((one.key, *one.names)):
            if name in seen:
                raise at.wrong(
                    f"{name!r} already names cluster {seen[name]}", f"“{name}”已经是集群 {seen[name]} 的名字"
                )
            seen[name] = one.key
        for part in one.parts:
            if part not in lines:
                raise at.wrong(f"part {part!r} is no cluster here", f"组成部分“{part}”不是这里的集群")
    _refuse_circles(taxonomy, lines)
    for link, at in zip(taxonomy.links, entry.entries("links"), strict=True):
        if link.to not in lines:
            raise at.wrong(f"{link.to!r} is no cluster here", f"“{link.to}”不是这里的集群")


def _refuse_circles(taxonomy: Taxonomy, lines: Mapping[str, Entry]) -> None:
    parts = {one.key: one.parts for one in taxonomy.clusters}

    def walk(key: str, path: tuple[str, ...]) -> None:
        if key in path:
            round_trip = " → ".join((*path[path.index(key) :], key))
            raise lines[key].wrong(
                f"the definition goes in a circle: {round_trip}", f"定义成了循环：{round_trip}"
            )
        for part in parts[key]:
            walk(part, (*path, key))

    for key in parts:
        walk(key, ())
