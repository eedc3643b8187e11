"""One chain: its map, and a panel for every node: firms, evidence, who feeds it, what its loss does."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from bulian.chain.completing import completeness
from bulian.chain.presence import NodeState
from bulian.chain.view import ChainView
from bulian.model.chain import Placement
from bulian.model.stored import Sourced
from bulian.publish.chains.picture import Links, called, chain_picture, seals, stages_of
from bulian.publish.site.choosing import choices
from bulian.publish.site.drawing.shapes import icon
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.pages.chains import keys
from bulian.publish.site.pages.facts import Hit, hit
from bulian.publish.site.part import Part, part_of
from bulian.publish.site.site import Site
from bulian.publish.site.supposed import supposed

_QUOTES, _MOST, _FIRMS = 4, 60, 12


@dataclass(frozen=True, slots=True)
class Panel:
    """All that is told of a node beside the map; names of other nodes come with their ids."""

    state: NodeState
    name: str
    icon: Markup
    seal: str
    evidence: tuple[Hit, ...]
    suppliers: tuple[tuple[str, str], ...]
    users: tuple[tuple[str, str], ...]
    stops: tuple[tuple[str, str], ...]
    firms: Part[Placement]
    near: Part[Placement]


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    view = site.answers.chain(asked["key"])
    if view is None:
        raise NotFound(
            "There is no such chain. The list of chains has those that are.",
            "没有这条链。现有的都在“产业链”一页。",
        )
    panels = _panels(site, view, seals(view), asked)
    first = (
        next((one for one in panels if asked.get("list") in (one.firms.key, one.near.key)), None)
        or next((one for one in panels if one.state.is_there), None)
        or next((one for one in panels if one.state.status != "unknown"), panels[0])
    )
    opened, among = asked.get("segment", ""), choices(site, view, asked)
    gone = supposed(site, view, asked, among)
    return {
        "view": view,
        "name_of_chain": called(view.chain.name, site.lang),
        "count": completeness(view.chain, view.graph, view.states, view.farther).count,
        "keys": keys(site, view),
        "leaders": part_of(site.answers.leaders(view), "leaders", asked, _MOST),
        "panels": panels,
        "first": first.state.node.id,
        "drawing": _map(site, view, opened, gone.lost if gone else {}),
        "opened": opened,
        "gone": gone,
        "choices": among,
        "stages": _stages(site, view, panels),
        "unplaced": part_of(view.unplaced, "unplaced", asked, _MOST),
        "kept": {"key": view.chain.id},
    }


def _panels(site: Site, view: ChainView, marked: dict[str, str], asked: Asked) -> list[Panel]:
    stops = {one.name: one.stops for one in site.answers.losses(view).nodes}
    near: dict[str, list[Placement]] = {}
    for one in view.farther:
        near.setdefault(one.node, []).append(one)
    return [
        Panel(
            state, called(state.node.name, site.lang),
            icon(state.status, site.words[f"status.{state.status}"]), marked.get(node, ""),
            _evidence(site, view, state),
            _named(site, view, [view.graph.ids[at] for at in view.graph.suppliers[view.graph.number[node]]]),
            _named(site, view, [view.graph.ids[at] for at in view.graph.users[view.graph.number[node]]]),
            _named(site, view, [each for each in stops.get(node, ()) if each != node]),
            part_of(state.firms, f"firms-{node}", asked, _FIRMS),
            part_of(near.get(node, ()), f"near-{node}", asked, _FIRMS),
        )
        for node, state in view.states.items()
    ]  # fmt: skip


def _evidence(site: Site, view: ChainView, state: NodeState) -> tuple[Hit, ...]:
    told: dict[str, Sourced] = {}
    for one in (*state.firms, *state.doubtful):
        told |= {fact: view.facts[fact] for fact in one.facts if fact in view.facts}
    told |= {mention.fact.fact.id: mention.fact for mention in state.mentions}
    once = {one.fact.place.quote: one for one in told.values()}
    return tuple(hit(site, one) for one in islice(once.values(), _QUOTES))


def _named(site: Site, view: ChainView, nodes: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((node, called(view.states[node].node.name, site.lang)) for node in dict.fromkeys(nodes))


def _stages(
    site: Site, view: ChainView, panels: list[Panel]
) -> list[tuple[str, list[tuple[str, list[Panel]]]]]:
    """The map in words: stages, their segments, and the nodes of each."""
    return [
        (label, [
            (called(segment.name, site.lang),
             [one for one in panels if one.state.node.segment == segment.id])
            for segment in view.chain.segments if segment.stage == stage
        ])
        for stage, label in stages_of(view, site.words)
    ]  # fmt: skip


def _map(site: Site, view: ChainView, opened: str, lost: Mapping[str, str]) -> Markup:
    links = Links(lambda segment: _address(site, view, segment), lambda node: f"#p-{node}")
    return chain_picture(view, site.words, links, opened, lost)


def _address(site: Site, view: ChainView, segment: str) -> str:
    return site.links.page(PAGE.path, site.lang, {"key": view.chain.id, "segment": segment})


def _every(site: Site) -> list[dict[str, str]]:
    return [{"key": view.chain.id} for view in site.answers.chains]


PAGE = Page("chain", "/chains/{key}", _fill, every=_every)
