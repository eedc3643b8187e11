"""The atlas of chains and the self-evaluation, from a workspace to their sections."""

import pytest

from bulian.errors import BadRequest
from bulian.publish.paper import Chart, NumberedTable, Paper, Paragraph, Points, Section
from bulian.publish.renderers._renderer import plain
from bulian.steps.reporting import Order, paper
from tests.publish.papers import NOW, PAPERS, workspace


@pytest.fixture(scope="module")
def zone() -> Paper:
    return PAPERS["self-evaluation"]("zh")


@pytest.fixture(scope="module")
def waste() -> Section:
    (section,) = paper(workspace(), "chain-atlas", Order("zh", NOW, chain="waste")).sections
    return section


def tables(section: Section) -> dict[str, list[list[str]]]:
    return {
        plain(block.caption): [[plain(cell.text) for cell in row] for row in block.rows]
        for block in section.blocks
        if isinstance(block, NumberedTable)
    }


def test_a_chain_has_its_map_and_every_node_in_a_list(waste: Section) -> None:
    (chart,) = [block for block in waste.blocks if isinstance(block, Chart)]
    nodes = next(rows for caption, rows in tables(waste).items() if caption.endswith("链图"))
    assert chart.drawing.count("<title>") == len(nodes)
    furnace = next(row for row in nodes if "三峰环境" in row[4])
    assert furnace[3] == "仅一家"


def test_missing_and_unknown_are_counted_apart(waste: Section) -> None:
    counts = plain(next(block for block in waste.blocks if isinstance(block, Paragraph)).text)
    assert "缺0个、不明" in counts
    assert "先去查，没有人知道的" in "".join(tables(waste))
    assert not any("补，里面缺的" in caption for caption in tables(waste))


def test_a_loss_says_what_stops_of_what_is_made_here(waste: Section) -> None:
    lost = next(rows for caption, rows in tables(waste).items() if "失去一家" in caption)
    assert lost[0][0] == "重庆三峰环境集团股份有限公司"
    assert lost[0][2] == "100%"


def test_an_atlas_without_a_chain_named_has_those_of_which_something_is_known() -> None:
    atlas = PAPERS["chain-atlas"]("zh")
    assert [section.title.text for section in atlas.sections] == ["固废与环保装备"]


def test_points_follow_from_the_goalposts(zone: Paper) -> None:
    (economy,) = [section for section in zone.sections if section.title.text == "经济发展"]
    (rows,) = tables(economy).values()
    # 12 × 6.2/10, 10 × 9.3/15, 8 × 12/20
    assert [(row[3], row[4], row[5]) for row in rows] == [
        ("12", "+6.2%", "7.44"), ("10", "+9.3%", "6.2"), ("8", "+12%", "4.8"),
    ]  # fmt: skip


def test_the_unknown_is_neither_full_nor_nought(zone: Paper) -> None:
    # known: 7.44 + 6.2 + 4.8 + 4 (120/300 × 10) + 9.7 (48.5/50 × 10); open: 15 + 10 + 10 + 10 + 5
    lead = plain(zone.lead)
    assert "在32.14与82.14之间" in lead
    assert "100分权重里，只有50分的指标有数" in lead
    (lacking,) = [section for section in zone.sections if section.title.text == "缺什么"]
    (points,) = lacking.blocks
    assert isinstance(points, Points)
    assert "2025年研发经费投入强度" in [plain(item) for item in points.items]


def test_it_says_that_the_marks_are_not_official(zone: Paper) -> None:
    whole = zone.sections[0]
    assert "官方的指标和权重没有公开" in plain(whole.aside)
    assert "自拟" in plain(zone.files.rows[-1][0].note)


def test_what_happened_in_the_year_is_listed(zone: Paper) -> None:
    (events,) = [section for section in zone.sections if section.title.text == "大事记"]
    (rows,) = tables(events).values()
    assert ["2025年10月", "开工"] in [row[:2] for row in rows]


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadRequest, match="brief, monthly, chain-atlas, self-evaluation"):
        paper(workspace(), "annual", Order("zh", NOW))
