"""Directions held against sentences, clusters and chains; sentences and districts are made up."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from bulian.model.chain import Chain, Name, Node
from bulian.model.fact import Relation
from bulian.model.place import Span
from bulian.model.stored import Sourced
from bulian.plan.directions import Directions, directions, with_segments
from bulian.plan.told import told_clusters, told_directions
from bulian.vocab.taxonomy import Cluster, Taxonomy
from tests.chain.made import SOURCE, sourced

HOME = "示例区"
SMART = Cluster("smart", "智能制造", "Smart making", ("智能制造",), codes=("39",), products=("芯片",))
TRADE = Cluster("trade", "现代物流", "Logistics", ("现代物流",), codes=("59",))
FOUR = Taxonomy("d", "方向", "directions", "directions", "2021", None, "a.txt", (SMART, TRADE))
CLUSTERS = Taxonomy(
    "c",
    "集群",
    "clusters",
    "clusters",
    "2024",
    None,
    "b.txt",
    (
        Cluster("smart", "智能制造", "Smart making", ("智能制造",)),
        Cluster("new", "新材料", "Materials", ("新材料",)),
    ),
)
CITY = Taxonomy("city", "市", "city", "clusters", "2023", None, "c", ())


def relation_in(head: str, kind: str, tail: str, quote: str = "") -> Sourced:
    """A relation read in a sentence."""
    words = quote or f"{head}{kind}{tail}"
    return sourced(Relation(SOURCE.doc, Span(0, len(words), words), head, kind, tail, "test"))


def chain(*codes: str, clusters: tuple[str, ...] = ()) -> Chain:
    nodes = tuple(
        Node(f"n{number}", "s", Name(f"环节{number}"), codes=((code, Decimal(1)),))
        for number, code in enumerate(codes)
    )
    return Chain("x", Name("示例链"), "1", (), clusters, (), (), nodes, ())


def held(facts: Sequence[Sourced] = (), *chains: Chain) -> Directions:
    return directions(FOUR, facts, (CLUSTERS, CITY), chains, frozenset({HOME}))


def test_what_no_direction_covers_and_what_no_cluster_carries() -> None:
    found = held()
    assert [one.zh for one in found.uncovered] == ["新材料"]
    assert [one.zh for one in found.uncarried] == ["现代物流"]


def test_segments_come_from_what_documents_say_and_parts_of_parts_too() -> None:
    found = held(
        [
            relation_in("芯片设计", "part_of", "集成电路"),
            relation_in("集成电路", "part_of", "智能制造产业"),
            relation_in(HOME, "targets", "汽车芯片"),
            relation_in(HOME, "targets", "文旅"),
            relation_in("别区", "targets", "钢铁"),
        ]
    )
    assert {(one.name, one.direction) for one in found.aims} == {
        ("芯片设计", "smart"),
        ("集成电路", "smart"),
        ("汽车芯片", "smart"),
    }
    assert [one.name for one in found.outside] == ["文旅"]
    assert all(one.facts for one in (*found.aims, *found.outside))


def test_a_chain_is_covered_by_name_or_by_half_of_its_nodes() -> None:
    half, less, named = (
        chain("3912", "3011"),
        chain("3912", "3011", "3021"),
        chain("3011", clusters=("智能制造",)),
    )
    for one, nodes, covers in ((half, Fraction(1, 2), True), (less, Fraction(1, 3), False), (named, 0, True)):
        smart, trade = held((), one).chains
        assert (smart.nodes, smart.covers, trade.covers) == (nodes, covers, False)
    assert [one.id for one in held((), less).chains_uncovered] == ["x"]


def test_a_sentence_on_directions_names_them_all_and_the_longest_counts() -> None:
    quote = "示例区明确大智能制造、现代物流两大招商方向"
    facts = [
        relation_in(HOME, "targets", "现代物流", quote),
        relation_in(HOME, "targets", "大智能制造产业", "聚焦大智能制造"),
        relation_in(HOME, "targets", "智能制造", "发展智能制造"),
        relation_in(HOME, "targets", "钢铁", "发展钢铁"),
    ]
    (told,) = told_directions(facts)
    assert [one.zh for one in told.clusters] == ["大智能制造", "现代物流"]
    assert told_directions(facts[1:]) == ()


def test_a_direction_is_stated_by_the_sentence_that_calls_it_one() -> None:
    called = relation_in(HOME, "targets", "现代物流", "示例区明确智能制造、现代物流两大招商方向")
    aimed = relation_in(HOME, "targets", "智能制造", "发展智能制造")
    assert held([called, aimed]).stated == {"smart": (called.fact.id,), "trade": (called.fact.id,)}
    assert held([aimed]).stated == {"smart": (aimed.fact.id,), "trade": ()}


def test_a_version_that_was_only_told_takes_its_segments_as_words() -> None:
    found = held([relation_in("芯片设计", "part_of", "智能制造")])
    assert with_segments(FOUR, found.aims).clusters[0].products == ("芯片", "芯片设计")


def in_source(one: Sourced, name: str, day: str | None) -> Sourced:
    return replace(one, source=replace(one.source, name=name, published_on=day))


def test_each_document_on_directions_is_a_version_and_an_undated_one_comes_first() -> None:
    old = relation_in(HOME, "targets", "钢铁", "示例区明确钢铁招商方向")
    new = relation_in(HOME, "targets", "现代物流", "示例区明确现代物流招商方向")
    bare = relation_in(HOME, "targets", "旅游", "示例区明确旅游招商方向")
    several = [
        in_source(new, "新.txt", "2024-01"),
        in_source(bare, "无.txt", None),
        in_source(old, "旧.txt", "2021"),
    ]
    found = told_directions(several)
    assert [(one.key, one.source) for one in found] == [
        ("told_undated", "无.txt"),
        ("told_2021", "旧.txt"),
        ("told_2024-01", "新.txt"),
    ]
    assert [one.holds_on("2022-06-30") for one in found] == [True, True, False]


def test_clusters_told_are_those_a_sentence_on_clusters_says_the_district_has() -> None:
    quote = "示例区发展智能制造、新材料两大产业集群"
    facts = [
        relation_in("智能制造产业", "part_of", HOME, quote),
        relation_in("新材料产业", "part_of", HOME, quote),
        relation_in("冶金", "part_of", HOME, "形成以冶金为主体的工业体系"),
        relation_in("钢铁产业", "part_of", "别区", "别区发展钢铁产业集群"),
    ]
    (told,) = told_clusters(facts, frozenset({HOME}))
    assert ([one.zh for one in told.clusters], told.kind) == (["智能制造", "新材料"], "clusters")
    assert told_clusters(facts[2:], frozenset({HOME})) == ()


def test_an_aim_lies_where_the_chain_it_names_is_covered_unless_several_cover_it() -> None:
    own = chain("3912", clusters=("智能制造",))
    aims = [relation_in(HOME, "targets", "环节0企业")]
    (aim,) = held(aims, own).aims
    assert (aim.direction, aim.by_chain, aim.chains[0].chain.id) == ("smart", True, "x")
    both = chain("3912", clusters=("智能制造", "现代物流"))
    assert [one.name for one in held(aims, both).outside] == ["环节0企业"]
    assert [one.name for one in held(aims).outside] == ["环节0企业"]


def test_a_segment_meets_the_clusters_it_has_words_in_common_with() -> None:
    found = held(
        [relation_in("新材料加工", "part_of", "智能制造"), relation_in("仓储", "part_of", "现代物流")]
    )
    assert {one.name: [each.zh for each in one.clusters] for one in found.aims} == {
        "新材料加工": ["新材料"],
        "仓储": [],
    }
