"""What the monthly report says of an invented district."""

from dataclasses import replace
from decimal import Decimal

from bulian.assess.datum import data_in_force
from bulian.assess.dependence import Dependence
from bulian.assess.revisions import revisions
from bulian.assess.subject import district
from bulian.measure.extent import Extent
from bulian.publish.month import Month, published
from bulian.publish.monthly import monthly
from bulian.publish.paper import Chart, NumberedTable, Paper, Points, Section
from bulian.publish.renderers._renderer import plain
from tests.publish.invented import ANNUAL, DISTRICT, FIRMS, TRADITIONAL, material


def _section(paper: Paper, title: str) -> Section:
    (found,) = [section for section in paper.sections if section.title.text == title]
    return found


def _rows(section: Section, table: int = 0) -> list[list[str]]:
    tables = [block for block in section.blocks if isinstance(block, NumberedTable)]
    return [
        [plain(cell.text) + (f"|{plain(cell.note)}" if cell.note else "") for cell in row]
        for row in tables[table].rows
    ]


def test_a_number_stands_beside_the_one_of_the_month_before() -> None:
    rows = _rows(_section(monthly(material(), Month("2022-01-01")), "本期变化"))
    row = next(row for row in rows if row[1] == "高技术产业产值")
    assert row[2:5] == ["6.12亿元|2021年10月", "6.488亿元|2021年11月", "+6.01%"]  # 64880 / 61200 - 1


def test_what_was_published_before_the_day_is_no_news() -> None:
    rows = _rows(_section(monthly(material(), Month("2024-01-01")), "本期变化"))
    assert not any("高技术产业产值" in row[1] for row in rows)
    assert any(row[1] == "数字经济企业数" and row[2] == "首次读到" for row in rows)


def test_an_undated_document_counts_from_when_it_was_recorded() -> None:
    assert published(FIRMS) == "2026-01-05"
    assert published(TRADITIONAL) == "2021-12-31"
    assert Month("2022-06-10").is_new(ANNUAL)
    assert not Month("2022-06-11").is_new(ANNUAL)


def test_a_number_told_otherwise_is_listed_with_both() -> None:
    found = revisions(material().facts, district(DISTRICT))
    paper = monthly(material(), Month("2022-01-01", found))
    rows = _rows(_section(paper, "改了说法的数"))
    assert ["约320亿元", "326.4亿元|两者相容"] in [row[3:5] for row in rows]


def test_a_target_past_its_day_and_a_firm_too_large_are_worth_a_look() -> None:
    data = {datum.indicator: datum for datum in data_in_force(material().facts, district(DISTRICT))}
    one = Dependence(data["产值"], data["工业总产值"], Extent(None, Decimal("0.14"), None))
    month = Month("2022-01-01", dependences=() if one.part.synthetic else (one,))
    paper = monthly(replace(material(), built_on="2026-12-31"), month)
    (points,) = _section(paper, "要看一眼的").blocks
    assert isinstance(points, Points)
    told = [plain(item) for item in points.items]
    assert any("工业总产值" in each and "已到期，资料中没有结果" in each for each in told)


def test_targets_with_a_base_are_drawn_and_every_label_leads_somewhere() -> None:
    blocks = _section(monthly(material(), Month("2022-01-01")), "目标进度").blocks
    charts = [block for block in blocks if isinstance(block, Chart)]
    assert charts
    assert all('href="#s-' in chart.drawing for chart in charts)
