"""Chains: how each stands, a strip of shapes a stage, with counts; 缺 and 不明 are never added together."""

from collections import Counter

from markupsafe import Markup

from bulian.chain.completing import completeness
from bulian.chain.view import ChainView
from bulian.model.chain import Status
from bulian.publish.chains.picture import called, spots, stages_of
from bulian.publish.site.drawing.shapes import Spot, icon, strip
from bulian.publish.site.page import Asked, Page, pages
from bulian.publish.site.site import Site

STATUSES: tuple[Status, ...] = ("present", "single_source", "claimed", "planned", "missing", "unknown")
_COLUMNS = 18
_NAMED = 24
"""So many leaders are named; the page of the chain has them all."""


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    return {"chains": [_card(site, view) for view in site.answers.chains]}


def _card(site: Site, view: ChainView) -> dict[str, object]:
    address = site.links.page(pages()["chain"].path, site.lang, {"key": view.chain.id})
    return {
        "key": view.chain.id,
        "name": called(view.chain.name, site.lang),
        "address": address,
        "count": completeness(view.chain, view.graph, view.states, view.farther).count,
        "keys": keys(site, view),
        "leaders": [one.firm for one in site.answers.leaders(view)],
        "named": _NAMED,
        "stages": [
            (label, strip(_spots(site, view, stage, address), _COLUMNS))
            for stage, label in stages_of(view, site.words)
        ],
    }  # fmt: skip


def _spots(site: Site, view: ChainView, stage: str, address: str) -> list[Spot]:
    of_stage = [segment.id for segment in view.chain.segments if segment.stage == stage]
    return spots(view, of_stage, site.words, lambda node: f"{address}#p-{node}")


def keys(site: Site, view: ChainView) -> list[tuple[Markup, str, int]]:
    """Every status with its shape, its word and how many required nodes have it."""
    counts = Counter(view.states[node.id].status for node in view.chain.required)
    return [
        (icon(status, site.words[f"status.{status}"]), site.words[f"status.{status}"], counts[status])
        for status in STATUSES
    ]  # fmt: skip


PAGE = Page("chains", "/chains", _fill, nav=2)
