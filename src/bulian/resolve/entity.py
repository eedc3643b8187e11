"""An entity: one firm, place, chain, project … under all the names that documents and people give it."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "firm", "branch", "cluster", "chain", "industry", "place", "park", "body", "project", "site", "other"
]
"""企业, 分支机构, 集群, 产业链, 产业, 地方, 园区, 机构, 项目, 设施, 其他."""
How = Literal["stated", "written", "listed", "coded", "scored", "judged"]
"""Why a name is an alias: a document states it; it is the same name written otherwise (script, blanks, the
places above); a list in vocab/ says so; both have one credit code; clues suffice; a person decided."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an entity, and why it is one.

    Attributes:
        facts: ids of the relations `same_as` that state it.
        judged: the line of the book `identities` that decided it, None where none did.
    """

    name: str
    how: How
    facts: tuple[str, ...] = ()
    judged: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what several names are.

    Attributes:
        id: derived from `name`; `Identities.entity` also answers to the ids that the aliases would have,
            so that an id once noted finds its entity after a merge.
        name: the fullest name, in Simplified Chinese.
        aliases: the other names with their evidence.
        credit_code: 统一社会信用代码, None where no source gives it.
        group: the group of firms (集团) it belongs to, None where nothing says so; see `Identities.group_of`.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[Alias, ...] = ()
    credit_code: str | None = None
    group: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and all others."""
        return (self.name, *(alias.name for alias in self.aliases))


def entity_id(name: str) -> str:
    """The id of whoever bears a name: `n` and twelve hex digits over it, the same in every run.

    >>> entity_id("重庆市大渡口区") == entity_id("重庆市大渡口区") != entity_id("重庆市")
    True
    """
    return f"n{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
