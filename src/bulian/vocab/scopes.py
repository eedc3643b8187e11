"""Words of business scopes (经营范围), and the weights by which a firm is put on a node: data, not code."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from bulian.vocab.gbt4754 import gbt4754
from bulian.vocab.table import FOLDER, rows

Verb = Literal["manufacture", "sell", "research", "service"]
"""制造, 销售, 研发, 服务."""
VERBS: tuple[Verb, ...] = get_args(Verb)
_PLACES = ("both", "end")


@dataclass(frozen=True, slots=True)
class VerbWord:
    """A verb, what it means, and whether it may stand before what it governs."""

    word: str
    verb: Verb
    leads: bool


@cache
def verb_words() -> tuple[VerbWord, ...]:
    """Every verb, the longest first.

    >>> verb_words()[-1].leads
    True
    """
    found = [
        VerbWord(
            row.text("word"), cast(Verb, row.one_of("class", VERBS)), row.one_of("at", _PLACES) == "both"
        )
        for row in rows(FOLDER / "scope_verbs.csv", ("word", "class", "at"))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.word), one.word)))


@cache
def boilerplate() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What speaks of licences only: what is taken out of a sentence, and what ends one.

    Raises:
        VocabularyError: a pattern is no regular expression.
    """
    parts: dict[str, list[str]] = {"no": [], "yes": []}
    for row in rows(FOLDER / "scope_boilerplate.csv", ("pattern", "splits", "meaning")):
        row.text("meaning")
        try:
            re.compile(row.text("pattern"))
        except re.error as error:
            raise row.wrong(f"the pattern is wrong: {error}", f"表达式有误：{error}") from error
        parts[row.one_of("splits", ("yes", "no"))].append(row.text("pattern"))
    return re.compile("|".join(parts["no"])), re.compile("|".join(parts["yes"]))


@cache
def around() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and behind a thing that change nothing, the longest first."""
    found: dict[str, list[str]] = {"before": [], "behind": []}
    for row in rows(FOLDER / "scope_tails.csv", ("word", "at")):
        found[row.one_of("at", ("before", "behind"))].append(row.text("word"))
    return tuple(sorted(found["before"], key=_longest)), tuple(sorted(found["behind"], key=_longest))


@cache
def kinds() -> dict[str, Verb]:
    """What is to be done to be on a node, by the beginning of its code."""
    found = rows(FOLDER / "scope_kinds.csv", ("code", "kind"))
    return {row.text("code"): cast(Verb, row.one_of("kind", VERBS)) for row in found}


def kind_of(code: str) -> Verb:
    """What a firm of this class does.

    >>> kind_of("3581"), kind_of("5154"), kind_of("7320")
    ('manufacture', 'sell', 'research')
    """
    table, at = gbt4754(), code
    while at:
        if at in kinds():
            return kinds()[at]
        at = table[at].parent if at in table else at[:-1]
    return "service"


@cache
def fits() -> dict[tuple[Verb, Verb | None], float]:
    """How far a verb (None: no verb) fits a kind of node, 0 to 1."""
    table: dict[tuple[Verb, Verb | None], float] = {}
    for row in rows(FOLDER / "scope_fits.csv", ("kind", *VERBS, "none")):
        kind = cast(Verb, row.one_of("kind", VERBS))
        for verb in VERBS:
            table[kind, verb] = float(row.decimal(verb))
        table[kind, None] = float(row.decimal("none"))
    return table


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word
