"""What a brief is written from, and what follows from it before a word is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bulian.assess.datum import Datum, data_in_force, in_force
from bulian.assess.disagreement import Disagreement, disagreements
from bulian.assess.series import Series, series
from bulian.assess.subject import District, district
from bulian.assess.targets import Target, targets
from bulian.assess.tracking import Circumstances, Tracked, track
from bulian.ledger.scope import NOW, Scope
from bulian.model.document import Document
from bulian.model.period import days
from bulian.model.reading import Column
from bulian.model.stored import Source, Sourced
from bulian.publish.wording import Wording, wording
from bulian.resolve.folding import Folds


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that could not be read, and why, in both languages."""

    name: str
    reason_en: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Material:
    """All that a brief is written from.

    Attributes:
        district: the district's name, as in bulian.toml.
        built_on: the day of the build, ISO 8601; the paper carries it and nothing else of the clock.
        facts: those in force, with their sources and judgements.
        sources: every document read and still in `sources/`, also those without a fact.
        documents: by content hash, for quoting surroundings; looked up only for what is cited. One that is
            missing leaves its quotes without their paragraph.
        quarantined: the files that were not read.
        unread: (content hash, column) of each column that nobody understood.
        scope: as of when, and for whom, the facts were chosen; the paper says so.
        withheld, withheld_sources: what `scope` leaves out because it is not public. Counted in the paper,
            never printed.
        names: who is who in the workspace, so that series meet under one name; None where only the forms of
            the district's own name are known.
    """

    district: str
    built_on: str
    facts: tuple[Sourced, ...]
    sources: tuple[Source, ...]
    documents: Mapping[str, Document] = field(repr=False)
    quarantined: tuple[Quarantined, ...] = ()
    unread: tuple[tuple[str, Column], ...] = ()
    scope: Scope = NOW
    withheld: tuple[Sourced, ...] = ()
    withheld_sources: tuple[Source, ...] = ()
    names: Folds | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class View:
    """The material assessed, and the wording: what every section is written from.

    `own` is the district under the name that its series carry: 重庆市大渡口区 where `home` is 大渡口区.
    `ids` are those of `facts`, which may be cited.
    `withheld` are the numbers that may not leave the house, to be counted where they would have stood.
    """

    material: Material
    words: Wording
    home: District
    own: str
    facts: tuple[Sourced, ...]
    ids: frozenset[str]
    data: tuple[Datum, ...]
    series: tuple[Series, ...]
    targets: tuple[Target, ...]
    tracked: tuple[Tracked, ...]
    disagreements: tuple[Disagreement, ...]
    withheld: tuple[Datum, ...] = ()


def view(material: Material, lang: str) -> View:
    """The material assessed, to be written in `lang`."""
    home = district(material.district)
    names = material.names or home
    data = data_in_force(material.facts, names)
    several = series(data)
    standing = tuple(sourced for sourced in material.facts if in_force(sourced))
    return View(
        material=material,
        words=wording(lang),
        home=home,
        own=names.fold(home.name),
        facts=standing,
        ids=frozenset(sourced.fact.id for sourced in standing),
        data=data,
        series=several,
        targets=targets(several),
        tracked=track(several, Circumstances(_today(material))),
        disagreements=disagreements(several),
        withheld=data_in_force(material.withheld, names),
    )


def _today(material: Material) -> date:
    """The day by which a deadline is over: that of the build, or the one the paper looks back to."""
    return days(material.scope.as_of or material.built_on)[1]
