"""Relation rules as data: the TOML files of `rules/`, one a relation type, with their examples beside them.

A rule has a name, the word classes of which its sentence must hold one (`cue`), a pattern over the folded
sentence, and what it makes: triples of slots. In patterns `<class>` stands for the words of a class of
`vocab/relation_cues.csv`; `{head}` for a slot read as a list, `{head1}` for one name, `{head+}` for a list up
to the end of its clause; `{^}` for the beginning of a clause or of a member of a list.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bulian.errors import VocabularyError
from bulian.extract.deferred import deferred
from bulian.vocab.words import word_classes

CUES = "relation_cues.csv"
FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True, slots=True)
class Make:
    """A triple that a match makes; head and tail name a slot and its reading: `tail:directions`, `@place`."""

    head: str
    type: str
    tail: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which Chinese prose says a relation.

    Attributes:
        cue: classes of words; a sentence without one of them is not tried.
        needs: words of which every match holds one, () where none can be told; others are not searched for.
        about: "firm" where it is tried only in paragraphs that name a firm, or follow one closely; else "".
        unless: where it matches between the clause's beginning and the match's end, the rule is silent.
    """

    name: str
    cue: tuple[str, ...]
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    makes: tuple[Make, ...]
    unless: re.Pattern[str] | None
    about: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence written by us, the triples it must give, and those it must not."""

    text: str
    gives: tuple[tuple[str, str, str], ...]
    not_gives: tuple[tuple[str, str, str], ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of every file, in the order of files and of rules."""
    return tuple(_rule(file, row) for file in _files() for row in _table(file).get("rule", ()))


@cache
def examples() -> tuple[Example, ...]:
    """Every example beside the rules."""
    rows = [row for file in _files() for row in _table(file).get("example", ())]
    return tuple(
        Example(row["text"], _triples(row.get("gives", [])), _triples(row.get("not", []))) for row in rows
    )


def expand(pattern: str) -> str:
    """The pattern with its slots and word classes written out."""
    # Some pages set figures off with blanks (等 6 个项目).
    pattern = pattern.replace("{^}", _BOUNDARY).replace(r"\d+", r" ?\d+ ?").replace(r"[\d.]+", r" ?[\d.]+ ?")
    written = _SLOT.sub(lambda m: f"(?P<{m[1]}>{_SLOTS[m[2]]})", pattern)
    return _CLASS.sub(lambda m: f"(?:{'|'.join(map(re.escape, word_classes(CUES)[m[1]]))})", written)


def _rule(file: Path, row: dict[str, Any]) -> Rule:
    name = str(row["name"])
    try:
        # Compiled when a sentence first has a cue word of it: most texts try a third of all rules.
        pattern = deferred(expand(str(row["pattern"])))
        unless = deferred(expand(str(row["unless"]))) if "unless" in row else None
    except KeyError as error:
        raise VocabularyError(file.name, 0, f"rule {name}: {error}", f"规则 {name}：{error}") from error
    makes = tuple(Make(*make) for make in row["makes"])
    return Rule(
        name,
        tuple(row["cue"]),
        pattern,
        tuple(row.get("needs", ())),
        makes,
        unless,
        str(row.get("about", "")),
    )


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*.toml"))


@cache
def _table(file: Path) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _triples(rows: list[list[str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple((head, kind, tail) for head, kind, tail in rows)


_SIGN = r"，,。；：！？\n"
_SLOTS = {
    "": rf"[^{_SIGN}]{{2,90}}?",
    "1": rf"[^{_SIGN}、]{{2,30}}?",
    "+": rf"[^{_SIGN}]{{2,160}}",
}
_BOUNDARY = r"(?:^|(?<=[，,。；：！？、\s”）—]))"
_SLOT = deferred(r"\{([a-z]+)([1+]?)\}")
_CLASS = deferred(r"(?<!\?P)(?<!\?)<([a-z_]+)>")
