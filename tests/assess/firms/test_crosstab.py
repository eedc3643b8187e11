"""Firms by what registers say and by industry: one case by hand; the cells sum to the firms."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.firms.crosstab import UNKNOWN, crosstab
from bulian.assess.firms.firm import Firm
from bulian.assess.firms.register import Note
from bulian.model.place import Cell
from bulian.vocab.capital_places import seat_of
from tests.assess.made import source

PLACES = ("香港", "中国香港", "新加坡", "重庆市", "澳门", "自然人", "")


def firm(name: str, **told: str) -> Firm:
    at = source("名录.xlsx")
    notes = (
        Note(key, text, None, at, Cell("名录", "A2", text, ()), (at.doc, "名录", 1), False)
        for key, text in told.items()
        if text
    )
    return Firm(name, tuple(notes), (), (), (), False)


def test_hong_kong_is_foreign_capital_and_apart_and_who_left_is_in_no_cell() -> None:
    found = crosstab(
        (
            firm("甲", owner_place="中国香港", gb_code="2761"),
            firm("乙", owner_place="新加坡", gb_code="6513"), firm("丙", owner_place="重庆市"),
            firm("丁", owner_place="自然人"), firm("戊"),
            firm("己", owner_place="香港", left="2023"),
        ), "owner_place", 2023,
    )  # fmt: skip
    assert {one.name for one in found.foreign} == {"甲", "乙"}
    assert [one.name for one in found.seated("hong_kong")] == ["甲"]
    assert [one.name for one in found.of(UNKNOWN)] == ["戊"]
    assert [one.name for one in found.of("中国香港", "C")] == ["甲"]
    assert found.sections == ("C", "I", UNKNOWN)
    assert [one.name for one in found.gone] == ["己"]


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(("2761", "6513", "")))))
def test_rows_and_columns_sum_to_the_firms(told: list[tuple[str, str]]) -> None:
    firms = [firm(f"{at}", owner_place=place, gb_code=code) for at, (place, code) in enumerate(told)]
    found = crosstab(firms, "owner_place", 2023)
    assert sum(len(found.of(says)) for says in found.said) == len(firms)
    assert sum(len(found.of(None, section)) for section in found.sections) == len(firms)
    abroad = [place for place, _ in told if place in ("香港", "中国香港", "新加坡", "澳门")]
    assert len(found.foreign) == len(abroad)


def test_a_place_nobody_knows_is_no_seat() -> None:
    assert [seat_of(one) for one in ("自然人", "", "某国", "内蒙古自治区")] == [None, None, None, "mainland"]
