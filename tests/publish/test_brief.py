"""What the brief says of an invented district."""

from dataclasses import replace

import pytest

from bulian.assess.subject import district
from bulian.errors import BadRequest
from bulian.model.stored import Sourced
from bulian.publish.brief import brief
from bulian.publish.material import Material
from bulian.publish.numbering import inlines
from bulian.publish.paper import Cite, KeyFigures, NumberedTable, Paper, Section, TableCell, Text, Words
from bulian.publish.renderers._renderer import plain
from tests.publish.invented import DISTRICT, firms, material


def _tables(section: Section) -> list[list[list[str]]]:
    return [
        [
            [plain(cell.text) + (f"|{plain(cell.note)}" if cell.note else "") for cell in row]
            for row in table.rows
        ]
        for table in section.blocks
        if isinstance(table, NumberedTable)
    ]


def _cell(cell: TableCell) -> str:
    return plain(cell.text) + (f"|{plain(cell.note)}" if cell.note else "")


def _section(paper: Paper, title: str) -> Section:
    (found,) = [section for section in paper.sections if section.title.text == title]
    return found


def test_the_lead_says_what_was_read_and_what_is_not_known() -> None:
    lead = plain(brief(material()).lead)
    assert "从5份文件里读出60条事实，其中数字59个，实绩涉及2016年至2024年" in lead
    assert "1处说法不一" in lead
    assert "1份文件没有读成" in lead


def test_the_district_is_found_under_the_name_that_identities_give_it() -> None:
    paper = brief(replace(material(), district="临江区", names=district(DISTRICT)))
    assert isinstance(_section(paper, "要点").blocks[0], KeyFigures)


def test_the_latest_figure_of_each_indicator_with_bound_modality_and_period() -> None:
    home = _tables(_section(brief(material()), "指标现值"))[0]
    rows = {row[0]: row[1:4] for row in home}
    assert rows["工业总产值"] == ["326.4亿元", "实绩", "2021年"]
    assert rows["数字经济企业数"] == ["380多家", "实绩", "2024年1月"]
    assert rows["规模以上工业增加值增速|同比"] == ["+6.9%更正", "实绩", "2023年"]
    assert rows["规模以上工业增加值增速位次|在江城市各区县中"][0] == "第二位"
    assert rows["人均公园面积"][2] == "无期限"
    assert rows["工业总产值增速|同比"][0] == "+31.6%|不一致"


def test_targets_with_their_pace_and_the_reasons_of_the_others() -> None:
    paced, unpaced, _ = _tables(_section(brief(material()), "目标与所需年均增速"))
    by_name = {(row[0], row[1], row[3]): row for row in paced}
    # (560/320)^(1/4) = 1.1502; with 约 ±5 %: 1.1362 and 1.1650; from 326.4: 1.1445
    assert by_name["", "工业总产值", "2025年"][5] == "+15.0%|区间 13.6%—16.5%；换成326.4亿元，为+14.4%"
    assert by_name[DISTRICT, "人口规模", "2030年"][5] == "至少 +3.30%"  # (65/47)^(1/10) = 1.0330
    assert by_name["", "战略性新兴产业占工业比重", "2025年"][5] == "+2.00个百分点"  # (66 - 58) / 4
    reasons = {(row[1], row[2]): row[5] for row in unpaced}
    assert reasons["产业规模", "100亿元"] == "原文没有写期限，不代填"
    assert "档次" in reasons["产业规模", "百亿级"]
    assert "几年的合计" in reasons["引进项目总投资", "900亿元以上"]


def test_what_disagrees_and_what_is_compatible() -> None:
    against, beside = _tables(_section(brief(material()), "说法不一"))
    assert against[0][3:] == ["+31%；+31.6%|同一文件里的两处", "0.6个百分点|不一致"]
    assert beside[0][3:] == ["约320亿元；326.4亿元", "2.00%|两者相容"]


def test_made_up_rows_are_marked_wherever_they_stand() -> None:
    paper = brief(material())
    for section in paper.sections:
        for block in section.blocks:
            for row in block.rows if isinstance(block, NumberedTable) else ():
                if any("示例企业" in plain(cell.text) for cell in row):
                    tones = [node.tone for cell in row for node in cell.text if isinstance(node, Words)]
                    assert "made_up" in tones
    for citation in paper.citations:
        if "演示" in plain(citation.origin):
            assert Words("合成", "made_up") in citation.origin


def test_a_long_register_is_cut_with_a_sentence_that_says_so() -> None:
    several = _section(brief(material(firm_count=300)), "指标现值")
    made_up = [block for block in several.blocks if isinstance(block, NumberedTable)][-1]
    assert len(made_up.rows) == 40
    assert plain(made_up.note) == "本表只列40项，另有560项未列，可用 bulian facts 查看全部。"


def test_each_figure_that_rests_on_a_fact_is_cited() -> None:
    paper = brief(material())
    cited = {fact for citation in paper.citations for fact in citation.fact_ids}
    for node in inlines(paper.sections):
        if isinstance(node, Cite):
            assert set(node.fact_ids) <= cited


def test_quotes_stand_in_their_documents() -> None:
    given = material()
    for citation in brief(given).citations:
        for quote in citation.quotes:
            document = given.documents[quote.doc]
            cells = [cell.text.strip() for table in document.tables for cell in table.cells.values()]
            assert quote.text in document.text or quote.text in cells


def test_figures_of_one_sentence_share_a_citation_that_quotes_it_whole() -> None:
    shared = [one for one in brief(material()).citations if len(one.fact_ids) > 2]
    assert "外資企業已有93家，其中港資企業38家，佔外資企業總數的40.86%。" in [
        one.quotes[0].text for one in shared
    ]


def test_without_its_document_a_citation_still_quotes_and_says_where() -> None:
    alone = brief(replace(material(), documents={}))
    assert "第" in plain(alone.citations[0].origin)
    assert alone.citations[0].quotes[0].text
    assert alone.excerpts


def test_an_empty_workspace_says_so() -> None:
    paper = brief(Material(DISTRICT, "2026-01-07", (), (), {}))
    assert "没有读出任何数字" in plain(paper.lead)
    assert not paper.citations


def test_rejected_facts_do_not_count() -> None:
    fact = firms(1)[0]
    rejected = Sourced(fact.fact, fact.source, replace(material().facts[18].judgement, verdict="reject"))  # type: ignore[type-var]  # the corrected fact has one
    paper = brief(Material(DISTRICT, "2026-01-07", (rejected,), (fact.source,), {}))
    assert not paper.citations


def test_english_has_english_wording_and_chinese_names() -> None:
    paper = brief(material(), "en")
    first = _tables(_section(paper, "Latest figures"))[0]
    assert ["Gross industrial output value", "CNY\u00a032.64 billion", "actual", "2021"] in [
        row[:4] for row in first
    ]


def test_the_same_material_gives_the_same_paper_in_any_order() -> None:
    given = material()
    turned = replace(given, facts=tuple(reversed(given.facts)))
    assert [plain(node) for node in _all(brief(turned))] == [plain(node) for node in _all(brief(given))]


def _all(paper: Paper) -> list[Text]:
    return [paper.lead, tuple(inlines(paper.sections)), *(one.origin for one in paper.citations)]


def test_a_language_without_wording_is_refused() -> None:
    with pytest.raises(BadRequest):
        brief(material(), "fr")
