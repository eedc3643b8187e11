"""上年各部分之和＝上年总量: levels and growths imply last year's levels, and those must add up too."""

from collections.abc import Iterator, Sequence

from bulian.assess.checks.sums import sums_of
from bulian.assess.comparing import solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict
from bulian.assess.statements import Frame, Statements
from bulian.measure.arithmetic import factor, may_equal, over, total
from bulian.measure.extent import Extent
from bulian.vocab.accounting import Identity
from bulian.vocab.growth_bases import growth_bases

_Pair = tuple[Datum, Datum]


def find(statements: Statements) -> Iterator[Finding]:
    """For every identity whose whole and parts all have level and growth in one frame.

    A changing scope (规上) does no harm, as all of them share it; constant prices do, so real growth is left
    to the rule `between`.
    """
    for frame, name, _ in statements.of_kind("level"):
        for identity in sums_of(name) if frame.modality == "actual" else ():
            pairs = _pairs(statements, frame, identity)
            comparable = pairs and not any(_real(growth) for _, growth in pairs)
            finding = _finding(pairs) if comparable else None
            if finding:
                yield finding


def _pairs(statements: Statements, frame: Frame, identity: Identity) -> list[_Pair]:
    """Level and growth of the parts in their order and of the whole last; [] where one is missing."""
    pairs = []
    for names in (*identity.parts, (identity.whole,)):
        level, growth = (statements.first(frame, kind, *names) for kind in ("level", "growth"))
        if level is None or growth is None or level.indicator != growth.indicator:
            return []
        pairs.append((level, growth))
    return pairs if len({level.fact.unit for level, _ in pairs}) == 1 else []


def _real(growth: Datum) -> bool:
    return "price" in growth_bases(growth.indicator, growth.fact.place.quote)


def _finding(pairs: Sequence[_Pair]) -> Finding | None:
    earlier = [_earlier(*pair) for pair in pairs]
    known = [each for each in earlier if each is not None]
    if len(known) < len(pairs):
        return None
    *parts, whole = known
    computed = total(parts)
    verdict: Verdict = "consistent" if may_equal(computed, whole) else "contradicted"
    facts = tuple(datum for pair in pairs for datum in pair)
    terms = [f"{{{2 * number}}} ÷ (1 + {{{2 * number + 1}}})" for number in range(len(pairs))]
    formula = " + ".join(terms[:-1]) + " = " + terms[-1]
    smallest = facts if verdict == "contradicted" else ()
    unit = facts[0].fact.unit
    return Finding("earlier_sum", verdict, facts, formula, "=", computed, whole, unit, smallest=smallest)


def _earlier(level: Datum, growth: Datum) -> Extent | None:
    return over(solid(level), factor(solid(growth)))


RULE = Rule("earlier_sum", "推算的上年各部分之和＝上年总量", "implied parts of the year before add up", find)
