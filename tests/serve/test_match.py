"""The page of money: who gets what, every figure a link, nobody named without consent, nothing in files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.desk.book import Signed
from bulian.plan.match.fairness import GROUPS
from bulian.steps.matching import Tables
from bulian.steps.serving import site_app
from tests.serve.walk import orphan_numbers

NOW = "2026-06-30T09:00:00+08:00"
TABLES = {
    "demands": (
        "需求编号,企业名称,提出日期,融资金额,期限,是否授权\n"
        "D1,甲山光电有限公司,2026-05-01,300万,12个月,是\nD2,甲山面业有限公司,2026-05-02,5000万,36个月,是\n"
        "D3,乙山密谈有限公司,2026-05-03,100万,12个月,否\nD4,<b>丙</b>,2026-05-04,200万,12个月,是\n"
    ),
    "products": "产品编号,机构,类别,最低金额,最长期限,额度\nP1,示例银行,贷,100万,24个月,1000万\n",
    "dockings": "需求编号,产品编号,环节,日期,金额,凭证\nD4,P1,授信,2026-06-01,200万,批复 1号\n",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("match")
    made = bulian.init(folder / "甲山区", region="500104", name="甲山区")
    (made.sources / "报告.txt").write_text("2023年，甲山区工业总产值100亿元。\n", "utf-8")
    bulian.build(made, now=NOW)
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
        bulian.desk_load(made, name, folder / f"{name}.csv", Signed("经办", NOW, "2026-06-30"))
    return made


def test_parity_by_origin_joins_by_code_then_name(tmp_path: Path) -> None:
    """乙 is known by its code under another name, 甲 by name; where code and name differ it is nobody's."""
    made = bulian.init(tmp_path / "甲山区", region="500104", name="甲山区")
    (made.sources / "名录.csv").write_text(
        "企业名称,统一社会信用代码,企业来源,控制人所在地,控股情况\n"
        "甲山光电有限公司,,招商引进,香港,港澳台商控股\n"
        "乙山面业有限公司,91500000MA5U00000W,本地培育,重庆市,国有控股\n"
        "丙山软件有限公司,,分立,自然人,\n",
        "utf-8",
    )
    bulian.build(made, now=NOW)
    (tmp_path / "需求.csv").write_text(
        "需求编号,企业名称,融资金额,期限,是否授权,统一社会信用代码\n"
        "D1,甲山光电有限公司,300万,12个月,是,\n"
        "D2,乙山食品有限公司,200万,12个月,是,91500000MA5U00000W\n"
        "D3,丙山软件有限公司,200万,12个月,是,91500000MA5U00000W\nD4,丁,200万,12个月,是,\n",
        "utf-8",
    )
    (tmp_path / "产品.csv").write_text(TABLES["products"], "utf-8")
    found = bulian.match(
        made, on=date(2026, 6, 30), tables=Tables(tmp_path / "需求.csv", tmp_path / "产品.csv")
    ).matching
    assert not found.without_consent
    by = {
        (one.group, one.said): (one.demands, int(one.asked))
        for one in found.parity
        if one.group not in GROUPS
    }
    assert by == {
        ("origin", "attracted"): (1, 3_000_000), ("origin", "home_grown"): (1, 2_000_000),
        ("origin", "unknown"): (2, 4_000_000), ("capital", "foreign"): (1, 3_000_000),
        ("capital", "mainland"): (1, 2_000_000), ("capital", "unknown"): (2, 4_000_000),
        ("ownership", "hong_kong_macao_taiwan"): (1, 3_000_000), ("ownership", "state"): (1, 2_000_000),
        ("ownership", "unknown"): (2, 4_000_000),
    }  # fmt: skip


def test_refused_rows_are_offered_as_the_command_writes_them_and_load_again(tmp_path: Path) -> None:
    made = bulian.init(tmp_path / "甲山区", region="500104", name="甲山区")
    (made.sources / "报告.txt").write_text("2023年，甲山区工业总产值100亿元。\n", "utf-8")
    bulian.build(made, now=NOW)
    (tmp_path / "产品.csv").write_text(
        "产品编号,机构,类别,最低金额,最高金额,额度\nP1,示例银行,贷,500万,300万,1000万\n", "utf-8"
    )
    bulian.desk_load(made, "products", tmp_path / "产品.csv", Signed("经办", NOW, "2026-06-30"))
    with TestClient(site_app(made, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        (link,) = tree(opened, "/match").xpath("//section[@id='rows']//a[@download]/@href")
        answer = opened.get(str(link))
        assert "attachment" in answer.headers["content-disposition"]
        assert opened.get("/match?as=file&register=demands").status_code == 409
        assert opened.get("/match?as=file&register=moon").status_code == 404
    (file,) = bulian.match_to_mend(made, bulian.match(made, on=date(2026, 6, 30)), Tables(), tmp_path)
    assert file.read_bytes() == answer.content
    assert "500万元,300万元" in answer.text
    file.write_text(answer.text.replace("300万元", "800万元"), "utf-8")
    bulian.desk_load(made, "products", file, Signed("经办", NOW, "2026-07-01"))
    assert bulian.match(made, on=date(2026, 7, 2)).wrongs["products"] == ()


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> Iterator[TestClient]:
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def rows(page: html.HtmlElement, section: str) -> list[list[str]]:
    """The cells of a section's tables, row by row."""
    found: Any = page.xpath(f"//section[@id='{section}']//tbody/tr")
    return [[" ".join(_parts(cell)) for cell in row] for row in found]


def _parts(cell: Any) -> list[str]:
    """What stands in a cell, link by link."""
    return [words(one) for one in cell if words(one)] if len(cell) else [words(cell)]


def test_who_gets_what_and_who_does_not(client: TestClient) -> None:
    page = tree(client, "/match")
    assert rows(page, "placed") == [["D1 甲山光电有限公司", "P1 示例银行", "300万元", "", ""]]
    assert rows(page, "funnel")[:2] == [
        ["合计", "4 5600万元", "0", "0", "1 200万元 28天", "0"],
        ["贷", "", "0", "0", "1 200万元 28天", "0"],
    ]
    told = words(page)
    assert "期限由 36个月 改为 24个月，可符合 1 个产品（P1）" in told
    assert "已授信或放款、不再匹配：D4" in told


def test_who_gave_no_consent_is_named_nowhere(client: TestClient) -> None:
    for path in ("/match", "/en/match", "/match/P1"):
        assert "乙山密谈" not in client.get(path).text
    assert client.get("/match/D3").status_code == 404


@pytest.mark.parametrize("path", ["/match", "/en/match", "/match/D2", "/en/match/P1"])
def test_every_figure_leads_somewhere(client: TestClient, path: str) -> None:
    page = tree(client, path)
    assert orphan_numbers(page) == []
    links: Any = page.xpath("//main//a[contains(@class, 'f') or @class='l']/@href")
    for link in set(links):
        if link.startswith("#"):
            assert page.xpath(f"//*[@id='{link[1:]}']"), link
        else:
            assert client.get(link).status_code == 200, link


def test_a_demand_shows_its_row_and_where_it_is_from(client: TestClient) -> None:
    page: Any = tree(client, "/match/D2")
    told = words(page)
    assert "最长期限（需求 36个月，产品 24个月）" in told
    (row,) = page.xpath("//a[contains(., '登记的内容')]/@href")
    assert "journal/desk-demands.jsonl:2" in client.get(row).text
    assert "<b>丙</b>" not in client.get("/match/P1").text


def test_exported_pages_name_nobody(workspace: Workspace, tmp_path: Path) -> None:
    bulian.site(workspace, tmp_path / "站", now=NOW)
    everything = "".join(one.read_text("utf-8") for one in (tmp_path / "站").rglob("*.html"))
    assert "产融对接" in everything
    assert "甲山光电" not in everything
    assert "乙山密谈" not in everything


def test_an_empty_desk_says_how_to_fill_it(tmp_path: Path) -> None:
    made = bulian.init(tmp_path / "空区", region="500104", name="空区")
    bulian.build(made, now=NOW)
    with TestClient(site_app(made, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        assert "load demands" in opened.get("/match").text
