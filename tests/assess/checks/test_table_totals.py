"""Totals of tables of our own, read by the real reader and held against their rows and columns."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.check import check
from bulian.assess.datum import data_in_force
from bulian.assess.finding import Finding
from bulian.assess.statements import arranged
from bulian.assess.subject import district
from bulian.extract.tables import read_tables
from bulian.model.document import Document, Table, TableCell
from bulian.model.reading import DocumentDate
from bulian.model.stored import Sourced
from tests.assess.checks.reading import HOME
from tests.assess.made import source


def found(*rows: str) -> list[Finding]:
    """The findings of the rule in one sheet, a row a text with its cells between bars."""
    cells = {
        (number, column): TableCell(cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row.split("|"))
        if cell
    }
    document = Document("doc-t", "表.csv", "", tables=(Table("Sheet1", cells),))
    facts = read_tables(document, date=DocumentDate("2024-03-20", "given"), home=HOME).facts
    of = replace(source("表.csv", "2024-03-20"), doc="doc-t")
    told = [Sourced(fact, of) for fact in facts]
    checked = check(arranged(data_in_force(told, district(HOME)), {}))
    return [one for one in checked.findings if one.rule == "table_totals"]


HEAD = ("2023年工业产值表|", "行业|产值（万元）")


def test_a_total_under_its_rows_is_their_sum() -> None:
    (good,) = found(*HEAD, "纺织业|1200", "食品业|800", "医药业|500", "合计|2500")
    (bad,) = found(*HEAD, "纺织业|1200", "食品业|800", "医药业|500", "合 计|2600")
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")
    assert bad.smallest == bad.facts


def test_rounded_parts_need_not_make_the_last_digit() -> None:
    (one,) = found("2023年工业产值表|", "行业|产值（亿元）", "纺织业|1.4", "食品业|1.4", "合计|2.9")
    assert one.verdict == "consistent"  # 1.35 to 1.45 twice may be 2.85 or more


def test_rows_after_其中_may_go_on_with_it_or_not() -> None:
    rows = (*HEAD, "纺织业|1200", "其中：规上|700", "规下|500", "食品业|800", "合计|{}")
    # 1200 + 800 with 规下 as a detail, or 1200 + 500 + 800 with it as a row of its own; 2400 is neither.
    told = [found(*(row.format(total) for row in rows)) for total in ("2000", "2500", "2400")]
    sums = [max(several, key=lambda one: len(one.facts)).verdict for several in told]
    assert sums == ["reproduced", "reproduced", "contradicted"]


def test_其中_is_of_the_row_before_it_and_never_greater() -> None:
    rows = (*HEAD, "纺织业|1200", "其中：规上|{}", "食品业|800", "合计|2000")
    fine = found(*(row.format("900") for row in rows))
    wrong = found(*(row.format("1300") for row in rows))
    assert [one.verdict for one in fine] == ["consistent", "reproduced"]
    assert [one.verdict for one in wrong] == ["contradicted", "reproduced"]
    assert len(wrong[0].smallest) == 2


def test_subtotals_or_their_rows_make_the_total() -> None:
    rows = ("纺织业|10", "服装业|20", "小计|30", "食品业|5", "饮料业|7", "小计|12", "合计|42")
    assert [one.verdict for one in found(*HEAD, *rows)] == ["reproduced"] * 3


def test_rows_that_make_up_the_row_before_them_are_not_counted_twice() -> None:
    rows = ("工业|70", "采矿业|10", "制造业|60", "建筑业|30", "合计|100")
    assert [one.verdict for one in found(*HEAD, *rows)] == ["reproduced"]


def test_a_total_before_a_list_that_may_be_partial_raises_no_alarm() -> None:
    (less,) = found(*HEAD, "合计|3000", "纺织业|1200", "食品业|800")
    (more,) = found(*HEAD, "合计|1000", "纺织业|1200", "食品业|800")
    assert (less.verdict, less.why) == ("not_checkable", "parts_missing")
    assert more.verdict == "contradicted"


def test_an_empty_cell_leaves_the_sum_open() -> None:
    head = ("2023年工业产值表||", "行业|产值（万元）|企业数（家）")
    firms, output = found(*head, "纺织业|1200|3", "食品业|—|2", "医药业|500|4", "合计|2500|9")
    assert (output.verdict, output.why) == ("not_checkable", "parts_missing")
    assert firms.verdict == "reproduced"


def test_shares_and_rates_have_no_total() -> None:
    assert not found("2023年工业表|", "行业|利润率（%）", "纺织业|12", "食品业|8", "合计|10")


# From 210,000 on: a column of nothing but 202701 is one of months.
@given(st.lists(st.integers(210_000, 10**6), min_size=2, max_size=8))
def test_whatever_adds_up_is_reproduced(amounts: list[int]) -> None:
    names = [f"{name}业" for name in "甲乙丙丁戊己庚辛"]
    rows = [f"{name}|{amount}" for name, amount in zip(names, amounts, strict=False)]
    (one,) = found(*HEAD, *rows, f"合计|{sum(amounts)}")
    assert one.verdict in ("reproduced", "consistent")
    assert one.stated is not None
    assert one.stated.point == Decimal(sum(amounts)) * 10_000
