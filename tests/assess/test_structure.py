"""Compositions read from facts, their concentration by hand, and what moved between years."""

from collections.abc import Callable
from pathlib import Path

import pytest

import bulian
from bulian.assess.composition import Composition, compositions
from bulian.assess.concentration import Concentration, concentration
from bulian.assess.datum import data_in_force
from bulian.assess.restructuring import REST, restructuring, shift_shares
from bulian.errors import BadRequest
from bulian.steps.identifying import identities

NOW = "2026-01-31T09:00:00+08:00"
Compose = Callable[[str], tuple[Composition, ...]]


@pytest.fixture
def compose(tmp_path: Path) -> Compose:
    """The compositions of a district whose only source is the text given."""

    def made(text: str) -> tuple[Composition, ...]:
        place = bulian.init(tmp_path / "区", region="500104")
        (place.sources / "公报.txt").write_text(text, "utf-8")
        bulian.build(place, now=NOW)
        who = identities(place)
        return compositions(data_in_force(bulian.facts(place), who), who, who.name_of(place.name))

    return made


WHOLE = (
    "2021年，全区营业收入100亿元。玻璃产业营业收入50亿元，食品产业营业收入30亿元，装备产业营业收入20亿元。\n"
)
LATER = (
    "2022年，全区营业收入120亿元。玻璃产业营业收入48亿元，食品产业营业收入36亿元，装备产业营业收入36亿元。\n"
)


def _numbers(one: Concentration) -> list[float]:
    levels = one.levels
    return [round(levels.hhi.low, 3), round(levels.effective.low, 3), round(levels.top1.low, 3)]


def test_industries_and_their_total_make_a_composition(compose: Compose) -> None:
    (found,) = compose(WHOLE)
    assert (found.by, found.measure, found.year) == ("industry", "营业收入", 2021)
    assert [part.name for part in found.parts] == ["玻璃产业", "食品产业", "装备产业"]
    assert found.whole is not None
    assert len(set(found.facts)) == 4


def test_a_whole_list_by_hand(compose: Compose) -> None:
    # .25 + .09 + .04 = .38; 1/.38 = 2.632, below 3: one dominates, and half is half.
    one = concentration(compose(WHOLE)[0], largest=False)
    assert _numbers(one) == [0.38, 2.632, 0.5]
    assert one.verdicts == ("one",)
    assert one.coverage == pytest.approx(1)


def test_a_list_that_is_not_whole_has_bounds(compose: Compose) -> None:
    # 40 + 10 of 100: least .17; the half left in one piece .25 more; in pieces of at most 10 %, .05 more.
    (found,) = compose("2021年，全区营业收入100亿元。玻璃产业营业收入40亿元，食品产业营业收入10亿元。\n")
    loose, tight = (concentration(found, largest=largest) for largest in (False, True))
    assert (loose.levels.hhi.low, loose.levels.hhi.high) == pytest.approx((0.17, 0.42))
    assert (tight.levels.hhi.low, tight.levels.hhi.high) == pytest.approx((0.17, 0.22))
    assert loose.coverage == pytest.approx(0.5)
    assert loose.verdicts == ("one", "between")
    assert tight.verdicts == ("between",)


def test_a_firm_of_a_known_total_bounds_it(compose: Compose) -> None:
    # 50 of 300 is a sixth at least.
    text = "2021年，全区工业总产值300亿元。2021年，示例生物股份有限公司实现产值50亿元。\n"
    (found,) = compose(text)
    assert (found.by, found.measure) == ("firm", "工业总产值")
    assert concentration(found, largest=False).levels.top1.low == pytest.approx(1 / 6)


def test_more_than_a_number_counts_with_what_is_not_listed(compose: Compose) -> None:
    text = "2021年，全区营业收入100亿元。玻璃产业营业收入40亿元，食品产业营业收入超过10亿元。\n"
    one = concentration(compose(text)[0], largest=True)
    assert one.unlisted == ("食品产业",)
    assert one.coverage == pytest.approx(0.4)
    assert one.levels.hhi.high == pytest.approx(0.16 + 0.36)


def test_parts_beyond_their_total_have_no_numbers(compose: Compose) -> None:
    text = "2021年，全区营业收入60亿元。玻璃产业营业收入40亿元，食品产业营业收入30亿元。\n"
    one = concentration(compose(text)[0], largest=False)
    assert one.trouble is not None
    assert "A share above one" in one.trouble[0]


def test_a_definition_is_no_industry_and_a_target_is_no_outcome(compose: Compose) -> None:
    text = "2021年，全区营业收入100亿元，规模以上工业营业收入80亿元。到2025年，玻璃产业营业收入达到90亿元。\n"
    assert compose(text) == ()


def test_what_moved_by_hand(compose: Compose) -> None:
    # .5 .3 .2 → .4 .3 .3: a tenth changed hands.
    before, after = compose(WHOLE + LATER)
    found = restructuring(before, after)
    assert found.moved == pytest.approx(0.1)
    assert found.jumps == ()
    assert (found.came, found.went) == ((), ())


def test_breaks_are_marked(compose: Compose) -> None:
    later = "2022年，全区营业收入120亿元。玻璃产业营业收入20亿元，文旅产业营业收入36亿元。\n"
    found = restructuring(*compose(WHOLE + later))
    assert found.came == ("文旅产业",)
    assert found.went == ("装备产业", "食品产业")
    assert [jump.name for jump in found.jumps] == ["玻璃产业"]


def test_shift_share_closes_and_the_rest_is_a_part(compose: Compose) -> None:
    before, after = compose(WHOLE + LATER)
    reference = {
        2021: {"玻璃产业": 500.0, "食品产业": 300.0, "矿业": 200.0},
        2022: {"玻璃产业": 550.0, "食品产业": 390.0, "矿业": 160.0},
    }
    found = {one.name: one for one in shift_shares(before, after, reference)}
    assert set(found) == {"玻璃产业", "食品产业", "装备产业", REST}
    glass = found["玻璃产业"]
    # G = .1; glass in the reference .1: 50 × .1 = 5 with the whole, nothing of its industry, −7 of its own.
    assert (glass.whole, glass.mix, glass.own) == pytest.approx((5e8, 0.0, -7e8), abs=1e-3)
    assert glass.competitive is not None
    assert glass.allocation is not None
    assert glass.competitive + glass.allocation == pytest.approx(glass.own)
    assert found["装备产业"].own is None


def test_a_year_missing_from_the_reference_is_named(compose: Compose) -> None:
    before, after = compose(WHOLE + LATER)
    with pytest.raises(BadRequest, match="no year 2022; it has 2021"):
        shift_shares(before, after, {2021: {"玻璃产业": 1.0}})
    with pytest.raises(BadRequest, match="names none of"):
        shift_shares(before, after, {2021: {"矿业": 1.0}, 2022: {"矿业": 1.0}})
