"""Firms as a page: foreign capital by origin and sector, attracted against home-grown, each with its list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

META = 'access = "public"\npublished_on = "2024-01"\n'
REPORT = "2023年，大渡口区有外资企业6家，其中港资企业2家，港资企业占全部外资企业的33.33%。\n"
WHERE = """企业名称,行业代码,控制人所在地,企业来源,落户年份,退出年份
甲药业有限公司,2761,重庆市,本地培育,2010,
乙药业有限公司,2761,香港,招商引进,2022,
丙零售有限公司,5211,香港特别行政区,招商引进,2022,
丁软件有限公司,6513,新加坡,招商引进,2022,
戊模具有限公司,3525,澳门,招商引进,2005,
己模具有限公司,3525,台湾,本地培育,2005,2023
庚机械有限公司,3525,自然人,,,
辛机械有限公司,,,,,
"""
YEARS = """企业名称,年份,营业收入（万元）
甲药业有限公司,2021,10000
甲药业有限公司,2023,12000
乙药业有限公司,2023,5000
己模具有限公司,2021,2000
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("firms") / "大渡口区", region="500104", name="大渡口区")
    for name, text in (("报告.txt", REPORT), ("来源.csv", WHERE), ("经营.csv", YEARS)):
        (workspace.sources / name).write_text(text, "utf-8")
        (workspace.sources / f"{name}.meta.toml").write_text(META, "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def page(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    tree: Any = html.fromstring(answer.text)
    assert orphan_numbers(tree) == []
    return tree


def names(client: TestClient, link: str) -> set[str]:
    """The firms of the list behind a figure, by their first letter."""
    found = page(client, link).xpath("//section[@id='list']//tbody/tr/th")
    return {str(one.text_content()).strip()[0] for one in found}


def test_foreign_capital_counts_hong_kong_apart_and_leads_to_its_firms(client: TestClient) -> None:
    (section,) = page(client, "/firms").xpath("//section[@id='owner_place']")
    (said,) = section.xpath(".//p[@class='lead plain']")
    # 己 of Taiwan left in 2023; of 庚 no place is told, of 辛 nothing.
    assert "外资（含港澳台）4家；其中港资2家，占50%；澳资1家；外商（不含港澳台）1家" in said.text_content()
    links = [str(one.get("href")) for one in said.xpath("./a")]
    behind = [names(client, one.partition("#")[0]) for one in links if "/firms" in one]
    assert behind == [{"乙", "丙", "丁", "戊"}, {"乙", "丙"}, {"戊"}, {"丁"}]


def test_every_cell_leads_to_as_many_firms_as_it_says(client: TestClient) -> None:
    tree = page(client, "/firms?by=owner_place")
    cells = tree.xpath("//div[contains(@class,'cross')]//td/a")
    assert len(cells) > 10
    for cell in cells:
        listed = names(client, str(cell.get("href")).partition("#")[0])
        assert len(listed) == int(cell.text_content()), cell.get("href")


def test_a_printed_share_is_worked_out_again(client: TestClient) -> None:
    (told,) = page(client, "/firms").xpath("//section[@id='told']")
    (row,) = [one for one in told.xpath(".//tbody/tr") if "占" in one.text_content()]
    assert [str(one.text_content()) for one in row.xpath("./td/a")] == ["33.33%", "33.33%"]


def test_growth_is_what_the_call_says(client: TestClient) -> None:
    tree = page(client, "/firms?by=origin")
    (split,) = [one for one in tree.xpath("//table") if "变动来自" in one.xpath("string(./caption)")]
    told = {
        str(row.xpath("string(./th)")): str(row.xpath("string(./td[2])"))
        for row in split.xpath(".//tbody/tr")
    }
    # 12000 → 17000 万: 甲 +2000, 乙 came with 5000, 己 left with 2000.
    assert told == {"存量企业": "+2000万元", "招商引进": "+5000万元", "退出": "−2000万元"}
    assert "CNY" in page(client, "/en/firms?by=origin").text_content()


def test_tables_can_be_taken_along(client: TestClient) -> None:
    rows = client.get("/firms", params={"by": "owner_place", "as": "csv"}).text
    assert "香港 港资,1,1" in rows


@pytest.mark.parametrize(
    "asked", ["by=colour", "by=origin&says=zz", "by=origin&seat=moon", "by=origin&section=ZZ",
              "by=origin&part=x", "by=origin&made=zz", "by=origin&made_up=1"]
)  # fmt: skip
def test_a_list_that_is_none_is_not_found(client: TestClient, asked: str) -> None:
    assert client.get(f"/firms?{asked}").status_code == 404


def test_the_exported_site_has_every_list(client: TestClient, tmp_path: Path) -> None:
    bulian.site(client.app.state.desk.workspace, tmp_path / "网页", now=NOW)  # type: ignore[attr-defined]  # of the app
    tree: Any = html.fromstring((tmp_path / "网页" / "firms.html").read_text("utf-8"))
    links = [str(one) for one in tree.xpath("//main//a/@href") if "firms--" in str(one)]
    assert links
    for link in links:
        assert (tmp_path / "网页" / link.partition("#")[0].replace("%25", "%")).is_file(), link
