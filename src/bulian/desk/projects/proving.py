"""What a person names as evidence of a stage, looked up: a document, a read event, a payment, a visit."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from bulian.corpus.metadata import read_metadata
from bulian.corpus.workspace import Workspace
from bulian.desk import registers
from bulian.desk.book import Row
from bulian.desk.dates import first_of, last_of
from bulian.desk.projects.machine import Evidence
from bulian.errors import BadRequest
from bulian.extract.fold import fold
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import fact
from bulian.model.fact import Event
from bulian.vocab.registers import register
from bulian.vocab.stages import Stage


def proof(workspace: Workspace, stage: Stage, project: Row, typed: str, on: str) -> tuple[Evidence, str]:
    """The evidence as typed, `document:NAME`, `fact:ID`, `payment:ROW` or `visit:ROW`, and the day it tells.

    Args:
        on: the day as a person gave it, ISO 8601; "" where the evidence tells it.

    Raises:
        BadRequest: there is no such thing, it is of something else, or its day is not the one given.
        LedgerError: there is no such fact.
    """
    kind, colon, name = (part.strip() for part in typed.replace("：", ":").partition(":"))
    if not (colon and name and kind in _KINDS):
        raise BadRequest(
            f"{typed!r} is no evidence. Write {', '.join(f'{one}:NAME' for one in _KINDS)}.",
            f"“{typed}”不是证据。请写 {'、'.join(f'{one}:名称' for one in _KINDS)}。",
        )
    evidence, day = _KINDS[kind](workspace, stage, project, name)
    if not (on or day):
        raise BadRequest(
            f"{name} tells no day; say it: --on DATE. Undated is no evidence of a stage.",
            f"{name} 没有日期；请用 --on 写明。没有日期不能证明阶段。",
        )
    # A document speaks of a day before it was published; an event and a payment have their own.
    if (
        on
        and day
        and kind != "document"
        and not (first_of(day) <= first_of(on) <= last_of(on) <= last_of(day))
    ):
        raise BadRequest(
            f"--on {on} is not the day of the evidence, {day}.", f"--on {on} 与证据的日期 {day} 不符。"
        )
    return evidence, on or day


def _document(workspace: Workspace, stage: Stage, project: Row, name: str) -> tuple[Evidence, str]:
    path = _file(workspace, name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Evidence("document", name, f"sha256:{digest}"), read_metadata(path).published_on or ""


def _file(workspace: Workspace, name: str) -> Path:
    """A document below `sources/`, or below `desk/`, where papers lie that nobody wants read for facts."""
    for home in (workspace.sources, workspace.root / "desk"):
        path = home / name
        if path.resolve().is_relative_to(home.resolve()) and path.is_file():
            return path
    raise BadRequest(
        f"There is no file {name!r} below sources/ or desk/. Put the document there, then name it.",
        f"sources/ 和 desk/ 里没有“{name}”。请先把文件放进去，再写它的名字。",
    )


def _fact(workspace: Workspace, stage: Stage, project: Row, name: str) -> tuple[Evidence, str]:
    with read_ledger(workspace.ledger) as ledger:
        found = fact(ledger, name)
    told = found.fact
    if found.judgement and found.judgement.verdict == "reject":
        raise BadRequest(f"Fact {name} was rejected.", f"事实 {name} 已被驳回。")
    if not isinstance(told, Event) or told.type not in stage.events:
        raise BadRequest(
            f"“{told.place.quote}” is no dated event that shows {stage.en}; claims, plans, numbers are none.",
            f"“{told.place.quote}”不是能证明“{stage.zh}”的带日期事件；说法、计划、数字都不算。",
        )
    names = [fold(one) for one in (project.key, project.get("name"), project.get("firm")) if one]
    said = [fold(one) for one in (*told.participants, told.place.quote)]
    if not any(one in other or other in one for one in names for other in said):
        raise BadRequest(
            f"Fact {name} is of {', '.join(told.participants)}, not of {project.key}.",
            f"事实 {name} 说的是{'、'.join(told.participants)}，不是{project.key}。",
        )
    return Evidence("fact", told.id, told.place.quote), told.date


def _payment(workspace: Workspace, stage: Stage, project: Row, name: str) -> tuple[Evidence, str]:
    row = _row(workspace, "payments", name)
    if row.get("project") != project.key:
        raise BadRequest(
            f"Payment {name} is of {row.get('project')}, not of {project.key}.",
            f"到位资金 {name} 属于{row.get('project')}，不是{project.key}。",
        )
    return Evidence("payment", row.key, row.get("proof")), row.get("paid_on")


def _visit(workspace: Workspace, stage: Stage, project: Row, name: str) -> tuple[Evidence, str]:
    row = _row(workspace, "visits", name)
    if not project.get("firm") or row.get("firm") != project.get("firm"):
        raise BadRequest(
            f"Visit {name} was to {row.get('firm')}, not to {project.get('firm') or '?'} of {project.key}.",
            f"走访 {name} 去的是{row.get('firm')}；{project.key}的投资方是{project.get('firm') or '未填'}。",
        )
    return Evidence("visit", row.key, row.get("content")), row.get("visited_on")


def _row(workspace: Workspace, name: str, key: str) -> Row:
    for one in registers.rows(workspace, register(name)):
        if one.key == key:
            return one
    raise BadRequest(
        f"{name} has no row {key!r}; `bulian desk show {name}` lists them.",
        f"“{register(name).zh}”没有“{key}”这一行；`bulian desk show {name}` 列出各行。",
    )


_KINDS: dict[str, Callable[[Workspace, Stage, Row, str], tuple[Evidence, str]]] = {
    "document": _document, "fact": _fact, "payment": _payment, "visit": _visit,
}  # fmt: skip
