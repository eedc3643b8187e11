"""The page of project packages: what each lacks, each as its sheet, to take along as a file."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.desk.book import Signed
from bulian.steps.serving import site_app
from tests.serve.place import HOSTILE, NOW, district
from tests.serve.walk import orphan_numbers

BY = Signed("经办", NOW, "2026-01-05")
TOLD = {
    "name": "镜头基地", "site": "一号地块", "area": "20亩", "total": "1.5亿元", "content": HOSTILE,
    "chain": "智能视觉", "nodes": "光学镜头", "terms": "对新办企业给予税收返还", "contact": "王五",
}  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    place = district(tmp_path_factory.mktemp("sheet"))
    bulian.desk_add(place, "packages", TOLD, BY)
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


@pytest.mark.parametrize(("lang", "lacks"), [("", "还缺：建设条件"), ("/en", "Still missing: Conditions")])
def test_the_list_and_the_sheet_say_what_is_missing(client: TestClient, lang: str, lacks: str) -> None:
    for path in (f"{lang}/sheet", f"{lang}/sheet?project=镜头基地"):
        page = client.get(path)
        assert page.status_code == 200
        assert lacks in page.text
        assert HOSTILE not in page.text
        assert orphan_numbers(html.fromstring(page.text)) == []


def test_a_sheet_names_node_rule_and_line(client: TestClient) -> None:
    page = client.get("/sheet?project=镜头基地").text
    for said in ("光学镜头</span>：本区", "税收返还", "公平竞争审查条例", "desk-packages:1"):
        assert said in page


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_it_can_be_taken_along(client: TestClient, form: str, begins: bytes) -> None:
    answer = client.get(f"/sheet?project=镜头基地&as={form}")
    assert answer.headers["content-disposition"] == f'attachment; filename="sheet.{form}"'
    assert answer.content.startswith(begins)


def test_a_package_that_is_not_there_says_so(client: TestClient) -> None:
    for more in ("", "&as=pdf"):
        answer = client.get(f"/sheet?project=无此项目{more}")
        assert answer.status_code == 404
        assert "没有“无此项目”这个项目包" in answer.text
    assert client.get("/sheet?as=pdf").status_code == 404
