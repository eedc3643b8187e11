"""The pillar that leaves (支柱离开): what each sector's loss would take, and what goes with a part of one."""

from bulian.errors import BadRequest
from bulian.plan.leaving import Area, Effect, Leaving, Standing
from bulian.publish.bands import money, percent, plain, span, times
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.io_table import Sector

_SHARE = "0.3"
"""What the form asks of until somebody says more."""

_HIT = 3


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    standings = site.answers.standings
    sector, share = asked.get("sector", "").strip(), asked.get("share", "").strip() or _SHARE
    sectors = standings.table.sectors
    return {
        "table": standings.table.name[1 if site.lang == "zh" else 0],
        "rows": [_row(site, sectors[one.sector], one) for one in standings.sectors],
        "choices": [(one.code, _name(site, one)) for one in sectors],
        "sector": sector,
        "share": share,
        "left": _left(site, site.answers.leaving(sector, _number(share))) if sector else None,
    }


def _number(share: str) -> float:
    try:
        return float(share)
    except ValueError:
        raise BadRequest(
            f"{share!r} is no share. Write 37 % as 0.37.", f"“{share}”不是占比。37% 请写 0.37。"
        ) from None


def _row(site: Site, sector: Sector, one: Standing) -> dict[str, object]:
    return {
        "code": sector.code, "name": _name(site, sector),
        "figures": (
            money(one.output, site.words), money(one.total, site.words), f"{one.multiplier:.2f}",
            f"{one.backward:.2f}", f"{one.forward:.2f}",
        ),
        "key": one.key,
    }  # fmt: skip


def _left(site: Site, found: Leaving) -> dict[str, object]:
    sectors = site.answers.standings.table.sectors
    return {
        "name": _name(site, sectors[found.sector]),
        "direct": money(found.direct, site.words),
        "areas": [_area(site, area) for area in found.areas],
        "inmost": found.areas[-1].level,
        "observed": span(found.observed, site.words),
        "effects": [_effect(site, one) for one in found.effects],
    }


def _area(site: Site, area: Area) -> dict[str, object]:
    sectors = site.answers.standings.table.sectors
    return {
        "level": area.level,
        "deltas": "δ {}–{}".format(*area.deltas) if area.deltas else "",
        "figures": (percent(area.share), span(area.total, site.words), times(area.multiplier)),
        "hardest": [
            (_name(site, sectors[hit.sector]), span(hit.loss, site.words)) for hit in area.hardest[:_HIT]
        ],
    }


def _effect(site: Site, one: Effect) -> dict[str, object]:
    kept = one.name in ("jobs", "tax", "energy")
    return {
        "name": site.words[f"risk_factor.{one.name}"] if kept else one.name,
        "amount": plain(one.amount, one.unit) if one.amount else None,
        "covered": None if one.whole else f"{one.covered:.0%}",
    }


def _name(site: Site, sector: Sector) -> str:
    return sector.name_zh if site.lang == "zh" else sector.name_en


PAGE = Page("risk", "/risk", _fill)
