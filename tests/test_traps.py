"""The twelve traps of the founding reports (T1–T12), each by its name.

Own sentences say what each trap is; the two reports are read where they lie, and skipped elsewhere.
"""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

import bulian
from bulian.assess.conflicts import Conflicts
from bulian.assess.finding import Finding
from bulian.corpus.workspace import Workspace
from bulian.ledger.scope import Scope
from bulian.model.fact import Observation
from bulian.steps.checking import check
from bulian.steps.conflicting import conflicts
from tests.shared import SEEDS, needs_seeds

NOW = "2026-01-31T09:00:00+08:00"


def workspace(folder: Path, **texts: tuple[str, str]) -> Workspace:
    """A built workspace of documents, each by its name: its text and the day it was published."""
    made = bulian.init(folder / "区", region="500104")
    for name, (text, day) in texts.items():
        (made.sources / f"{name}.txt").write_text(text, "utf-8")
        (made.sources / f"{name}.txt.meta.toml").write_text(f'published_on = "{day}"\n', "utf-8")
    bulian.build(made, now=NOW)
    return made


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with both founding reports."""
    made = bulian.init(tmp_path_factory.mktemp("traps") / "区", region="500104")
    for file in sorted(SEEDS.glob("*.txt")):
        shutil.copy(file, made.sources / file.name)
    bulian.build(made, now=NOW)
    return made


def observations(place: Workspace) -> list[Observation]:
    return [one.fact for one in bulian.facts(place) if isinstance(one.fact, Observation)]


def findings(place: Workspace, rule: str) -> list[Finding]:
    return [one for one in check(place).checked.findings if one.rule == rule]


def apart(found: Conflicts, reason: str) -> list[set[str]]:
    return [
        {counts.datum.fact.surface for counts in each.standings}
        for each in found.apart
        if each.reason == reason
    ]


def test_T1_a_paragraph_printed_twice_is_one_claim_with_two_anchors(tmp_path: Path) -> None:
    paragraph = "目前，全区有外资企业95家，其中港资企业40家，占外资企业总数的42.11%。\n"
    place = workspace(tmp_path, 甲=(paragraph + "接着说别的。\n" + paragraph, "2022-03-01"))
    found = {fact.surface: fact for fact in observations(place)}
    assert {surface: len(fact.also) for surface, fact in found.items()} == {"95家": 1, "40家": 1, "42.11%": 1}
    assert [one.verdict for one in findings(place, "share")] == ["reproduced"]


@needs_seeds
def test_T1_in_the_founding_report(seeds: Workspace) -> None:
    doubled = [fact for fact in observations(seeds) if fact.surface in ("87家", "41家", "47.13%")]
    assert [len(fact.also) for fact in doubled] == [1, 1, 1]


def test_T2_two_scripts_are_one_name_and_a_short_name_waits_for_a_person(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        繁=("遠山匯吉生物有限公司主要生產診斷試劑。\n", "2021-12-20"),
        简=("远山汇吉生物有限公司主要生产分析仪。远山生物落户大渡口区。\n", "2024-01-09"),
    )
    full = "远山汇吉生物有限公司"
    assert bulian.identities(place).same("遠山匯吉生物有限公司", full)
    assert not bulian.identities(place).same(full, "远山生物")
    line = bulian.merge(place, full, "远山生物", by="王芳", why="工商登记为一家", now=NOW).line
    assert bulian.identities(place).same("遠山匯吉生物有限公司", "远山生物")
    bulian.undo(place, line, by="王芳", why="看错了", now=NOW)
    assert not bulian.identities(place).same(full, "远山生物")


@needs_seeds
def test_T2_in_the_founding_reports(seeds: Workspace) -> None:
    known = bulian.identities(seeds)
    assert known.same("國際複材", "重庆国际复合材料股份有限公司")
    assert known.same("中元匯吉", "中元汇吉")
    assert not known.same("中元汇吉", "中元生物")  # no report says so
    assert frozenset(("中元汇吉", "中元生物")) in {frozenset((one.one, one.other)) for one in known.undecided}


def test_T4_vintages_stay_side_by_side_and_only_like_periods_conflict(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        纪实=(
            "2021年1—11月，全区规上工业增加值同比增长21.4%。2021年，全区工业总产值约320亿元。",
            "2021-12-20",
        ),
        通报=("2021年，全区规上工业总产值同比增长31%。", "2022-06-10"),
        统计公报=(
            "2021年，全区规上工业增加值同比增长20.1%，规上工业总产值同比增长31.6%，工业总产值326.4亿元。",
            "2022-06-30",
        ),
    )
    found = conflicts(place).conflicts
    states = {
        tuple(side.data[0].fact.surface for side in one.found.sides): one.state for one in found.conflicts
    }
    assert states == {("31%", "31.6%"): "open", ("320亿元", "326.4亿元"): "compatible"}
    assert {"21.4%", "20.1%"} in apart(found, "period")
    in_force = {one.standing.datum.fact.surface for one in found.conflicts if one.standing}
    assert in_force == {"31.6%", "326.4亿元"}
    assert {loser.datum.fact.surface for one in found.conflicts for loser in one.losers} == {
        "31%",
        "320亿元",
    }


def test_T5_another_definition_with_the_same_number_is_no_conflict(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        纪实=("2023年，全区战略性新兴产业占工业的比重达58%。", "2024-01-20"),
        网站=("2023年，全区规上战略性新兴制造业产值占规上工业总产值的比重为58%。", "2024-08-07"),
    )
    found = conflicts(place).conflicts
    assert not found.conflicts
    (group,) = [each for each in found.apart if each.reason == "definition"]
    assert len({counts.datum.indicator for counts in group.standings}) == 2
    assert not [one for one in check(place).checked.findings if one.verdict == "contradicted"]


def test_T6_bounds_and_classes_are_kept(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        纪实=(
            "2023年，已集聚数字经济企业380多家，全区工业总产值约320亿元，"
            "智能传感产业产值突破180亿元。到2025年，食品加工产业产值达到百亿级。",
            "2024-01-20",
        ),
    )
    bounds = {fact.surface: fact.bound for fact in observations(place)}
    assert (bounds["380多家"], bounds["320亿元"], bounds["180亿元"]) == ("min", "approx", "min")
    counted = {datum.fact.surface for one in check(place).checked.findings for datum in one.facts}
    assert not any("百亿" in surface for surface in counted)


@needs_seeds
def test_T6_in_the_founding_reports(seeds: Workspace) -> None:
    bounds = {fact.surface: fact.bound for fact in observations(seeds)}
    assert (bounds["450多家"], bounds["300億元"], bounds["200億元"]) == ("min", "approx", "min")


def test_T9_every_printed_ratio_is_recomputed(tmp_path: Path) -> None:
    text = "2023年，全区外资企业95家，其中港资企业40家，占外资企业总数的{}%。"
    (tmp_path / "对").mkdir()
    (tmp_path / "错").mkdir()
    (good,) = findings(workspace(tmp_path / "对", 甲=(text.format("42.11"), "2024-03-01")), "share")
    (bad,) = findings(workspace(tmp_path / "错", 甲=(text.format("42.21"), "2024-03-01")), "share")
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")


@needs_seeds
def test_T9_in_the_founding_report(seeds: Workspace) -> None:
    """41/87 = 47.126 %, printed as 47.13 %."""
    (share,) = [one for one in findings(seeds, "share") if one.verdict == "reproduced"]
    assert share.computed is not None
    assert round(share.computed.point, 3) == Decimal("47.126")
    assert not [one for one in check(seeds).checked.findings if one.verdict == "contradicted"]


def test_T10_parts_cover_a_total_and_make_no_false_one(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        规划=(
            "2023年，地区生产总值412.6亿元，第一产业增加值12.4亿元，第二产业增加值187.9亿元。",
            "2024-01-20",
        ),
    )
    (one,) = findings(place, "sums")
    assert (one.verdict, one.why, one.missing) == ("not_checkable", "parts_missing", ("第三产业增加值",))


@needs_seeds
def test_T10_in_the_founding_report(seeds: Workspace) -> None:
    """Of 500 (2025) the dated parts cover more than 200; a class and an undated 100 are named, not added."""
    (one,) = findings(seeds, "covered")
    assert (one.verdict, one.why) == ("not_comparable", "definition")
    assert one.computed is not None
    assert one.stated is not None
    assert (one.computed.point, one.stated.point) == (Decimal("2e10"), Decimal("5e10"))
    assert len(one.missing) == 2


def test_T12_growth_whose_base_changed_scope_is_no_error(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        去年=("2022年，全区规模以上工业总产值498.3亿元。", "2023-03-20"),
        今年=("2023年，全区规模以上工业总产值529.4亿元，同比增长9.8%。", "2024-03-20"),
    )
    (one,) = findings(place, "growth")
    assert (one.verdict, one.why) == ("not_comparable", "scope")
    assert not [one for one in check(place).checked.findings if one.verdict == "contradicted"]


def test_T12_real_growth_of_the_gross_product_is_no_error(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        去年=("2022年，全区地区生产总值388.1亿元。", "2023-03-20"),
        今年=("2023年，全区地区生产总值412.6亿元，增长5.1%。", "2024-03-20"),
    )
    (one,) = findings(place, "growth")
    assert (one.verdict, one.why) == ("not_comparable", "price")


def test_T7_a_grade_published_in_april_assesses_no_year_that_the_text_does_not_name(tmp_path: Path) -> None:
    news = "2023年4月，大渡口区在某某示范区建设评估中获得优秀等级。\n"
    stated = "2023年4月，大渡口区在2022年度某某示范区建设评估中获得优秀等级。\n"
    for text, assessed in ((news, None), (stated, 2022)):
        place = workspace(tmp_path / str(assessed), 报道=(text, "2024-01-23"))
        (grade,) = bulian.targets(place, now=NOW).grades
        assert (grade.grade, grade.happened_on, grade.published_on) == ("优秀", "2023-04", "2024-01-23")
        assert grade.year_assessed == assessed


@needs_seeds
def test_T7_in_the_founding_report(seeds: Workspace) -> None:
    (grade,) = bulian.targets(seeds, now=NOW).grades
    assert (grade.grade, grade.happened_on, grade.year_assessed) == ("优秀", "2023-04", None)


def test_T8_undated_stays_undated_beside_two_that_are_dated(tmp_path: Path) -> None:
    text = (
        "生物健康医药产业的目标是100亿元。预计到2030年，新材料产业产值突破100亿元。"
        "到“十四五”末，食品工业产业规模将达100亿级。\n"
    )
    place = workspace(tmp_path, 目标=(text, "2021-12-20"))
    found = {one.key.subject: one for one in bulian.targets(place, now=NOW).tracked}
    deadlines = {subject: one.datum.fact.period for subject, one in found.items()}
    assert deadlines["新材料产业"] == "2030"
    assert deadlines["食品工业产业"] == "2025"
    (undated,) = [one for one in found.values() if one.datum.fact.period is None]
    assert (undated.state, undated.base, undated.odds, undated.progress) == ("undated", None, None, None)


@needs_seeds
def test_T8_in_the_founding_report(seeds: Workspace) -> None:
    undated = [one for one in bulian.targets(seeds, now=NOW).tracked if one.state == "undated"]
    assert [one.datum.fact.surface for one in undated] == ["100億"]


@needs_seeds
def test_T10_the_targets_of_the_founding_report_make_no_false_total(seeds: Workspace) -> None:
    """Above 200 is named of 500; 100亿级 is a class, health has no date, and 2030 is another year."""
    (parts,) = bulian.targets(seeds, now=NOW).parts
    assert [datum.subject for datum in parts.covered] == ["智能视觉产业"]
    assert sorted(why for _, why in parts.beside) == ["class", "other_year", "undated"]
    assert (parts.named, parts.uncovered, parts.coherence) == (Decimal("2e10"), Decimal("3e10"), "fits")


EXAMPLE = Path(__file__).parents[1] / "examples" / "dadukou" / "clusters"


def test_T3_taxonomies_are_versions_with_a_crosswalk_and_none_is_overwritten(tmp_path: Path) -> None:
    place = workspace(tmp_path, 综述=("2021年，全区工业总产值约300亿元。\n", "2021-12-20"))
    shutil.copytree(EXAMPLE, place.clusters)
    then = bulian.clusters(place, now="2022-01-31T09:00:00+08:00").taxonomy
    now = bulian.clusters(place, now=NOW).taxonomy
    assert [one.zh for one in then.clusters][-1] == "食品工业"
    assert "重庆小面" in [one.zh for one in now.clusters]
    # A report as of 2022 keeps the taxonomy of its time.
    assert bulian.clusters(place, scope=Scope(as_of="2022"), now=NOW).taxonomy == then
    crossed = bulian.compare(place, "pillars_2021", now=NOW)
    met = {(cell.one.zh, cell.other.zh): cell.how for cell in crossed.cells}
    assert met["食品工业", "重庆小面"] == "stated"
    assert met["新材料", "新材料"] == "same_name"
    attracted = bulian.compare(place, "directions_2021", now=NOW)
    assert [one.zh for one in attracted.unmatched] == ["文化休闲旅游"]
    assert {one.zh for one in attracted.unmatched_other} == {"重庆小面", "新材料"}


def test_T6_a_sum_is_no_more_exact_than_its_parts_and_a_class_is_no_number(tmp_path: Path) -> None:
    text = (
        "甲电子有限公司2023年营业收入突破50亿元。乙电子有限公司2023年营业收入20亿元。\n"
        "丙电子有限公司2023年营业收入达到百亿级。\n"
    )
    place = workspace(tmp_path, 通报=(text, "2024-01-20"))
    register = "企业名称,所属产业\n甲电子有限公司,新材料\n乙电子有限公司,新材料\n丙电子有限公司,新材料\n"
    (place.sources / "名录.csv").write_text(register, "utf-8")
    shutil.copytree(EXAMPLE, place.clusters)
    bulian.build(place, now=NOW)
    (view,) = bulian.clusters(place, "新材料", year=2023, now=NOW).views
    (roll,) = view.rolls
    assert (roll.total.value, roll.total.bound) == (Decimal("7000000000"), "min")
    assert roll.total.unknown == ("丙电子有限公司",)
    assert roll.distance is not None
    assert (roll.distance.reached, roll.distance.short) == (False, Decimal("3000000000"))


def test_T11_a_firm_that_is_a_sixth_of_its_district_is_named(tmp_path: Path) -> None:
    text = (
        "2021年，全区工业总产值约300亿元。甲生物有限公司2021年产值预计突破50亿元，"
        "乙食品有限公司2021年产值3亿元。\n"
    )
    place = workspace(tmp_path, 综述=(text, "2021-12-20"))
    shutil.copytree(EXAMPLE, place.clusters)
    (found,) = bulian.clusters(place, now=NOW).dependences
    assert found.part.subject == "甲生物有限公司"
    assert found.part.ahead  # expected, and said to be
    assert round(found.share.point, 4) == Decimal("0.1667")
    # 突破50 over 约300: at least 50 / 315, and upwards open.
    assert found.share.low is not None
    assert round(found.share.low, 4) == Decimal("0.1587")
    assert found.share.high is None


@needs_seeds
def test_T11_in_the_founding_report(seeds: Workspace) -> None:
    found = bulian.clusters(seeds, taxonomy="cq_33618", now=NOW).dependences
    (heaviest, *_) = found
    assert heaviest.part.value == Decimal("5000000000")
    assert heaviest.whole.value == Decimal("30000000000")
    assert heaviest.part.bound == "min"
