"""The scorecard as a page: every number a link, what is unknown listed by name, both languages."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

TEXT = (
    "2022年，大渡口区地区生产总值300亿元，制造业增加值90亿元，高新技术企业数达55家。\n"
    "2023年，大渡口区地区生产总值增长6.2%，高新技术企业数达60家。\n"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("card") / "大渡口区", region="500104", name="大渡口区")
    (workspace.sources / "公报.txt").write_text(TEXT, "utf-8")
    (workspace.sources / "公报.txt.meta.toml").write_text('published_on = "2024-03-31"\n', "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def row_of(client: TestClient, path: str, gauge: str) -> Any:
    rows: Any = html.fromstring(client.get(path).text).xpath("//tr")
    (row,) = (one for one in rows if one.text_content().strip().startswith(gauge))
    return row


def test_years_stand_beside_each_other_and_every_number_is_a_link(client: TestClient) -> None:
    row = row_of(client, "/scorecard", "高新技术企业数")
    cells = [str(cell.text_content()).strip() for cell in row.xpath("./td")]
    assert cells == ["55家", "60家", "好转"]
    assert len(row.xpath("./td//a[contains(@class, 'f')]")) == 2
    assert not orphan_numbers(html.fromstring(client.get("/scorecard").text))


def test_a_ratio_rests_on_both_levels(client: TestClient) -> None:
    row = row_of(client, "/en/scorecard", "Manufacturing in gross regional product")
    assert "30%" in row.text_content()


def test_what_is_not_known_is_named(client: TestClient) -> None:
    assert "没有数：单位地区生产总值能耗变化" in client.get("/scorecard").text.replace('<span class="n">', "")
