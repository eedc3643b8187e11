"""Parks and carriers: room let and vacant, tenants by chain, phases by state, output per mu."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.dates import last_of
from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived, Unit, in_columns, ratio
from bulian.desk.values import number


def figures(rows: Rows, day: str) -> list[Derived]:
    """Of each carrier: 出租率, 空置面积, 企业数 by chain, 分期面积, 亩均产值."""
    found: list[Derived] = []
    for carrier in rows.get("carriers", ()):
        tenants = [one for one in rows.get("tenants", ()) if _is_in(one, carrier, day)]
        phases = [one for one in rows.get("phases", ()) if one.get("carrier") == carrier.key]
        found += [*_room(carrier, tenants), *_chains(carrier, tenants), *_phases(carrier, phases)]
        found += _output(carrier)
    return found


def _is_in(tenant: Row, carrier: Row, day: str) -> bool:
    out = tenant.get("moved_out")
    return tenant.get("carrier") == carrier.key and not (out and last_of(out).isoformat() <= day)


def _room(carrier: Row, tenants: Sequence[Row]) -> list[Derived]:
    """Vacancy needs the room to let and the area of every tenant; where one lacks, room let is a floor."""
    known = [one for one in tenants if one.get("area")]
    without = tuple(f"tenants/{one.key}" for one in tenants if one not in known)
    let = sum((number(one.get("area")) for one in known), Decimal(0))
    ids = (f"carriers/{carrier.key}", *(f"tenants/{one.key}" for one in known))
    told = None if without and not known else let
    areas = in_columns("Σ {tenants.area}")
    found = [Derived(carrier.key, "已知租用", "Known to be let", told, "m2", areas, ids, without)]
    if carrier.get("lettable"):
        room = number(carrier.get("lettable"))
        derived = (
            ("空置面积", "Vacant area", None if without else room - let, "{lettable} − Σ {tenants.area}"),
            ("出租率", "Fill rate", None if without else ratio(let, room), "Σ {tenants.area} / {lettable}"),
        )
        units: tuple[Unit, Unit] = ("m2", "percent")
        found += [
            Derived(carrier.key, zh, en, value, unit, in_columns(formula), ids, without)
            for (zh, en, value, formula), unit in zip(derived, units, strict=True)
        ]
    return found


def _chains(carrier: Row, tenants: Sequence[Row]) -> list[Derived]:
    counts = Counter(one.get("chain") or "—" for one in tenants)
    return [
        Derived(
            carrier.key, f"企业数（{chain}）", f"Tenants ({chain})", Decimal(count), "count",
            ("家数", "their number"),
            tuple(f"tenants/{one.key}" for one in tenants if (one.get("chain") or "—") == chain),
        )
        for chain, count in sorted(counts.items())
    ]  # fmt: skip


def _phases(carrier: Row, phases: Sequence[Row]) -> list[Derived]:
    words = {"planned": ("规划", "planned"), "building": ("在建", "being built"), "built": ("建成", "built"),
             "used": ("投用", "in use")}  # fmt: skip
    found = []
    for status, (zh, en) in words.items():
        mine = [one for one in phases if one.get("status") == status]
        if mine:
            known = [one for one in mine if one.get("area")]
            area = sum((number(one.get("area")) for one in known), Decimal(0)) if known else None
            without = tuple(f"phases/{one.key}" for one in mine if one not in known)
            ids = tuple(f"phases/{one.key}" for one in known)
            areas = in_columns("Σ {phases.area}")
            found.append(Derived(carrier.key, f"{zh}面积", f"Area {en}", area, "m2", areas, ids, without))
    return found


def _output(carrier: Row) -> list[Derived]:
    if not (carrier.get("output") and carrier.get("area") and number(carrier.get("area"))):
        return []
    value = number(carrier.get("output")) / number(carrier.get("area"))
    ids, over = (f"carriers/{carrier.key}",), in_columns("{output} / {area}")
    return [Derived(carrier.key, "亩均产值", "Output per mu", value, "yuan_per_mu", over, ids)]


FIGURES = figures
