"""One changed fact, one rebuild: text, table and chart agree, in every format of every kind that has it."""

import io
import re
from pathlib import Path

import openpyxl
import pypdfium2 as pdfium
import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.publish.paper import Chart, NumberedTable, Paper
from bulian.publish.renderers._renderer import plain
from bulian.publish.rendering import render
from bulian.steps.reporting import Order, paper
from tests.publish.papers import NOW, TEXT
from tests.publish.word import stories

LATER = "2026-02-28T09:00:00+08:00"


def monthly(workspace: Workspace, now: str) -> Paper:
    return paper(workspace, "monthly", Order("zh", now))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paper, Paper]:
    """The monthly report before and after one number of its source was changed."""
    workspace = bulian.init(Path(tmp_path_factory.mktemp("change")) / "区", region="500104")
    report = workspace.sources / "简况.txt"
    report.write_text(TEXT, "utf-8")
    report.with_name("简况.txt.meta.toml").write_text('published_on = "2026-01-20"\n', "utf-8")
    bulian.build(workspace, now=NOW)
    before = monthly(workspace, NOW)
    report.write_text(TEXT.replace("800亿元", "960亿元"), "utf-8")
    bulian.build(workspace, now=LATER)
    return before, monthly(workspace, LATER)


def text_of(made: Paper, suffix: str) -> str:
    content = render(made, suffix)
    if suffix == ".docx":
        return "".join(str(text) for story in stories(content) for text in story.itertext())
    if suffix == ".pdf":
        with pdfium.PdfDocument(content) as document:
            return "".join(page.get_textpage().get_text_range() for page in document)
    if suffix == ".xlsx":
        workbook = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
        return " ".join(f"{cell.value}亿元" if "亿元" in str(cell.number_format) else str(cell.value)
                        for cell in cells)  # fmt: skip
    return content.decode("utf-8")


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".md", ".xlsx"])
def test_every_format_says_the_new_number_where_the_old_one_stood(
    both: tuple[Paper, Paper], suffix: str
) -> None:
    before, after = (re.sub(r"<[^>]+>|\s", "", text_of(one, suffix)) for one in both)
    assert "800亿元" in before
    assert "960亿元" in after
    assert "960亿元" not in before
    # What it was is still told, among the numbers told otherwise alone; everywhere else the new one stands.
    assert after.count("960亿元") >= before.count("800亿元") >= after.count("800亿元")


def test_table_and_chart_have_the_same_new_number(both: tuple[Paper, Paper]) -> None:
    blocks = [block for section in both[1].sections for block in section.blocks]
    (chart,) = [block for block in blocks if isinstance(block, Chart)]
    tables = " ".join(
        plain(cell.text) for block in blocks if isinstance(block, NumberedTable)
        for row in block.rows for cell in row
    )  # fmt: skip
    assert ">960亿元</text>" in chart.drawing
    assert "800亿元" not in chart.drawing
    assert "960亿元" in tables
