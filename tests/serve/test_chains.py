"""The pages of chains: the map, its nodes and panels, and what runs behind what."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.publish.site.drawing.chain_map import Item, chain_map
from bulian.publish.site.drawing.shapes import Spot
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

TEXT = "产业情况\n\n丙山光学有限公司生产光学镜头。丙山光学有限公司是智能视觉产业链链主企业。\n"
_SPOT = Spot("unknown", "镜头：不明", "#p-a")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("chains") / "丙山区", region="500104", name="丙山区")
    (workspace.sources / "情况.txt").write_text(TEXT, "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_every_chain_opens_folded_and_with_each_segment_open(client: TestClient, lang: str) -> None:
    listed = tree(client, f"{lang}/chains")
    assert orphan_numbers(listed) == []
    chains = listed.xpath("//section/header/h2/a/@href")
    assert len(chains) == 6
    for chain in chains:
        page = tree(client, str(chain))
        assert orphan_numbers(page) == []
        panels = set(page.xpath("//*[contains(@class, 'panel ') or @class='panel']/@id"))
        for segment in page.xpath("//*[@class='map']//a[contains(@href, 'segment=')]/@href"):
            opened = tree(client, str(segment))
            assert {str(one)[1:] for one in opened.xpath("//*[@class='map']/*[local-name()='a']/@href")
                    if str(one).startswith("#")} <= panels  # fmt: skip
            assert orphan_numbers(opened) == []


def test_a_firm_stands_on_its_node_with_its_sentence_and_nobody_is_said_to_be_missing(
    client: TestClient,
) -> None:
    page = tree(client, "/chains/vision")
    told = page.xpath("//*[contains(@class, 'panel') and contains(@class, 'first')]")[0].text_content()
    assert "丙山光学有限公司" in told
    assert "生产光学镜头" in told
    assert "只有一家" in told
    assert "没有人查过" in page.text_content()
    assert page.xpath("//*[contains(@class, 'g-missing')]/ancestor::*[@class='map']") == []


def test_a_chain_that_does_not_exist_is_told(client: TestClient) -> None:
    assert client.get("/chains/none").status_code == 404
    assert client.get("/chains/ivd", params={"segment": "<script>"}).status_code == 200


def test_an_edge_that_skips_a_column_runs_below_what_stands_in_it() -> None:
    items = [
        Item(key, column, key, f"#{key}", key, (_SPOT,), group=key)
        for key, column in (("a", 0), ("b", 1), ("c", 1), ("d", 2))
    ]
    drawing = chain_map(items, [("a", "d")], ["上", "中", "下"], "图", "")
    level = float(re.findall(r"C\S+ \S+ \S+ \S+ \S+ ([\d.]+)H", drawing)[0])
    lines = [float(y) for y in re.findall(r'class="ln" d="M349 ([\d.]+)h', drawing)]
    assert len(lines) == 2
    assert level > max(lines)


def test_names_are_letters_not_markup() -> None:
    item = Item("a", 0, "<b>镜头", '"><script>', "<i>", status="unknown", below="<u>")
    drawing = chain_map([item], [], ["<p>"], "<s>", "")
    assert not re.search("<(b|script|i|u|p|s)>", drawing)


def test_a_firm_taken_away_hits_its_node_and_the_api_says_the_same(client: TestClient) -> None:
    page = tree(client, "/chains/vision?without=丙山光学有限公司&segment=optics")
    assert orphan_numbers(page) == []
    told = page.xpath("//*[@id='gone']/p")[0].text_content()
    assert "丙山光学有限公司" in told
    answer = client.get("/api/chains/vision/without", params={"name": "丙山光学有限公司"}).json()
    hit = [node for node, left in answer["left"].items() if left < 1]
    assert len(page.xpath("//*[@id='gone']/p[1]//a[starts-with(@href, '#p-')]")) == len(hit) == 1
    assert client.get("/chains/vision", params={"without": "无此企业"}).status_code == 409
    assert client.get("/api/chains/vision/without", params={"name": "无此企业"}).status_code == 422
    assert client.get("/api/chains/none/without", params={"name": "x"}).status_code == 404


def test_a_share_of_a_firm_is_answered_on_page_and_api_alike(client: TestClient) -> None:
    page = tree(client, "/en/chains/vision?without=丙山光学有限公司&share=0.35&segment=optics")
    assert orphan_numbers(page) == []
    slider = page.xpath("//input[@type='range']")[0]
    assert [slider.get(one) for one in ("value", "min", "max", "step")] == ["0.35", "0", "1", "0.05"]
    assert "−35%" in page.xpath("//*[@id='gone']")[0].text_content()
    assert "cannot be put as an amount" in page.xpath("//*[@id='gone']")[0].text_content()
    told = client.get("/api/chains/vision/without", params={"name": "丙山光学有限公司", "share": 0.35}).json()
    assert min(told["left"].values()) == pytest.approx(0.65)
    assert page.xpath("//*[@class='map']//*[contains(@class, 'loss')]/text()") == ["−35%"]
    assert client.get("/api/chains/vision/without", params={"name": "x", "share": 2}).status_code == 422
    for share in ("half", "2", "nan"):
        assert client.get("/chains/vision", params={"without": "lens", "share": share}).status_code == 409


def test_until_somebody_moves_it_the_slider_stands_at_nothing_gone(client: TestClient) -> None:
    page = tree(client, "/chains/vision")
    assert page.xpath("//select/optgroup/option[@selected]/@value") == ["丙山光学有限公司"]
    assert page.xpath("//input[@type='range']/@value") == ["0.0"]
    assert "谁也没走" in page.xpath("//*[@id='gone']")[0].text_content()
    assert page.xpath("//*[contains(@class, 'lost')]") == []


def test_of_a_firm_on_no_node_only_its_weight_in_the_district_is_told(tmp_path: Path) -> None:
    """50 to 52.5 of about 300 is 16.7 % as printed and 15.9 % at least: with 40 % gone 6.67 % and 6.35 %."""
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    text = (
        "2021年，全区工业总产值约300亿元。丁山科技有限公司是智能视觉产业链链主企业。"
        "2021年，丁山科技有限公司产值突破50亿元。\n"
    )
    (workspace.sources / "情况.txt").write_text(text, "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        page = tree(opened, "/chains/vision?without=丁山科技有限公司&share=0.4")
    told = page.xpath("//*[@id='gone']")[0].text_content()
    assert "还没放上环节" in told
    assert all(part in told for part in ("16.7%（至少15.9%）", "6.67%（至少6.35%）"))
    assert orphan_numbers(page) == []
