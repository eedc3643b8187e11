"""The pages of targets: numbers by hand, what cannot be judged, and the drawing."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

PLAN = (
    "发展规划\n\n2021年，乙山区工业总产值100亿元。2022年，乙山区工业总产值110亿元。\n\n"
    "乙山区工业总产值预计2026年达到161亿元。\n\n食品工业产业规模到2025年达到100亿级。\n\n"
    "到2024年，乙山区体外诊断企业达到300家。\n\n乙山区力争建成全国一流的产业基地。\n"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("targets") / "乙山区", region="500104", name="乙山区")
    (workspace.sources / "规划.txt").write_text(PLAN, "utf-8")
    (workspace.sources / "规划.txt.meta.toml").write_text('published_on = "2023-01-31"\n', "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def page(client: TestClient, name: str) -> html.HtmlElement:
    """The page of the target whose row names this."""
    listed = html.fromstring(client.get("/targets").text)
    links: Any = listed.xpath(f"//tbody//th/a[contains(., '{name}')]/@href")
    return html.fromstring(client.get(str(links[0])).text)


def words(tree: html.HtmlElement) -> str:
    return " ".join(str(tree.text_content()).split())


def test_pace_and_odds_stand_on_the_page_of_the_target(client: TestClient) -> None:
    """110 × 1.1⁴ = 161.05, so 161 needs a little less than 10 % a year over four years."""
    told = words(page(client, "总产值"))
    assert "每年须+9.99%" in told
    assert "难分" in told
    assert "（49%）" in told


def test_what_is_overdue_stands_first_and_what_has_no_base_says_so(client: TestClient) -> None:
    rows: Any = html.fromstring(client.get("/targets").text).xpath("//section[@id='dated']//tbody/tr")
    assert "体外诊断企业" in words(rows[0])
    assert "已到期，资料中没有结果" in words(rows[0])
    assert "资料中没有可作基数的实绩" in words(rows[0])


def test_a_class_gets_no_point(client: TestClient) -> None:
    drawings: Any = page(client, "食品工业").xpath("//figure//*[local-name()='svg']")
    for svg in drawings:
        assert svg.xpath(".//circle[contains(@class, 'hoa')]") == []


def test_the_drawing_links_each_number_for_three_widths(client: TestClient) -> None:
    drawings: Any = page(client, "总产值").xpath("//figure//*[local-name()='svg']")
    assert [one.get("class") for one in drawings] == ["w3", "w2", "w1"]
    for one in drawings:
        links = [str(link) for link in one.xpath(".//*[local-name()='a']/@href")]
        assert len(links) == 3
        assert all(client.get(link).status_code == 200 for link in links)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_no_number_of_a_target_is_an_orphan(client: TestClient, lang: str) -> None:
    listed = html.fromstring(client.get(f"{lang}/targets").text)
    assert orphan_numbers(listed) == []
    links: Any = listed.xpath("//tbody//th/a[contains(@href, '/targets/')]/@href")
    for link in links:
        assert orphan_numbers(html.fromstring(client.get(str(link)).text)) == []


def test_a_target_that_is_gone_is_told(client: TestClient) -> None:
    answer = client.get("/targets/ffffffff")
    assert answer.status_code == 404
    assert "没有这个目标了" in answer.text
