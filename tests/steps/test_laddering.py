"""The ladder, the share of strategic industries and the coverage of a small register, checked by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.steps.evaluating import evaluate
from bulian.steps.laddering import ladder
from bulian.steps.profiling import firm, firms, sei
from tests.steps.register import NOW, registered


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return registered(tmp_path_factory.mktemp("ladder"))


def test_titles_hold_until_their_day(place: Workspace) -> None:
    rungs = {one.rung.key: one for one in ladder(place, now=NOW).rungs}
    assert [one.firm.name[0] for one in rungs["little_giant"].in_force] == ["甲"]
    assert rungs["specialised"].in_force == ()  # 小巨人 is not counted a second time as 专精特新
    # No end told: three years from 2020-10-09, and that it was reckoned is said.
    (expired,) = rungs["hightech"].expired
    assert (expired.until, expired.reckoned) == ("2023-10-09", True)
    assert [one.firm.name[0] for one in rungs["innovative"].undated] == ["丁"]
    later = {one.rung.key: one for one in ladder(place, now="2025-09-01T00:00:00+08:00").rungs}
    assert later["little_giant"].in_force == ()


def test_size_is_held_against_the_line_of_the_industry(place: Workspace) -> None:
    sizes = {one.firm.name[0]: one for one in ladder(place, now=NOW).sizes}
    assert sizes["甲"].size == "above"
    # 软件: 2000 万; 1900 / 2000 = 95 %.
    assert (sizes["戊"].size, sizes["戊"].ratio) == ("candidate", Decimal("0.95"))
    assert sizes["庚"].size == "unknown"


def test_one_criterion_short_says_which_and_what_is_unknown(place: Workspace) -> None:
    rungs = {one.rung.key: one for one in ladder(place, now=NOW).rungs}
    short = {one.firm.name[0]: one for one in rungs["specialised"].one_short}
    # 丁: R&D 12 万 below 100 万 and 0.27 % below 3 %: two clauses. 乙: 50 万 and 1 %: two as well.
    assert "丁" not in short
    assert "乙" not in short
    assert rungs["little_giant"].method is not None


def test_strategic_by_code_by_product_or_unknown(place: Workspace) -> None:
    ((synthetic, share),) = sei(place, now=NOW).shares
    assert not synthetic
    by_firm = {one.firm.name[0]: one for one in share.counted}
    assert (by_firm["甲"].why, by_firm["甲"].strategic) == ("code", Decimal("120000000"))
    # 丙: 3000 万 in all; 2000 strategic, 600 marked not, 400 that no product accounts for.
    assert (by_firm["丙"].why, by_firm["丙"].strategic) == ("products", Decimal("20000000"))
    assert by_firm["丙"].unknown == Decimal("4000000")
    # 戊: a starred code without product shares is unknown, never counted.
    assert by_firm["戊"].why == "starred"
    assert [by_firm["戊"].strategic, by_firm["戊"].unknown] == [0, 19_000_000]
    assert by_firm["丁"].why == "not_strategic"
    # (12000 + 5000 + 2000) / 26300, and with what is open (400 + 1900) more.
    assert share.denominator == Decimal("263000000")
    assert share.bounds == (Decimal(190) / Decimal(263), Decimal(213) / Decimal(263))


def test_without_a_map_there_is_no_share(tmp_path: Path) -> None:
    place = registered(tmp_path)
    (place.clusters / "sei.csv").unlink()
    with pytest.raises(BadRequest, match="Order No"):
        sei(place, now=NOW)


def test_coverage_tells_what_is_known_what_not_and_how_old(place: Workspace) -> None:
    found = {one.attribute.key: one for one in firms(place, now="2026-06-01T00:00:00+08:00").coverage}
    assert len(found["revenue"].known) == 6
    assert {name[0] for name in found["revenue"].unknown} == {"庚"}
    assert len(found["revenue"].stale) == 6  # of 2023 or 2021, and 2026 is more than two years on
    assert {name[0] for name in found["origin"].unknown} == {"戊"}
    assert found["output"].known == ()


def test_a_firm_over_time(place: Workspace) -> None:
    one = firm(place, "甲药业", now=NOW).firm
    assert one.years("rd") == (2021, 2023)
    assert one.number("rd", 2022) is None
    assert one.intensity(2021) == Decimal("0.05")
    assert (one.origin, one.settled, one.left) == ("home_grown", 2010, None)
    assert one.industry is not None
    assert one.industry.code == "2761"
    with pytest.raises(BadRequest, match="Several"):
        firm(place, "药业", now=NOW)


METHOD = """key: specialised_sme_2026
zh: 两条办法
en: Two clauses
document: 某文〔2026〕1号
source: 某处
status: our_own
applies_to: firm
clauses:
  - {key: size, zh: 收入3000万元以上, en: Revenue of 30 million, indicator: [营业收入], at_least: 3000万元}
  - {key: rd, zh: 研发100万元以上, en: R&D of 1 million, indicator: [研发费用], at_least: 100万元}
"""
WORD = "  - {key: clean, zh: 有人确认, en: Attested, attested: true}\n"


@pytest.mark.parametrize(("text", "sure"), [(METHOD, True), (METHOD + WORD, False)])
def test_one_short_is_told_apart_from_one_short_at_least(tmp_path: Path, text: str, sure: bool) -> None:
    place = registered(tmp_path)
    (place.root / "templates").mkdir()
    (place.root / "templates" / "specialised_sme_2026.yaml").write_text(text, "utf-8")
    rungs = {one.rung.key: one for one in ladder(place, now=NOW).rungs}
    told, other = rungs["specialised"].one_short, rungs["specialised"].at_least_one
    several, none = (told, other) if sure else (other, told)
    # 乙 and 丁 spend 50 and 12 万; 戊 makes 1900 万; 丙 tells nothing of R&D, and no clause of it fails.
    assert {(one.firm.name[0], one.failing.part.key) for one in several} == {
        ("乙", "rd"), ("丁", "rd"), ("戊", "size"),
    }  # fmt: skip
    assert none == ()


def test_a_rung_goes_by_the_method_in_force_on_the_day(place: Workspace) -> None:
    def of(day: str) -> str | None:
        rungs = {one.rung.key: one for one in ladder(place, now=f"{day}T00:00:00+08:00").rungs}
        method = rungs["specialised"].method
        return method.key if method else None

    assert of("2026-03-31") == "specialised_sme_2022"
    assert of("2026-04-01") == "specialised_sme_2026"


def test_a_title_of_a_register_meets_a_clause_until_it_runs_out(place: Workspace) -> None:
    # 乙's 高新技术企业 of 2020-10-09 holds three years: in 2023 it had run out, in 2021 it held.
    def way(year: int) -> str:
        (one,) = evaluate(place, "innovative_sme_2022", subject="乙药业有限公司", year=year).evaluations
        return one.verdicts[0].outcome

    assert (way(2021), way(2023)) == ("pass", "unknown")
