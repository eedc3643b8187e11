"""What was assessed, with some facts told anew: what does not hang on them is kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bulian.assess.datum import Datum, datum_of, in_force
from bulian.assess.disagreement import Disagreement, disagreements
from bulian.assess.series import Series, SeriesKey, key_of, series
from bulian.assess.targets import Target, targets
from bulian.model.fact import Event
from bulian.model.stored import Sourced
from bulian.publish.site.ground import Ground, named, newest_first

_Facts = Mapping[str, Sourced]
_Lists = Mapping[str, tuple[str, ...]]


def renewed(kept: Ground, told: Iterable[Sourced]) -> Ground:
    """The ground with these facts as they are told now: themselves, their series, targets and conflicts.

    Who is who stays as it was. A fact that counts again comes last where facts are listed.
    """
    fresh = {one.fact.id: one for one in told}
    facts = {key: one for key, one in {**kept.facts, **fresh}.items() if key not in fresh or in_force(one)}
    data = {key: datum for key, datum in kept.data.items() if key not in fresh}
    data |= {key: datum for key in fresh if key in facts and (datum := datum_of(facts[key], kept.names))}
    return _with_series(
        replace(
            kept, facts=facts, data=data, events=_events(kept, fresh, facts),
            of_document=_listed(kept.of_document, fresh, facts, lambda one: (one.fact.doc,)),
            about=_listed(kept.about, fresh, facts, lambda one: _names(kept, one)),
        ),
        [datum for key in fresh for every in (kept.data, data) if (datum := every.get(key))],
    )  # fmt: skip


def _names(kept: Ground, one: Sourced) -> tuple[str, ...]:
    return tuple(kept.names.name_of(name) for name in named(one.fact))


def _events(kept: Ground, fresh: _Facts, facts: _Facts) -> tuple[Sourced, ...]:
    told = [one for one in kept.events if one.fact.id not in fresh]
    told += [facts[key] for key in fresh if key in facts and isinstance(facts[key].fact, Event)]
    return newest_first(told)


def _listed(
    kept: _Lists, fresh: _Facts, facts: _Facts, homes: Callable[[Sourced], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Lists of ids in which a fact stands while it counts, and none that is empty."""
    lists = dict(kept)
    for key, one in fresh.items():
        for home in homes(one):
            before = lists.get(home, ())
            if key not in facts:
                lists[home] = tuple(other for other in before if other != key)
            elif key not in before:
                lists[home] = (*before, key)
    return {home: ids for home, ids in lists.items() if ids}


def _with_series(ground: Ground, touched: Iterable[Datum]) -> Ground:
    """The series of these data, as they were and as they are, made anew, and what rests on each."""
    told = list(touched)
    moved, keys = {datum.id for datum in told}, {key for datum in told if (key := key_of(datum))}
    stay = [datum for key in keys if (one := ground.series.get(key)) for datum in one.data]
    data = [datum for datum in stay if datum.id not in moved]
    data += [ground.data[fact] for fact in sorted(moved & ground.data.keys())]
    several = series(tuple(data))
    found = {one.key: one for one in several}
    every = {**ground.series, **found}
    return replace(
        ground,
        series={key: one for key, one in every.items() if key in found or key not in keys},
        targets=_aims(ground, keys, several),
        conflicts=_disputes(ground, keys, several),
    )


def _aims(ground: Ground, keys: set[SeriesKey], several: Iterable[Series]) -> tuple[Target, ...]:
    rest = [one for one in ground.targets if one.key not in keys]
    return tuple(sorted((*rest, *targets(several)), key=lambda one: one.key))


def _disputes(ground: Ground, keys: set[SeriesKey], several: Iterable[Series]) -> tuple[Disagreement, ...]:
    rest = [one for one in ground.conflicts if one.key not in keys]
    found = (*rest, *disagreements(several))
    return tuple(sorted(found, key=lambda one: (one.compatible, one.documents == 1, one.key)))
