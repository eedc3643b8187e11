"""Totals and coefficients as people bring them."""

from pathlib import Path

import pytest

from bulian.errors import BadRequest, VocabularyError
from bulian.plan.io_totals import find_sector, read_factors, read_totals
from bulian.vocab.io_table import national_table

SECTORS = national_table().sectors


def _file(folder: Path, text: str) -> Path:
    path = folder / "given.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_sector_is_found_by_code_name_and_part_of_its_name() -> None:
    assert {find_sector(word, SECTORS) for word in ("14", "金属冶炼和压延加工品", "冶炼", "Smelting")} == {13}
    with pytest.raises(BadRequest, match="may be one of: 04") as refused:
        find_sector("金属", SECTORS)
    assert "14 金属冶炼" in refused.value.zh
    with pytest.raises(BadRequest, match="no sector is called"):
        find_sector("养蜂", SECTORS)


def test_totals_by_code_or_name_with_remarks(tmp_path: Path) -> None:
    found = read_totals(_file(tmp_path, '# 2020年\nsector,output\n14,"1,200.5"\n建筑,30\n'), SECTORS)
    assert (found.output[13], found.output[26], sum(found.output)) == (1200.5, 30.0, 1230.5)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("部门,产出\n14,1\n", 1),
        ("sector,output\n14,many\n", 2),
        ("sector,output\n14,-5\n", 2),
        ("sector,output\n养蜂,5\n", 2),
        ("sector,output\n14,5\n\n14,6\n", 4),
        ("sector,output\n14\n", 2),
    ],
)
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(VocabularyError) as refused:
        read_totals(_file(tmp_path, text), SECTORS)
    assert refused.value.line == line


def test_a_file_that_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="cannot be read"):
        read_totals(tmp_path / "none.csv", SECTORS)
    with pytest.raises(BadRequest, match="no output above zero"):
        read_totals(_file(tmp_path, "sector,output\n14,0\n"), SECTORS)


def test_coefficients_by_factor(tmp_path: Path) -> None:
    head = "sector,factor,per_output,unit\n"
    jobs, tax = read_factors(_file(tmp_path, head + "14,jobs,0.008,人\n14,tax,0.05,万元\n"), SECTORS)
    assert (jobs.name, jobs.unit, jobs.per_output[13], jobs.per_output[0]) == ("jobs", "人", 0.008, None)
    assert tax.per_output[13] == 0.05
    with pytest.raises(VocabularyError, match="keep one unit"):
        read_factors(_file(tmp_path, head + "14,jobs,0.008,人\n15,jobs,8,千人\n"), SECTORS)
