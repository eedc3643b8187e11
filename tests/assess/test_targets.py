"""Targets, their bases and paces, and the reasons why there is none."""

from decimal import Decimal

import pytest

from bulian.assess.targets import Target, targets
from bulian.model.stored import Sourced
from tests.assess.made import said, source
from tests.assess.test_series import series_of


def _targets(*facts: Sourced) -> tuple[Target, ...]:
    return targets(series_of(*facts))


def _percent(number: Decimal | None) -> str:
    assert number is not None
    return f"{number * 100:.3g}"


def test_about_300_in_2021_to_500_in_2025_by_hand() -> None:
    (target,) = _targets(
        said("300亿元", "3e10", bound="approx"),
        said("500亿元", "5e10", period="2025", modality="forecast"),
    )
    assert target.start is not None
    assert target.start.years == 4
    pace = target.start.pace
    assert [_percent(part) for part in (pace.low, pace.rate, pace.high)] == ["12.2", "13.6", "15.1"]


def test_a_milestone_is_a_base_where_nothing_has_been_measured() -> None:
    far = _targets(
        said("300家", "300", unit="enterprises", indicator="企业数", period="2025", modality="forecast"),
        said("1000家", "1000", unit="enterprises", indicator="企业数", period="2035", modality="forecast"),
    )[1]
    assert far.start is not None
    assert far.start.datum.ahead
    assert _percent(far.start.pace.rate) == "12.8"


def test_the_targets_own_document_says_where_it_starts_and_rivals_stay_visible() -> None:
    report, bulletin = source("报告.txt", "2021-12"), source("公报.txt", "2022-06")
    (target,) = _targets(
        said("300亿元", "3e10", bound="approx", of=report),
        said("500亿元", "5e10", period="2025", modality="forecast", of=report),
        said("309.8亿元", "30980000000", of=bulletin),
    )
    assert target.start is not None
    assert target.start.datum.source == report
    assert [_percent(other.pace.rate) for other in target.others] == ["12.7"]


def test_shares_move_in_points_a_year() -> None:
    (target,) = _targets(
        said("60%", "60", unit="%", aspect="share", basis="工业"),
        said("65%", "65", unit="%", aspect="share", basis="工业", period="2025", modality="target"),
    )
    assert target.start is not None
    assert target.start.pace.rate == Decimal("1.25")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (said("100亿", "1e10", period=None, modality="target"), "undated"),
        (
            said("100亿", "1e10", period="2025", modality="target", quote="将达100亿级规模"),
            "order_of_magnitude",
        ),
        (said("6%", "6", aspect="growth", unit="%", period="2025", modality="target"), "rate"),
        (said("第一", "1", aspect="rank", unit="rank", period="2025", modality="target"), "rank"),
        (said("800亿元", "8e10", period="2021/2025", modality="target"), "several_years"),
        (said("50亿元", "5e9", period="2022", modality="forecast"), "no_base"),
    ],
)
def test_reasons(target: Sourced, why: str) -> None:
    (found,) = _targets(target)
    assert found.why_not == why
    assert found.start is None


def test_eleven_months_of_output_are_no_base_but_a_count_in_december_is() -> None:
    money = _targets(
        said("270亿元", "2.7e10", period="2021-01/2021-11"),
        said("500亿元", "5e10", period="2025", modality="forecast"),
    )
    firms = _targets(
        said("200家", "200", unit="enterprises", indicator="企业数", period="2021-12"),
        said("300家", "300", unit="enterprises", indicator="企业数", period="2025", modality="forecast"),
    )
    assert money[0].why_not == "part_of_a_year"
    assert firms[0].start is not None


def test_a_count_in_january_is_almost_two_years_before_the_end_of_next_year() -> None:
    (target,) = _targets(
        said(
            "120家",
            "120",
            unit="enterprises",
            indicator="企业数",
            period="2024-01",
            of=source(published_on="2024-02"),
        ),
        said("260家", "260", unit="enterprises", indicator="企业数", period="2025", modality="forecast"),
    )
    assert target.start is not None
    assert target.start.years == Decimal(23) / 12
    assert _percent(target.start.pace.rate) == "49.7"  # (260/120)^(12/23) = 1.497


def test_nine_months_ahead_is_too_near_for_a_yearly_pace() -> None:
    (target,) = _targets(
        said(
            "120家",
            "120",
            unit="enterprises",
            indicator="企业数",
            period="2025-03",
            of=source(published_on="2025-04"),
        ),
        said("260家", "260", unit="enterprises", indicator="企业数", period="2025", modality="forecast"),
    )
    assert target.why_not == "within_a_year"


def test_growth_from_a_loss_is_undefined() -> None:
    (target,) = _targets(
        said("-3亿元", "-3e8", indicator="利润"),
        said("5亿元", "5e8", indicator="利润", period="2025", modality="target"),
    )
    assert target.why_not == "not_positive"


def test_a_target_is_no_evidence_of_its_outcome() -> None:
    early = source("早.txt", "2021")
    (target,) = _targets(
        said("280亿元", "2.8e10", period="2020", of=early),
        said("300亿元", "3e10", period="2021", modality="forecast", of=early),
        said("309.8亿元", "30980000000", of=source("后.txt", "2022")),
    )
    assert target.outcome is not None
    assert target.outcome.fact.surface == "309.8亿元"
    assert target.start is not None
    assert target.start.datum.fact.period == "2020"


def test_a_target_repeated_by_two_documents_is_one() -> None:
    assert (
        len(
            _targets(
                said("500亿元", "5e10", period="2025", modality="forecast", of=source("甲.txt")),
                said("500亿元", "5e10", period="2025", modality="forecast", of=source("乙.txt")),
            )
        )
        == 1
    )
