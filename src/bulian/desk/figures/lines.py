"""Plants and lines: those running, the capacity of each product, and how much of it is used."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived, ratio
from bulian.desk.values import number
from bulian.vocab.units import magnitudes

_RUNNING = ("{started_on} ≤ 当日且未停产", "{started_on} ≤ the day and not stopped")
_CAPACITY = ("Σ {capacity}，同一{product}、同一单位", "Σ {capacity} of one {product} in one unit")
_IN_USE = (
    "Σ {capacity} × {used}，同一{product}、同一单位",
    "Σ {capacity} × {used} of one {product} in one unit",
)
_USED = (
    "Σ {capacity} × {used} / Σ {capacity}，有{used}的",
    "Σ {capacity} × {used} / Σ {capacity}, with {used}",
)


def figures(rows: Rows, day: str) -> list[Derived]:
    """在产产线, and by product and unit 设计产能, 在用产能 and 产能利用率; units are never mixed."""
    there = [one for one in rows.get("lines", ()) if not _by(one.get("stopped_on"), day)]
    running = [one for one in there if _by(one.get("started_on"), day)]
    undated = _ids(one for one in there if not one.get("started_on"))
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one in running:
        if one.get("capacity"):
            groups[one.get("product"), _unit(one)].append(one)
    without = _ids(one for one in running if not one.get("capacity"))
    told = Decimal(len(running))
    return [
        Derived("", "在产产线", "Running", told, "count", _RUNNING, _ids(running), (*undated, *without)),
        *(each for key, several in sorted(groups.items()) for each in _of_product(*key, several)),
    ]


def _of_product(product: str, unit: str, several: Sequence[Row]) -> list[Derived]:
    """A sum needs every line of the product; use is told of those of which it is known."""
    of = f"{product}（{unit}）" if product else unit
    known = [one for one in several if one.get("used")]
    without = _ids(one for one in several if one not in known)
    whole = sum((_capacity(one) for one in several), Decimal(0))
    of_known = sum((_capacity(one) for one in known), Decimal(0))
    used = sum((_capacity(one) * number(one.get("used")) / 100 for one in known), Decimal(0))
    in_use = None if without else used
    return [
        Derived(of, "设计产能", "Capacity", whole, "count", _CAPACITY, _ids(several)),
        Derived(of, "在用产能", "Capacity in use", in_use, "count", _IN_USE, _ids(several), without),
        Derived(
            of, "产能利用率", "Capacity used", ratio(used, of_known), "percent", _USED,
            _ids(known or several), without,
        ),
    ]  # fmt: skip


def _capacity(one: Row) -> Decimal:
    return number(one.get("capacity").partition(" ")[0]) * _parted(one)[0]


def _unit(one: Row) -> str:
    return _parted(one)[1]


def _parted(one: Row) -> tuple[Decimal, str]:
    """The power of ten before a unit (万吨/年) and the unit itself, so that 吨 and 万吨 add up."""
    unit = one.get("capacity").partition(" ")[2]
    word = max((each for each in magnitudes() if unit.startswith(each)), key=len, default="")
    return magnitudes().get(word, Decimal(1)), unit.removeprefix(word)


def _by(told: str, day: str) -> bool:
    return bool(told) and last_of(told).isoformat() <= day


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(f"lines/{one.key}" for one in rows)


FIGURES = figures
