"""Names taken apart: the order of the rules, brackets, branches, and words that may be brand or place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.resolve.firm_name import readings


@pytest.mark.parametrize(
    ("name", "codes", "brand", "trade", "form", "unit"),
    [
        ("重庆江岚环境有限公司", ("50",), "江岚", "环境", "有限公司", ""),
        ("重庆市大渡口区江岚环境有限公司", ("500104",), "江岚", "环境", "有限公司", ""),
        ("江岚环境（重庆）有限公司", ("50",), "江岚", "环境", "有限公司", ""),
        ("江岚环境", (), "江岚", "环境", "", ""),
        ("重庆江岚环境有限公司万州分公司", ("50",), "江岚", "环境", "有限公司", "万州分公司"),
        ("重庆钢铁股份有限公司", ("50",), "重庆", "钢铁", "股份有限公司", ""),
        ("长安汽车", (), "长安", "汽车", "", ""),
        ("万科A", (), "万科", "", "", ""),
    ],
)
def test_parts(name: str, codes: tuple[str, ...], brand: str, trade: str, form: str, unit: str) -> None:
    found = readings(name)[0]
    assert (found.codes, found.brand, found.trade, found.form, found.unit) == (
        codes,
        brand,
        trade,
        form,
        unit,
    )


def test_a_countys_bare_name_may_belong_to_the_brand() -> None:
    assert [one.brand for one in readings("东方雨虹")] == ["雨虹", "东方雨虹"]


def test_a_place_in_another_place_is_no_deeper_one() -> None:
    # 长寿区 lies in 重庆, so 北京 before it leaves it in the brand.
    assert readings("北京长寿江岚有限公司")[0].brand == "长寿江岚"


@given(st.text("重庆江岚环境有限公司（）集团A1 ", max_size=24))
def test_any_text_has_a_reading_and_a_group_in_brackets_is_a_group(name: str) -> None:
    assert 1 <= len(readings(name)) <= 2
    assert readings("江岚（集团）有限公司")[0].what == "group"
