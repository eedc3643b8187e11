"""各部分之和＝总量: the parts that a standard identity names against their whole."""

from collections.abc import Iterator
from functools import cache

from bulian.assess.comparing import at_most, equality
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule
from bulian.assess.statements import Frame, Statements
from bulian.measure.arithmetic import total
from bulian.vocab.accounting import Identity, identities


def find(statements: Statements) -> Iterator[Finding]:
    """The sum where every part is told; with a part missing only that the rest does not exceed the whole."""
    for frame, name, whole in statements.of_kind("level"):
        if frame.modality != "actual":
            continue
        for identity in sums_of(name):
            yield from _findings(statements, frame, whole, identity)


@cache
def sums_of(whole: str) -> tuple[Identity, ...]:
    """The identities whose whole bears the name."""
    return tuple(one for one in identities("sum") if one.whole == whole)


def _findings(statements: Statements, frame: Frame, whole: Datum, identity: Identity) -> Iterator[Finding]:
    found = [statements.level(frame, *names) for names in identity.parts]
    parts = [part for part in found if part and part.fact.unit == whole.fact.unit]
    missing = tuple(names[0] for names, part in zip(identity.parts, found, strict=True) if part not in parts)
    if not parts:
        return
    if missing:
        most = at_most("sums", parts, whole)
        if most.verdict == "contradicted":
            yield most
        else:
            facts = (*parts, whole)
            yield Finding(
                "sums", "not_checkable", facts, most.formula, "≤", most.computed, most.stated,
                whole.fact.unit, why="parts_missing", missing=missing,
            )  # fmt: skip
        return
    formula = " + ".join(f"{{{number}}}" for number in range(len(parts)))
    if finding := equality("sums", formula, parts, total, whole):
        yield finding


RULE = Rule("sums", "各部分之和＝总量", "the parts add up to the whole", find)
