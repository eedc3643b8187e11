"""What an official method (官方方法) asks: clauses, scored criteria, cells; `templates` reads the files."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.vocab.amount import Amount

Status = Literal["official_text", "mirror", "our_own"]
Scoring = Literal["none", "ratio_to_base", "goalposts"]
Comparison = Literal["at_least", "above", "at_most", "below"]
How = Literal["latest", "each", "mean", "total", "average_growth", "compound_growth"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number asked of a subject: an indicator, or one over another, in one or several years.

    Attributes:
        names: the names it may have in the ledger, the best first. over: those of the denominator, if any.
        aspect: "level" or "growth", as printed.
        how: "latest" year; "each" of the last `years`; their "mean"; their "total" (with `over`, sum over
            sum); or the "average_growth" (arithmetic) or "compound_growth" of levels over them.
    """

    names: tuple[str, ...]
    over: tuple[str, ...]
    aspect: str
    how: How
    years: int


@dataclass(frozen=True, slots=True)
class Line:
    """A quantity held against a threshold."""

    quantity: Quantity
    comparison: Comparison
    threshold: Amount


@dataclass(frozen=True, slots=True)
class Title:
    """The subject holds one of these titles (资质, 称号)."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attested:
    """A person must say so, with evidence: no figure tells it."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """The document asks something here whose text nobody here has read."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple["Part", ...]


Test = Line | Title | Attested | Unseen | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked, with its words: a clause, or a part of one.

    `evidence` names the papers that an assessor wants to see; `near` is the share of a threshold from which a
    subject that falls short is a candidate (升规后备), None where that has no meaning.
    """

    key: str
    zh: str
    en: str
    test: Test
    evidence: tuple[str, ...] = ()
    near: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A scored indicator: its weight, and the base or the two goalposts it is measured by.

    `domain` groups criteria; `ours` marks a weight or indicator that no official text gives.
    """

    key: str
    zh: str
    en: str
    weight: Decimal
    quantity: Quantity | None
    base: Amount | None
    goalposts: tuple[Amount, Amount] | None
    domain: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """A cell of a system of clusters (33618) and the words by which a district's own are held against it."""

    key: str
    zh: str
    en: str
    tier: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One version of one method.

    Attributes:
        document: its number. in_force: from when, ISO 8601, None where the text read does not say.
        until: its last day in force, None while it holds. successor: what stands in its place, "" if unknown.
        status: whether the official text, a mirror of it, or our own choice stands behind it.
        weights_official: False where the weights are a district's choice; every print says so.
        total_weight: of the whole method, where only a part of it was read.
        own: the district's variant lies in the workspace and stands in for the shipped one.
    """

    key: str
    zh: str
    en: str
    document: str
    in_force: str | None
    until: str | None
    successor: str
    source: str
    status: Status
    applies_to: str
    note_zh: str
    note_en: str
    clauses: tuple[Part, ...]
    criteria: tuple[Criterion, ...]
    cells: tuple[Alignment, ...]
    scoring: Scoring
    weights_official: bool
    total_weight: Decimal | None
    own: bool = False

    def holds_on(self, day: str) -> bool:
        """Whether it is in force on a day, as far as its dates tell; `day` is ISO 8601."""
        return (self.in_force or "") <= day and (self.until is None or day <= self.until)
