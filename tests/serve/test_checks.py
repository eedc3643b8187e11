"""The pages of checks and of official methods."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

REPORT = (
    "情况\n\n2023年，大渡口区限额以上批发零售业企业87家，其中外资企业41家，占47.13%。"
    "戊土食品有限公司2023年营业收入3.2亿元，2022年营业收入2.9亿元。\n"
)
WRONG = "2023年，大渡口区限额以上批发零售业企业78家。\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("checks") / "大渡口区", region="500104", name="大渡口区")
    for name, text in (("情况.txt", REPORT), ("另一份.txt", WRONG)):
        (workspace.sources / name).write_text(text, "utf-8")
        (workspace.sources / f"{name}.meta.toml").write_text('published_on = "2024-01-31"\n', "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    found = html.fromstring(answer.text)
    assert orphan_numbers(found) == []
    return found


def words(part: Any) -> str:
    return " ".join(str(part.text_content()).split())


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_contradiction_stands_with_both_numbers_as_links(client: TestClient, lang: str) -> None:
    found = tree(client, f"{lang}/checks").xpath("//section[@id='contradicted']//tbody/tr")
    told = " ".join(words(row) for row in found)
    assert "87" in told
    assert "78" in told
    assert found[0].xpath(".//a[contains(@class, 'f')]")


def test_a_method_tells_clause_by_clause_and_what_is_missing(client: TestClient) -> None:
    listed = tree(client, "/evaluations")
    for link in listed.xpath("//tbody//th/a/@href"):
        tree(client, str(link))
    page = words(tree(client, "/evaluations/little_giant_2022"))
    assert "戊土食品有限公司" in page
    assert "资产负债率" in page
    assert "不知道" in page
    assert client.get("/evaluations/none").status_code == 404


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_file_holds_the_whole_list_whatever_the_page_shows(tmp_path: Path, lang: str) -> None:
    """1,248 months are more than one part of a file; each is in it once."""
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    months = [f"{year}年{month}月" for year in range(1920, 2024) for month in range(1, 13)]
    lines = [f"{month}，大渡口区企业{1000 + at}家。" for at, month in enumerate(months)]
    (workspace.sources / "情况.txt").write_text("\n".join(lines), "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        for asked, wanted in (("", range(1248)), ("year=1999&", range(79 * 12, 80 * 12))):
            told = opened.get(f"{lang}/facts?{asked}as=csv").content.decode("utf-8-sig")
            assert sorted(map(int, re.findall("企业([0-9]+)家", told))) == [1000 + at for at in wanted]
        book = openpyxl.load_workbook(io.BytesIO(opened.get(f"{lang}/facts?as=xlsx").content), read_only=True)
        (sheet,) = book.worksheets
        assert len(list(sheet.iter_rows())) == len(months)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_what_is_not_shown_at_once_is_on_the_next_page(tmp_path: Path, lang: str) -> None:
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    for which, more in ((1, 0), (2, 5)):
        lines = (
            f"{year}年{month}月，大渡口区企业{100 * month + more}家，项目{year + more}个。"
            for year in range(2018, 2024)
            for month in range(1, 13)
        )
        (workspace.sources / f"{which}.txt").write_text("\n".join(lines), "utf-8")
        events = (
            f"2023年{month}月{day}日，己木{day}号光电有限公司在创业板上市。"
            for month in (1, 2, 3, 4)
            for day in range(1, 29)
        )
        (workspace.sources / f"事{which}.txt").write_text("\n".join(events), "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        for path, only, heads, rows in (
            ("/checks", "contradicted", 1, "//section[@id='contradicted']//tbody/tr"),
            ("/conflicts", "contradictions", 1, "//section[@id='contradictions']//th[@scope='rowgroup']"),
            ("/events", "events", 0, "//ol[@class='hits']/li"),
        ):
            page, found, visits, shown = tree(opened, f"{lang}{path}"), [], 0, 0
            first = page.xpath("//p[@class='pager']//a[contains(@class, 'f')]")[0]
            while True:
                found += [html.tostring(row) for row in page.xpath(rows)]
                shown += len(page.xpath(f"//section[@id={only!r}]//tbody/tr | //ol[@class='hits']/li"))
                following = page.xpath("//a[@rel='next']/@href")
                visits += 1
                if not following:
                    break
                page = tree(opened, str(following[0]))
            assert visits > 1
            assert len(found) == int(words(first).replace(",", "")), path
            file = opened.get(f"{lang}{path}?as=csv&list={only}").content.decode("utf-8-sig")
            told = [row for row in csv.reader(io.StringIO(file)) if len(row) > 1]
            assert len(told) == shown + heads, path


@pytest.mark.parametrize(("lang", "said"), [("", "超过这么多个月"), ("/en", "older than this many months")])
def test_thresholds_are_told_in_the_language_of_the_page(client: TestClient, lang: str, said: str) -> None:
    page = tree(client, f"{lang}/methods")
    (row,) = page.xpath("//section[@id='thresholds']//tr[th='register_months']")
    assert said in words(row)
    assert len(page.xpath("//section[@id='thresholds']//table")) == 6
