"""A file handed in: it lies in sources/ and is read; nothing is overwritten, nothing leaves the folder."""

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


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Workspace, TestClient, dict[str, str]]]:
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    (workspace.sources / "旧.txt").write_text("2023年，大渡口区工业总产值200亿元。\n", "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        forms: Any = html.fromstring(client.get("/about").text).xpath("//form[@data-upload]")
        yield workspace, client, {"x-bulian-token": str(forms[0].get("data-token"))}


def test_a_file_is_kept_and_read_and_a_broken_one_set_aside(
    opened: tuple[Workspace, TestClient, dict[str, str]],
) -> None:
    workspace, client, token = opened
    text = "2024年，大渡口区工业总产值230亿元。\n".encode()
    assert client.post("/sources?name=新.txt", content=text, headers=token).status_code == 201
    assert (workspace.sources / "新.txt").read_bytes() == text
    assert "230" in client.get("/facts").text
    assert client.post("/sources?name=坏.pdf", content=b"%PDF-broken", headers=token).status_code == 201
    assert [one.name for one in bulian.status(workspace).quarantined] == ["坏.pdf"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("旧.txt", b"x"),
        ("../出去.txt", b"x"),
        (".藏.txt", b"x"),
        ("a.txt.meta.toml", b"x"),
        ("空.txt", b""),
        ("", b"x"),
    ],
)
def test_what_may_not_be_taken_is_told_and_leaves_no_trace(
    opened: tuple[Workspace, TestClient, dict[str, str]], name: str, content: bytes
) -> None:
    workspace, client, token = opened
    answer = client.post("/sources", params={"name": name}, content=content, headers=token)
    assert answer.status_code == 409
    assert answer.json()["said"]
    assert [one.name for one in workspace.sources.iterdir()] == ["旧.txt"]
    assert "200亿元" in (workspace.sources / "旧.txt").read_text("utf-8")


def test_a_file_needs_the_token_and_our_origin(opened: tuple[Workspace, TestClient, dict[str, str]]) -> None:
    _, client, token = opened
    assert client.post("/sources?name=a.txt", content=b"x").status_code == 403
    foreign = token | {"origin": "http://evil.example"}
    assert client.post("/sources?name=a.txt", content=b"x", headers=foreign).status_code == 403


def test_a_table_for_a_register_goes_to_the_desk_and_is_loaded_from_there(
    opened: tuple[Workspace, TestClient, dict[str, str]],
) -> None:
    workspace, client, token = opened
    table = "宗地编号,占地面积（亩）\n示-01,30\n".encode("gb18030")
    assert client.post("/tables?name=地块.csv", content=table, headers=token).status_code == 201
    assert (workspace.root / "desk" / "地块.csv").read_bytes() == table
    assert len(list(workspace.sources.iterdir())) == 1  # no fact is read from it
    page: Any = html.fromstring(client.get("/desk/sites").text)
    assert "desk/地块.csv" in page.xpath("//select[@name='file']/option/text()")
    form = {
        name: str(page.xpath(f"//form[@id='load-form']//input[@name='{name}']/@value")[0])
        for name in ("token", "seen")
    }
    sent = {**form, "act": "load", "file": "desk/地块.csv", "by": "经办", "on": "2026-06-30"}
    strange = client.post("/desk/sites", data={**sent, "file": "../外面.csv"})
    assert strange.status_code == 404
    assert "网页只载入 desk/、sources/ 里的表" in strange.text
    assert client.post("/desk/sites", data=sent).status_code == 200
    assert [row.key for row in bulian.desk_show(workspace, "sites").rows] == ["示-01"]
    for name, content in (("地块.csv", table), ("说明.txt", b"x"), ("../地块2.csv", table), ("空.csv", b"")):
        answer = client.post("/tables", params={"name": name}, content=content, headers=token)
        assert (answer.status_code, bool(answer.json()["said"])) == (409, True)
    assert client.post("/tables?name=a.csv", content=table).status_code == 403
    assert [one.name for one in (workspace.root / "desk").iterdir()] == ["地块.csv"]
