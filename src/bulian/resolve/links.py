"""What joins firms without making them one: a branch and its firm, members of one group."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bulian.resolve.entity import Entity
from bulian.resolve.firm_name import readings
from bulian.vocab.groups import Member, members

Type = Literal["branch_of", "group_parent", "group_member"]


@dataclass(frozen=True, slots=True)
class Link:
    """`head type tail`, both names of entities (the tail of a group is the group's name).

    Attributes:
        source: where it is known from: the name itself, or a filing in vocab/groups.csv, with its address.
    """

    head: str
    type: Type
    tail: str
    source: str
    address: str = ""


def member_of(names: Iterable[str]) -> Member | None:
    """The group that a filing puts a firm of these names into; None where vocab/groups.csv tells of none."""
    return next((found for name in names if (found := members().get(name))), None)


def firm_of_branch(name: str) -> str | None:
    """The firm's own name in the name of its branch; None for a name that is none.

    >>> firm_of_branch("重庆江岚环境有限公司万州分公司")
    '重庆江岚环境有限公司'
    """
    unit = readings(name)[0].unit
    return name.removesuffix(unit) if unit else None


def links(entities: Iterable[Entity]) -> tuple[Link, ...]:
    """The links of all entities, in their order."""
    found: list[Link] = []
    for entity in entities:
        firm = firm_of_branch(entity.name) if entity.kind == "branch" else None
        if firm:
            found.append(Link(entity.name, "branch_of", firm, entity.name))
        member = member_of(entity.names)
        if member:
            role: Type = "group_parent" if member.role == "parent" else "group_member"
            found.append(
                Link(entity.name, role, member.group, f"{member.source}（{member.since}）", member.address)
            )
    return tuple(found)
