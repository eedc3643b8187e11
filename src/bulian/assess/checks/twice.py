"""同一事实两处: one quantity of one subject at one time, told in two places."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from bulian.assess.breath import one_breath, one_label
from bulian.assess.comparing import solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict
from bulian.assess.statements import Frame, Statements, is_count
from bulian.measure.arithmetic import may_equal
from bulian.model.period import days
from bulian.vocab.indicators import indicators

_PROPER_NAME = 6
_PEOPLE = "persons"  # 人口, 从业人员: named by what they are
_MOST_SIDES = 8  # more different numbers than that are of different things, misnamed

_Key = tuple[Frame, str, str, str, str]


def find(statements: Statements) -> Iterator[Finding]:
    """For each two different values told of one thing, and each value that another document repeats.

    A list or a move within one sentence (从8万元提高到9万元) repeats nothing. Numbers of several years, and
    counts of things without a proper name (企业数), may well be of different things: they are left out.
    """
    for told in _groups(statements).values():
        sides: dict[object, Datum] = {}
        for datum in told:
            sides.setdefault(datum.value, datum)
        pairs = combinations(sides.values(), 2) if len(sides) <= _MOST_SIDES else ()
        yield from (_finding(*pair) for pair in pairs if _repeats(statements, *pair))
        first = {value: datum.fact.doc for value, datum in sides.items()}
        yield from (
            _finding(sides[datum.value], datum) for datum in told if datum.fact.doc != first[datum.value]
        )


def _repeats(statements: Statements, one: Datum, other: Datum) -> bool:
    if is_count(one) and one.fact.unit != _PEOPLE and not one_label(one, other):
        return False
    return not (one_breath(one, other) or statements.in_one_sentence(one, other))


@cache
def _is_of_one_thing(name: str, time: str) -> bool:
    first, last = days(time)
    proper = name in indicators() or len(name) >= _PROPER_NAME
    return proper and first.year == last.year


def _groups(statements: Statements) -> dict[_Key, list[Datum]]:
    groups: dict[_Key, list[Datum]] = {}
    for frame, kinds in statements.frames.items():
        if frame.subject and frame.time and frame.modality == "actual":
            everywhere = Frame("", frame.subject, frame.time, frame.modality, frame.synthetic)
            for (kind, name), data in kinds.items():
                if not _is_of_one_thing(name, frame.time):
                    continue
                for datum in data:
                    key = (everywhere, kind, name, datum.fact.unit, datum.fact.basis or "")
                    groups.setdefault(key, []).append(datum)
    return groups


def _finding(one: Datum, other: Datum) -> Finding:
    computed, held = solid(one), solid(other)
    verdict: Verdict = "contradicted"
    if may_equal(computed, held):
        verdict = "reproduced" if one.value == other.value else "consistent"
    smallest = (one, other) if verdict == "contradicted" else ()
    return Finding(
        "twice", verdict, (one, other), "{0}", "=", computed, held, other.fact.unit, smallest=smallest
    )


RULE = Rule("twice", "同一事实两处一致", "the same fact in two places", find)
