"""`bulian match` as an officer types it: on the example's tables, from the desk, and with what goes wrong."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.command import Bulian, Said

DESK = Path(__file__).parents[2] / "examples" / "dadukou" / "desk"
DAY = ("--as-of", "2026-06-30")
DEMANDS = (
    "需求编号,企业名称,融资金额,期限,是否授权\n"
    "需-1,示例甲公司,5000万,3年,是\n需-2,=1+1,八百,36个月,是\n需-3,示例丙公司,30万,6个月,是\n需-4,示例丁公司,100万,1年,否\n"
)
PRODUCTS = (
    "产品编号,机构,类别,最低金额,最高金额,最短期限,最长期限,额度\n"
    "产-1,示例银行,贷,100万,6000万,,24个月,1亿\n产-2,示例银行,贷,500万,300万,,,1亿\n产-3,示例基金,股,50万,,,,\n"
)


def example(bulian: Bulian, *more: str) -> Said:
    tables = zip(("--demands", "--products", "--outcomes"), ("融资需求", "金融产品", "对接进展"), strict=True)
    files = [part for option, name in tables for part in (option, DESK / f"{name}.csv")]
    return bulian("match", *more, *files, *DAY)


@pytest.fixture
def tables(tmp_path: Path) -> tuple[object, ...]:
    (tmp_path / "需求.csv").write_bytes(DEMANDS.encode("gb18030"))
    (tmp_path / "产品.csv").write_text(PRODUCTS, "utf-8")
    return "--demands", tmp_path / "需求.csv", "--products", tmp_path / "产品.csv"


def test_the_example_says_it_is_made_up_and_who_gets_what(bulian: Bulian) -> None:
    said = example(bulian)
    assert said.out.startswith("2026-06-30〔示例〕：8 笔已授权需求")
    assert "示例三号复合材料有限公司  产-01     示例甲银行 制造业技改贷" in said.out
    assert "期限由 96个月 改为 60个月，可符合 2 个产品（产-01、产-06）" in said.out
    assert "已授信或放款、不再匹配的需求 3 笔：需-01、需-02、需-04" in said.out
    assert "没有写额度" in said.out


def test_who_gave_no_consent_is_a_number_and_no_name(bulian: Bulian) -> None:
    for form in ("table", "json", "csv"):
        assert "示例十二号检测有限公司" not in example(bulian, "--format", form).out
    assert "需-12 没有有效授权" in example(bulian, "需-12").err


def test_one_demand_clause_by_clause(bulian: Bulian) -> None:
    said = example(bulian, "需-09", "--lang", "en")
    assert "smallest amount (demand CNY 300,000, product CNY 500,000)" in said.out
    rows = json.loads(example(bulian, "需-05", "--format", "json").out)
    (waits,) = [row for row in rows if row["product"] == "产-03"]
    assert waits["answer"] == "unknown"
    assert (waits["clauses"], waits["ask"]) == (["refuses"], ["征信报告及无此情形的声明"])


def test_bad_rows_are_named_with_row_and_column_and_the_others_used(
    bulian: Bulian, tables: tuple[object, ...]
) -> None:
    said = bulian("match", *tables, *DAY)
    assert said.code == 0
    assert "需求.csv 需求!C3 需求金额：“八百”" in said.out
    assert "产品.csv 产品!3 最低金额、最高金额：下限 5000000 高于上限 3000000" in said.out
    assert "产品.csv 产品!4 额度：没有写额度" in said.out
    assert "需求.csv 需求!4 需求金额：需-3 需求 300,000 元，低于所有产品的最低金额（500,000 元）" in said.out
    assert "需-1" in said.out
    assert "期限由 36个月 改为 24个月，可符合 1 个产品（产-1）" in said.out
    assert "[made up]" not in bulian("match", *tables, *DAY, "--lang", "en").out


def test_refused_rows_lie_in_a_file_to_mend_and_load_again(
    bulian: Bulian, tables: tuple[object, ...], tmp_path: Path
) -> None:
    said = bulian("match", *tables, *DAY, "--mend", tmp_path / "待改")
    assert "需求-待改.csv" in said.err
    (row,) = csv.DictReader((tmp_path / "待改" / "需求-待改.csv").read_text("utf-8-sig").splitlines())
    assert (row["需求编号"], row["融资金额"]) == ("需-2", "八百")
    assert "八百" in row[list(row)[-1]]
    # What contradicts itself is refused too; who gives no budget is kept, and told of alone.
    (row,) = csv.DictReader((tmp_path / "待改" / "产品-待改.csv").read_text("utf-8-sig").splitlines())
    assert row["产品编号"] == "产-2"
    assert "最低金额、最高金额：下限 5000000 高于上限 3000000" in row[list(row)[-1]]
    mended = tmp_path / "需求-改好.csv"
    text = (tmp_path / "待改" / "需求-待改.csv").read_text("utf-8-sig").replace("八百", "800万", 1)
    mended.write_text(text, "utf-8")
    again = bulian(
        "match", "--demands", mended, *tables[2:], *DAY, "--mend", tmp_path / "再", "--format", "json"
    )
    assert json.loads(again.out)["pairs"]
    assert not (tmp_path / "再" / "需求-改好-待改.csv").exists()


def test_the_month_as_a_workbook_of_plain_text(
    bulian: Bulian, tables: tuple[object, ...], tmp_path: Path
) -> None:
    (tmp_path / "需求.csv").write_text(DEMANDS.replace("八百", "800万"), "utf-8")
    said = bulian("match", *tables, *DAY, "--month", "2026-06", "-o", tmp_path / "月度表.xlsx")
    assert "月度表（2026-06）" in said.out
    book = openpyxl.load_workbook(tmp_path / "月度表.xlsx")
    assert book.sheetnames == ["月度漏斗", "分配结果", "未获安排", "公平性", "落实", "逐对准入", "问题行"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1" in [cell.value for cell in cells]


def test_from_the_desk_and_without_a_table(
    bulian: Bulian, tables: tuple[object, ...], tmp_path: Path
) -> None:
    bulian("init", tmp_path / "区", "--region", "500104", "--name", "示例区")
    assert "没有可匹配的" in bulian("match", tmp_path / "区").out
    for name, file in (("demands", tables[1]), ("products", tables[3])):
        bulian("desk", tmp_path / "区", "load", name, file, "--by", "经办", "--on", "2026-06-30")
    said = bulian("match", tmp_path / "区", *DAY)
    assert "2 笔已授权需求" in said.out
    assert "金融产品 产-2（产品.csv 产品!3） 最低金额、最高金额：下限" in said.out
    assert "需求和产品共 6 行，不对外" in bulian("match", tmp_path / "区", *DAY, "--public").out


def test_what_is_typed_wrong_is_refused(bulian: Bulian, tables: tuple[object, ...], tmp_path: Path) -> None:
    (tmp_path / "别的.csv").write_text("甲,乙\n1,2\n", "utf-8")
    assert "请写 群体=比例" in bulian("match", *tables, "--floor", "小微").err
    assert "没有编号为“产-9”" in bulian("match", "产-9", *tables, *DAY).err
    assert "不是月份" in bulian("match", *tables, "--month", "6月", "-o", tmp_path / "x.xlsx").err
    other = bulian("match", "--demands", tmp_path / "别的.csv", "--products", tables[3])
    assert "没有表头认得出" in other.err
    assert other.code == 1


def test_what_was_typed_wrong_is_refused(bulian: Bulian, tables: tuple[object, ...], tmp_path: Path) -> None:
    assert "没有一笔需求属于“火星”" in bulian("match", *tables, *DAY, "--floor", "火星=0.5").err
    assert "请以 .xlsx 结尾" in bulian("match", *tables, *DAY, "-o", tmp_path / "月度表.docx").err
    assert not (tmp_path / "月度表.docx").exists()
    (tmp_path / "需求.csv").write_text("需求编号,企业名称,需求金额\n", "utf-8")
    assert "需求 0 笔，产品 2 个，没有可匹配的" in bulian("match", *tables, *DAY).out
