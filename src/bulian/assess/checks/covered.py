"""分项目标覆盖多少: what parts ahead cover of a total ahead, and what stays open; never a false total."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bulian.assess.comparing import at_most
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule
from bulian.assess.statements import Statements
from bulian.extract.fold import fold
from bulian.vocab.words import word_list

_Told = dict[str, Datum]


def find(statements: Statements) -> Iterator[Finding]:
    """For every amount ahead of a subject whose parts, by the documents, have amounts ahead of the same time.

    Undated parts and classes (百亿级) are left out and named: nothing says that they fall due then, or how
    much they are. A part of a part is counted within it.
    Where the parts are measured otherwise than the whole (规模 and 总产值) the two are not comparable.
    """
    above = _above(statements)
    if not above:
        return
    by_time, undated = _ahead(statements)
    for told in by_time.values():
        for subject, parts in _parts(told, above).items():
            left_out = [datum for datum in undated if subject in (datum.subject, *_over(datum, above))]
            yield _finding(parts, told[subject], left_out)


def _ahead(statements: Statements) -> tuple[dict[tuple[str, bool, str], _Told], list[Datum]]:
    """Amounts ahead by time and unit, one a subject; and those that are undated or only a class."""
    by_time: dict[tuple[str, bool, str], _Told] = defaultdict(dict)
    left_out = [datum for datum in statements.classes if datum.ahead]
    for frame, name, datum in statements.of_kind("level"):
        if not (datum.ahead and frame.subject and name.endswith(word_list("scale_names.csv"))):
            continue
        if frame.time:
            by_time[frame.time, frame.synthetic, datum.fact.unit].setdefault(frame.subject, datum)
        else:
            left_out.append(datum)
    return by_time, left_out


def _parts(told: _Told, above: Mapping[str, set[str]]) -> dict[str, list[Datum]]:
    """Under each subject its parts, without those that belong to another of its parts."""
    found: dict[str, list[Datum]] = defaultdict(list)
    for subject, datum in told.items():
        over = _over(datum, above) & told.keys()
        for whole in over - {subject}:
            if not any(whole in _over(told[other], above) for other in over):
                found[whole].append(datum)
    return found


def _above(statements: Statements) -> dict[str, set[str]]:
    """All that a name belongs to, through every step, by the relations that documents state."""
    direct: dict[str, set[str]] = defaultdict(set)
    for relation in statements.relations:
        if relation.type in ("part_of", "member_of") and relation.head != relation.tail:
            direct[relation.head].add(relation.tail)
    return {_bare(name): _reached(name, direct) for name in direct}


def _over(datum: Datum, above: Mapping[str, set[str]]) -> set[str]:
    """All that the subject of a number belongs to."""
    return above.get(_bare(datum.subject or ""), set())


def _bare(name: str) -> str:
    """食品工业产业 is 食品工业, named with its kind."""
    return name.removesuffix("产业") or name


def _reached(name: str, direct: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        fresh = direct.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting += fresh
    return seen - {name}


def _finding(parts: list[Datum], whole: Datum, left_out: list[Datum]) -> Finding:
    most = at_most("covered", parts, whole)
    alike = all(part.indicator == whole.indicator for part in parts)
    if alike and most.verdict == "contradicted":
        return most
    return replace(
        most,
        verdict="not_checkable" if alike else "not_comparable",
        smallest=(),
        why="parts_missing" if alike else "definition",
        missing=tuple(f"{datum.subject}{fold(datum.fact.surface)}" for datum in left_out),
    )


RULE = Rule("covered", "分项目标覆盖总目标多少", "what parts ahead cover of a total ahead", find)
