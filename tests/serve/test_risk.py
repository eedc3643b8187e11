"""The pillar that leaves as a page: what the command says, every number a link, wrong input refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.publish.bands import money
from bulian.publish.wording import wording
from bulian.steps.risking import Ask, risk, risk_sectors
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("risk") / "大渡口区", region="500104", name="大渡口区")
    (workspace.sources / "公报.txt").write_text("2023年，大渡口区地区生产总值300亿元。\n", "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def section(text: str, name: str) -> Any:
    page: Any = html.fromstring(text)
    assert orphan_numbers(page) == []
    return page.xpath(f"//section[@id='{name}']")


def test_every_sector_of_the_table_stands_in_the_order_of_the_command(client: TestClient) -> None:
    (found,) = section(client.get("/risk").text, "sectors")
    table, standings = risk_sectors()
    names = [str(one.text_content()).split(" ", 1)[0] for one in found.xpath(".//tbody/tr/th")]
    assert names == [table.sectors[one.sector].code for one in standings]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_part_of_a_sector_takes_what_the_command_says(client: TestClient, lang: str) -> None:
    path = "/risk" if lang == "zh" else "/en/risk"
    table, standings = risk_sectors()
    code = table.sectors[standings[0].sector].code
    (found,) = section(client.get(path, params={"sector": code, "share": "0.5"}).text, "left")
    whole = risk(None, code, Ask(share=0.5)).found
    text = found.text_content()
    assert money(whole.direct, wording(lang)) in text
    assert money(whole.areas[0].total.low, wording(lang)) in text
    assert ("不知道" if lang == "zh" else "nknown") in text  # no totals of the city, no coefficients


@pytest.mark.parametrize(
    ("sector", "share"), [("没有的部门", "0.3"), ("01", "1.5"), ("01", "三成"), ("01", "nan")]
)
def test_a_wrong_sector_or_share_is_refused_in_words(client: TestClient, sector: str, share: str) -> None:
    answer = client.get("/risk", params={"sector": sector, "share": share})
    assert answer.status_code == 409
    assert "没有" in answer.text or "占比" in answer.text
