"""One page for whoever has a name: firm, chain, cluster, park, project, place; and all that is said of it."""

from bulian.assess.series import Series
from bulian.model.fact import Event, Observation, Relation, Statement
from bulian.publish.chains.picture import called
from bulian.publish.figure import Figure
from bulian.publish.numbers import figure_of
from bulian.publish.periods import period_words
from bulian.publish.site.page import Asked, NotFound, Page, pages
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.pages.targets import row
from bulian.publish.site.part import part_of, wanted
from bulian.publish.site.site import Site

_MANY = 60


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    entity = site.ground.names.entity(asked["id"])
    if entity is None:
        raise NotFound(
            "Nobody in the ledger has this name any more. Search for it among the facts.",
            "账本里已没有这个名字。请在“事实”里搜一搜。",
        )
    told = [site.ground.facts[fact_id] for fact_id in site.ground.about.get(entity.name, ())]
    events = sorted((one for one in told if isinstance(one.fact, Event)), key=lambda one: _date(one.fact))
    relations = [one for one in told if isinstance(one.fact, Relation)]
    tracked = site.answers.followed.tracked
    lists = {
        "events": events[::-1], "relations": relations,
        "statements": [one for one in told if isinstance(one.fact, Statement)],
    }  # fmt: skip
    keys = wanted(asked, ("numbers", *lists))
    parts = [part_of(lists[key], key, asked, _MANY) for key in lists if key in keys]
    numbers = part_of(_series(site, entity.name) if "numbers" in keys else [], "numbers", asked, _MANY)
    return {
        "entity": entity,
        "kept": {"id": asked["id"]},
        "alone": len(keys) == 1,
        "numbers": (numbers, [_line(site, one) for one in numbers.shown]),
        "lists": [(part, [hit(site, one) for one in part.shown]) for part in parts],
        "nodes": _nodes(site, entity.name),
        "targets": [row(site, one) for one in tracked if one.key.subject == entity.name],
        "clusters": [
            one for one in site.answers.economy.clusters
            if entity.name in (*one.firms, *one.made_up, *one.cluster.names)
        ],
        "count": len(told),
    }  # fmt: skip


def _nodes(site: Site, name: str) -> list[tuple[str, str, str]]:
    """Where a firm stands on chains: chain, node, link to its panel; a chain itself by its name."""
    found = []
    for view in site.answers.chains:
        address = site.links.page(pages()["chain"].path, site.lang, {"key": view.chain.id})
        chain = called(view.chain.name, site.lang)
        if name in (view.chain.name.zh, f"{view.chain.name.zh}产业链"):
            found.append((chain, "", address))
        for state in view.states.values():
            if any(one.firm == name for one in (*state.firms, *state.doubtful)):
                found.append((chain, called(state.node.name, site.lang), f"{address}#p-{state.node.id}"))
    return found


def _date(fact: object) -> str:
    return fact.date if isinstance(fact, Event) else ""


def _series(site: Site, name: str) -> list[Series]:
    mine = site.ground.about.get(name, ())
    keys = {
        one.key
        for fact_id in mine
        if isinstance(site.ground.facts[fact_id].fact, Observation)
        and (datum := site.ground.data.get(fact_id))
        and datum.subject == name
        and (one := site.ground.series_of(datum))
    }
    return [site.ground.series[key] for key in sorted(keys)]


def _line(site: Site, one: Series) -> tuple[str, list[tuple[str, Figure, bool]]]:
    """An indicator and its numbers, oldest first: period, figure, whether it lies ahead."""
    told = [
        (
            period_words(datum.fact.period, site.words) if datum.fact.period else site.words["mark.undated"],
            figure_of(datum, site.words),
            datum.ahead,
        )
        for datum in one.data
    ]
    return one.key.indicator, told


def _every(site: Site) -> list[dict[str, str]]:
    return [{"id": one.id} for one in site.ground.names.entities if one.name in site.ground.about]


PAGE = Page("name", "/names/{id}", _fill, every=_every)
