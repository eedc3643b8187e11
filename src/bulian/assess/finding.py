"""Finding: one statement about numbers that hang together, and the rule that made it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bulian.assess.datum import Datum
from bulian.measure.extent import Extent

if TYPE_CHECKING:
    from bulian.assess.statements import Statements

Verdict = Literal["contradicted", "not_comparable", "not_checkable", "consistent", "reproduced"]
"""contradicted: by printed digits and bounds not all of them can hold. reproduced: computing gives the
printed digits. consistent: it may well be so. not_comparable: they look related and are not. not_checkable:
some number or some definition is missing."""

Why = Literal[
    "scope", "price", "revised", "base_unknown", "definition",
    "part_missing", "whole_missing", "parts_missing", "earlier_missing", "share_unknown", "may_be_nought",
    "undated",
]  # fmt: skip
"""Why numbers cannot be compared or checked; each has its words in the output."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found of some numbers.

    Attributes:
        rule: the rule's name. facts: the numbers in the order of the formula, the one they are held against
            last.
        formula: the arithmetic with `{0}`, `{1}` … for the numbers, without the relation: "{0} ÷ {1}".
        sign: how the result stands to `stated`: "=", "≤", "≥" or "∈".
        computed: what follows from the numbers, in `unit`; None where nothing does.
        stated: what it is held against: the last number, or a limit.
        why: for the verdicts "not_…" only.
        smallest: for a contradiction, the fewest numbers that cannot all hold: dropping any one mends it.
        missing: names of indicators that are not there.
    """

    rule: str
    verdict: Verdict
    facts: tuple[Datum, ...]
    formula: str
    sign: str = "="
    computed: Extent | None = None
    stated: Extent | None = None
    unit: str = ""
    why: Why | None = None
    smallest: tuple[Datum, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The facts it rests on."""
        return tuple(datum.id for datum in self.facts)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which numbers hang together.

    Attributes:
        name: the anchor of its paragraph in docs/methods/checks.md.
        zh, en: what it says, in a few words.
        find: the findings it makes of all that documents state, in time near-linear in the facts.
    """

    name: str
    zh: str
    en: str
    find: Callable[["Statements"], Iterable[Finding]]
