"""The server on a real workspace: pages, origins of numbers, judgements, refusals, hostile strings."""

import gc
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import LedgerError
from bulian.ledger.migrate import steps
from bulian.steps.serving import site_app
from tests.serve.place import NOW, district, hostile
from tests.serve.walk import orphan_numbers, walk


def client_of(workspace: Workspace) -> TestClient:
    return TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return district(tmp_path_factory.mktemp("serve"))


@pytest.fixture
def client(place: Workspace) -> Iterator[TestClient]:
    with client_of(place) as opened:
        yield opened


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[tuple[Workspace, TestClient]]:
    """A workspace that a test may change."""
    workspace = district(tmp_path)
    with client_of(workspace) as opened:
        yield workspace, opened


def token_of(client: TestClient) -> str:
    """The token that the forms of this run of the server carry."""
    page = html.fromstring(client.get(client.get("/api/facts").json()["facts"][0]["link"]).text)
    tokens: Any = page.xpath("//input[@name='token']/@value")
    return str(tokens[0])


def some_fact(workspace: Workspace) -> str:
    return bulian.facts(workspace, indicator="总产值")[0].fact.id


@pytest.mark.parametrize("start", ["/", "/en"])
def test_every_page_opens_and_every_number_leads_somewhere(client: TestClient, start: str) -> None:
    visited = list(walk(client, start))
    assert [(one.path, one.status) for one in visited if one.status != 200] == []
    assert {one.path: orphan_numbers(one.tree) for one in visited if orphan_numbers(one.tree)} == {}
    prefix = "/en" if start.startswith("/en") else ""
    kinds = {one.path.removeprefix(prefix).partition("?")[0].strip("/").split("/")[0] for one in visited}
    assert kinds >= {
        "facts",
        "structure",
        "methods",
        "names",
        "documents",
        "events",
        "conflicts",
        "about",
        "targets",
        "chains",
    }


def test_a_figure_is_two_clicks_from_its_sentence(client: TestClient) -> None:
    for visited in walk(client, "/conflicts"):
        for link in visited.tree.xpath("//main//a[contains(concat(' ', @class, ' '), ' f ')]/@href"):
            if str(link).startswith("/facts/"):
                page = client.get(str(link)).text
                assert "<mark>" in page
        break


def test_what_was_assessed_is_not_walked_for_garbage_at_every_turn(client: TestClient) -> None:
    client.get("/")
    desk = client.app.state.desk  # type: ignore[attr-defined]  # a FastAPI application
    with desk.site("zh") as site:
        facts = set(map(id, site.ground.facts.values()))
    assert facts
    assert facts.isdisjoint(map(id, gc.get_objects()))


def test_search_finds_both_scripts(client: TestClient) -> None:
    for asked in ("总产值", "總產值"):
        page = client.get("/facts", params={"q": asked}).text
        assert "報告" not in page
        assert page.count('class="q"') == 3
    assert "没有找到" in client.get("/facts", params={"q": "火星"}).text
    assert client.get("/facts", params={"q": '"*^' * 30, "from": "-1"}).status_code == 200


def test_a_judgement_is_entered_once_and_the_second_who_is_late_is_told(
    fresh: tuple[Workspace, TestClient],
) -> None:
    workspace, client = fresh
    fact, token = some_fact(workspace), token_of(client)
    form = {
        "token": token,
        "seen": "0",
        "by": "李",
        "why": "看过原文",
        "verdict": "correct",
        "value": "31000000000",
    }
    path = f"/facts/{fact}/judgements"
    assert client.post(path, data=form, follow_redirects=False).status_code == 303
    assert "310" in client.get(f"/facts/{fact}").text
    late = client.post(path, data=form | {"verdict": "reject", "by": "王"})
    assert late.status_code == 409
    assert "有人已经判过" in late.text
    assert [one.by for one in bulian.source(workspace, fact).judgements] == ["李"]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"token": "old"}, 403), ({"verdict": "burn"}, 409), ({"by": ""}, 409), ({"value": "许多"}, 409),
        ({"verdict": "reject", "why": ""}, 409), ({"seen": "9"}, 409),
    ],
)  # fmt: skip
def test_what_cannot_be_entered_says_why(
    fresh: tuple[Workspace, TestClient], changed: dict[str, str], status: int
) -> None:
    workspace, client = fresh
    fact, token = some_fact(workspace), token_of(client)
    form = {
        "token": token,
        "seen": "0",
        "by": "李",
        "why": "看过",
        "verdict": "correct",
        "value": "1",
    } | changed
    answer = client.post(f"/facts/{fact}/judgements", data=form | changed)
    assert answer.status_code == status
    assert "trouble" not in answer.text
    assert not bulian.source(workspace, fact).judgements


@pytest.mark.parametrize(
    ("came", "back"),
    [("http://127.0.0.1:8620/en/review?list=facts", "/en/review?list=facts"), ("", "/facts"),
     ("http://evil.example/x", "/facts"), ("http://127.0.0.1:8620//evil.example/x", "/evil.example/x")],
)  # fmt: skip
def test_a_stale_page_leads_back_to_itself_and_never_to_another_host(
    fresh: tuple[Workspace, TestClient], came: str, back: str
) -> None:
    workspace, client = fresh
    path = f"/facts/{some_fact(workspace)}/judgements"
    answer = client.post(path, data={"token": "old", "verdict": "accept"}, headers={"referer": came})
    assert (answer.status_code, answer.text.count(f'href="{back}"')) == (403, 1)


def test_only_this_computer_and_only_our_own_pages(client: TestClient) -> None:
    assert client.get("/facts", headers={"host": "evil.example"}).status_code == 421
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/facts/ab/judgements", data={}, headers=headers).status_code == 403
    answer = client.get("/facts")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert " style=" not in answer.text
    assert " onclick=" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/en/nowhere/x", "/facts/zz", "/names/n000000000000", "/documents/abc", "/facts/00000000"],
)
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "/static/style.css" in answer.text


def test_a_ledger_of_another_version_is_said_in_words(fresh: tuple[Workspace, TestClient]) -> None:
    workspace, client = fresh
    workspace.ledger.write_bytes(b"SQLite format 3\x00" + b"\x00" * 200)
    answer = client.get("/facts")
    assert answer.status_code == 409
    assert "ledger" in answer.text


def test_a_build_while_pages_are_open_shows_at_the_next_click(fresh: tuple[Workspace, TestClient]) -> None:
    workspace, client = fresh
    assert "丙水" not in client.get("/facts").text
    (workspace.sources / "新.txt").write_text("2024年，丙水公司产值5亿元。", "utf-8")
    bulian.build(workspace, now=NOW)
    assert "丙水" in client.get("/facts").text


def test_hostile_strings_are_text_and_nothing_else(tmp_path: Path) -> None:
    with client_of(hostile(tmp_path)) as client:
        visited = list(walk(client, "/facts"))
        assert [(one.path, one.status) for one in visited if one.status >= 500] == []
        for one in visited:
            assert one.tree.xpath("//img | //iframe | //object") == []
            assert [s.get("src") for s in one.tree.xpath("//script")] == ["/static/bulian.js"]
            assert one.tree.xpath("//@onerror | //@onclick") == []
            assert not any(str(link).lower().startswith("javascript") for link in one.tree.xpath("//a/@href"))


def test_the_api_gives_the_same_facts(client: TestClient, place: Workspace) -> None:
    answer = client.get("/api/facts", params={"q": "总产值", "kind": "observation"}).json()
    assert answer["total"] == 3
    assert {one["id"] for one in answer["facts"]} <= {one.fact.id for one in bulian.facts(place)}
    assert client.get("/api/facts", params={"period": "gestern"}).status_code == 400
    assert client.get("/api/facts", params={"kind": "x"}).status_code == 422
    assert client.get("/api/facts/zz").status_code == 404
    assert len(client.get("/api/sources").json()) == 3
    assert "/api/facts" in client.get("/api/openapi.json").json()["paths"]


def test_a_workspace_of_an_older_bulian_is_told_of_until_it_is_built(
    fresh: tuple[Workspace, TestClient],
) -> None:
    place, client = fresh
    connection = sqlite3.connect(place.ledger)
    connection.execute(f"pragma user_version = {len(steps()) - 1}")
    connection.close()
    for path, said in (
        ("/", "旧版本的 bulian"),
        ("/facts", "请运行"),
        ("/en/targets", "An older bulian built"),
    ):
        answer = client.get(path)
        assert (answer.status_code, said in answer.text) == (409, True)
    assert client.get("/api/facts").status_code == 409
    with pytest.raises(LedgerError, match="An older bulian"):
        bulian.facts(place)


def test_documents_that_another_version_read_are_shown_and_told_of(
    fresh: tuple[Workspace, TestClient],
) -> None:
    workspace, client = fresh
    assert "另一版" not in client.get("/").text
    connection = sqlite3.connect(workspace.ledger)
    with connection:
        connection.execute("update run set reader = '0123456789ab'")
    connection.close()
    workspace.ledger.touch()
    for path, says in (("/", "另一版 bulian"), ("/en/facts?q=x", "another version of bulian")):
        page = client.get(path)
        assert page.status_code == 200
        assert says in page.text
        assert "0123456789ab" in page.text
    (ill,) = [one for one in bulian.doctor(workspace.root) if one.state != "good"]
    assert (ill.state, "bulian build" in ill.zh) == ("stale", True)
    assert len(bulian.status(workspace).notices) == 1


@pytest.mark.parametrize("path", ["/facts?kind=observation", "/conflicts"])
def test_english_pages_name_indicators_in_english_too(client: TestClient, path: str) -> None:
    assert "Gross output value 总产值" in client.get(f"/en{path}").text
    assert "Gross output value" not in client.get(path).text


@pytest.mark.parametrize("asked", ["gross output value", " Gross output value 总产值", "GROSS OUTPUT VALUE"])
def test_an_indicator_is_found_by_its_english_name(client: TestClient, asked: str) -> None:
    page: Any = html.fromstring(client.get("/en/facts", params={"q": asked}).text)
    assert len(page.xpath("//ol[@class='hits']/li")) == 3
    assert page.xpath("//main//input[@name='q']/@value") == [asked]
