"""The page of prospects: a firm of an outside table with its parts, hostile rows, a node that is none."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.steps.serving import site_app
from tests.serve.walk import orphan_numbers

NOW = "2026-11-26T09:00:00+08:00"
TABLE = (
    "公司名称,经营范围,登记状态,主要客户\n外地镜头有限公司,光学镜头制造,存续,丙山光学有限公司\n"
    '"<script>alert(1)</script>镜头有限公司",光学镜头制造,存续,\n'
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("prospects")
    made = bulian.init(folder / "丙山区", region="500104", name="丙山区")
    (made.sources / "情况.txt").write_text("丙山光学有限公司生产光学镜头。\n", "utf-8")
    bulian.build(made, now=NOW)
    (folder / "外地.csv").write_text(TABLE, "utf-8")
    bulian.bring(made, folder / "外地.csv")
    return made


@pytest.fixture
def client(workspace: Workspace) -> TestClient:
    return TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620")


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_firm_stands_with_its_parts_and_its_introduction(client: TestClient, lang: str) -> None:
    answer = client.get(f"{lang}/prospects", params={"for": "光学镜头"})
    assert answer.status_code == 200
    page: html.HtmlElement = html.fromstring(answer.text)
    assert orphan_numbers(page) == []
    told = str(page.text_content())
    assert "外地镜头有限公司 → " in told
    assert "丙山光学有限公司" in told
    assert "0.70" in told
    assert page.xpath("//main//script") == []
    assert orphan_numbers(html.fromstring(client.get(f"{lang}/prospects").text)) == []


def test_a_node_that_is_none_is_told(client: TestClient) -> None:
    answer = client.get("/prospects", params={"for": "时光机"})
    assert answer.status_code == 409
    assert "没有“时光机”" in answer.text


def test_exported_pages_leave_prospects_out(workspace: Workspace, tmp_path: Path) -> None:
    bulian.site(workspace, tmp_path / "站", now=NOW)
    pages = [path.read_text("utf-8") for path in (tmp_path / "站").rglob("*.html")]
    assert pages
    assert not any("外地镜头有限公司" in page for page in pages)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_who_can_introduce_us_hop_by_hop(client: TestClient, lang: str) -> None:
    answer = client.get(f"{lang}/path", params={"to": "外地镜头有限公司"})
    assert answer.status_code == 200
    page: html.HtmlElement = html.fromstring(answer.text)
    assert orphan_numbers(page) == []
    (row,) = page.xpath("//main//tbody/tr")
    assert "丙山光学有限公司" in row.text_content()
    assert "外地镜头有限公司" in row.text_content()


def test_nobody_to_introduce_us_is_told_and_an_unknown_firm_refused(client: TestClient) -> None:
    hostile = '"<script>alert(1)</script>镜头有限公司'.strip('"')
    told = client.get("/path", params={"to": hostile})
    assert "<script>alert" not in told.text
    assert client.get("/path").status_code == 200
    unknown = client.get("/path", params={"to": "没有这家有限公司"})
    assert unknown.status_code == 409
    assert "没有“没有这家有限公司”" in unknown.text


def test_a_no_is_entered_on_the_page_and_taken_back_and_a_slip_of_the_pen_refused(client: TestClient) -> None:
    page: Any = html.fromstring(client.get("/prospects", params={"for": "光学镜头"}).text)
    token = str(page.xpath("//form[@method='post']//input[@name='token']/@value")[0])
    no = {
        "token": token,
        "for": "光学镜头",
        "act": "reject",
        "node": "vision/lens",
        "by": "李",
        "why": "不合",
    }
    slip = client.post("/prospects", data={**no, "firm": "外地镜头公司"})
    assert slip.status_code == 409
    assert "写法相近的有：外地镜头有限公司" in slip.text
    assert 'value="外地镜头公司"' in slip.text
    assert client.post("/prospects", data={**no, "firm": "外地镜头有限公司", "why": ""}).status_code == 409
    assert client.post("/prospects", data={**no, "firm": "外地镜头有限公司", "token": "x"}).status_code == 403
    assert client.post("/prospects", data={**no, "firm": "外地镜头有限公司", "act": "x"}).status_code == 409
    done = client.post("/prospects", data={**no, "firm": "外地镜头有限公司"}, follow_redirects=False)
    assert (done.status_code, done.headers["location"].endswith("#out")) == (303, True)
    assert "李于2026-11-26否决：不合" in client.get("/prospects", params={"for": "光学镜头"}).text
    back = client.post("/prospects", data={**no, "firm": "外地镜头有限公司", "act": "restore"})
    assert "李于2026-11-26否决：不合" not in back.text
    again = client.post("/prospects", data={**no, "firm": "外地镜头有限公司", "act": "restore"})
    assert again.status_code == 409
