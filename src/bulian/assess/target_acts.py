"""What people decided about targets, from the journal: owners, quality metrics, links of the goal tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

OwnerFrom = Literal["text", "act"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a target: named in its text, or assigned by a person."""

    name: str
    how: OwnerFrom
    by: str = ""
    at: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A quality metric set beside a target, or `metric` None where a person decided on none."""

    metric: str | None
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """One goal placed under another by a person."""

    child: str
    parent: str
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts that hold, the last on each target; by target id and by each fact that stated it."""

    owners: Mapping[str, Owner] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)


def acts_of(entries: Iterable[Mapping[str, Any]]) -> Acts:
    """The acts of the book `targets`, in the order of the journal; an emptied owner or link is taken back."""
    owners: dict[str, Owner] = {}
    choices: dict[str, Choice] = {}
    links: dict[str, Link] = {}
    for act in entries:
        by, at, why = str(act["by"]), str(act["at"]), str(act["why"])
        keys = (str(act["target"]), *map(str, act.get("facts", ())))
        for key in keys:
            if act["act"] == "assign":
                owners[key] = Owner(str(act["owner"]), "act", by, at, why)
            elif act["act"] == "quality":
                choices[key] = Choice(act["metric"], by, at, why)
        if act["act"] == "link":
            links[keys[0]] = Link(keys[0], str(act["parent"]), by, at, why)
        elif act["act"] == "unlink":
            links.pop(keys[0], None)
    return Acts(owners, choices, links)
