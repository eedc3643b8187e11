"""各部分比重之和＝100%: the shares of the parts that a standard identity names."""

from collections.abc import Iterator
from decimal import Decimal

from bulian.assess.checks.share import parted
from bulian.assess.comparing import solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict
from bulian.assess.statements import Frame, Statements
from bulian.measure.arithmetic import exactly, may_equal, total
from bulian.vocab.accounting import identities

_ALL = exactly(Decimal(100))


def find(statements: Statements) -> Iterator[Finding]:
    """One finding for every identity whose parts all have their share of the whole in one frame."""
    shares: dict[tuple[Frame, str], dict[str, Datum]] = {}
    for frame, _, share in statements.of_kind("share"):
        if share.fact.unit == "%":
            part, whole = parted(share)
            shares.setdefault((frame, whole), {}).setdefault(part, share)
    for (_, whole), told in shares.items():
        for identity in identities("sum"):
            if identity.whole == whole:
                found = [
                    next((told[name] for name in names if name in told), None) for names in identity.parts
                ]
                parts = tuple(part for part in found if part)
                if len(parts) == len(found):
                    yield _finding(parts)


def _finding(shares: tuple[Datum, ...]) -> Finding:
    computed = total(map(solid, shares))
    verdict: Verdict = "contradicted"
    if may_equal(computed, _ALL):
        verdict = "reproduced" if computed.point == _ALL.point else "consistent"
    formula = " + ".join(f"{{{number}}}" for number in range(len(shares)))
    smallest = shares if verdict == "contradicted" else ()
    return Finding("structure", verdict, shares, formula, "=", computed, _ALL, "%", smallest=smallest)


RULE = Rule("structure", "各部分比重之和＝100%", "the shares of all parts make 100 %", find)
