"""No figure without a trace."""

from decimal import Decimal

import pytest

from bulian.errors import BareNumber
from bulian.publish.figure import Counted, Facts, Figure, Formula, Recorded, Trace, facts_of


def _figure(text: str, trace: Trace) -> Figure:
    return Figure(Decimal(text), text, trace)


@pytest.mark.parametrize(
    "trace", [Facts(()), Formula("difference", ()), Counted("facts", ("a", "b")), Recorded("")]
)
def test_a_number_that_walks_back_to_nothing_is_refused(trace: Trace) -> None:
    with pytest.raises(BareNumber, match="without a trace"):
        _figure("3", trace)


def test_a_count_counts_each_id_once() -> None:
    assert _figure("2", Counted("facts", ("a", "b", "a"))).whole == "2"


def test_a_formula_walks_back_to_the_facts_of_its_parts() -> None:
    inner = _figure("3", Formula("difference", (_figure("5", Facts(("x",))), _figure("2", Facts(("y",))))))
    outer = _figure("6", Formula("difference", (inner, _figure("1", Counted("documents", ("d",))))))
    assert list(facts_of(outer)) == ["x", "y"]
