"""What plans aim at and how their progress is told: metrics, comparators, official status classes, owners."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, Row, rows

Comparator = Literal[">", ">=", "~", "<=", "<"]
Role = Literal["total", "part", "scale"]
_COMPARATORS = (">", ">=", "~", "<=", "<")


@dataclass(frozen=True, slots=True)
class Metric:
    """An indicator that plans aim at: what it may be added up to, and if its name says what is counted."""

    indicator: str
    role: Role
    defined: bool


@dataclass(frozen=True, slots=True)
class StatusClass:
    """A class of an official progress report, in its own words.

    Attributes:
        version: the evaluation it is from.
        early: it is for targets reached before their deadline.
        least: least ratio of what is reached to what is due by now; None for the last class.
        cut: the source breaks off within these words; check the original before printing them.
    """

    version: str
    key: str
    zh: str
    en: str
    early: bool
    least: float | None
    cut: bool
    source: str


@dataclass(frozen=True, slots=True)
class Quality:
    """A metric of quality that may stand beside a target of size."""

    key: str
    zh: str
    en: str
    unit: str


@dataclass(frozen=True, slots=True)
class OwnerCue:
    """A word that names who is responsible; see owner_cues.csv."""

    word: str
    follows: bool
    opens: str
    role: str


@cache
def metrics() -> dict[str, Metric]:
    """The metrics of target_metrics.csv by indicator."""
    return {
        row.text("indicator"): Metric(
            row.text("indicator"),
            cast(Role, row.one_of("role", ("total", "part", "scale"))),
            row.one_of("defined", ("yes", "no")) == "yes",
        )
        for row in rows(FOLDER / "target_metrics.csv", ("indicator", "role", "defined"))
    }


@cache
def comparators() -> tuple[tuple[str, bool, Comparator], ...]:
    """(word, whether it stands before the number, comparator), the longest word first."""
    found = [
        (
            row.text("word"),
            row.one_of("place", ("before", "after")) == "before",
            cast(Comparator, row.one_of("comparator", _COMPARATORS)),
        )
        for row in rows(FOLDER / "comparators.csv", ("word", "place", "comparator"))
    ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@cache
def status_classes() -> tuple[StatusClass, ...]:
    """The official classes, best first."""
    columns = ("version", "key", "zh", "en", "early", "least", "wording", "source")
    return tuple(_status(row) for row in rows(FOLDER / "target_status.csv", columns))


def _status(row: Row) -> StatusClass:
    return StatusClass(
        row.text("version"), row.text("key"), row.text("zh"), row.text("en"),
        row.one_of("early", ("yes", "no")) == "yes",
        float(row.decimal("least")) if row.optional("least") else None,
        row.one_of("wording", ("checked", "cut")) == "cut", row.text("source"),
    )  # fmt: skip


@cache
def qualities() -> dict[str, Quality]:
    """The suggested quality metrics by key."""
    columns = ("key", "zh", "en", "unit")
    return {
        row.text("key"): Quality(*map(row.text, columns))
        for row in rows(FOLDER / "quality_metrics.csv", columns)
    }


@cache
def owner_cues() -> tuple[OwnerCue, ...]:
    """The words that name who is responsible, the longest first."""
    found = [
        OwnerCue(
            row.text("word"),
            row.one_of("place", ("before", "after")) == "before",
            row.optional("opens"),
            row.text("role"),
        )
        for row in rows(FOLDER / "owner_cues.csv", ("word", "place", "opens", "role"))
    ]
    return tuple(sorted(found, key=lambda cue: -len(cue.word)))


@cache
def body_ends() -> tuple[str, ...]:
    """How the names of bodies end that may be given a task."""
    return tuple(row.text("word") for row in rows(FOLDER / "body_ends.csv", ("word",)))


@cache
def fractions() -> tuple[tuple[float, str, str], ...]:
    """(value, Chinese, English) of fractions.csv."""
    return tuple(
        (float(row.decimal("value")), row.text("zh"), row.text("en"))
        for row in rows(FOLDER / "fractions.csv", ("value", "zh", "en"))
    )


def fraction_of(chance: float) -> tuple[str, str]:
    """A chance as the nearest plain fraction, in Chinese and English.

    >>> fraction_of(0.27)
    ('四分之一', 'one in four')
    """
    _, zh, en = min(fractions(), key=lambda one: abs(one[0] - chance))
    return zh, en
