"""Attributes and filters that a district brings."""

from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.plan.opportunity.lists import codes_of, read_lists


def test_a_code_covers_what_begins_with_it(tmp_path: Path) -> None:
    attributes, filters = tmp_path / "attributes.csv", tmp_path / "filters.csv"
    attributes.write_text("activity,attribute,value,source\n27,jobs,1.5,示例统计\n", "utf-8")
    filters.write_text("activity,rule,reason,source\n25,负面清单,沿江禁新建,示例清单\n", "utf-8")
    found = read_lists(attributes, filters)
    assert [merit.value for merit in found.brought("2710 原料药", ("2710",))] == [1.5, None, None]
    assert [one.rule for one in found.barriers("25 石油加工", ("25",))] == ["负面清单"]
    assert found.barriers("27 医药", ("27",)) == ()
    assert found.filtered_by == "filters.csv"


def test_without_files_nothing_is_known() -> None:
    found = read_lists(None, None)
    assert found.filtered_by is None
    assert all(merit.value is None for merit in found.brought("27 医药", ("27",)))


@pytest.mark.parametrize("row", ["27,jobs,许多,示例", "27,beauty,1,示例", ",jobs,1,示例", "27,jobs,1"])
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "attributes.csv"
    file.write_text(f"activity,attribute,value,source\n{row}\n", "utf-8")
    with pytest.raises(VocabularyError, match=r"attributes\.csv, line 2"):
        read_lists(file, None)


@pytest.mark.parametrize(
    ("name", "codes"),
    [("27 医药制造业", ("27",)), ("C2710 原料药", ("2710",)), ("食品", ()), ("2015年", ("2015",))],
)
def test_a_label_may_begin_with_its_code(name: str, codes: tuple[str, ...]) -> None:
    assert codes_of(name) == codes
