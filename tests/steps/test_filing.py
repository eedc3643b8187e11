"""The site as files: every link leads to a file and a place in it, and the index finds what it should."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.publish.site.index import shard_of, words_of
from bulian.steps.filing import MARK
from tests.serve.place import NOW, district
from tests.serve.walk import orphan_numbers


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return district(tmp_path_factory.mktemp("filing"))


@pytest.fixture(scope="module")
def folder(place: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "网页"
    out.mkdir()
    for name in (MARK, "旧.html"):  # as an earlier export would have left it
        (out / name).write_text("", "utf-8")
    done = bulian.site(place, out, now=NOW)
    assert done.first.is_file()
    assert not (out / "旧.html").exists()
    assert done.files == sum(one.is_file() for one in out.rglob("*")) - 1  # but for the mark
    return out


def test_every_link_leads_to_a_file_and_a_place_in_it(folder: Path) -> None:
    trees: dict[Path, Any] = {one: html.parse(str(one)).getroot() for one in folder.rglob("*.html")}
    assert len(trees) > 60
    places = {page: {str(one) for one in tree.xpath("//@id")} for page, tree in trees.items()}
    for page, tree in trees.items():
        assert tree.xpath("//form[@method='post']") == []
        for link in {
            str(one) for one in tree.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src")
        }:
            file, _, anchor = link.partition("#")
            assert not file.startswith(("/", "http"))
            target = Path(os.path.normpath(page.parent / unquote(file))) if file else page
            assert target.is_file(), (page, link)
            assert not anchor or anchor.startswith("q=") or unquote(anchor) in places[target], (page, link)


def test_no_number_of_the_first_pages_is_an_orphan(folder: Path) -> None:
    for name in ("index.html", "checks.html", "about.html", "en/targets.html", "en/structure.html"):
        assert orphan_numbers(html.fromstring((folder / name).read_text("utf-8"))) == [], name


def test_a_fact_is_a_place_in_its_document_with_its_words_marked(folder: Path, place: Workspace) -> None:
    one = bulian.facts(place, indicator="总产值")[0]
    page: Any = html.fromstring((folder / "documents" / f"{one.fact.doc[:12]}.html").read_text("utf-8"))
    row = page.xpath("//li[@id=$id]", id=f"d-{one.fact.id}")[0]
    assert one.fact.place.quote in row.text_content()
    assert row.xpath(".//mark")


def test_the_index_holds_each_two_character_word_in_its_shard(folder: Path) -> None:
    def told(name: str) -> dict[str, Any]:
        text = (folder / "search" / name).read_text("utf-8")
        found: dict[str, Any] = json.loads(text[text.index("(") + 1 : text.rindex(")")])
        return found

    meta = told("meta.js")
    assert meta["table"]["總"] == "总"
    hits = [set(told(f"w{shard_of(word)}.js")["words"][word]) for word in ("总产", "产值")]
    rows = [told("f0.js")["rows"][at] for at in set.intersection(*hits)]
    assert len(rows) == 3
    assert all((folder / row[0].partition("#")[0]).is_file() for row in rows)


def test_words_are_pairs_and_single_characters() -> None:
    assert words_of("产值 5") == {"产", "值", "产值", "5"}


def test_a_folder_with_other_things_is_left_alone(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "家").mkdir()
    (tmp_path / "家" / "要紧.txt").write_text("x", "utf-8")
    with pytest.raises(BadRequest):
        bulian.site(place, tmp_path / "家", now=NOW)
    assert (tmp_path / "家" / "要紧.txt").read_text("utf-8") == "x"
