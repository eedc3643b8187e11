"""Tables of every kind come in: good rows kept, bad ones set aside with row, column and reason."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from bulian.corpus import read
from bulian.desk import registers
from bulian.desk.columns import keep_mapping, kept_mapping, typed_mapping
from bulian.desk.loading import Plan, load, plan
from bulian.errors import JournalError, MappingError
from bulian.model.document import Document
from bulian.vocab.registers import register
from tests.desk.making import signed, table, workspace

SITES = register("sites")
LINES = [
    "地块情况表,,,,",
    "单位：万元,,,,",
    "序号,宗地编号,占地面积（亩）,土地用途,税收",
    "1,示-01,30,工业用地,5000",
    "2,示-02,20000平方米,科研,—",
    "3,示-03,很大,工业,12",
    "4,示-01,40,工业,1",
    "合计,,70,,",
]


def planned(folder: Path, document: Document) -> Plan:
    return plan(workspace(folder), SITES, document, on="2026-06-01", mapping={})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    found = planned(tmp_path, table(tmp_path, LINES, encoding=encoding))
    assert [line.values for line in found.new] == [
        {"code": "示-01", "area": "30", "use": "industry", "tax": "50000000"},
        {"code": "示-02", "area": "30", "use": "research"},
    ]
    told = [(line.place, one.place, one.column) for line in found.bad for one in line.problems]
    assert told == [("表!6", "表!C6", "用地面积"), ("表!7", "表!7", "地块编号")]
    assert found.sheets[0].passed == ("表!8",)


def test_a_credit_code_holds_and_is_one_firm(tmp_path: Path) -> None:
    good, wrong = "91500104MA5U00001Y", "91500104MA5U00001X"
    lines = [
        "企业名称,统一社会信用代码,服务专员",
        f"示例一号有限公司,{good},甲",
        f"示例二号有限公司,{wrong},甲",
        f"示例三号有限公司,{good.lower()},甲",
        "示例四号有限公司,,甲",
    ]
    document = table(tmp_path, lines)
    found = plan(workspace(tmp_path), register("key_firms"), document, on="2026-06-01", mapping={})
    assert [line.values.get("credit_code") for line in found.new] == [good, None]
    told = [(one.place, one.column, one.zh) for line in found.bad for one in line.problems]
    assert [(place, column) for place, column, _ in told] == [
        ("表!B3", "统一社会信用代码"), ("表!4", "统一社会信用代码"),
    ]  # fmt: skip
    assert "校验位相符" in told[0][2]
    assert told[1][2] == f"代码 {good} 在 表!2 是示例一号有限公司的，两处必有一错"


def test_a_workbook_with_merged_title_and_marked_headers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    del book["Sheet"]
    sheet = book.create_sheet("地块")
    sheet.append(["地块情况表", None, None])
    sheet.merge_cells("A1:C1")
    sheet.append(["*宗地编号（必填）", "面积(平方米)", "用途"])
    sheet.append(["示-01", 20000, "工业"])
    book.save(tmp_path / "地块.xlsx")
    (line,) = planned(tmp_path, read(tmp_path / "地块.xlsx", "地块.xlsx")).new
    assert line.values == {"code": "示-01", "area": "30", "use": "industry"}


def test_other_headers_are_mapped_once_and_remembered(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    odd = table(tmp_path, ["代号甲,大小（亩）,用途", "示-01,30,工业"])
    before = plan(place, SITES, odd, on="2026-06-01", mapping={})
    assert before.sheets[0].header is None
    keep_mapping(place.mappings, SITES, typed_mapping(SITES, ["代号甲=地块编号", "大小（亩）=area"]))
    assert kept_mapping(place.mappings, SITES) == {"代号甲": "code", "大小（亩）": "area"}
    (line,) = plan(place, SITES, odd, on="2026-06-01", mapping={}).new
    assert line.values == {"code": "示-01", "area": "30", "use": "industry"}


def test_loading_again_enters_nothing_twice(tmp_path: Path) -> None:
    place, document = workspace(tmp_path), table(tmp_path, LINES)
    load(place, plan(place, SITES, document, on="2026-06-01", mapping={}), signed())
    again = plan(place, SITES, document, on="2026-06-01", mapping={})
    assert (again.new, again.changed, again.same) == ((), (), ("表!4", "表!5"))


def test_a_later_table_changes_a_row_and_an_earlier_day_stays(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    load(place, plan(place, SITES, table(tmp_path, LINES), on="2026-06-01", mapping={}), signed())
    later = table(tmp_path, ["宗地编号,占地面积（亩）,状态", "示-01,25,闲置"])
    same_day = plan(place, SITES, later, on="2026-06-01", mapping={})
    assert "2026-06-01 已登记" in same_day.bad[0].problems[0].zh
    load(place, plan(place, SITES, later, on="2026-07-01", mapping={}), signed())
    now, _ = registers.rows(place, SITES)
    then, _ = registers.rows(place, SITES, as_of="2026-06-30")
    assert (now.get("area"), now.get("status"), now.get("tax")) == ("25", "idle", "50000000")
    assert (then.get("area"), then.get("status")) == ("30", "")


def test_an_undated_table_is_refused(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    undated = plan(place, SITES, table(tmp_path, LINES), on="", mapping={})
    with pytest.raises(JournalError, match="--on"):
        load(place, undated, signed(""))
    with pytest.raises(JournalError, match="--by"):
        load(place, undated, replace(signed(), by=" "))
    assert registers.rows(place, SITES) == ()


@pytest.mark.parametrize("typed", ["没有等号", "表头=没有这列", "=code"])
def test_a_mapping_that_fits_nothing_is_refused(typed: str) -> None:
    with pytest.raises(MappingError):
        typed_mapping(SITES, [typed])
