"""Separated tables."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.corpus.readers.csv import read_csv
from bulian.model.document import Table


def table(text: str, name: str = "2023年.csv") -> Table:
    [found] = read_csv(text.encode(), name).tables
    return found


def texts(found: Table) -> dict[tuple[int, int], str]:
    return {place: cell.text for place, cell in found.cells.items()}


def test_a_small_table() -> None:
    found = table("区县,产值,增速\n大渡口区,380亿元,\n九龙坡区,,6.1%\n", "报告/2023年.csv")
    assert found.sheet == "2023年"
    assert texts(found) == {
        (0, 0): "区县",
        (0, 1): "产值",
        (0, 2): "增速",
        (1, 0): "大渡口区",
        (1, 1): "380亿元",
        (2, 0): "九龙坡区",
        (2, 2): "6.1%",
    }


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_the_separator_is_found(delimiter: str) -> None:
    text = "".join(delimiter.join([f"指标{n}", str(n), "1.5"]) + "\r\n" for n in range(5))
    assert len(table(text).cells) == 15


def test_a_title_and_commas_within_numbers_do_not_mislead() -> None:
    found = table('主要指标（单位：万元），2023年\n指标\t数值\n产值\t"1,234"\n利润\t"2,345"\n')
    assert texts(found)[2, 1] == "1,234"


def test_breaks_and_quotes_within_a_cell() -> None:
    assert texts(table('甲,"两行\n与""引号"""\n乙,2\n'))[0, 1] == '两行\n与"引号"'


def test_an_unclosed_quote_does_not_swallow_the_table() -> None:
    rows = "".join(f"企业{n},{n}\n" for n in range(200))
    assert len(table('名称,"5寸\n' + rows).cells) == 402


def test_codes_kept_by_excel() -> None:
    assert texts(table('代码,名称\n="000625",长安\n'))[1, 0] == "000625"


@given(
    st.lists(st.lists(st.text('产值,"1\n \t;', min_size=1, max_size=5), min_size=2, max_size=4), min_size=2)
)
def test_what_a_program_writes_comes_back(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    rows = [row + ["末"] * (width - len(row)) for row in rows]
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows(rows)
    expected = {
        (r, c): text for r, row in enumerate(rows) for c, text in enumerate(row) if not text.isspace()
    }
    assert texts(table(buffer.getvalue())) == expected
