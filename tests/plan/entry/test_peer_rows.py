"""Long tables, read or refused by row."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import xlsxwriter

from bulian.errors import BadRequest
from bulian.measure.labelled.panel import Names
from bulian.plan.entry.peer_file import read_rows
from bulian.plan.entry.peer_rows import of_frame, of_rows
from bulian.plan.entry.peer_table import PeerTable

NAMES = Names(year="year")
GOOD = """地区,行业,年份,数值
甲区,食品,2015,10
甲区,装备,2015,
乙区,食品,2015,"1,200"
乙区,装备,2020,3
"""


def told(tmp_path: Path, text: str) -> PeerTable:
    file = tmp_path / "peers.csv"
    file.write_text(text, "utf-8")
    return of_rows(read_rows(file, NAMES))


def test_a_file_with_chinese_heads(tmp_path: Path) -> None:
    found = told(tmp_path, GOOD)
    assert (found.years, found.regions, found.activities) == (
        (2015, 2020),
        ("乙区", "甲区"),
        ("装备", "食品"),
    )
    assert found.at(2015).tolist() == [[0.0, 1200.0], [0.0, 10.0]]
    assert found.suppressed.sum() == 1
    assert not found.synthetic


def test_rows_that_say_they_are_made_up_mark_the_table(tmp_path: Path) -> None:
    lines = GOOD.splitlines()
    marked = "\n".join([lines[0] + ",数据性质", *(line + ",合成" for line in lines[1:])])
    assert told(tmp_path, marked).synthetic


def test_a_sheet_a_parquet_and_a_frame_say_the_same(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        [("a", "x", 2015, 1.0), ("a", "y", 2015, 2.0), ("b", "x", 2015, 3.0), ("b", "y", 2020, 4.0)],
        columns=["region", "activity", "year", "value"],
    )
    frame.to_parquet(tmp_path / "t.parquet")
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, list(frame.columns))
        for place, row in enumerate(frame.itertuples(index=False), start=1):
            sheet.write_row(place, 0, list(row))
    read = [of_rows(read_rows(tmp_path / name, NAMES)) for name in ("t.parquet", "t.xlsx")]
    for one in (*read, of_frame(frame, NAMES)):
        assert (one.years, one.regions, one.activities) == ((2015, 2020), ("a", "b"), ("x", "y"))
        assert np.array_equal(one.values, [[[1, 2], [3, 0]], [[0, 0], [0, 4]]])


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame, pa.table])
def test_every_kind_of_frame_says_what_the_file_says(kind: Callable[..., Any], tmp_path: Path) -> None:
    columns = {
        "region": ["甲区", "甲区", "乙区", "乙区"], "activity": ["食品", "装备", "食品", "装备"],
        "year": [2015, 2015, 2015, 2020], "value": [10.0, None, 1200.0, 3.0],
    }  # fmt: skip
    file, frame = told(tmp_path, GOOD), of_frame(kind(columns), NAMES)
    for name in ("years", "regions", "activities", "synthetic"):
        assert getattr(frame, name) == getattr(file, name)
    assert np.array_equal(frame.values, file.values)
    assert np.array_equal(frame.suppressed, file.suppressed)
    marked = of_frame(kind(columns | {"数据性质": [None, None, None, "合成"]}), NAMES)
    assert marked.synthetic


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("丙区,食品,2015,三百", r"line 6 \(丙区, 食品, 2015\): '三百' is no number"),
        ("丙区,食品,二〇一五,3", "line 6: '二〇一五' is no year"),
        (",食品,2015,3", "line 6: the region is empty"),
        ("甲区,食品,2015,3", "lines 2, 6: both speak of 甲区, 食品, 2015"),
        ("丙区,食品,2015,-3", "below zero"),
    ],
)
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        told(tmp_path, f"{GOOD}{row}\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("地区,行业,年份,数值\n", "has no rows"),
        ("", "line 1 is empty"),
        ("地区,行业,数值\n甲区,食品,1\n", "no column 'year'.*--year"),
        ("地区,行业,年份,数值\n甲区,食品,2015,1\n甲区,装备,2015,1\n", "a single region"),
        ("地区,行业,年份,数值\n甲区,食品,2015,0\n乙区,装备,2015,0\n", "zero or empty"),
    ],
)
def test_a_table_that_says_nothing_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        told(tmp_path, text)


def test_other_kinds_of_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("", "utf-8")
    with pytest.raises(BadRequest, match=r"\.csv, \.ods"):
        read_rows(tmp_path / "t.txt", NAMES)
    with pytest.raises(BadRequest, match="no file"):
        read_rows(tmp_path / "none.csv", NAMES)
