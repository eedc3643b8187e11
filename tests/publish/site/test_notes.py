"""Every method note has a Chinese summary, and its page begins with it."""

import re
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.publish.site.notes import notes, summaries, title_in
from bulian.steps.serving import site_app
from bulian.vocab.table import FOLDER
from tests.serve.place import NOW


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    workspace = bulian.init(tmp_path_factory.mktemp("notes") / "大渡口区", region="500104", name="大渡口区")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def test_every_note_has_one_and_none_is_left_over() -> None:
    assert list(summaries()) == list(notes())


@pytest.mark.parametrize("key", sorted(notes()))
def test_each_part_is_a_sentence_in_chinese(key: str) -> None:
    title, *parts = astuple(summaries()[key])
    assert title == title_in("zh", key)
    for part in parts:
        assert part.endswith("。")
        assert sum("\u4e00" <= letter <= "\u9fff" for letter in part) >= 10
    for name in re.findall(r"vocab/([a-z0-9_./]+)", " ".join(parts)):
        assert (FOLDER / name).exists(), name


def test_the_chinese_page_leads_with_it_and_the_english_has_none(client: TestClient) -> None:
    told: Any = html.fromstring(client.get("/methods/pace").text).xpath("//article")
    assert "每年要增长多少" in told[0].text_content()
    assert "每年要增长多少" not in client.get("/en/methods/pace").text
    assert client.get("/methods/none").status_code == 404
