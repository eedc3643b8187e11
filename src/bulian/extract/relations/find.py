"""Relations of a document: every triple that a rule reads, with the clause that says it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bulian.extract.context import Context
from bulian.extract.relations.engine import Hit, hits
from bulian.extract.relations.rules import Make, rules
from bulian.extract.relations.topics import Topic
from bulian.model.fact import Relation
from bulian.model.place import Place


def find_relations(context: Context, about: tuple[Topic, ...] | None = None) -> tuple[Relation, ...]:
    """Every triple once, at the first place that says it; the same clause printed again is in `also`.

    Args:
        about: the topics as `topics` gives them, where they are known already.
    """
    found: dict[tuple[str, str, str], Relation] = {}
    again: dict[tuple[str, str, str], dict[Place, None]] = {}
    for relation in (*_aliases(context), *_without_echoes(list(_by_rules(context, about)))):
        key = (relation.head, relation.type, relation.tail)
        first = found.setdefault(key, relation)
        if first.place.quote == relation.place.quote and first.place != relation.place:
            again.setdefault(key, {})[relation.place] = None
    for key, places in again.items():
        found[key] = replace(found[key], also=tuple(places))
    return tuple(sorted(found.values(), key=lambda r: (r.place.start, r.place.end, r.type, r.head, r.tail)))


def _aliases(context: Context) -> Iterator[Relation]:
    for alias in context.names.aliases:
        place = context.span(alias.start, alias.end)
        yield Relation(context.doc, place, alias.short, "same_as", alias.full, "same_as.introduced")


def _by_rules(context: Context, about: tuple[Topic, ...] | None) -> Iterator[Relation]:
    for rule, hit in hits(context, rules(), about):
        for make in rule.makes:
            for head, tail in _pairs(hit, make):
                if head != tail:
                    yield Relation(context.doc, hit.quote(), head, make.type, tail, rule.name)


def _pairs(hit: Hit, make: Make) -> Iterator[tuple[str, str]]:
    """Every head with every tail; what the words themselves must name is read before who acts.

    `@next` as tail: each head with the one after it (硅料—组件—电站).
    """
    if make.tail == "@next":
        yield from pairwise(hit.names(make.head))
        return
    tails = None if make.tail.startswith("@") else hit.names(make.tail)
    if tails != []:
        for head in hit.names(make.head):
            tails = hit.names(make.tail) if tails is None else tails
            yield from ((head, tail) for tail in tails)


def _without_echoes(relations: list[Relation]) -> Iterator[Relation]:
    """做强A、B两大产业 says that they are the place's own; that it aims at them is the same again.

    So it is that a firm belongs to the cluster that it leads.
    """
    own = {(r.place.start, r.head, r.tail) for r in relations if r.type == "part_of"}
    led: dict[str, set[str]] = {}
    for relation in relations:
        if relation.type == "leads":
            led.setdefault(relation.head, set()).add(relation.tail)
    for relation in relations:
        aimed = relation.type == "targets" and (relation.place.start, relation.tail, relation.head) in own
        leads = relation.type == "member_of" and any(
            tail.endswith(relation.tail) or relation.tail.endswith(tail)
            for tail in led.get(relation.head, ())
        )
        if not aimed and not leads:
            yield relation
