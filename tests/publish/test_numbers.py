"""How numbers are written, one by one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.datum import Datum, data_in_force
from bulian.assess.subject import district
from bulian.model.fact import Aspect, Bound
from bulian.model.place import Cell
from bulian.model.stored import Judgement, Sourced
from bulian.publish.numbers import by_size, figure_of
from bulian.publish.wording import wording
from tests.assess.made import DISTRICT, said


def _datum(fact: Sourced) -> Datum:
    (datum,) = data_in_force([fact], district(DISTRICT))
    return datum


def _zh(fact: Sourced) -> str:
    return figure_of(_datum(fact), wording("zh")).whole


def _en(fact: Sourced) -> str:
    return figure_of(_datum(fact), wording("en")).whole.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("quote", "surface", "value", "unit", "bound", "zh", "en"),
    [
        ("工業總產值約為300億元", "300億元", "3e10", "CNY", "approx", "约300亿元", "about CNY 30 billion"),
        ("总产值309.8亿元", "309.8亿元", "30980000000", "CNY", "exact", "309.8亿元", "CNY 30.98 billion"),
        ("企业450多家", "450多家", "450", "enterprises", "min", "450多家", "at least 450 enterprises"),
        ("規模超200億元", "200億元", "2e10", "CNY", "min", "超200亿元", "over CNY 20 billion"),
        ("产值可突破50亿", "50亿", "5e9", "CNY", "min", "可突破50亿元", "over CNY 5 billion"),
        ("人口60萬人左右", "60萬人", "600000", "persons", "approx", "60万人左右", "about 600,000 people"),
        ("投资900亿元以上", "900亿元", "9e10", "CNY", "min", "900亿元以上", "at least CNY 90 billion"),
        ("企业不足80家", "80家", "80", "enterprises", "max", "不足80家", "under 80 enterprises"),
        ("将达100億級規模", "100億", "1e10", "CNY", "approx", "100亿级", "of the order of CNY 10 billion"),
        ("投资四亿元", "四亿元", "4e8", "CNY", "exact", "四亿元", "CNY 400 million"),
        ("外资1.8亿美元", "1.8亿美元", "180000000", "USD", "exact", "1.8亿美元", "USD 180 million"),
        ("人数１，０３９人", "１，０３９人", "1039", "persons", "exact", "1039人", "1,039 people"),
        ("净利润-1.5亿元", "-1.5亿元", "-150000000", "CNY", "exact", "−1.5亿元", "CNY −150 million"),
    ],
)
def test_levels(quote: str, surface: str, value: str, unit: str, bound: Bound, zh: str, en: str) -> None:
    fact = said(surface, value, unit=unit, bound=bound, quote=quote)
    assert (_zh(fact), _en(fact)) == (zh, en)


@pytest.mark.parametrize(
    ("surface", "value", "aspect", "unit", "zh", "en"),
    [
        ("23.9%", "23.9", "growth", "%", "+23.9%", "+23.9%"),
        ("13.0%", "13", "growth", "%", "+13.0%", "+13.0%"),
        ("4.8%", "-4.8", "growth", "%", "−4.8%", "−4.8%"),
        ("三成", "-30", "growth", "%", "−30%", "−30%"),
        ("47.13%", "47.13", "share", "%", "47.13%", "47.13%"),
        ("1.2个百分点", "1.2", "growth", "pp", "+1.2个百分点", "+1.2 percentage points"),
        ("第一位", "1", "rank", "rank", "第一位", "No. 1"),
        ("第3位", "3", "rank", "rank", "第3位", "No. 3"),
    ],
)
def test_rates_and_ranks(surface: str, value: str, aspect: Aspect, unit: str, zh: str, en: str) -> None:
    fact = said(surface, value, aspect=aspect, unit=unit)
    assert (_zh(fact), _en(fact)) == (zh, en)


def test_a_cell_gets_its_unit_by_size_and_keeps_its_zeros() -> None:
    assert _zh(said("3098000", "30980000000", at=Cell("表", "B2", "3098000"))) == "309.8亿元"
    assert _zh(said("830.5", "8305000", at=Cell("表", "B2", "830.5"))) == "830.5万元"
    assert _zh(said("13.0", "13", unit="%", aspect="growth", at=Cell("表", "B2", "13.0"))) == "+13.0%"


def test_a_range_stands_as_printed_and_by_size() -> None:
    fact = said("5亿—6亿元", ("500000000", "600000000"))
    assert _zh(fact) == "5亿—6亿元"
    assert _en(fact) == "CNY 500–600 million"


def test_a_correction_is_written_by_its_size() -> None:
    judgement = Judgement("f", "correct", "张", "2026", "看错", Decimal("31000000000"))
    assert _zh(said("300亿元", "3e10", bound="approx", judgement=judgement)) == "310亿元"


def test_only_what_has_happened_is_firm() -> None:
    assert figure_of(_datum(said("5家", "5")), wording("zh")).firm
    assert not figure_of(_datum(said("5家", "5", modality="target")), wording("zh")).firm


@given(
    st.decimals(Decimal("-1e15"), Decimal("1e15"), places=3),
    st.sampled_from(["CNY", "persons", "%", "t", "新"]),
)
def test_a_number_by_its_size_is_exact(value: Decimal, unit: str) -> None:
    powers = {"": 0, "万": 4, "亿": 8, "万亿": 12}
    written = by_size(value, unit, wording("zh"))
    back = Decimal(written.text.replace("−", "-"))
    assert any(
        written.unit.startswith(word) and back.scaleb(power) == value for word, power in powers.items()
    )
