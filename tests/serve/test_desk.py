"""The pages of the desk: every value leads to its row, every row names the lines of the journal."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.desk.book import Signed
from bulian.publish.desk_note import note_markdown
from bulian.publish.wording import wording
from bulian.steps.serving import site_app
from tests.serve.place import HOSTILE, NOW, district
from tests.serve.walk import orphan_numbers, walk

BY = Signed("经办", NOW, "2026-01-05")
DIRECTIONS = """
key: dirs
zh: 招商方向
en: Directions
kind: directions
valid_from: "2024-01-01"
source: 报告.txt
clusters:
  - {key: vision, zh: 智能视觉, en: Vision, codes: ["39"]}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    place = district(tmp_path_factory.mktemp("desk"))
    (place.sources / "签约书.txt").write_text("签约\n", "utf-8")
    (place.root / "clusters").mkdir()
    (place.root / "clusters" / "dirs.yaml").write_text(DIRECTIONS, "utf-8")
    for name, told in (
        ("sites", {"code": "甲-1", "area": "30亩", "tax": "600万元"}),
        (
            "projects",
            {"name": f"镜头项目{HOSTILE}", "total": "约2亿元", "claimed": "如火如荼", "start_for": "2025-01"},
        ),
        (
            "payments",
            {"project": f"镜头项目{HOSTILE}", "paid_on": "2026-01-10", "amount": "3000万元", "proof": "回单"},
        ),
        (
            "problems",
            {"raised_on": "2026-01-02", "firm": "甲山光电有限公司", "problem": "限电", "due": "2026-01-09"},
        ),
    ):
        bulian.desk_add(place, name, told, BY)
    bulian.desk_move(place, "镜头项目", "签约", BY, evidence="document:签约书.txt")
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


@pytest.mark.parametrize("start", ["/desk", "/en/desk"])
def test_every_page_of_the_desk_opens_without_a_number_from_nowhere(client: TestClient, start: str) -> None:
    prefix = start.removesuffix("/desk")
    seen = []
    for one in walk(client, start):
        path = one.path.removeprefix(prefix).partition("?")[0]
        if path.strip("/").split("/")[0] not in ("desk", "projects", "due", "directions"):
            continue
        seen.append(path)
        assert (one.status, orphan_numbers(one.tree)) == (200, []), one.path
        assert HOSTILE not in html.tostring(one.tree, encoding="unicode")
    assert {"/desk", "/desk/sites", "/desk/projects", "/projects", "/due", "/directions"} <= set(seen)


def test_a_value_is_two_clicks_from_its_line(client: TestClient) -> None:
    page = html.fromstring(client.get("/desk/sites").text)
    found: Any = page.xpath("//a[text()='600万元']/@href")
    (link,) = found
    assert "journal/desk-sites.jsonl:1" in client.get(str(link)).text
    assert "20万元/亩" in client.get("/desk/sites").text


def test_projects_keep_plan_and_payment_apart_and_claims_marked(client: TestClient) -> None:
    page = client.get("/projects").text
    for words in ("约2亿元", "3000万元", "15.0%", "如火如荼", "所报阶段没有证据", "文件 签约书.txt"):
        assert words in page
    assert "办结期限" in client.get("/due").text


def test_a_page_that_is_not_there_says_so(client: TestClient) -> None:
    assert client.get("/desk/weather").status_code == 404
    assert client.get("/desk/sites?row=x").status_code == 404


def test_directions_lead_to_their_sentences(client: TestClient) -> None:
    page = client.get("/directions").text
    assert "智能视觉" in page
    assert "没有方向覆盖的产业链" in page


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_weekly_note_and_the_achievements_are_what_the_command_writes(
    client: TestClient, lang: str
) -> None:
    place = client.app.state.desk.workspace  # type: ignore[attr-defined]  # what TestClient calls its app
    words = wording("en" if lang else "zh")
    week = bulian.desk_week(place, on="2026-01-08", now=NOW)
    assert [part.key for part in week.note.parts] == ["problems", "moves"]
    file = client.get(f"{lang}/week", params={"on": "2026-01-08", "as": "file"})
    assert file.text == note_markdown(week.note, week.persons, words, "week")
    assert "markdown" in file.headers["content-type"]
    tree: Any = html.fromstring(client.get(f"{lang}/week", params={"on": "2026-01-08"}).text)
    assert orphan_numbers(tree) == []
    links = [str(one) for one in tree.xpath("//main//tbody/tr/td/a/@href")]
    assert f"{lang}/desk/problems?row=1" in links
    done = bulian.desk_achievements(place, period="2026", until=NOW[:10])
    file = client.get(f"{lang}/achievements", params={"as": "file"})
    assert file.text == note_markdown(done.note, done.persons, words, "achieved")
    told = client.get(f"{lang}/achievements", params={"on": "2026-01"}).text
    assert "journal/desk-payments:1" in told
    assert HOSTILE not in told
    assert client.get(f"{lang}/achievements", params={"on": "昨天"}).status_code == 409
    assert client.get(f"{lang}/week", params={"on": "昨天"}).status_code == 409
    nobody = client.get(f"{lang}/week", params={"on": "2020-01-01", "chain": "没有的链"})
    assert words["desk.nothing"] in nobody.text


def test_a_firm_in_a_row_leads_to_its_page(client: TestClient) -> None:
    listed: Any = html.fromstring(client.get("/desk/problems").text)
    (row,) = {str(one) for one in listed.xpath("//tbody//a[contains(., '限电')]/@href")}
    page: Any = html.fromstring(client.get(row).text)
    (firm,) = page.xpath("//td/a[.='甲山光电有限公司']/@href")
    assert "生产镜头" in client.get(firm).text
