"""Outlines that a district puts there: read in degrees, or refused as a whole, with the place and why."""

import json
from pathlib import Path

import pytest

from bulian.corpus.geojson import MAX_BYTES, MAX_POINTS, Area, read_areas
from bulian.errors import Unreadable

SQUARE = [[106.4, 29.4], [106.5, 29.4], [106.5, 29.5], [106.4, 29.4]]


def written(folder: Path, *features: object) -> Path:
    """A file of the features."""
    file = folder / "镇街.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return file


def feature(coordinates: object, kind: str = "Polygon", **properties: object) -> dict[str, object]:
    """A feature as the format has it."""
    return {
        "type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates},
    }  # fmt: skip


def test_names_and_codes_are_found_under_what_offices_call_them(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        feature([SQUARE], XZQMC=" 甲山镇 ", XZQDM="500104101000"),
        feature([[SQUARE], [SQUARE]], "MultiPolygon", NAME="乙水街道", adcode=500104002),
        feature([SQUARE], note="没有名称", code="12"),
    )
    ring = tuple((x, y) for x, y in SQUARE)
    assert read_areas(file) == (
        Area("甲山镇", "500104101", (ring,)),
        Area("乙水街道", "500104002", (ring, ring)),
        Area("", "", (ring,)),
    )


def test_a_feature_alone_with_a_byte_order_mark_and_heights_is_read(tmp_path: Path) -> None:
    file = tmp_path / "一个.geojson"
    file.write_text(
        json.dumps(feature([[[*point, 300] for point in SQUARE]], name="甲\ud800镇\n")), "utf-8-sig"
    )
    (area,) = read_areas(file)
    assert (area.name, len(area.rings[0])) == ("甲镇", 4)


@pytest.mark.parametrize(
    ("coordinates", "says"),
    [
        ([[[29.4, 106.4], [29.4, 106.5], [29.5, 106.5]]], "经纬度写反了"),
        ([[[3365000.5, 3256000], [1, 2], [3, 4]]], "是投影后的米"),
        ([[[10**400, 29], [106, 29], [106, 30]]], "是投影后的米"),
        ([[[1e999, 29], [106, 29], [106, 30]]], "不是有限的数"),
        ([[[float("nan"), 29], [106, 29], [106, 30]]], "不是有限的数"),
        ([[[2.3, 48.8], [2.4, 48.8], [2.4, 48.9]]], "中国以外"),
        ([[[106.4, True], [106.5, 29.4], [106.5, 29.5]]], "不是一对数"),
        ([["106.4,29.4"] * 4], "不是一对数"),
        ([SQUARE[:2]], "不足三个点"),
        ([[[[[SQUARE]]]]], "不足三个点"),
        ([], "由环组成"),
        ("x", "由环组成"),
        ([SQUARE * (MAX_POINTS // 4 + 1)], "个点。请把边界简化"),
    ],
)
def test_coordinates_that_cannot_be_are_refused_with_the_feature(
    tmp_path: Path, coordinates: object, says: str
) -> None:
    file = written(tmp_path, feature([SQUARE]), feature(coordinates))
    with pytest.raises(Unreadable) as refused:
        read_areas(file)
    assert says in refused.value.zh
    assert "第 2 个要素" in refused.value.zh
    assert "feature 2" in refused.value.en


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[" * 200_000, "嵌套太深"),
        ('{"features":' * 100_000, "嵌套太深"),
        ("{", "不是 UTF-8 的 JSON"),
        ("[" + "9" * 5000 + "]", "不是 UTF-8 的 JSON"),
        ("[]", "FeatureCollection"),
        ('{"features": 3}', "FeatureCollection"),
        ('{"features": [null]}', "Polygon"),
        ('{"features": [{"geometry": {"type": ["Polygon"]}}]}', "Polygon"),
        ('{"features": [{"geometry": {"type": "Point", "coordinates": [106, 29]}}]}', "Polygon"),
        (" " * (MAX_BYTES + 1), "超过"),
    ],
)
def test_what_is_no_geojson_of_areas_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "坏.geojson"
    file.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=r"坏\.geojson") as refused:
        read_areas(file)
    assert says in refused.value.zh


def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "国标.geojson"
    file.write_bytes('{"名称": "甲山镇"}'.encode("gb18030"))
    with pytest.raises(Unreadable, match="UTF-8"):
        read_areas(file)
