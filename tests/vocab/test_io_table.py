"""The national input–output table that ships, and tables that do not add up."""

import doctest
from pathlib import Path

import pytest

from bulian.errors import BadRequest, VocabularyError
from bulian.vocab import io_table
from bulian.vocab.io_table import Sector, national_table, read_table

TWO = (Sector("01", "农业", "farming"), Sector("02", "工业", "industry"))
HEAD = "row,column,origin,value\n"
# Miller & Blair (2009), Table 2.3: flows 150 500 / 200 100, final use 350 1700, output 1000 2000.
FLOWS = "01,01,domestic,150\n01,02,domestic,500\n02,01,domestic,200\n02,02,domestic,100\n"
FINAL = "01,final_use,domestic,350\n02,final_use,domestic,1700\n"
ENDS = FINAL + "01,output,domestic,1000\n02,output,domestic,2000\n"
ADDED = "VA001,01,value_added,650\nVA001,02,value_added,1400\n"


def _read(folder: Path, text: str) -> io_table.IoTable:
    file = folder / "table.csv"
    file.write_text(HEAD + text, "utf-8")
    return read_table(file, TWO, ("ours", "自造"))


def test_the_example_holds() -> None:
    failed, tried = doctest.testmod(io_table)
    assert tried
    assert not failed


def test_the_national_table_balances() -> None:
    columns, rows = national_table().gaps()
    assert columns < 1e-9
    assert rows < 1e-9


def test_the_national_table_has_its_known_figures() -> None:
    # Agriculture made 13.3 trillion yuan in 2020; all value added was 101 to 104 trillion (GDP 101.4).
    table = national_table()
    assert 1.01e10 < sum(table.value_added) < 1.04e10
    assert table.output[0] == pytest.approx(1.331683e9, rel=1e-6)


def test_a_small_table(tmp_path: Path) -> None:
    table = _read(tmp_path, FLOWS + ENDS + ADDED)
    assert table.domestic == ((150.0, 500.0), (200.0, 100.0))
    assert table.gaps() == (0.0, 0.0)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (FLOWS.replace("01,02,domestic,500", "01,02,domestic,700") + ENDS + ADDED, "column of 02"),
        (FLOWS + ENDS.replace("1700", "1000") + ADDED, "row of 02"),
        (FLOWS + ENDS, "column of 02"),
    ],
)
def test_a_table_that_does_not_balance_names_the_sector(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(BadRequest, match=word) as refused:
        _read(tmp_path, text)
    assert "%" in refused.value.zh


@pytest.mark.parametrize(
    ("text", "line"),
    [("01,99,domestic,5\n", 2), ("# why\n01,01,domestic,many\n", 3), ("01,01,abroad,5\n", 2), ("01,01\n", 2)],
)
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(VocabularyError) as refused:
        _read(tmp_path, text)
    assert refused.value.line == line


def test_a_table_of_another_layout_is_refused(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("部门,产出\n", "utf-8")
    with pytest.raises(VocabularyError, match="row,column,origin,value"):
        read_table(tmp_path / "table.csv", TWO, ("ours", "自造"))
