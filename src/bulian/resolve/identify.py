"""From facts to entities: who bears which names, by what people judged, documents state and clues weigh."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from bulian.model.fact import Event, Fact, Relation
from bulian.resolve.clusters import Clusters
from bulian.resolve.credit_code import credit_code
from bulian.resolve.entity import Alias, Entity, How, Kind, entity_id
from bulian.resolve.folding import Folds, plain
from bulian.resolve.identities import Identities, found_by, one_form
from bulian.resolve.joining import NO_CODES, Join, join_all
from bulian.resolve.judged import Judged, Pair, Standing, pair_of
from bulian.resolve.kinds import kind_of_name, kinds_by_role
from bulian.resolve.links import links, member_of
from bulian.resolve.queue import undecided
from bulian.resolve.scored import Scored, scored
from bulian.resolve.stated import Stated, clear_aliases, stated_aliases
from bulian.vocab.public_names import public_name

NOBODY_JUDGED = Standing({}, {}, frozenset(), ())
_NAMED_BY_TAIL = (
    "leads", "member_of", "part_of", "upstream_of", "located_in", "invests_in", "cooperates_with", "same_as",
)  # fmt: skip
"""Relations whose tail is somebody or something with a name; products, titles and directions are none."""
_JUDGED, _CODED, _STATED, _WRITTEN, _SCORED = 0.0, 1.0, 2.0, 3.0, 4.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why names are aliases: the form each is written in, aliases as stated, pairs scored or judged."""

    forms: Mapping[str, str]
    stated: Mapping[str, Stated]
    scored: Scored
    judged: Standing
    codes: Mapping[str, str]


def identify(
    facts: Iterable[Fact], home: Folds, judged: Standing = NOBODY_JUDGED, codes: Mapping[str, str] = NO_CODES
) -> Identities:
    """Who is who among the names in these facts, whatever their order.

    A split that a person entered keeps two names apart, whatever else would join them; so do two credit
    codes. Then come merges that people entered, names of one code, aliases that documents state, names
    written otherwise, and clues that suffice.

    Args:
        facts: those in force. home: knows the forms of the district's own name. judged: the journal's book.
        codes: 统一社会信用代码 by name, as registers give them; one that fails its check is left out.
    """
    told = tuple(facts)
    relations = tuple(fact for fact in told if isinstance(fact, Relation))
    clear, ambiguous = clear_aliases(stated_aliases(relations))
    names = sorted(names_in(told) | {name for pair in judged.held for name in pair})
    roles = kinds_by_role(relations)
    about = Evidence(
        forms={name: one_form(name, home) for name in names},
        stated={one.alias: one for one in clear},
        scored=scored(names, roles, judged.held, frozenset(ambiguous)),
        judged=judged,
        codes={plain(name): code for name, given in codes.items() if (code := credit_code(given))},
    )
    bars = [act.pair for act in judged.held.values() if act.verdict == "split"]
    every = {*names, *about.forms.values(), *about.codes}
    joins = _joins(about)
    clusters, kept_apart = join_all(every, joins, (*bars, *_two(about, joins)), about.codes)
    entities = tuple(
        sorted((_entity(group, about, roles, home) for group in clusters.groups()), key=lambda one: one.name)
    )
    ids = {name: entity_id(name) for entity in entities for name in entity.names}
    waiting = undecided(about.scored, ambiguous, kept_apart, judged, clusters)
    skipped = about.scored.among.skipped
    return Identities(home, entities, links(entities), waiting, skipped, found_by(entities, ids))


def _two(about: Evidence, joins: Iterable[Join]) -> list[Pair]:
    """What clues hold apart, but for aliases that a document states: its word weighs more.

    Of full names that nobody compared, those that the joins might bring together.
    """
    stated = {pair_of(one.alias, one.name) for one in about.stated.values()}
    together = Clusters(name for join in joins for name in join.pair)
    for join in joins:
        together.join(*join.pair)
    among = about.scored.among
    unlike = [
        pair
        for group in together.groups()
        for pair in combinations(group, 2)
        if pair not in about.judged.held and among.two(*pair)
    ]
    return [pair for pair in (*about.scored.apart, *unlike) if pair not in stated]


def _joins(about: Evidence) -> list[Join]:
    """The strongest first; of two judgements the later."""
    joins = [Join((_WRITTEN,), pair_of(name, form)) for name, form in about.forms.items() if name != form]
    joins += [Join((_STATED,), pair_of(one.alias, one.name)) for one in about.stated.values()]
    of_code: dict[str, list[str]] = {}
    for name, code in sorted(about.codes.items()):
        of_code.setdefault(code, []).append(name)
    joins += [Join((_CODED,), pair) for names in of_code.values() for pair in pairwise(names)]
    joins += [Join((_SCORED, -found.score), pair_of(found.one, found.other)) for found in about.scored.merge]
    joins += [
        Join((_JUDGED, -float(act.line)), act.pair)
        for act in about.judged.held.values()
        if act.verdict == "merge"
    ]
    return joins


def names_in(facts: Iterable[Fact]) -> set[str]:
    """Every name that facts use for somebody or something, as `plain` writes it."""
    names: set[str | None] = set()
    for fact in facts:
        if isinstance(fact, Relation):
            names |= {fact.head, fact.tail} if fact.type in _NAMED_BY_TAIL else {fact.head}
        elif isinstance(fact, Event):
            names |= set(fact.participants)
        else:
            names.add(fact.subject)
    return {written for name in names if name and (written := plain(name))}


def _entity(group: tuple[str, ...], about: Evidence, roles: Mapping[str, Kind], home: Folds) -> Entity:
    def fullness(name: str) -> tuple[bool, bool, bool, bool, int, str]:
        firm = kind_of_name(name) == "firm"
        known = roles.get(name) == "firm"
        return name not in about.stated, one_form(name, home) == name, firm, known, len(name), name

    name = max(group, key=fullness)
    aliases = tuple(_alias(other, group, about) for other in group if other != name)
    member = member_of(group)
    return Entity(
        id=entity_id(name),
        kind=_kind(name, group, roles),
        name=name,
        aliases=aliases,
        credit_code=next((about.codes[each] for each in group if each in about.codes), None),
        group=member.group if member else None,
    )


def _alias(name: str, group: tuple[str, ...], about: Evidence) -> Alias:
    """The strongest reason that ties this name to another one of its group."""
    others = [other for other in group if other != name]
    merges = [act for other in others if (act := _merge(about.judged, name, other))]
    if merges:
        return Alias(name, "judged", judged=max(act.line for act in merges))
    if name in about.stated:
        return Alias(name, "stated", about.stated[name].facts)
    stating = sorted({fact for one in about.stated.values() if one.name == name for fact in one.facts})
    if stating:
        return Alias(name, "stated", tuple(stating))
    if about.codes.get(name) and any(about.codes.get(other) == about.codes[name] for other in others):
        return Alias(name, "coded")
    if about.scored.ties(name, others):
        return Alias(name, "scored")
    how: How = "listed" if public_name(name) in others else "written"
    return Alias(name, how)


def _merge(judged: Standing, one: str, other: str) -> Judged | None:
    act = judged.held.get(pair_of(one, other))
    return act if act and act.verdict == "merge" else None


def _kind(name: str, group: tuple[str, ...], roles: Mapping[str, Kind]) -> Kind:
    """By the fullest name; what shows nothing is told by the other names, then by what facts say of it."""
    by_name = [kind for each in (name, *group) if (kind := kind_of_name(each)) != "other"]
    by_role = [roles[each] for each in group if each in roles]
    return next(iter((*by_name, *sorted(by_role, key=lambda kind: kind != "firm"))), "other")
