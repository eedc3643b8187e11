"""Areas with their outlines from a GeoJSON file that a person put there: read warily, all of it or nothing.

Half a map would pass for a whole one, so whatever is wrong anywhere refuses the file and says where.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from bulian.errors import Unreadable
from bulian.vocab.boundaries import Ring
from bulian.vocab.boundary_keys import boundary_keys

MAX_BYTES = 16 * 1024**2
MAX_POINTS = 400_000
_KINDS = {"Polygon": 1, "MultiPolygon": 2}  # and how many lists stand around a ring
_WEST, _EAST, _SOUTH, _NORTH = 73.0, 136.0, 3.0, 54.0  # of China, its islands too
_LONGEST = 60  # letters of a name


@dataclass(frozen=True, slots=True)
class Area:
    """A piece of land as a file has it.

    Attributes:
        name: as written, "" where the file gives none.
        code: of nine digits for a township, six for a district; "" where there is none.
        rings: outlines and holes alike; a point lies inside where it is within an odd number of them.
    """

    name: str
    code: str
    rings: tuple[Ring, ...]


def read_areas(path: Path) -> tuple[Area, ...]:
    """Every area of the file, in its order.

    Raises:
        Unreadable: it is no GeoJSON of polygons in degrees of longitude and latitude within China, or too
            large, too deep or too fine.
    """
    return _Reading(path.name).areas(_loaded(path))


def _loaded(path: Path) -> object:
    try:
        raw = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise _cannot(path, error) from error
    if raw is None:
        raise Unreadable(
            path.name, f"it is larger than {MAX_BYTES // 1024**2} MB. Keep this district's townships only.",
            f"超过 {MAX_BYTES // 1024**2} MB。请只留本区的镇街。",
        )  # fmt: skip
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except RecursionError as error:
        raise Unreadable(
            path.name,
            "it is nested too deeply for GeoJSON. Export it again.",
            "嵌套太深，不是 GeoJSON。请重新导出。",
        ) from error
    except ValueError as error:  # no UTF-8, no JSON, or a number of thousands of digits
        raise Unreadable(
            path.name,
            f"it is not JSON in UTF-8 ({error}). Export it again as GeoJSON.",
            f"不是 UTF-8 的 JSON（{error}）。请重新导出为 GeoJSON。",
        ) from error


def _cannot(path: Path, error: OSError) -> Unreadable:
    return Unreadable(
        path.name, f"it cannot be opened ({error.strerror}). Check its permissions.",
        f"打不开（{error.strerror}）。请检查文件权限。",
    )  # fmt: skip


class _Reading:
    """One file while it is read: which feature is at hand, and how many points there were."""

    def __init__(self, file: str) -> None:
        self._file, self._at, self._points = file, 0, 0

    def areas(self, told: object) -> tuple[Area, ...]:
        """The features of a collection, or the one that stands alone."""
        features = told.get("features") if isinstance(told, dict) else None
        if isinstance(told, dict) and told.get("type") == "Feature":
            features = [told]
        if not isinstance(features, list):
            self._refuse(
                "it is no GeoJSON FeatureCollection. Export the layer as GeoJSON.",
                "不是 GeoJSON 的 FeatureCollection。请把图层导出为 GeoJSON。",
            )
        return tuple(self._area(at, feature) for at, feature in enumerate(features, start=1))

    def _area(self, at: int, feature: object) -> Area:
        self._at = at
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if (
            not isinstance(feature, dict)
            or not isinstance(geometry, dict)
            or not isinstance(kind, str)
            or kind not in _KINDS
        ):
            self._refuse(
                "no Polygon or MultiPolygon. Keep the layer of areas only.",
                "不是 Polygon 或 MultiPolygon。请只留面图层。",
            )
        given = feature.get("properties")
        told = {str(key).casefold(): value for key, value in given.items()} if isinstance(given, dict) else {}
        rings = self._rings(geometry.get("coordinates"), _KINDS[kind])
        return Area(_name(told), _code(told), tuple(rings))

    def _rings(self, told: object, depth: int) -> Iterator[Ring]:
        if not isinstance(told, list) or not told:
            self._refuse("its coordinates are no lists of rings.", "坐标不是由环组成的列表。")
        for each in told:
            if depth > 1:
                yield from self._rings(each, depth - 1)
            else:
                yield self._ring(each)

    def _ring(self, told: object) -> Ring:
        if not isinstance(told, list) or len(told) < 3:
            self._refuse("a ring has fewer than three points.", "有一个环不足三个点。")
        self._points += len(told)
        if self._points > MAX_POINTS:
            self._refuse(
                f"more than {MAX_POINTS} points. Simplify the outlines, to 10 m say.",
                f"超过 {MAX_POINTS} 个点。请把边界简化，例如到 10 米。",
            )
        return tuple(self._point(each) for each in told)

    def _point(self, told: object) -> tuple[float, float]:
        if not isinstance(told, list) or len(told) < 2 or any(type(one) not in (int, float) for one in told):
            self._refuse("a point is not a pair of numbers.", "有一个点不是一对数。")
        x, y = told[:2]
        # Compared before anything is reckoned: an int may be too large for a float, and NaN fails each.
        if not (_WEST <= x <= _EAST and _SOUTH <= y <= _NORTH):
            self._refuse(*_outside(x, y))
        return float(x), float(y)

    def _refuse(self, en: str, zh: str) -> NoReturn:
        feature = (f"feature {self._at}: ", f"第 {self._at} 个要素：") if self._at else ("", "")
        raise Unreadable(self._file, feature[0] + en, feature[1] + zh)


def _outside(x: float, y: float) -> tuple[str, str]:
    """Why a point cannot be: no number at all, swapped, in metres, or elsewhere."""
    if x != x or y != y or x in _ENDLESS or y in _ENDLESS:
        return "a coordinate is not a finite number. Export it again.", "有坐标不是有限的数。请重新导出。"
    if _WEST <= y <= _EAST and _SOUTH <= x <= _NORTH:
        return (
            "longitude and latitude are swapped; GeoJSON has the longitude first.",
            "经纬度写反了；GeoJSON 先写经度，后写纬度。",
        )
    if abs(x) > 180 or abs(y) > 90:
        return (
            "coordinates are projected metres, not degrees. Export it in degrees, as CGCS2000 (EPSG:4490).",
            "坐标不是经纬度，是投影后的米。请按经纬度导出，如 CGCS2000（EPSG:4490）。",
        )
    return "a point lies outside China.", "有点落在中国以外。"


_ENDLESS = (float("inf"), float("-inf"))


def _name(told: dict[str, object]) -> str:
    for key in boundary_keys()["name"]:
        value = told.get(key)
        if isinstance(value, str) and value.strip():
            return "".join(letter for letter in value.strip() if letter.isprintable())[:_LONGEST]
    return ""


def _code(told: dict[str, object]) -> str:
    """The code of a township without the zeros that stand for no village."""
    for key in boundary_keys()["code"]:
        value = told.get(key)
        digits = str(value).strip().removesuffix(".0") if isinstance(value, (str, int, float)) else ""
        if digits.isascii() and digits.isdigit() and len(digits) in (6, 9, 12):
            return digits.removesuffix("000") if len(digits) == 12 else digits
    return ""
