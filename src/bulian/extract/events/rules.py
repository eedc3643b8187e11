"""Event rules as data: `events.toml`, in the notation of the relation rules, with examples beside them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bulian.errors import VocabularyError
from bulian.extract.deferred import deferred
from bulian.extract.relations.rules import expand

_FILE = Path(__file__).parent / "events.toml"


@dataclass(frozen=True, slots=True)
class EventRule:
    """A way in which prose says that something happened.

    Attributes:
        who: readings of slots in order; the first must give a name, the others add theirs.
        needs: words of which every match holds one, () where none can be told.
    """

    name: str
    type: str
    cue: tuple[str, ...]
    pattern: re.Pattern[str]
    who: tuple[str, ...]
    unless: re.Pattern[str] | None
    about: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventExample:
    """A sentence written by us with the events it gives: (type, date, participants); () if none."""

    text: str
    gives: tuple[tuple[str, str, tuple[str, ...]], ...]


@cache
def event_rules() -> tuple[EventRule, ...]:
    """Every rule, in the order of the file."""
    return tuple(_rule(row) for row in _table()["rule"])


@cache
def event_examples() -> tuple[EventExample, ...]:
    """Every example beside the rules."""
    return tuple(
        EventExample(row["text"], tuple((kind, date, tuple(who)) for kind, date, who in row["gives"]))
        for row in _table().get("example", ())
    )


def _rule(row: dict[str, Any]) -> EventRule:
    try:
        pattern = deferred(expand(row["pattern"]))
        unless = deferred(expand(row["unless"])) if "unless" in row else None
        return EventRule(
            row["name"], row["type"], tuple(row["cue"]), pattern, tuple(row["who"]), unless,
            needs=tuple(row.get("needs", ())),
        )  # fmt: skip
    except KeyError as error:
        name = row.get("name", "?")
        raise VocabularyError(_FILE.name, 0, f"rule {name}: {error}", f"规则 {name}：{error}") from error


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
