"""The ladder, the share of strategic industries and the coverage of a small register, checked by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
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
