"""Facts as the ledger gives them back: with their source, its dates, and what people judged of them."""

from dataclasses import dataclass
from typing import Literal

from bulian.model.document import Access
from bulian.model.fact import Fact, Value, fact_row

Verdict = Literal["accept", "correct", "reject", "withdraw"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the ledger knows it.

    Attributes:
        doc: content hash. name: path below `sources/`. title: its own, None when it shows none.
        published_on: ISO 8601, None where nobody says; `dated` tells how it is known.
        recorded_at: when the build that first saw it ran, ISO 8601 with zone.
        retired_at: when a build found it gone from `sources/`; None while it lies there.
        synthetic: made up for illustration as a whole.
        other_names: where the same content lies a second time below `sources/`.
    """

    doc: str
    name: str
    title: str | None
    published_on: str | None
    dated: str | None
    publisher: str | None
    address: str | None
    licence: str | None
    access: Access
    reader: str
    encoding: str | None
    recorded_at: str
    retired_at: str | None
    synthetic: bool
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided of a fact: one line of the journal.

    `value` is what a correction says instead; None for the other verdicts. After a withdrawal (撤回) no
    judgement holds.
    """

    fact_id: str
    verdict: Verdict
    by: str
    at: str
    why: str
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Sourced:
    """A fact in force or retired, with where it comes from and the judgement in force.

    `superseded_at` is when a newer reading of its document no longer found it; None while the newest does.
    """

    fact: Fact
    source: Source
    judgement: Judgement | None = None
    superseded_at: str | None = None


def sourced_row(one: Sourced) -> dict[str, object]:
    """The row of the contract, with the source, its dates, and the judgement in force."""
    source, judged = one.source, one.judgement
    row = fact_row(one.fact, source.name)
    row |= {"published_on": source.published_on, "recorded_at": source.recorded_at}
    row |= {"publisher": source.publisher, "retired_at": source.retired_at}
    row["synthetic"] = source.synthetic or bool(row.get("synthetic"))
    row["judgement"] = judged and {
        "verdict": judged.verdict,
        "by": judged.by,
        "at": judged.at,
        "why": judged.why,
    }
    return row
