"""Identities: every name that facts use, and the one entity it stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bulian.resolve.entity import Entity
from bulian.resolve.folding import Folds, plain
from bulian.resolve.links import Link
from bulian.resolve.places import place_name
from bulian.resolve.queue import Undecided
from bulian.vocab.indicators import indicators
from bulian.vocab.public_names import public_name


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in a workspace.

    Attributes:
        home: knows the forms of the district's own name.
        entities: all of them, by name.
        links: branches and their firms, members of groups.
        undecided: pairs of names that wait for a person.
        skipped: keys shared by too many names to compare them all, with how many.
    """

    home: Folds
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    undecided: tuple[Undecided, ...]
    skipped: Mapping[str, int]
    _found: Mapping[str, Entity] = field(repr=False)

    def entity(self, name: str) -> Entity | None:
        """Whoever bears a name, in either script, or an id once noted; None where nobody does."""
        return self._found.get(self.written(name))

    def written(self, name: str) -> str:
        """The name as facts here write it: in one script, and at the length that is known."""
        if name in self._found:  # written so already, as nearly always
            return name
        plainly = plain(name)
        return plainly if plainly in self._found else one_form(plainly, self.home)

    def name_of(self, name: str) -> str:
        """The fullest name of whoever is called so; the name itself, in one script, where nobody is known."""
        found = self.entity(name)
        return found.name if found else self.written(name)

    def group_of(self, name: str) -> str | None:
        """The group of firms that the entity belongs to; None where nothing says so."""
        found = self.entity(name)
        return found.group if found else None

    def same(self, one: str, other: str) -> bool:
        """Whether two names stand for one entity."""
        return self.name_of(one) == self.name_of(other)

    def fold(self, subject: str) -> str:
        """The name under which facts of a subject meet; the same as `name_of`."""
        return self.name_of(subject)

    def fold_indicator(self, indicator: str) -> str:
        """The indicator by the bureau's term, without the district's name before it.

        Only the aliases of vocab/indicators.csv are folded: another definition (规上, 常住) is another one.
        """
        bare = self.home.fold_indicator(indicator)
        known = indicators().get(bare)
        return known.name if known else bare


def one_form(name: str, home: Folds) -> str:
    """A name as lists alone settle it: the district's own, divisions of one name, public short names."""
    folded = home.fold(name)
    return folded if folded != name else place_name(name) or public_name(name) or name


def found_by(entities: Iterable[Entity], ids: Mapping[str, str]) -> Mapping[str, Entity]:
    """Each entity by all its names and by the ids that these have; `ids` gives the id of a name."""
    found: dict[str, Entity] = {}
    for entity in entities:
        for name in entity.names:
            found[name] = entity
            found[ids[name]] = entity
    return found
