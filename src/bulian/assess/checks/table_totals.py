"""表中合计＝各项之和: the rows or columns of a table against the total and subtotals that it prints."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, product

from bulian.assess.comparing import at_most, equality, solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule
from bulian.assess.lines import Line, lines
from bulian.assess.statements import Statements
from bulian.measure.arithmetic import may_equal, total

_RULE = "table_totals"
_SUMS = 64
"""With so many ways to read the rows under 其中 one may fit by chance, so that nothing is claimed."""


def find(statements: Statements) -> Iterator[Finding]:
    """A total under or behind its parts must be their sum.

    One that stands before them may list some alone, and parts of its parts: it contradicts none but a part
    greater than itself. So does one whose table leaves a cell empty, though there the known parts together
    may not exceed it either. A row under 其中 is a part of the row before it, never of the total; those
    after it may go on with it or not, and a total that fits neither way is wrong.
    """
    for line in lines(statements.data):
        for place, kind in sorted(line.kinds.items()):
            if kind == "part":
                yield from _part(line, place)
            elif place in line.amounts:
                yield from _total(line, place, kind)


def _part(line: Line, place: int) -> Iterator[Finding]:
    before = [one for one in line.amounts if one < place and line.kinds.get(one) != "part"]
    part, whole = line.amounts.get(place), line.amounts.get(max(before, default=0))
    if part and whole and _alike(part, whole, line):
        yield at_most(_RULE, (part,), whole)


def _total(line: Line, place: int, kind: str) -> Iterator[Finding]:
    whole, behind = line.amounts[place], True
    side = _beside(line, place, -1, kind)
    if not side:
        side, behind = _beside(line, place, 1, kind), False
    sums, all_told = _sums(line, side, kind)
    found = [one for parts in sums if (one := _held_against(line, parts, whole))]
    best = next((one for one in found if one.verdict in ("reproduced", "consistent")), None)
    if best or not found:
        yield from [best] if best else []
    elif behind and all_told and all(one in line.amounts for one in side):
        yield found[0]
    else:
        known = _without_details([line.amounts[one] for one in sums[0] if one in line.amounts])
        greatest = max(known, key=lambda one: solid(one).point)
        yield _only_most(known if behind else [greatest], whole)


def _sums(line: Line, side: Sequence[int], kind: str) -> tuple[list[list[int]], bool]:
    """The ways to add up the rows beside a total, the plainest first, and whether these are all there are."""
    held = [one for one in side if line.kinds.get(one) != "part"]
    several = [one for one in held if line.kinds.get(one) == "subtotal"]
    if several and kind == "total":
        return [several, [one for one in held if one not in several]], len(held) == len(side)
    further = _with_more_details(line, side)
    return [held, *further[:_SUMS]], len(further) < _SUMS


def _with_more_details(line: Line, side: Sequence[int]) -> list[list[int]]:
    """What is left to add up if one, two and more rows after a 其中 belong to it without saying so."""
    details = [n for n, one in enumerate(side) if line.kinds.get(one) == "part"]
    ends = [range(at + 1, end + 1) for at, end in pairwise([*details, len(side)])]
    found = []
    for chosen in islice(product(*ends), 1, _SUMS + 1):
        inside = {n for at, end in zip(details, chosen, strict=True) for n in range(at, end)}
        found.append([one for n, one in enumerate(side) if n not in inside])
    return found


def _beside(line: Line, place: int, step: int, kind: str) -> list[int]:
    """The places next to a total without a gap, up to the total before; a subtotal ends at a subtotal."""
    ends = ("total",) if kind == "total" else ("total", "subtotal")
    found = []
    at = place + step
    while at in line.places and line.kinds.get(at) not in ends:
        found.append(at)
        at += step
    return sorted(found)


def _held_against(line: Line, places: Sequence[int], whole: Datum) -> Finding | None:
    parts = [line.amounts[one] for one in places if one in line.amounts]
    if len(parts) < 2 or not all(_alike(part, whole, line) for part in parts):
        return None
    every, outer = _equal(parts, whole), _equal(_without_details(parts), whole)
    return outer if every and every.verdict == "contradicted" and outer else every


def _equal(parts: Sequence[Datum], whole: Datum) -> Finding | None:
    formula = " + ".join(f"{{{number}}}" for number in range(len(parts)))
    return equality(_RULE, formula, parts, total, whole)


def _without_details(parts: list[Datum]) -> list[Datum]:
    """The parts without those that make up the one above them (工业, then 采矿业, 制造业, 电力业)."""
    kept: list[Datum] = []
    at = 0
    while at < len(parts):
        kept.append(parts[at])
        inner = next(
            (
                end
                for end in range(at + 3, len(parts) + 1)
                if may_equal(total([solid(one) for one in parts[at + 1 : end]]), solid(parts[at]))
            ),
            at + 1,
        )
        at = inner
    return kept if len(kept) > 1 else parts


def _only_most(parts: Sequence[Datum], whole: Datum) -> Finding:
    """That these are no more than the whole; that they are less says nothing."""
    most = at_most(_RULE, parts, whole)
    if most.verdict == "contradicted":
        return most
    return replace(most, verdict="not_checkable", why="parts_missing")


def _alike(part: Datum, whole: Datum, line: Line) -> bool:
    """Whether a part is measured as its whole: unit and modality, and down a column the time too."""
    one, other = part.fact, whole.fact
    same_time = line.across or one.period == other.period
    return one.unit == other.unit and one.modality == other.modality and same_time


RULE = Rule(_RULE, "表中合计＝各项之和", "the rows or columns of a table add up to its total", find)
