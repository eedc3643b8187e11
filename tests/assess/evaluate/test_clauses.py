"""Three values: a clause passes, fails by how much, or is unknown and says what is missing."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.evaluate.clauses import (
    Outcome,
    all_of,
    any_of,
    candidates,
    judge_part,
    nearest,
    waiting_for_a_word,
)
from bulian.assess.evaluate.readings import Word
from bulian.model.fact import Bound
from bulian.model.stored import Sourced
from bulian.vocab.template import AllOf, AnyOf, Attested, Title, Unseen
from bulian.vocab.templates import templates
from tests.assess.evaluate.asked import FIRM, about, line, part, told

OUTCOMES: tuple[Outcome, ...] = ("fail", "unknown", "pass")


def revenue(text: str, value: str, year: str = "2023", bound: Bound = "exact", **more: Any) -> Sourced:
    return told(text, value, indicator="营业收入", subject=FIRM, period=year, bound=bound, **more)


def test_a_number_passes_or_fails_by_how_much() -> None:
    known = about(revenue("1.2亿元", "120000000"))
    passed = judge_part(part(line("1亿元")), known, 2023)
    failed = judge_part(part(line("1.5亿元"), near="0.8"), known, 2023)
    assert (passed.outcome, passed.gap) == ("pass", Decimal(20000000))
    assert (failed.outcome, failed.gap, failed.candidate) == ("fail", Decimal(-30000000), True)
    assert len(passed.facts) == 1


@pytest.mark.parametrize(
    ("bound", "threshold", "outcome"),
    [
        ("min", "2000万元", "pass"),  # 超2000万元
        ("min", "2100万元", "unknown"),
        ("max", "2000万元", "fail"),  # 不足2000万元
        ("max", "1900万元", "unknown"),
        ("approx", "2000万元", "unknown"),  # 约 may be five in a hundred less
        ("approx", "1900万元", "pass"),
        ("approx", "2200万元", "fail"),
    ],
)
def test_bounds_decide_only_what_they_can(bound: Bound, threshold: str, outcome: Outcome) -> None:
    known = about(revenue("2000万元", "20000000", bound=bound))
    assert judge_part(part(line(threshold)), known, 2023).outcome == outcome


def test_what_is_missing_is_named_with_its_year() -> None:
    known = about(revenue("1.2亿元", "120000000"), revenue("1.1亿元", "110000000", "2022"))
    found = judge_part(part(line("1亿元", how="each", years=3)), known, 2023)
    assert found.outcome == "unknown"
    assert [(lack.name, lack.year) for lack in found.missing] == [("营业收入", 2021)]
    failing = judge_part(part(line("1.15亿元", how="each", years=3)), known, 2023)
    assert (failing.outcome, failing.gap) == ("fail", Decimal(-5000000))  # one bad year is enough


def test_a_share_is_computed_or_taken_as_printed() -> None:
    known = about(
        revenue("1亿元", "100000000"),
        told("400万元", "4000000", indicator="研发费用", subject=FIRM, period="2023"),
    )
    test = line("3%", "研发费用", over=("营业收入",))
    found = judge_part(part(test), known, 2023)
    assert (found.outcome, found.gap, len(found.facts)) == ("pass", Decimal(1), 2)


def test_growth_is_averaged_or_compounded() -> None:
    known = about(
        *(revenue(f"{n}万元", f"{n}0000", year) for n, year in ((100, "2021"), (110, "2022"), (132, "2023")))
    )
    mean = judge_part(part(line("15%", how="average_growth", years=2)), known, 2023)
    assert (mean.outcome, mean.gap) == ("pass", Decimal(0))  # (10 % + 20 %)/2
    compound = judge_part(part(line("15%", how="compound_growth", years=2)), known, 2023)
    assert compound.outcome == "fail"  # √1.32 − 1 = 14.89 %
    assert round(compound.readings[0].extent.point, 2) == Decimal("14.89")


def test_levels_of_firms_above_designated_size_give_no_growth() -> None:
    name = "规模以上工业总产值"
    facts = [
        told("1", n, indicator=name, subject=FIRM, period=y) for n, y in (("100", "2022"), ("120", "2023"))
    ]
    found = judge_part(part(line("5%", name, how="compound_growth", years=1)), about(*facts), 2023)
    assert found.outcome == "unknown"


def test_targets_and_forecasts_prove_nothing() -> None:
    known = about(revenue("1.2亿元", "120000000", modality="target"))
    assert judge_part(part(line("1亿元")), known, 2023).outcome == "unknown"


def test_a_made_up_row_is_marked_and_gives_way_to_a_real_one() -> None:
    invented = revenue("9亿元", "900000000", "2022", synthetic=True)
    assert judge_part(part(line("1亿元")), about(invented), 2022).synthetic
    both = about(invented, revenue("1.2亿元", "120000000"))
    assert judge_part(part(line("1亿元")), both, 2022).outcome == "unknown"


def test_a_title_passes_by_its_fact_and_its_absence_is_unknown() -> None:
    test = part(Title(("小巨人",)))
    assert judge_part(test, about(titles={"国家级专精特新小巨人企业": ("f1",)}), 2023).facts == ("f1",)
    assert judge_part(test, about(), 2023).outcome == "unknown"


@pytest.mark.parametrize(("holds", "outcome"), [(True, "pass"), (False, "fail")])
def test_a_persons_word_decides_what_no_number_tells(holds: bool, outcome: Outcome) -> None:
    word = Word(holds, "李", "2024-01-01", "看过证书")
    assert judge_part(part(Attested()), about(words={"a": word}), 2023).outcome == outcome


def test_a_text_nobody_read_stays_unknown() -> None:
    found = judge_part(part(Unseen()), about(), 2023)
    assert (found.outcome, found.missing[0].what) == ("unknown", "text")


def test_only_a_word_is_lacking_and_near_the_line() -> None:
    industry = AllOf((part(Attested(), "industry"), part(line("2000万元"), "line", near="0.8")))
    retail = AllOf((part(Attested(), "retail"), part(line("500万元"), "line", near="0.8")))
    test = part(AnyOf((part(industry, "i"), part(retail, "r"))))
    found = judge_part(test, about(revenue("1700万元", "17000000")), 2023)
    assert found.outcome == "unknown"
    assert [one.part.key for one in waiting_for_a_word(found)] == ["r"]
    assert [one.part.key for one in candidates(found)] == ["i"]
    assert not list(candidates(judge_part(test, about(revenue("100万元", "1000000")), 2023)))


def test_the_little_giants_brackets() -> None:
    """Revenue 80 million and R&D of 6 % in two years: the second bracket alone is met."""
    innovation = next(one for one in templates()["little_giant_2022"].clauses if one.key == "innovation")
    facts = [
        told("1", value, indicator=name, subject=FIRM, period=year)
        for year, money, research in (("2022", "70000000", "4200000"), ("2023", "80000000", "5000000"))
        for name, value in (("营业收入", money), ("研发费用", research))
    ]
    found = judge_part(innovation, about(*facts), 2023)
    assert [one.outcome for one in found.parts] == ["fail", "pass", "fail"]
    assert found.outcome == "pass"


@given(st.lists(st.sampled_from(OUTCOMES), max_size=6))
def test_kleenes_logic(outcomes: list[Outcome]) -> None:
    """And is the least, or the greatest; settling an unknown never turns a settled whole."""
    rank = {outcome: n for n, outcome in enumerate(OUTCOMES)}
    assert all_of(outcomes) == min(outcomes, key=rank.__getitem__, default="pass")
    assert any_of(outcomes) == max(outcomes, key=rank.__getitem__, default="fail")
    open_ones = [n for n, one in enumerate(outcomes) if one == "unknown"]
    for settled in product(("pass", "fail"), repeat=len(open_ones)):
        after = list(outcomes)
        for n, one in zip(open_ones, settled, strict=True):
            after[n] = one  # type: ignore[call-overload]  # both are outcomes
        assert all_of(outcomes) in ("unknown", all_of(after))
        assert any_of(outcomes) in ("unknown", any_of(after))


def spent(text: str, value: str, year: str) -> Sourced:
    return told(text, value, indicator="研发费用", subject=FIRM, period=year)


THREE_YEARS = (
    revenue("1亿元", "100000000", "2021"),
    revenue("1亿元", "100000000", "2022"),
    revenue("2亿元", "200000000"),
    spent("500万元", "5000000", "2021"),
    spent("200万元", "2000000", "2022"),
    spent("800万元", "8000000", "2023"),
)


def test_a_total_is_the_sum_over_the_sum() -> None:
    share = line("3.75%", "研发费用", over=("营业收入",), how="total", years=3)
    found = judge_part(part(share), about(*THREE_YEARS), 2023)
    # (5 + 2 + 8)/(100 + 100 + 200) = 3.75 %; the mean of 5 %, 2 % and 4 % would be 3.67 %.
    assert (found.outcome, found.gap) == ("pass", Decimal(0))
    assert len(found.facts) == 6
    plain = judge_part(part(line("1500万元", "研发费用", how="total", years=3)), about(*THREE_YEARS), 2023)
    assert (plain.outcome, plain.gap) == ("pass", Decimal(0))


@pytest.mark.parametrize(("threshold", "outcome"), [("2%", "pass"), ("3%", "unknown"), ("6%", "fail")])
def test_a_total_of_printed_shares_lies_between_them(threshold: str, outcome: Outcome) -> None:
    shares = [
        told(f"{value}%", value, indicator="研发费用占营业收入比重", aspect="share", subject=FIRM, unit="%",
             period=year)
        for value, year in (("5", "2021"), ("2", "2022"), ("4", "2023"))
    ]  # fmt: skip
    share = line(threshold, "研发费用", over=("营业收入",), how="total", years=3)
    assert judge_part(part(share), about(*shares), 2023).outcome == outcome


@pytest.mark.parametrize("how", ["total", "mean"])
def test_a_year_that_is_missing_leaves_the_span_unknown(how: Any) -> None:
    # Two years of 500 and 800 万 fall short of 2000 万, which says nothing of the third.
    known = about(*THREE_YEARS[:1], *THREE_YEARS[2:4], *THREE_YEARS[5:])
    found = judge_part(part(line("2000万元", "研发费用", how=how, years=3)), known, 2023)
    assert (found.outcome, found.readings) == ("unknown", ())
    assert [one.year for one in found.missing] == [2022]


def test_who_is_near_the_line_of_its_own_size_is_told() -> None:
    clause = next(one for one in templates()["hightech_firm_2016"].clauses if one.key == "rd")
    # 15/400 = 3.75 % over three years, and revenue of 2 亿 is of the middle size: 4 % is the line.
    found = judge_part(clause, about(*THREE_YEARS), 2023)
    assert found.outcome == "fail"
    assert [one.part.en for one in candidates(found)] == ["Revenue from 50 to 200 million, 4 %"]
    assert nearest(found).part.en == "R&D of 4 % over three years"
