"""Follow targets: where each stands, how likely it is met, who answers for it; enter what people decide."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bulian.assess.datum import data_in_force, in_force
from bulian.assess.followed import Followed
from bulian.assess.grades import grades
from bulian.assess.nowcast import estimates
from bulian.assess.parts import parts_of
from bulian.assess.responsible import responsible_in
from bulian.assess.sentences import sentence_around
from bulian.assess.series import series
from bulian.assess.target_acts import Acts, acts_of
from bulian.assess.tracking import Circumstances, Tracked, track
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.extract.fold import fold
from bulian.ledger import signing
from bulian.ledger.handle import Ledger
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.ledger.sources import document
from bulian.model.document import Document
from bulian.model.fact import Event, Observation, Relation, Statement
from bulian.model.stored import Sourced
from bulian.resolve.identities import Identities
from bulian.steps.identifying import identities_in

BOOK = "targets"
STATES = ("open", "met", "missed", "close", "past", "reached", "undated", "class")
NOBODY = "none"
_INDUSTRIES = ("industry", "chain", "cluster")
_LONGEST_NAME = 60


def targets(
    workspace: Workspace,
    *,
    now: str,
    subject: str | None = None,
    status: str | None = None,
    owner: str | None = None,
    scope: Scope = NOW,
) -> Followed:
    """Every target, forecast and plan with a number as one object, and the goals that have none.

    Args:
        now: the time of asking, ISO 8601; a deadline before it is over. With `scope.as_of` it is that day.
        subject: a part of the name. status: one of STATES. owner: a part of the name, "none" for no owner.

    Raises:
        BadRequest: an unknown status or a malformed date. LedgerError: the workspace was not built yet.
    """
    if status is not None and status not in STATES:
        raise BadRequest(
            f"--status {status!r} is unknown. Choose one of {', '.join(STATES)}.",
            f"--status {status!r} 不认识。可选：{'、'.join(STATES)}。",
        )
    found = follow(workspace, now=now, scope=scope)
    kept = tuple(
        one for one in found.tracked
        if _is_of(one.key.subject, subject, found.names)
        and (status is None or one.state == status)
        and _is_owned(one, owner)
    )  # fmt: skip
    if status is not None or owner is not None:
        return replace(found, tracked=kept, wishes=(), parts=(), estimates=(), grades=())
    if subject is not None:
        wishes = tuple(one for one in found.wishes if _is_of(_subject(one), subject, found.names))
        return replace(found, tracked=kept, wishes=wishes, parts=(), estimates=())
    return found


def follow(workspace: Workspace, *, now: str, scope: Scope = NOW) -> Followed:
    """Everything that `targets` chooses from."""
    with read_ledger(workspace.ledger) as ledger:
        shown = seen(ledger, scope)
        names = identities_in(ledger, workspace.name)
        texts = _texts(ledger, shown)
    until = last_day(scope.known_on) if scope.known_on else "9999-12-31"
    standing = tuple(one for one in shown.facts if in_force(one))
    data = data_in_force(shown.facts, names)
    about = Circumstances(_today(now, scope), acts_in(workspace, until), _named(standing, texts))
    home = names.name_of(workspace.name)
    several = series(data)
    tracked = sorted(track(several, about), key=lambda one: _order(one, home))
    return Followed(
        tuple(tracked),
        tuple(one for one in standing if isinstance(one.fact, Statement) and one.fact.type == "goal"),
        parts_of([one.datum for one in tracked], home, lambda name: _is_industry(name, names)),
        estimates(several),
        grades(standing, lambda one: sentence_around(texts.get(one.fact.doc), one.fact.place)),
        names, shown,
    )  # fmt: skip


def assign(workspace: Workspace, target: str, *, owner: str, by: str, why: str, now: str) -> Tracked:
    """Enter in the journal who answers for a target; an empty owner takes an earlier one back.

    Raises:
        BadRequest: no such target, or an owner that is no name. JournalError: unsigned, or without a reason.
    """
    name = _owner_name(owner)
    return _enter(workspace, target, {"act": "assign", "owner": name}, by=by, why=why, now=now)


def set_quality(workspace: Workspace, target: str, *, metric: str, by: str, why: str, now: str) -> Tracked:
    """Enter which metric of quality stands beside a target of size; "none" records that none was chosen.

    Raises:
        BadRequest: no such target, or it is no target of size. JournalError: unsigned, or without a reason.
    """
    chosen = None if metric.strip() in ("", NOBODY) else metric.strip()
    if not find(workspace, target, now).is_scale:
        raise BadRequest(
            f"Target {target} is itself no amount, so it needs no metric of quality beside it.",
            f"目标 {target} 本身不是规模指标，不必另配质量指标。",
        )
    return _enter(workspace, target, {"act": "quality", "metric": chosen}, by=by, why=why, now=now)


def find(workspace: Workspace, target: str, now: str, scope: Scope = NOW) -> Tracked:
    """One target by its id or the beginning of it, or by a fact that states it.

    Raises:
        BadRequest: there is none, or several begin so.
    """
    return pick(follow(workspace, now=now, scope=scope), target)


def pick(found: Followed, target: str) -> Tracked:
    """The same among targets at hand."""
    wanted = target.strip()
    fits = [one for one in found.tracked if wanted and one.id.startswith(wanted)] or [
        one for one in found.tracked
        if len(wanted) >= 6 and any(each.id.startswith(wanted) for each in one.vintages)
    ]  # fmt: skip
    if not fits:
        raise BadRequest(
            f"There is no target {target!r}; `bulian targets` lists them with their ids.",
            f"没有编号为“{target}”的目标；`bulian targets` 列出目标及其编号。",
        )
    if len(fits) > 1:
        raise BadRequest(
            f"Several targets begin with {target!r}. Write more of the id.",
            f"有多个目标以“{target}”开头。请多写几位。",
        )
    return fits[0]


def acts_in(workspace: Workspace, until: str = "9999-12-31") -> Acts:
    """What people decided about targets, until the end of a day."""
    entries = signing.read(workspace.journal, BOOK)
    return acts_of(entry.act for entry in entries if str(entry.act["at"])[:10] <= until)


def enter(workspace: Workspace, act: Mapping[str, object], *, by: str, why: str, now: str) -> None:
    """Append a signed act to the book; nothing is entered without a name and a reason."""
    if not by.strip() or not why.strip():
        raise JournalError(
            "A decision about a target needs the name of who made it (--by) and the reason (--why).",
            "关于目标的决定须写明是谁作出的（--by）和理由（--why）。",
        )
    signing.append(workspace.journal, BOOK, {"at": now, "by": by.strip(), "why": why.strip(), **act})


def _enter(
    workspace: Workspace, target: str, act: Mapping[str, object], *, by: str, why: str, now: str
) -> Tracked:
    one = find(workspace, target, now)
    says = {"subject": one.key.subject, "indicator": one.key.indicator, "period": one.datum.fact.period}
    told: dict[str, object] = {"target": one.id, "facts": [each.id for each in one.vintages], "says": says}
    enter(workspace, {**act, **told}, by=by, why=why, now=now)
    return find(workspace, one.id, now)


def _owner_name(owner: str) -> str:
    name = fold(owner).strip()
    wrong = len(name) > _LONGEST_NAME or any(not sign.isprintable() or sign in "，。；,;|" for sign in name)
    if wrong or (name and not any(sign.isalpha() for sign in name)):
        raise BadRequest(
            f"{owner!r} is no owner. Write one body or person, as 区经济信息委; an empty one takes it back.",
            f"“{owner}”不是负责者。请写一个单位或一个人，如 区经济信息委；留空则撤回。",
        )
    return name


def _today(now: str, scope: Scope) -> date:
    return date.fromisoformat(last_day(scope.as_of) if scope.as_of else now[:10])


def _texts(ledger: Ledger, shown: Seen) -> dict[str, Document]:
    """The documents that state a target or tell of an assessment, for what stands beside it."""
    wanted = {one.fact.doc for one in shown.facts if _wants_text(one)}
    return {doc: document(ledger, doc) for doc in sorted(wanted)}


def _wants_text(one: Sourced) -> bool:
    fact = one.fact
    if isinstance(fact, Relation):
        return fact.type == "designated"
    return isinstance(fact, Event) or _is_aim(one)


def _is_aim(one: Sourced) -> bool:
    return isinstance(one.fact, Observation) and one.fact.modality in ("target", "forecast", "plan")


def _named(facts: tuple[Sourced, ...], texts: Mapping[str, Document]) -> dict[str, tuple[str, ...]]:
    """For each target the bodies that its own sentence names as responsible."""
    found = {}
    for one in facts:
        if _is_aim(one):
            sentence = sentence_around(texts.get(one.fact.doc), one.fact.place)
            if names := tuple(each.name for each in responsible_in(sentence)):
                found[one.fact.id] = names
    return found


def _order(one: Tracked, home: str) -> tuple[object, ...]:
    return one.key.synthetic, one.key.subject != home, one.key.subject, one.key.indicator, one.datum.newness


def _is_of(subject: str | None, asked: str | None, names: Identities) -> bool:
    if asked is None:
        return True
    wanted = fold(asked)
    return subject is not None and (wanted in subject or names.name_of(asked) == subject)


def _is_owned(one: Tracked, asked: str | None) -> bool:
    if asked is None:
        return True
    if asked == NOBODY:
        return not one.owners
    return any(fold(asked) in owner.name for owner in one.owners)


def _subject(one: Sourced) -> str | None:
    return one.fact.subject if isinstance(one.fact, Statement) else None


def _is_industry(name: str, names: Identities) -> bool:
    entity = names.entity(name)
    return entity is not None and entity.kind in _INDUSTRIES
