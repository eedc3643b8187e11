"""The first page: what the district lives on, what wants a look, where it lies; structure; method notes."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.publish.site.drawing.bars import Bar, bars_svg
from bulian.publish.site.drawing.district_map import district_map
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

REPORT = (
    "产业情况\n\n2023年，大渡口区工业总产值200亿元。大渡口区食品工业总产值100亿元，光电工业总产值60亿元。\n\n"
    "2023年，丁水光电有限公司产值50亿元。2024年，大渡口区地区生产总值300亿元。到2030年，大渡口区工业总产值达到400亿元。\n"
)
OTHER = "2023年，大渡口区工业总产值230亿元。\n"
BEFORE = "2015年，大渡口区工业总产值100亿元。大渡口区光电工业总产值70亿元。大渡口区食品工业总产值20亿元。\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(
        tmp_path_factory.mktemp("portrait") / "大渡口区", region="500104", name="大渡口区"
    )
    for name, text in (("情况.txt", REPORT), ("另一份.txt", OTHER), ("从前.txt", BEFORE)):
        (workspace.sources / name).write_text(text, "utf-8")
        (workspace.sources / f"{name}.meta.toml").write_text('published_on = "2025-01-31"\n', "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words(tree: Any) -> str:
    return " ".join(str(tree.text_content()).split())


def test_the_first_sentence_says_what_it_lives_on_and_leans_on(client: TestClient) -> None:
    """50 of 200 is a quarter; the share and both its parts are links."""
    lead = tree(client, "/").xpath("//p[contains(@class, 'lead')]")[0]
    assert "丁水光电有限公司一家2023年50亿元" in words(lead)
    assert "约四分之一，即25%" in words(lead)
    assert len(lead.xpath(".//a[contains(@class, 'f')]")) >= 3


def test_it_also_says_what_the_district_lived_on_before(client: TestClient) -> None:
    """70 of 100 in 2015; of 2023 the part of one firm leads the sentence."""
    lead = words(tree(client, "/").xpath("//p[contains(@class, 'lead')]")[0])
    assert "2015年是光电最大，占70%，一业独大" in lead
    assert "In 2015 it was 光电 with 70%" in words(tree(client, "/en").xpath("//main")[0])


def test_a_bar_leads_to_the_page_of_who_bears_its_name_and_escapes_it() -> None:
    named, nameless = Bar("<甲>", 1.0, "1", "#a", page="/names/n1"), Bar("乙", 2.0, "2", "#b")
    drawing: Any = html.fromstring(f"<div>{bars_svg([named, nameless], 'x')}</div>")
    assert [one.get("href") for one in drawing.xpath("//a[.='<甲>']")] == ["/names/n1"] * 3
    assert drawing.xpath("//a[.='乙']") == []


def test_a_contradiction_between_documents_is_among_what_wants_a_look(client: TestClient) -> None:
    look = tree(client, "/").xpath("//section[@id='look']")[0]
    assert "工业总产值有两个数：一处200亿元，一处230亿元" in words(look)


def test_key_figures_carry_their_period_and_lead_to_their_sentence(client: TestClient) -> None:
    figures = tree(client, "/").xpath("//section[@id='headlines']//dl/div")
    told = [words(one) for one in figures]
    assert any("地区生产总值" in one and "300亿元" in one and "2024年" in one for one in told)
    for link in figures[0].xpath(".//a[contains(@class, 'f')]/@href"):
        assert client.get(str(link)).status_code == 200


def test_townships_that_nobody_mentions_are_not_in_the_data(client: TestClient) -> None:
    table = tree(client, "/").xpath("//section[@id='townships']//tbody/tr")
    assert len(table) == 8
    assert "资料中没有" in words(table[0])


def test_structure_gives_shares_of_the_known_whole(client: TestClient) -> None:
    """100, 60 and 40 of 230, the number in force by order, or of 200: shares never exceed the whole."""
    page = tree(client, "/structure")
    assert orphan_numbers(page) == []
    assert "按行业" in words(page)
    for path in ("/", "/en", "/en/structure"):
        assert orphan_numbers(tree(client, path)) == []


def test_a_district_without_an_outline_has_no_sketch_and_neighbours_are_named() -> None:
    assert district_map("110101", "x") is None
    drawing = str(district_map("500104", '"><script>'))
    assert "九龙坡" in drawing
    assert "<script>" not in drawing


def test_every_method_note_opens_and_links_among_notes_hold(client: TestClient) -> None:
    listed = tree(client, "/methods")
    links = listed.xpath("//section[@id='notes']//a/@href")
    assert len(links) >= 10
    for link in links:
        note = tree(client, str(link))
        assert note.xpath("//article//*[self::p or self::table]")
        for other in note.xpath("//article//a/@href"):
            assert client.get(str(other)).status_code == 200
    assert client.get("/methods/none").status_code == 404
    assert "0.5" in words(listed.xpath("//section[@id='thresholds']")[0])


def test_a_name_tells_where_it_stands_and_what_it_aims_at(client: TestClient) -> None:
    home = tree(client, "/").xpath("//section[@id='look']//a[contains(., '大渡口区')]/@href")
    page = tree(client, str(home[0]))
    assert orphan_numbers(page) == []
    assert "目标" in words(page)
    assert "地区生产总值" in words(page)


def test_about_the_data_tells_what_is_covered_how_old_it_is_and_what_is_not_there(client: TestClient) -> None:
    page = tree(client, "/about")
    rows = {
        row.xpath("string(./th)"): words(row) for row in page.xpath("//section[@id='coverage']//tbody/tr")
    }
    assert rows["地区生产总值"].split()[0] == "地区生产总值2024年2025年1月31日1"
    assert rows["工业总产值"].startswith("工业总产值2015年 — 2023年")
    assert rows["进出口总额"] == "进出口总额资料中没有"
    assert "最早的2025年1月31日发布，最新的2025年1月31日发布" in words(page.xpath("//p[@class='lead']")[0])
    assert orphan_numbers(page) == []
