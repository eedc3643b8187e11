"""The ladder of firms (企业梯度): who stands on which rung and until when, and who is one criterion short."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.assess.cluster.scale import point
from bulian.assess.datum import Datum
from bulian.assess.evaluate.clauses import Verdict, judge_part
from bulian.assess.evaluate.readings import Known
from bulian.assess.firms.firm import Firm
from bulian.assess.firms.register import Note
from bulian.model.fact import Event
from bulian.vocab.ladder import Rung, SizeLine, rungs, size_line
from bulian.vocab.template import Template

NEAR = Decimal("0.8")
"""From this share of its line on, a firm is a candidate (升规后备); a convention of ours."""

Standing = Literal["in_force", "expired", "undated"]
Size = Literal["above", "candidate", "below", "unknown"]


@dataclass(frozen=True, slots=True)
class Held:
    """A title that a firm was granted.

    Attributes:
        says: the title as the register or document has it.
        since, until: ISO 8601 as told; `reckoned` says that `until` was counted from the rung's own term.
        place: file, sheet and cell; "" where facts say it.
    """

    firm: Firm
    rung: Rung
    says: str
    since: str | None
    until: str | None
    reckoned: bool
    place: str = ""
    facts: tuple[str, ...] = ()

    def standing(self, day: str) -> Standing | None:
        """Whether it holds on a day; None before it was granted."""
        if self.since is not None and self.since > day:
            return None
        if self.until is not None:
            return "in_force" if day <= self.until else "expired"
        return "undated" if self.since is None or self.rung.lasts else "in_force"


@dataclass(frozen=True, slots=True)
class SizeStanding:
    """A firm held against the line of size of its industry; `number` over `line` is `ratio`.

    "above" says that the line is met, not that the firm was entered in the register.
    """

    firm: Firm
    line: SizeLine | None
    number: Datum | None
    ratio: Decimal | None
    size: Size


@dataclass(frozen=True, slots=True)
class OneShort:
    """A firm that fails one clause of a rung's method and passes the others, but for those `unknown`.

    Only with nothing unknown is it surely one criterion short (只差一条).
    """

    firm: Firm
    rung: Rung
    failing: Verdict
    passed: int
    unknown: tuple[Verdict, ...]

    @property
    def sure(self) -> bool:
        """Every other clause is known to hold."""
        return not self.unknown


def titles(firm: Firm) -> Iterator[Held]:
    """Every title of a firm that the ladder knows, from registers, relations and events."""
    for note, since, until in _registered(firm):
        if rung := _rung(note.text):
            yield _held(firm, rung, (note.text, note.place, ()), since, until)
    for fact in firm.said("designated"):
        if rung := _rung(fact.tail):
            yield _held(firm, rung, (fact.tail, "", (fact.id,)), None, None)
    for one in firm.events:
        if isinstance(one.fact, Event) and one.fact.type == "listed":
            rung = next(rung for rung in rungs() if rung.key == "listed")
            yield _held(firm, rung, (rung.zh, "", (one.fact.id,)), one.fact.date, None)


def titles_on(firm: Firm, day: str) -> dict[str, tuple[str, ...]]:
    """Every title of a firm but for those that had run out by a day, of the ladder or not.

    Each has the facts that tell of it, () where a register does.
    """
    held: dict[str, tuple[str, ...]] = {}
    for fact in firm.said("designated"):
        held[fact.tail] = (*held.get(fact.tail, ()), fact.id)
    for note, since, until in _registered(firm):
        rung = _rung(note.text)
        last = _held(firm, rung, (note.text, note.place, ()), since, until).until if rung else until
        if last is None or last >= day:
            held.setdefault(note.text, ())
    return held


def _registered(firm: Firm) -> Iterator[tuple[Note, str | None, str | None]]:
    """The titles that registers list, each with its first and last day as told."""
    rows: dict[tuple[str, str, int], dict[str, Note]] = {}
    for note in firm.notes:
        rows.setdefault(note.row, {})[note.attribute] = note
    for row in rows.values():
        if "title" in row:
            since, until = (row[key].text if key in row else None for key in ("granted_on", "valid_to"))
            yield row["title"], since, until


def _rung(title: str) -> Rung | None:
    """The rung whose longest word the title holds; 小巨人 goes before the 专精特新 it stands in."""
    found = [(len(word), rung) for rung in rungs() for word in rung.words if word in title]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _held(
    firm: Firm, rung: Rung, told: tuple[str, str, tuple[str, ...]], since: str | None, until: str | None
) -> Held:
    says, place, facts = told
    if until or rung.lasts is None or since is None or not since[:4].isdigit():
        return Held(firm, rung, says, since, until or None, False, place, facts)
    return Held(firm, rung, says, since, f"{int(since[:4]) + rung.lasts}{since[4:]}", True, place, facts)


def size(firm: Firm, year: int) -> SizeStanding:
    """A firm against the line of its industry in a year; unknown without a code, a line or a number."""
    line = size_line(firm.industry.code, year) if firm.industry else None
    number = firm.number("revenue", year)
    if line is None or number is None:
        return SizeStanding(firm, line, number, None, "unknown")
    if not line.at_least:
        return SizeStanding(firm, line, number, None, "above")
    ratio = point(number.value) / line.at_least
    found: Size = "above" if ratio >= 1 else "candidate" if ratio >= NEAR else "below"
    return SizeStanding(firm, line, number, ratio, found)


def one_short(
    firms: Iterable[Firm], rung: Rung, template: Template, known: Mapping[str, Known], year: int
) -> tuple[OneShort, ...]:
    """The firms that are known to fail exactly one clause of the rung's method, the surest first.

    Args:
        firms: those that do not hold the rung. known: what is known of each, by name.
    """
    found = []
    for firm in firms:
        if firm.name not in known:
            continue
        verdicts = [judge_part(clause, known[firm.name], year) for clause in template.clauses]
        failing = [one for one in verdicts if one.outcome == "fail"]
        unknown = tuple(one for one in verdicts if one.outcome == "unknown")
        if len(failing) == 1 and len(unknown) < len(verdicts) - 1:
            passed = len(verdicts) - len(unknown) - 1
            found.append(OneShort(firm, rung, failing[0], passed, unknown))
    return tuple(sorted(found, key=lambda one: (len(one.unknown), not one.failing.candidate, one.firm.name)))
