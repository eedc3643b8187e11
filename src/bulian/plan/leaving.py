"""The pillar that leaves (支柱离开): what goes with a firm or a part of a sector, as an upper bound.

Partial extraction on the national table; for a city and a district only with totals that the user brings, cut
down in two steps by FLQ with δ from 0.2 to 0.4, so that every regional number is an interval.
"""

from dataclasses import dataclass

import numpy as np

from bulian.errors import BadRequest
from bulian.measure.extraction import extraction_by_sector
from bulian.measure.flq import flq
from bulian.measure.leontief import leontief
from bulian.measure.linkages import linkages
from bulian.measure.technical_coefficients import technical_coefficients
from bulian.model.measure import Array
from bulian.plan.io_totals import Factor, Totals
from bulian.vocab.io_table import IoTable
from bulian.vocab.thresholds import structure_thresholds

_HARDEST = 5


@dataclass(frozen=True, slots=True)
class Band:
    """Between two numbers; the same twice where nothing spreads it."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A sector and what it loses, in 10,000 CNY."""

    sector: int
    loss: Band


@dataclass(frozen=True, slots=True)
class Area:
    """What one area loses, in 10,000 CNY.

    Attributes:
        level: "nation", "city" or "district". share: θ, what leaves over the area's output of the sector.
        total: of all sectors, the direct loss in it. multiplier: total over direct. hardest: the others that
        lose most. deltas: the δ that the band spans; None for the nation, which needs none.
    """

    level: str
    share: float
    total: Band
    multiplier: Band
    hardest: tuple[Hit, ...]
    deltas: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What goes with the loss of the innermost area.

    Attributes:
        covered: the share of the loss in sectors whose coefficient is known; below one, `amount` is a least.
        amount: None where no coefficient is known.
    """

    name: str
    unit: str
    amount: Band | None
    covered: float

    @property
    def whole(self) -> bool:
        """Whether the coefficients cover all of the loss, to a tenth of a percent."""
        return self.covered > 0.9995


@dataclass(frozen=True, slots=True)
class Leaving:
    """A part of a sector leaves; `areas` from the nation inwards, the last is the one it is asked of.

    `observed` is 0.6 to 1.3 times the direct loss: what closures of large plants took with them in fact.
    """

    sector: int
    direct: float
    areas: tuple[Area, ...]
    observed: Band
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sector stands in the nation: what its whole extraction takes, and its linkages."""

    sector: int
    output: float
    total: float
    multiplier: float
    backward: float
    forward: float
    key: bool


def standings(table: IoTable) -> tuple[Standing, ...]:
    """Every sector of the table, those whose loss takes most first; from one inverse."""
    full, output = leontief(_national(table)), np.array(table.output)
    links, columns, own = linkages(full), full.sum(axis=0), np.diag(full)
    total = output * columns / own
    return tuple(
        Standing(
            int(k), float(output[k]), float(total[k]), float(columns[k] / own[k]),
            float(links.backward[k]), float(links.forward[k]), bool(links.key[k]),
        )
        for k in np.argsort(-total, kind="stable")
    )  # fmt: skip


def share_to_output(share: float, sector: int, table: IoTable, inmost: Totals | None) -> float:
    """What a share of a sector in the innermost area makes, in 10,000 CNY.

    Raises:
        BadRequest: the share lies outside 0 to 1, or the area has nothing of the sector.
    """
    if not 0 < share <= 1:
        raise BadRequest(
            f"a share of {share:g} is none: it lies above 0 and up to 1. Write 37 % as 0.37.",
            f"占比 {share:g} 不对：须大于 0、不超过 1。37% 请写 0.37。",
        )
    whole = (inmost.output if inmost else table.output)[sector]
    if not whole:
        raise _absent(sector, table, inmost.file if inmost else "")
    return share * whole


def leaving(
    table: IoTable, sector: int, direct: float, inwards: tuple[Totals, ...], factors: tuple[Factor, ...] = ()
) -> Leaving:
    """What goes when `direct` (10,000 CNY of output) of a sector leaves.

    Args:
        inwards: totals of the city, then of the district; () stays with the nation. factors: coefficients.

    Raises:
        BadRequest: it makes more than its sector in an area, or an area makes more than the one around.
    """
    national = _national(table)
    losses = [_losses(national, np.array(table.output), sector, direct, table.name[0])]
    areas = [_area("nation", losses, sector, direct, table.output[sector], None)]
    thresholds = structure_thresholds()
    deltas = [float(thresholds[f"delta_{name}"]) for name in ("low", "middle", "high")]
    for depth, level in zip(range(1, len(inwards) + 1), ("city", "district"), strict=False):
        inmost = inwards[depth - 1]
        output = np.array(inmost.output)
        cut = [_cut(national, table, inwards[:depth], delta) for delta in deltas]
        losses = [_losses(one, output, sector, direct, inmost.file) for one in cut]
        areas.append(_area(level, losses, sector, direct, output[sector], (deltas[0], deltas[-1])))
    observed = Band(direct * float(thresholds["observed_low"]), direct * float(thresholds["observed_high"]))
    return Leaving(sector, direct, tuple(areas), observed, tuple(_effect(one, losses) for one in factors))


def _national(table: IoTable) -> Array:
    return technical_coefficients(table.domestic, table.output).value


def _cut(national: Array, table: IoTable, inwards: tuple[Totals, ...], delta: float) -> Array:
    """The coefficients of the innermost of `inwards`, step by step from the nation."""
    coefficients, around = national, table.output
    for area in inwards:
        coefficients = flq(coefficients, area.output, around, delta=delta)
        around = area.output
    return coefficients


def _losses(coefficients: Array, output: Array, sector: int, direct: float, whose: str) -> Array:
    if not output[sector]:
        raise BadRequest(
            f"{whose} has no output of this sector, so nothing of it can leave. Mend the file, or the "
            "sector.",
            f"{whose} 里没有这个部门的产出，谈不上离开。请改文件，或换部门。",
        )
    if direct > output[sector] * (1 + 1e-9):
        raise BadRequest(
            f"what leaves makes {direct:,.0f}, more than the {output[sector]:,.0f} of its whole sector "
            f"in {whose} "
            "(10,000 CNY): a share above one. Bring both to one year, unit and definition.",
            f"要离开的产出是 {direct:,.0f} 万元，超过它的部门在 {whose} 的全部产出 {output[sector]:,.0f} "
            "万元：占比大于一。"
            "请统一年份、单位和口径。",
        )
    share = min(direct / output[sector], 1.0)
    return extraction_by_sector(leontief(coefficients), output, sector=sector, share=share)


def _area(
    level: str,
    losses: list[Array],
    sector: int,
    direct: float,
    whole: float,
    deltas: tuple[float, float] | None,
) -> Area:
    table = np.stack(losses)
    totals = table.sum(axis=1)
    others = table.max(axis=0)
    others[sector] = -1
    hardest = [int(k) for k in np.argsort(-others, kind="stable")[:_HARDEST] if others[k] > 0]
    return Area(
        level, min(direct / whole, 1.0), _band(totals), _band(totals / direct),
        tuple(Hit(k, _band(table[:, k])) for k in hardest), deltas,
    )  # fmt: skip


def _effect(factor: Factor, losses: list[Array]) -> Effect:
    table = np.stack(losses)
    known = np.array([one is not None for one in factor.per_output])
    if not known.any():
        return Effect(factor.name, factor.unit, None, 0.0)
    weights = np.array([one or 0.0 for one in factor.per_output])
    covered = float((table[:, known].sum(axis=1) / table.sum(axis=1)).min())
    return Effect(factor.name, factor.unit, _band(table @ weights), covered)


def _band(values: Array) -> Band:
    return Band(float(values.min()), float(values.max()))


def _absent(sector: int, table: IoTable, file: str) -> BadRequest:
    name = table.sectors[sector]
    return BadRequest(
        f"{file} has no output of {name.code} {name.name_en}. Fill it in, or give --output.",
        f"{file} 里没有 {name.code} {name.name_zh}的产出。请补上，或改用 --output。",
    )
