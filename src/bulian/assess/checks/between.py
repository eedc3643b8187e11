"""总增速介于各部分增速之间: the whole cannot grow faster than its fastest part or slower than its slowest."""

from collections.abc import Iterator

from bulian.assess.checks.sums import sums_of
from bulian.assess.comparing import solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict
from bulian.assess.statements import Frame, Statements
from bulian.measure.arithmetic import ends, may_equal
from bulian.measure.extent import Extent
from bulian.vocab.accounting import Identity


def find(statements: Statements) -> Iterator[Finding]:
    """For every identity whose whole and parts all have growth in one frame, real or nominal.

    Growth of a whole is the mean of its parts' weighted by last year's amounts, none of which is negative. An
    identity with a difference among its parts (a surplus) is no such mean.
    """
    for frame, name, whole in statements.of_kind("growth"):
        for identity in sums_of(name) if frame.modality == "actual" else ():
            if finding := _finding(statements, frame, whole, identity):
                yield finding


def _finding(statements: Statements, frame: Frame, whole: Datum, identity: Identity) -> Finding | None:
    found = [statements.first(frame, "growth", *names) for names in identity.parts]
    parts = tuple(part for part in found if part)
    if len(parts) < len(found) or any("差" in part.indicator for part in parts):
        return None
    reached = [ends(solid(part)) for part in parts]
    low, high = min(low for low, _ in reached), max(high for _, high in reached)
    points = sorted(solid(part).point for part in parts)
    band = Extent(low, (points[0] + points[-1]) / 2, high)
    held = solid(whole)
    verdict: Verdict = "consistent" if may_equal(band, held) else "contradicted"
    listed = "; ".join(f"{{{number}}}" for number in range(len(parts)))
    smallest = (*parts, whole) if verdict == "contradicted" else ()
    return Finding(
        "between", verdict, (*parts, whole), f"[min, max]({listed})", "∋", band, held, "%", smallest=smallest
    )


RULE = Rule("between", "总增速介于各部分增速之间", "the whole grows at a mean of its parts", find)
