"""Chains: how each stands, a strip of shapes a stage, with counts; 缺 and 不明 are never added together."""

from collections import Counter

from markupsafe import Markup

from bulian.chain.completing import completeness
from bulian.chain.leading import leaders
from bulian.chain.view import ChainView
from bulian.model.chain import Name, Status
from bulian.publish.site.drawing.shapes import Spot, icon, strip
from bulian.publish.site.page import Asked, Page, pages
from bulian.publish.site.site import Site

STATUSES: tuple[Status, ...] = ("present", "single_source", "claimed", "planned", "missing", "unknown")
_COLUMNS = 18


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
        "leaders": [
            one.firm for one in leaders(view.graph, view.states, view.told, view.seen.facts, view.who)
        ],
        "stages": [
            (label, strip(spots_of(site, view, [s.id for s in view.chain.segments if s.stage == stage],
                                   address), _COLUMNS))
            for stage, label in stage_names(site, view)
        ],
    }  # fmt: skip


def called(name: Name, lang: str) -> str:
    """A name in the language of the page; Chinese where nobody gave an English one."""
    return name.en if lang == "en" and name.en else name.zh


def stage_names(site: Site, view: ChainView) -> list[tuple[str, str]]:
    """The stages that the chain has, by what it calls them."""
    used = {segment.stage for segment in view.chain.segments}
    own = dict(view.chain.stages) if site.lang == "zh" else {}
    order = [stage for stage, _ in view.chain.stages] or ["up", "mid", "down", "service"]
    return [
        (stage, own.get(stage) or site.words[f"stage.{stage}"]) for stage in order if stage in used
    ]  # fmt: skip


def spots_of(site: Site, view: ChainView, segments: list[str], address: str = "") -> list[Spot]:
    """The nodes of segments as spots of a strip, each leading to its panel."""
    found = []
    for node in view.chain.nodes:
        if node.segment in segments:
            status = view.states[node.id].status
            words = (
                f"{called(node.name, site.lang)}{site.words['join.colon']}{site.words[f'status.{status}']}"
            )
            found.append(Spot(status, words, f"{address}#p-{node.id}"))
    return found


def keys(site: Site, view: ChainView) -> list[tuple[Markup, str, int]]:
    """Every status with its shape, its word and how many required nodes have it."""
    counts = Counter(view.states[node.id].status for node in view.chain.required)
    return [
        (icon(status, site.words[f"status.{status}"]), site.words[f"status.{status}"], counts[status])
        for status in STATUSES
    ]  # fmt: skip


PAGE = Page("chains", "/chains", _fill, nav=2)
