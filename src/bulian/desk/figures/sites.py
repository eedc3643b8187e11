"""Parcels: tax and value added per mu, ranks, what left and what came, what may be used again."""

from collections.abc import Sequence
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived, in_columns
from bulian.desk.values import number

_AGAIN = ("low", "idle", "reuse")


def figures(rows: Rows, day: str) -> list[Derived]:
    """亩均税收 and 亩均增加值 of each parcel with its rank; 退出 against 进入; the list for 再利用."""
    sites = rows.get("sites", ())
    return [
        *_per_mu(sites, "tax", "亩均税收", "Tax per mu"),
        *_per_mu(sites, "value_added", "亩均增加值", "Value added per mu"),
        *_turnover(sites, day),
    ]


def _per_mu(sites: Sequence[Row], column: str, zh: str, en: str) -> list[Derived]:
    known = [one for one in sites if one.get(column) and one.get("area") and number(one.get("area"))]
    without = tuple(_id(one) for one in sites if one not in known)
    found = {one.key: number(one.get(column)) / number(one.get("area")) for one in known}
    told = [
        Derived(key, zh, en, value, "yuan_per_mu", in_columns(f"{{{column}}} / {{area}}"), (f"sites/{key}",))
        for key, value in sorted(found.items(), key=lambda item: -item[1])
    ]
    area = sum((number(one.get("area")) for one in known), Decimal(0))
    if area:
        whole = sum((number(one.get(column)) for one in known), Decimal(0)) / area
        ids = tuple(map(_id, known))
        told.insert(
            0,
            Derived(
                "", zh, en, whole, "yuan_per_mu", in_columns(f"Σ {{{column}}} / Σ {{area}}"), ids, without
            ),
        )
    return told


def _turnover(sites: Sequence[Row], day: str) -> list[Derived]:
    """Area that users left, that users came to, and that may be used again, by that day."""
    left = [one for one in sites if _by(one.get("left_on"), day)]
    came = [one for one in sites if _by(one.get("entered_on"), day) and one not in left]
    again = [one for one in sites if one.get("status") in _AGAIN]
    return [
        _area(
            left, "已退出面积", "Area left", ("Σ {area}，{left_on} ≤ 当日", "Σ {area}, {left_on} ≤ the day")
        ),
        _area(
            came,
            "已进入面积",
            "Area taken",
            ("Σ {area}，{entered_on} ≤ 当日且未退出", "Σ {area}, {entered_on} ≤ the day and not left"),
        ),
        _area(
            again,
            "可再利用面积",
            "Area to use again",
            (
                "Σ {area}，{status}为{status=low}、{status=idle}或{status=reuse}",
                "Σ {area}, {status} {status=low}, {status=idle} or {status=reuse}",
            ),
        ),
    ]


def _area(sites: Sequence[Row], zh: str, en: str, formula: tuple[str, str]) -> Derived:
    known = [one for one in sites if one.get("area")]
    value = sum((number(one.get("area")) for one in known), Decimal(0))
    return Derived("", zh, en, value, "mu", formula, tuple(map(_id, known)))


def _by(told: str, day: str) -> bool:
    return bool(told) and last_of(told).isoformat() <= day


def _id(row: Row) -> str:
    return f"{row.register}/{row.key}"


FIGURES = figures
