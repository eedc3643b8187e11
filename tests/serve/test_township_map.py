"""Townships as a map where the workspace holds their outlines; the table is always there."""

import json
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.publish.site.drawing.township_map import Township, township_map
from bulian.steps.serving import site_app
from tests.serve.place import HOSTILE, NOW
from tests.serve.walk import orphan_numbers

TEXT = "2024年末，大渡口区跳磴镇常住人口3万人。\n"


def box(name: str, west: float, south: float) -> dict[str, Any]:
    """A square of a hundredth of a degree."""
    east, north = west + 0.01, south + 0.01
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A district of which one document speaks of a township."""
    workspace = bulian.init(tmp_path / "大渡口区", region="500104", name="大渡口区")
    (workspace.sources / "情况.txt").write_text(TEXT, "utf-8")
    bulian.build(workspace, now=NOW)
    return workspace


@pytest.fixture
def client(place: Workspace) -> Iterator[TestClient]:
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def kept(place: Workspace, name: str, *features: dict[str, Any]) -> None:
    """A file in the folder of outlines."""
    place.boundaries.mkdir(exist_ok=True)
    (place.boundaries / name).write_text(json.dumps({"features": features}), "utf-8")


def section(client: TestClient, path: str = "/") -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    page: Any = html.fromstring(answer.text)
    assert orphan_numbers(page) == []
    return page.xpath("//section[@id='townships']")[0]


def test_without_outlines_there_is_the_table_alone(client: TestClient) -> None:
    told = section(client)
    assert not told.xpath(".//svg")
    assert len(told.xpath(".//tbody/tr")) == 8


def test_the_map_names_each_township_and_leads_to_what_the_data_say(
    place: Workspace, client: TestClient
) -> None:
    section(client)  # a file that comes later is seen at the next click
    kept(place, "a.geojson", box("跳磴镇", 106.45, 29.40), box("八桥镇", 106.46, 29.40))
    for path in ("/", "/en"):
        told = section(client, path)
        assert len(told.xpath(".//tbody/tr")) == 8
        assert [one.get("class") for one in told.xpath(".//svg")] == ["town w3", "town w2", "town w1"]
        assert all(one.get("aria-label") for one in told.xpath(".//svg | .//svg//a"))
        assert set(told.xpath(".//svg/text/text()")) == {"跳磴镇", "八桥镇"}
        assert "示意" in told.text_content()
        (link,) = set(told.xpath(".//svg//a/@href"))
        assert "常住人口" in client.get(link).text


def test_what_is_not_drawn_is_told(place: Workspace, client: TestClient) -> None:
    kept(place, "a.geojson", box("跳磴镇", 106.45, 29.40), box(HOSTILE, 106.46, 29.40))
    told = section(client)
    notes = [one.text_content() for one in told.xpath(".//p[contains(@class, 'note')]")]
    assert any("没有界线" in note and "八桥镇" in note and "跳磴镇" not in note for note in notes)
    assert any("不是本区镇街" in note and HOSTILE[:8] in note for note in notes)
    assert not told.xpath(".//script | .//img")


def test_a_file_that_is_wrong_is_told_and_the_others_are_drawn(place: Workspace, client: TestClient) -> None:
    kept(place, "a.geojson", box("跳磴镇", 106.45, 29.40))
    kept(place, "b.geojson", box("八桥镇", 3256000.0, 365000.0))
    told = section(client)
    assert told.xpath(".//svg")
    assert "b.geojson：第 1 个要素：坐标不是经纬度，是投影后的米" in told.text_content()
    assert "projected metres" in section(client, "/en").text_content()
    (broken,) = [one for one in bulian.doctor(place.root) if one.state == "broken"]
    assert "b.geojson" in broken.zh


def test_the_map_is_in_the_exported_files_and_in_the_backup(place: Workspace, tmp_path: Path) -> None:
    kept(place, "a.geojson", box("跳磴镇", 106.45, 29.40))
    filed = bulian.site(place, tmp_path / "网页", now=NOW)
    page: Any = html.fromstring(filed.first.read_text("utf-8"))
    assert page.xpath("//section[@id='townships']//svg//a[contains(@href, 'facts.html')]")
    bulian.export(place, tmp_path / "备份.zip")
    came = bulian.import_(tmp_path / "备份.zip", tmp_path / "恢复", now=NOW)
    assert (came.workspace.boundaries / "a.geojson").is_file()


def test_names_without_room_stand_beside_and_never_on_each_other() -> None:
    """Forty slivers side by side: each name has a line of its own, and the drawing is tall enough."""
    lands = []
    for at in range(40):
        west = 106.4 + at * 0.001
        ring = ((west, 29.4), (west + 0.001, 29.4), (west + 0.001, 29.41), (west, 29.41))
        lands.append(Township(f"第{at}街道", "x", "", (ring,)))
    page: Any = html.fromstring(f"<div>{township_map(lands, 'x')}</div>")
    for drawing in page.xpath("./svg"):
        left, top, wide, tall = map(float, drawing.get("viewbox").split())
        feet = sorted(float(text.get("y")) for text in drawing.xpath("./text"))
        assert len(feet) == 40
        assert all(after - before >= 12 for before, after in pairwise(feet))
        assert feet[-1] <= top + tall
        assert all(left < float(text.get("x")) < left + wide - 40 for text in drawing.xpath("./text"))


def test_the_finest_outline_that_is_taken_is_drawn_in_few_points() -> None:
    """400,000 points that jump to and fro: soon drawn, and small enough for the first page."""
    ring = tuple((106.4 + (at % 2) * 0.05, 29.4 + at * 1e-7) for at in range(400_000))
    began = time.perf_counter()
    drawing = township_map([Township("甲镇", "x", "", (ring,))], "x")
    assert len(drawing) < 120_000
    assert time.perf_counter() - began < 20


def test_land_without_extent_is_a_point() -> None:
    drawing = str(township_map([Township("甲镇", "x", "", (((106.4, 29.4),) * 4,))], "x"))
    assert "甲镇" in drawing
    assert "nan" not in drawing
