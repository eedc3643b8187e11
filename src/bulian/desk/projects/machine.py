"""The stages of a project as a machine: forward by dated evidence, back only with a recorded reason.

Every project begins as a lead on the day its row was first entered for. A stage may be skipped; it then has
no day of its own. Going back takes back what lay beyond.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from bulian.desk.dates import first_of, last_of
from bulian.errors import BadRequest, JournalError
from bulian.vocab.stages import EvidenceKind, Stage, stage, stages


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that a stage was reached: `ref` names document, fact or row; `says` its words or hash."""

    kind: EvidenceKind
    ref: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A project comes to a stage on a day.

    Attributes:
        on: ISO 8601, as wide as the evidence tells. evidence: None only for a step back, which has `why`.
        line: the line of the journal; 0 before it is entered.
    """

    stage: Stage
    on: str
    evidence: Evidence | None
    by: str = ""
    at: str = ""
    why: str = ""
    line: int = 0


def begun(on: str) -> Step:
    """How every project begins: a lead, on the day of its row."""
    return Step(stages()[0], on, None)


def advanced(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """The steps with one more, if it may be taken.

    Raises:
        BadRequest: it is there already, its day lies before the last step's or after the day of entering, or
            this kind of evidence does not show this stage.
        JournalError: a step forward without evidence, a step back without a reason.
    """
    last = steps[-1]
    if step.stage == last.stage:
        raise BadRequest(
            f"It is at {last.stage.en} since {last.on} already.", f"{last.on} 起已在“{last.stage.zh}”。"
        )
    _refuse_day(last, step)
    if step.stage.place < last.stage.place:
        _refuse_groundless(step)
    else:
        _refuse_unproved(step)
    return (*steps, step)


def reached(steps: Iterable[Step]) -> dict[str, Step]:
    """The stages that are reached, by key, each with its step; what a step back took back is gone."""
    held: dict[str, Step] = {}
    for step in steps:
        held = {key: one for key, one in held.items() if one.stage.place < step.stage.place}
        held[step.stage.key] = step
    return held


def step_of(move: Mapping[str, Any]) -> Step:
    """A step from its act in the journal."""
    told = move.get("evidence")
    evidence = Evidence(cast(EvidenceKind, told["kind"]), told["ref"], told.get("says", "")) if told else None
    return Step(
        stage(move["to"]), move["on"], evidence, move["by"], move["at"], move.get("why", ""),
        int(move.get("line", 0)),
    )  # fmt: skip


def told_of(step: Step) -> dict[str, Any]:
    """What the journal keeps of a step beside who, when and why."""
    if step.evidence is None:
        return {"to": step.stage.key}
    one = step.evidence
    return {"to": step.stage.key, "evidence": {"kind": one.kind, "ref": one.ref, "says": one.says}}


def _refuse_day(last: Step, step: Step) -> None:
    if last_of(step.on) < first_of(last.on):
        raise BadRequest(
            f"{step.on} lies before {last.stage.en} of {last.on}; no stage comes before the one it follows.",
            f"{step.on} 早于 {last.on} 的“{last.stage.zh}”；后一步不会早于前一步。",
        )
    if step.at and first_of(step.on).isoformat() > step.at[:10]:
        raise BadRequest(
            f"{step.on} has not come yet; what is planned is no evidence.",
            f"{step.on} 还没到；计划不是证据。",
        )


def _refuse_groundless(step: Step) -> None:
    if not step.why.strip():
        raise JournalError(
            f"Back to {step.stage.en}: say why, --why REASON. It is kept.",
            f"退回“{step.stage.zh}”：请写明理由 --why 理由，会一并保存。",
        )


def _refuse_unproved(step: Step) -> None:
    wanted = ", ".join(step.stage.evidence)
    if step.evidence is None:
        raise JournalError(
            f"{step.stage.en} is reached by dated evidence: --evidence KIND:NAME, KIND one of {wanted}.",
            f"“{step.stage.zh}”须有带日期的证据：--evidence 种类:名称，种类可为 {wanted}。",
        )
    if step.evidence.kind not in step.stage.evidence:
        raise BadRequest(
            f"A {step.evidence.kind} does not show {step.stage.en}; wanted: {wanted}.",
            f"{step.evidence.kind} 不能证明“{step.stage.zh}”；可用 {wanted}。",
        )
