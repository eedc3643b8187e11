"""Projects: moved by evidence, and where all of them stand."""

from dataclasses import dataclass, replace
from datetime import date

from bulian.corpus.workspace import Workspace
from bulian.desk import book, registers
from bulian.desk.book import Signed
from bulian.desk.projects.machine import Step, advanced, begun, step_of, told_of
from bulian.desk.projects.proving import proof
from bulian.desk.projects.standing import Funnel, Standing, funnels, standing
from bulian.errors import BadRequest
from bulian.ledger import persons
from bulian.ledger.persons import Person
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope
from bulian.vocab.registers import register
from bulian.vocab.stages import stage


@dataclass(frozen=True, slots=True)
class Projects:
    """Every project on a day.

    Attributes:
        day: the day asked for, ISO 8601. ended: those given up, apart.
        withheld: how many may not leave the house; then nothing else is told.
    """

    day: str
    going: tuple[Standing, ...]
    ended: tuple[Standing, ...]
    funnels: tuple[Funnel, ...]
    persons: tuple[Person, ...]
    withheld: int = 0


def desk_move(
    workspace: Workspace, project: str, to: str, signed: Signed, *, evidence: str | None = None
) -> Step:
    """Move a project to a stage: forward with dated evidence, back with a reason.

    Args:
        evidence: `document:NAME`, `fact:ID`, `payment:ROW` or `visit:ROW`.

    Raises:
        BadRequest: no such project, stage or evidence, the evidence does not show it, or the project was
            given up. JournalError: unsigned, forward without evidence, back without a reason.
    """
    kind, wanted = register("projects"), stage(to)
    row = book.pick(book.all_rows(workspace, kind), kind, project)
    if row.ended:
        raise BadRequest(f"{row.key} was given up on {row.ended[0]}.", f"{row.key}已于 {row.ended[0]} 终止。")
    who = registers.sign(workspace, signed)
    shown, on = proof(workspace, wanted, row, evidence, who.on) if evidence else (None, who.on)
    steps = (begun(row.since), *map(step_of, row.moves))
    step = Step(wanted, on or steps[-1].on, shown, who.by, who.at, who.why)
    advanced(steps, step)
    if not on:
        raise BadRequest(
            "The evidence tells no day. Say on which: “as of” (--on DATE).",
            "依据没有写日期，请写明哪天：“截至”（--on 日期）。",
        )
    book.act_on(workspace, kind, row.key, replace(who, on=on), told_of(step))
    return step


def desk_funnel(workspace: Workspace, *, scope: Scope = NOW, now: str) -> Projects:
    """Where every project stands, on the day of `now` or of the scope.

    Raises:
        BadRequest: a malformed date.
    """
    asked = scope.as_of or scope.known_on
    day = last_day(asked) if asked else now[:10]
    told = {"as_of": scope.as_of or day, "known_on": scope.known_on}
    rows = book.all_rows(workspace, register("projects"), **told)
    if scope.public:
        return Projects(day, (), (), (), (), len(rows))
    payments = registers.rows(workspace, register("payments"), **told)
    found = [standing(row, payments, date.fromisoformat(day)) for row in rows.values()]
    going = tuple(
        sorted((one for one in found if not one.ended), key=lambda one: (-one.stage.place, -one.days))
    )
    gone = tuple(one for one in found if one.ended)
    return Projects(day, going, gone, funnels(found), persons.persons(workspace.root))
