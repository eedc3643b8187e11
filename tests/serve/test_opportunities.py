"""The page of opportunities, without peers and with a made-up table that the workspace keeps."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.steps.serving import site_app
from tests.serve.place import NOW
from tests.serve.walk import orphan_numbers

PEERS = Path(__file__).parents[2] / "examples" / "peers" / "示例同类地区_合成.csv"


def workspace(folder: Path, name: str) -> Workspace:
    made = bulian.init(folder / name, region="500104", name=name)
    (made.sources / "报告.txt").write_text("2023年，工业总产值100亿元。\n", "utf-8")
    bulian.build(made, now=NOW)
    return made


def page(made: Workspace, path: str) -> Any:
    with TestClient(site_app(made, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace(tmp_path_factory.mktemp("bare"), "甲山区")


@pytest.mark.parametrize(
    ("path", "words"), [("/opportunities", "无同类地区表"), ("/en/opportunities", "no peer table")]
)
def test_without_peers_it_lists_gaps_and_says_that_likelihood_is_unknown(
    bare: Workspace, path: str, words: str
) -> None:
    found = page(bare, path)
    assert orphan_numbers(found) == []
    assert words in found.text_content()
    assert len(found.xpath("//section[@id='rows']//tbody/tr")) == 40
    assert len(found.xpath("//section[@id='full']//details")) == 40


def test_with_peers_every_row_leads_to_its_reasons(tmp_path: Path) -> None:
    made = workspace(tmp_path, "示例03区")
    (made.root / "opportunities").mkdir()
    shutil.copy(PEERS, made.root / "opportunities" / "peers.csv")
    found = page(made, "/opportunities")
    assert orphan_numbers(found) == []
    assert found.xpath("//h1/span[@class='ex']")  # the table is made up, and the page says so
    ids = set(found.xpath("//details/@id"))
    assert {str(link)[1:] for link in found.xpath("//section[@id='rows']//tbody//a/@href")} == ids
    assert "替它说话的在位行业" in found.text_content()


def test_a_table_that_does_not_fit_is_told_on_the_page(tmp_path: Path) -> None:
    made = workspace(tmp_path, "乙山区")
    (made.root / "opportunities").mkdir()
    (made.root / "opportunities" / "peers.csv").write_text("地区,行业,年份,数值\n甲,乙,2015,许多\n", "utf-8")
    assert "第 2 行" in page(made, "/opportunities").text_content()


def test_a_table_of_peers_that_is_put_there_shows_at_the_next_request(tmp_path: Path) -> None:
    made = workspace(tmp_path, "甲山区")
    with TestClient(site_app(made, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        assert "无同类地区表" in client.get("/opportunities").text
        (made.root / "opportunities").mkdir()
        shutil.copy(PEERS, made.root / "opportunities" / "peers.csv")
        assert "无同类地区表" not in client.get("/opportunities").text
