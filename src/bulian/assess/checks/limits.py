"""数值极限: what no share, count, rank or growth can be."""

from collections.abc import Iterator
from decimal import Decimal

from bulian.assess.checks.share import tells_progress
from bulian.assess.comparing import solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule
from bulian.assess.statements import Statements, counted_units, kind_of
from bulian.measure.arithmetic import ends, exactly
from bulian.measure.extent import Extent
from bulian.vocab.words import word_list

_HUNDRED = Decimal(100)
_WITHIN = exactly(_HUNDRED)
_NOUGHT = exactly(Decimal(0))
_FIRST = exactly(Decimal(1))
_GONE = exactly(-_HUNDRED)


def find(statements: Statements) -> Iterator[Finding]:
    """Only what breaks a limit; that a number lies within its limits says nothing of it."""
    for datum in statements.data:
        yield from _broken(datum)


def _broken(datum: Datum) -> Iterator[Finding]:
    kind, unit = kind_of(datum), datum.fact.unit
    low, high = ends(solid(datum))
    if unit == "%" and _is_part(datum, kind):
        if low > _HUNDRED:
            yield _finding(datum, "≤", _WITHIN)
        if high < 0:
            yield _finding(datum, "≥", _NOUGHT)
    elif kind == "level" and unit in counted_units() and high < 0:
        yield _finding(datum, "≥", _NOUGHT)
    elif kind == "rank" and high < 1:
        yield _finding(datum, "≥", _FIRST)
    elif kind == "growth" and high < -_HUNDRED and not tells_progress(datum):
        yield _finding(datum, "≥", _GONE)


def _is_part(datum: Datum, kind: str) -> bool:
    """Whether a percentage is a part of a whole: a share, or a rate whose name says so (vocab)."""
    if kind == "share":
        return not tells_progress(datum)
    return kind == "level" and datum.indicator.endswith(word_list("rates_within.csv"))


def _finding(datum: Datum, sign: str, limit: Extent) -> Finding:
    return Finding(
        "limits",
        "contradicted",
        (datum,),
        "{0}",
        sign,
        solid(datum),
        limit,
        datum.fact.unit,
        smallest=(datum,),
    )


RULE = Rule("limits", "不超出数值极限", "within what is possible", find)
