"""Sets of gauges as YAML: the shipped are sound, a district's own is read, a wrong one names its line."""

from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab.indicators import indicators
from bulian.vocab.scorecards import gauge_sets

OWN = """key: ours
zh: 自选
en: Ours
document: 内部
status: our_own
first: 2023
dimensions:
  - key: green
    zh: 绿色
    en: Green
    gauges:
      - {key: energy, zh: 能耗, en: Energy, indicator: 单位产值能耗, better: lower}
"""


def test_the_shipped_sets_have_their_sides_and_name_indicators_the_reader_knows() -> None:
    sets = gauge_sets()
    sides = [one.zh for one in sets["quality"].dimensions]
    assert sides == ["速度", "结构", "效益", "创新", "绿色", "开放"]
    assert sets["plan_2021"].covers(2025)
    assert not sets["plan_2021"].covers(2026)
    for one in sets.values():
        for gauge in (gauge for side in one.dimensions for gauge in side.gauges):
            names = gauge.quantity.names
            assert any(name in indicators() or "占" in name for name in names), gauge.key


def test_a_set_of_the_workspace_stands_beside_the_shipped(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(OWN, "utf-8")
    ours = gauge_sets(tmp_path)["ours"]
    assert (ours.own, ours.first, ours.last) == (True, 2023, None)
    assert ours.dimensions[0].gauges[0].better == "lower"


@pytest.mark.parametrize(
    ("was", "now", "word"),
    [
        ("key: ours", "key: other", "file's name"),
        ("better: lower", "better: cheaper", "cheaper"),
        ("first: 2023", "first: 二三年", "a year"),
        ("better: lower", "over: 产值, growth: true", "growth"),
        ("indicator: 单位产值能耗, ", "", "indicator"),
        ("key: energy, zh", "key: energy, weight: 3, zh", "weight"),
        ("first: 2023", "first: 2023\nlast: 2020", "before"),
    ],
)
def test_a_set_that_does_not_fit_is_refused_with_its_line(
    tmp_path: Path, was: str, now: str, word: str
) -> None:
    assert was in OWN
    (tmp_path / "ours.yaml").write_text(OWN.replace(was, now, 1), "utf-8")
    with pytest.raises(VocabularyError, match=word) as caught:
        gauge_sets(tmp_path)
    assert "ours.yaml" in str(caught.value)
