"""The queue: what waits, decided by forms as by `bulian review`, once, and taken back."""

from collections.abc import Iterator
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

ONE = "己木光电有限公司2023年产值5亿元。2020年，大渡口区常住人口42万人。\n"
OTHER = "己木光电科技有限公司2022年产值4亿元。2020年，大渡口区常住人口44万人。\n"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Workspace, TestClient]]:
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    for name, text in (("一.txt", ONE), ("二.txt", OTHER)):
        (workspace.sources / name).write_text(text, "utf-8")
        (workspace.sources / f"{name}.meta.toml").write_text('published_on = "2024-01-31"\n', "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        yield workspace, client


def tree(client: TestClient, path: str = "/review") -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def form_of(page: Any, section: str) -> dict[str, str]:
    found = page.xpath(f"//section[@id='{section}']//form")[0]
    return {str(one.get("name")): str(one.get("value") or "") for one in found.xpath(".//input")}


def test_contradicting_numbers_wait_and_a_judgement_from_here_leads_back(
    opened: tuple[Workspace, TestClient],
) -> None:
    _, client = opened
    page = tree(client)
    assert orphan_numbers(page) == []
    form = page.xpath("//section[@id='facts']//form")[0]
    given = form_of(page, "facts") | {"by": "李", "why": "看过普查公报", "verdict": "reject"}
    answer = client.post(str(form.get("action")), data=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review#judge")
    assert tree(client).xpath("//section[@id='facts']//form") == []  # one of two told numbers is left


def test_a_judgement_is_taken_back_from_the_queue_once(opened: tuple[Workspace, TestClient]) -> None:
    workspace, client = opened
    given = form_of(tree(client), "facts") | {"by": "李", "why": "看过普查公报", "verdict": "reject"}
    action = str(tree(client).xpath("//section[@id='facts']//form/@action")[0])
    client.post(action, data=given)
    fact_id = action.split("/")[2]
    assert tree(client, f"/facts/{fact_id}").xpath("//button[@value='withdraw']")
    page = tree(client)
    assert orphan_numbers(page) == []
    back = form_of(page, "judged") | {"by": "王", "why": "看错了", "verdict": "withdraw"}
    assert client.post(action, data=back, follow_redirects=False).status_code == 303
    assert [one.verdict for one in bulian.source(workspace, fact_id).judgements] == ["reject", "withdraw"]
    page = tree(client)
    assert page.xpath("//section[@id='judged']") == []
    assert page.xpath("//section[@id='facts']//form")
    assert tree(client, f"/facts/{fact_id}").xpath("//button[@value='withdraw']") == []
    assert "有人已经判过" in client.post(action, data=back).text
    late = client.post(action, data=back | {"seen": "2"})
    assert (late.status_code, "没有可撤回的" in late.text) == (409, True)


def test_a_long_queue_goes_on_and_says_how_many_wait(tmp_path: Path) -> None:
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    for which, more in ((1, 0), (2, 5)):
        lines = (
            f"{year}年{month}月，大渡口区企业{100 * month + more}家。"
            for year in range(2018, 2022)
            for month in range(1, 13)
        )
        (workspace.sources / f"{which}.txt").write_text("\n".join(lines), "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        first = tree(client)
        (following,) = first.xpath("//section[@id='facts']//a[@rel='next']/@href")
        second = tree(client, str(following))
        assert orphan_numbers(first) == orphan_numbers(second) == []
        shown = [
            str(form.get("action"))
            for page in (first, second)
            for form in page.xpath("//section[@id='facts']//form")
        ]
        told = int(first.xpath("//p[@class='lead']//a")[1].text_content())
        assert second.xpath("//section[@id='names']") == []
        assert 40 < len(shown) == len(set(shown))
        assert told >= len(shown)


def test_a_merge_is_entered_once_shown_and_taken_back(opened: tuple[Workspace, TestClient]) -> None:
    workspace, client = opened
    token = form_of(tree(client), "facts")["token"]
    pair = {"one": "己木光电有限公司", "other": "己木光电科技有限公司"}
    merge = {"token": token, "seen": "0", "act": "merge", "by": "李", "why": "同一地址"} | pair
    assert client.post("/review", data=merge, follow_redirects=False).status_code == 303
    late = client.post("/review", data=merge | {"act": "split", "by": "王"})
    assert late.status_code == 409
    assert "有人已经定过名称" in late.text
    known = bulian.identities(workspace)
    assert known.same(*pair.values())
    undo = form_of(tree(client), "held") | {"act": "undo", "by": "李", "why": "看错了"}
    assert client.post("/review", data=undo, follow_redirects=False).status_code == 303
    assert [one.verdict for one in bulian.review(workspace).held] == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"token": "x"}, 403), ({"act": "burn"}, 409), ({"by": ""}, 409), ({"other": "无此公司"}, 409),
     ({"act": "undo", "line": "1e9"}, 409)],
)  # fmt: skip
def test_what_cannot_be_decided_says_why(
    opened: tuple[Workspace, TestClient], changed: dict[str, str], status: int
) -> None:
    workspace, client = opened
    token = form_of(tree(client), "facts")["token"]
    form = {
        "token": token, "seen": "0", "act": "split", "by": "李", "why": "两家",
        "one": "己木光电有限公司", "other": "己木光电科技有限公司",
    }  # fmt: skip
    assert client.post("/en/review", data=form | changed).status_code == status
    assert not bulian.review(workspace).held
