"""Ask the ledger: which facts, from where, how things stand; and enter what a person judges."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bulian.corpus.workspace import Workspace, leftovers, list_sources
from bulian.errors import BadRequest
from bulian.extract.fold import fold
from bulian.ledger import judging, query
from bulian.ledger.counts import count_by_kind
from bulian.ledger.handle import Ledger
from bulian.ledger.judging import Orphan
from bulian.ledger.opening import open_ledger, read_ledger
from bulian.ledger.readers import Notice, read_otherwise
from bulian.ledger.runs import Changes, changes, runs
from bulian.ledger.scope import NOW, Scope, Seen, is_public, seen, unsigned
from bulian.ledger.sources import columns, document, headers_changed, sources
from bulian.ledger.storing import Quarantined, known, quarantined
from bulian.model.document import Document
from bulian.model.fact import Value, value_of
from bulian.model.reading import Column
from bulian.model.stored import Judgement, Source, Sourced, Verdict
from bulian.steps.building import inventory

_KINDS = ("observation", "relation", "event", "statement")
_MODALITIES = ("actual", "forecast", "target", "plan", "capacity")
_VERDICTS = ("accept", "correct", "reject", "withdraw")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: the fact, its document as read, and the judgements on it, oldest first."""

    sourced: Sourced
    document: Document
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class TableNotes:
    """What a document's tables leave to a person: columns nobody understood, and headers that changed."""

    name: str
    unread: tuple[Column, ...]
    changed: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How a workspace stands.

    Attributes:
        sources: the documents in force. kinds: how many facts of each kind are.
        added, changed, gone: names that differ from what the ledger read; `build` catches up.
        last: what the last build that changed something did; None before the first.
        leftovers: files below `sources/` that are never read.
        notices: what else a person should know, as (en, zh): documents that another version's rules read.
    """

    workspace: Workspace
    sources: tuple[Source, ...]
    kinds: dict[str, int]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    last: Changes | None
    quarantined: tuple[Quarantined, ...]
    orphans: tuple[Orphan, ...]
    tables: tuple[TableNotes, ...]
    leftovers: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def facts(
    workspace: Workspace,
    *,
    subject: str | None = None,
    indicator: str | None = None,
    period: str | None = None,
    modality: str | None = None,
    kind: str | None = None,
    as_of: str | None = None,
    known_on: str | None = None,
    public: bool = False,
    include_retired: bool = False,
) -> list[Sourced]:
    """The facts in force that fit, rejected ones left out, ordered by subject, indicator and period.

    Args:
        subject, indicator: a part of the name, in either script.
        period: ISO 8601; facts whose period shares a day with it.
        as_of: only what was published by the end of that day, month or year; a document without a date counts
            from the day it was recorded.
        known_on: only what had been recorded by then.
        public: only what rests on public sources.

    Raises:
        BadRequest: a period or date is malformed, a kind or modality unknown. LedgerError: not built yet.
    """
    asked = fact_query(
        subject=subject, indicator=indicator, period=period, modality=modality, kind=kind,
        include_retired=include_retired,
    )  # fmt: skip
    return list(look(workspace, asked, Scope(as_of, known_on, public)).facts)


def fact_query(
    *,
    subject: str | None = None,
    indicator: str | None = None,
    period: str | None = None,
    modality: str | None = None,
    kind: str | None = None,
    include_retired: bool = False,
) -> query.FactQuery:
    """Which facts, from words as people type them; refuses a kind or modality that there is not."""
    return query.FactQuery(
        subject=fold(subject) if subject else None,
        indicator=fold(indicator) if indicator else None,
        period=period,
        modality=_one_of(modality, _MODALITIES, "--modality"),  # type: ignore[arg-type]  # checked there
        kind=_one_of(kind, _KINDS, "--kind"),
        include_retired=include_retired,
    )


def look(workspace: Workspace, asked: query.FactQuery = query.EVERYTHING, scope: Scope = NOW) -> Seen:
    """The facts that fit within `scope`, and what it leaves out; every verb that shows facts begins so.

    Raises:
        BadRequest: a period or date is malformed. LedgerError: not built yet.
    """
    with read_ledger(workspace.ledger) as ledger:
        return seen(ledger, scope, asked)


def count(workspace: Workspace) -> int:
    """How many facts are in force."""
    with read_ledger(workspace.ledger) as ledger:
        return sum(count_by_kind(ledger).values())


def source(workspace: Workspace, fact_id: str, *, scope: Scope = NOW) -> Place:
    """Where a fact stands, by its id or the beginning of it; also a retired or rejected one.

    With a scope, only a fact within it, with the judgements made until then.

    Raises:
        LedgerError: there is no such fact, or several begin so. BadRequest: it lies outside `scope`.
    """
    with read_ledger(workspace.ledger) as ledger:
        found = query.fact(ledger, fact_id)
        if scope != NOW:
            _refuse_outside(ledger, found, scope)
        read = document(ledger, found.fact.doc)
        made = judging.judgements(ledger, found.fact.id)
        until = query.last_day(scope.known_on) if scope.known_on else None
        told = (unsigned(one) if scope.public else one for one in made)
        return Place(found, read, tuple(one for one in told if until is None or one.at[:10] <= until))


def _refuse_outside(ledger: Ledger, found: Sourced, scope: Scope) -> None:
    if scope.public and not is_public(found.source):
        raise BadRequest(
            f"Fact {found.fact.id} is withheld: its source is {found.source.access}.",
            f"事实 {found.fact.id} 不对外：来源的密级是 {found.source.access}。",
        )
    asked = query.FactQuery(doc=found.fact.doc, include_retired=True, include_rejected=True)
    if all(one.fact.id != found.fact.id for one in seen(ledger, scope, asked).facts):
        raise BadRequest(
            f"Fact {found.fact.id} was not yet published or recorded by that day, or no longer in force.",
            f"到那一天，事实 {found.fact.id} 还没有发布或入账，或者已不生效。",
        )


def judge(
    workspace: Workspace, fact_id: str, *, verdict: str, by: str, why: str, now: str, value: str | None = None
) -> Judgement:
    """Enter in the journal what a person decides of a fact; nothing that was read is changed.

    Args:
        verdict: "accept", "correct" (with `value`, in the fact's own unit; a range as low..high), "reject",
            or "withdraw": then none holds any more.

    Raises:
        BadRequest: an unknown verdict or a value that is no number. LedgerError: there is no such fact.
        JournalError: the judgement is unsigned, or lacks what its verdict needs; nothing to withdraw.
    """
    known_verdict: Verdict = _one_of(verdict, _VERDICTS, "verdict")  # type: ignore[assignment]  # checked there
    judgement = Judgement(fact_id, known_verdict, by, now, why, None if value is None else _value(value))
    with open_ledger(workspace.ledger) as ledger:
        return judging.judge(ledger, judgement)


def status(workspace: Workspace) -> Status:
    """How the workspace stands; reads the ledger and looks at `sources/`, changes nothing.

    Raises:
        WorkspaceError: the folder cannot be read. LedgerError: the ledger cannot be opened.
    """
    if not workspace.ledger.exists():
        waiting = tuple(file.name for file in list_sources(workspace))
        return Status(workspace, (), {}, waiting, (), (), None, (), (), (), leftovers(workspace))
    now = inventory(workspace).ingredients
    with read_ledger(workspace.ledger) as ledger:
        before = known(ledger)
        in_force = tuple(one for one in sources(ledger) if one.retired_at is None)
        told = runs(ledger)
        return Status(
            workspace=workspace,
            sources=in_force,
            kinds=count_by_kind(ledger),
            added=tuple(sorted(set(now) - set(before))),
            changed=tuple(sorted(name for name in set(now) & set(before) if now[name] != before[name])),
            gone=tuple(sorted(set(before) - set(now))),
            last=changes(ledger, told[-1].run) if told else None,
            quarantined=tuple(quarantined(ledger)),
            orphans=tuple(judging.orphans(ledger)),
            tables=tuple(
                TableNotes(
                    one.name,
                    tuple(column for column in columns(ledger, one.doc) if column.role == "unread"),
                    headers_changed(ledger, one.doc),
                )
                for one in in_force
            ),
            leftovers=leftovers(workspace),
            notices=(*ledger.notices, *read_otherwise(ledger)),
        )


def _one_of(given: str | None, choices: tuple[str, ...], option: str) -> str | None:
    if given is None or given in choices:
        return given
    raise BadRequest(
        f"{option} {given!r} is unknown. Choose one of {', '.join(choices)}.",
        f"{option} {given!r} 不认识。可选：{'、'.join(choices)}。",
    )


def _value(text: str) -> Value:
    try:
        value = value_of(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not all(part.is_finite() for part in (value if isinstance(value, tuple) else (value,))):
        raise BadRequest(
            f"--value {text!r} is no number. Write digits in the fact's unit, as 30980000000 or 100..120.",
            f"--value {text!r} 不是数。请按事实的单位写，如 30980000000；区间写 100..120。",
        )
    return value
