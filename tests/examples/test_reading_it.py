"""What the program makes of the example district: its core figures, its disagreements, what is made up."""

from decimal import Decimal

import pytest

import bulian
from bulian.model.fact import Observation
from bulian.model.place import Span
from bulian.model.stored import Sourced
from bulian.steps.demonstrating import Demo

NOW = "2024-02-01T09:00:00+08:00"
DISTRICT = "重庆市大渡口区"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return bulian.demo(tmp_path_factory.mktemp("example") / "dadukou", lang="zh", now=NOW)


def observations(demo: Demo) -> list[tuple[Sourced, Observation]]:
    return [(one, one.fact) for one in demo.facts if isinstance(one.fact, Observation)]


# subject, indicator, aspect, value, bound, modality, period
CORE = [
    (DISTRICT, "规模以上工业增加值", "growth", "23.9", "exact", "actual", "2021-01/2021-11"),
    (DISTRICT, "规模以上工业增加值", "growth", "22.7", "exact", "actual", "2021"),
    (DISTRICT, "地区生产总值", "growth", "8.8", "exact", "actual", "2021"),
    (DISTRICT, "工业总产值", "level", "3e10", "approx", "actual", "2021"),
    (DISTRICT, "工业总产值", "level", "5e10", "exact", "forecast", "2025"),
    (DISTRICT, "规模以上工业总产值", "level", "30980000000", "exact", "actual", "2021"),
    (DISTRICT, "战略性新兴产业占工业比重", "share", "60", "exact", "actual", "2021-01/2021-11"),
    (DISTRICT, "外资企业数", "level", "87", "exact", "actual", "2021-12"),
    (DISTRICT, "港资企业数", "level", "41", "exact", "actual", "2021-12"),
    (DISTRICT, "大数据智能化企业数", "level", "450", "min", "actual", "2024-01"),
    (DISTRICT, "人口规模", "level", "6e5", "min", "forecast", "2030"),
    ("智能视觉产业", "产业规模", "level", "2e10", "min", "forecast", "2025"),
    ("新材料产业", "产值", "level", "1e10", "min", "forecast", "2030"),
    ("三峰环境", "垃圾处理量", "growth", "10.01", "exact", "actual", "2023"),
    ("三峰环境", "发电量", "growth", "8.28", "exact", "actual", "2023"),
]


@pytest.mark.parametrize("expected", CORE, ids=lambda row: f"{row[0]} {row[1]} {row[3]}")
def test_a_core_figure_is_read(demo: Demo, expected: tuple[str, ...]) -> None:
    subject, indicator, aspect, value, bound, modality, period = expected
    assert (subject, indicator, aspect, Decimal(value), bound, modality, period) in [
        (fact.subject, fact.indicator, fact.aspect, fact.value, fact.bound, fact.modality, fact.period)
        for _, fact in observations(demo)
    ]


def test_an_undated_target_stays_undated(demo: Demo) -> None:
    (target,) = [fact for _, fact in observations(demo) if "目標是生物健康醫藥" in fact.place.quote]
    assert (target.value, target.modality, target.period) == (Decimal("1e10"), "target", None)


def test_the_paragraph_printed_twice_gives_facts_with_two_places(demo: Demo) -> None:
    shares = [fact for _, fact in observations(demo) if fact.surface == "47.13%"]
    assert [len(fact.also) for fact in shares] == [1]


def test_exactly_what_disagrees_is_found(demo: Demo) -> None:
    found = {
        (one.key.indicator, one.period, tuple(side.data[0].fact.surface for side in one.sides))
        for one in demo.disagreements
        if not one.compatible
    }
    assert found == {
        ("人口规模", "2020", ("42万人", "44萬人")),
        ("规模以上工业总产值", "2021", ("35%", "35.7%")),
    }


def test_the_target_for_output_has_its_pace(demo: Demo) -> None:
    # (500 / 300) to the power of 1/4 is 1.136.
    paces = [
        target.start.pace.rate
        for target in demo.targets
        if target.key.indicator == "工业总产值" and target.start is not None
    ]
    assert [round(pace, 3) for pace in paces] == [Decimal("0.136")]


def test_exactly_the_rows_marked_so_are_synthetic(demo: Demo) -> None:
    for one, fact in observations(demo):
        in_workbook = one.source.name.endswith(".xlsx")
        public = fact.surface in {"23.9", "22.7", "35.7", "3098000"}
        assert fact.synthetic == (in_workbook and not public), (one.source.name, fact)


def test_every_fact_of_a_text_stands_where_it_says(demo: Demo) -> None:
    in_texts = [one.fact for one in demo.facts if isinstance(one.fact.place, Span)]
    assert len(in_texts) > 50
    for fact in in_texts:
        document = bulian.source(demo.workspace, fact.id).document
        assert isinstance(fact.place, Span)
        fact.place.verify(document.name, document.text)
