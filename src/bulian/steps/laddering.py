"""Ask for the ladder of firms: who stands where, until when, and who is one criterion short."""

from dataclasses import dataclass

from bulian.assess.datum import data_in_force
from bulian.assess.evaluate.readings import Known, known
from bulian.assess.firms.firm import Firm
from bulian.assess.ladder import Held, OneShort, SizeStanding, one_short, size, titles
from bulian.corpus.workspace import Workspace
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope
from bulian.steps.gathering import Ground, ground
from bulian.vocab.ladder import Rung, rungs
from bulian.vocab.template import Template
from bulian.vocab.templates import templates


@dataclass(frozen=True, slots=True)
class RungView:
    """A rung: who holds it on the day, whose title has run out, whose dates nobody tells, who is one short.

    `method` is the method that tells who is one short: the newest in force on the day, else the last there
    was; None where the rung has none. `at_least_one` are those who fail one clause while others are unknown.
    """

    rung: Rung
    in_force: tuple[Held, ...]
    expired: tuple[Held, ...]
    undated: tuple[Held, ...]
    one_short: tuple[OneShort, ...]
    at_least_one: tuple[OneShort, ...]
    method: Template | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder on a day.

    Attributes:
        sizes: every firm held against the line of its industry in `ground.year`.
    """

    ground: Ground
    day: str
    sizes: tuple[SizeStanding, ...]
    rungs: tuple[RungView, ...]


def ladder(workspace: Workspace, *, year: int | None = None, scope: Scope = NOW, now: str) -> Ladder:
    """The firms on each rung on the day of `now`, or of the scope, from the foot up.

    Args:
        year: whose numbers are held against lines and clauses; None: the newest of which revenue is known.

    Raises:
        BadRequest: a date is malformed. LedgerError: not built yet.
    """
    base = ground(workspace, year=year, scope=scope, now=now)
    asked = scope.as_of or scope.known_on
    day = last_day(asked) if asked else now[:10]
    methods = templates(workspace.root / "templates")
    held = [one for firm in base.book.values() for one in titles(firm)]
    told = _known(base, held, day)
    views = tuple(
        _view(base, rung, [one for one in held if one.rung == rung], day, (_method(rung, methods, day), told))
        for rung in rungs()
        if not rung.sized
    )
    return Ladder(base, day, tuple(size(firm, base.year) for firm in base.book.values()), views)


def _method(rung: Rung, methods: dict[str, Template], day: str) -> Template | None:
    there = [methods[key] for key in rung.methods if key in methods]
    return next((one for one in reversed(there) if one.holds_on(day)), there[-1] if there else None)


def _known(base: Ground, held: list[Held], day: str) -> dict[str, Known]:
    data = data_in_force(base.seen.facts, base.names)
    by_firm: dict[str, list] = {}  # type: ignore[type-arg]
    for datum in data:
        if datum.subject in base.book:
            by_firm.setdefault(str(datum.subject), []).append(datum)
    titled: dict[str, dict[str, tuple[str, ...]]] = {}
    for one in held:
        if one.standing(day) in ("in_force", "undated"):
            titled.setdefault(one.firm.name, {})[one.says] = one.facts
    return {name: known(name, several, titled.get(name, {}), {}) for name, several in by_firm.items()}


def _view(
    base: Ground, rung: Rung, held: list[Held], day: str, method: tuple[Template | None, dict[str, Known]]
) -> RungView:
    by_standing: dict[str, list[Held]] = {"in_force": [], "expired": [], "undated": []}
    for one in sorted(held, key=lambda one: (one.firm.name, one.since or "")):
        if standing := one.standing(day):
            by_standing[standing].append(one)
    holds = {one.firm.name for key in ("in_force", "undated") for one in by_standing[key]}
    template, told = method
    short = one_short(_without(base, holds), rung, template, told, base.year) if template else ()
    return RungView(
        rung, tuple(by_standing["in_force"]), tuple(by_standing["expired"]), tuple(by_standing["undated"]),
        tuple(one for one in short if one.sure), tuple(one for one in short if not one.sure), template,
    )  # fmt: skip


def _without(base: Ground, holds: set[str]) -> list[Firm]:
    """The firms that are there and do not hold a rung."""
    return [
        firm
        for name, firm in base.book.items()
        if name not in holds and firm.there_in(base.year) is not False
    ]
