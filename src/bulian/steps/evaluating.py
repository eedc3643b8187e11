"""Apply an official method to a firm, cluster or district; keep what people attest of its clauses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bulian.assess.datum import Datum, data_in_force, in_force
from bulian.assess.evaluate.clauses import tests_of
from bulian.assess.evaluate.evaluation import Evaluation, Rival
from bulian.assess.evaluate.evaluation import compare as compare_known
from bulian.assess.evaluate.evaluation import evaluate as evaluate_known
from bulian.assess.evaluate.readings import Known, Word, by_subject, known
from bulian.assess.firms.firm import Book
from bulian.assess.ladder import titles_on
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.opening import read_ledger
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.model.fact import Event, Fact, Observation, Relation
from bulian.resolve.identities import Identities
from bulian.steps.gathering import book_of
from bulian.steps.identifying import identities_in
from bulian.vocab.template import AllOf, AnyOf, Line, Part, Template
from bulian.vocab.templates import templates

BOOK = "evaluations"
_KINDS = {"firm": ("firm",), "cluster": ("cluster", "chain", "industry"), "park": ("park",), "district": ()}
_CHAINS = ("cluster", "chain", "industry")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What came of a method: one evaluation a subject, and the order of subjects where peers were named."""

    template: Template
    evaluations: tuple[Evaluation, ...]
    seen: Seen
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a workspace knows, gathered once for all subjects."""

    names: Identities
    seen: Seen
    data: tuple[Datum, ...]
    of: Mapping[str, tuple[Datum, ...]]
    titles: dict[str, dict[str, tuple[str, ...]]]
    book: Book
    words: dict[tuple[str, str], dict[str, Word]]
    clusters: tuple[tuple[str, str], ...]


def methods(workspace: Workspace | None = None) -> tuple[Template, ...]:
    """Every method there is, the workspace's own variants in the place of shipped ones, by key.

    Raises:
        VocabularyError: a template does not fit; names file and line.
    """
    own = workspace.root / "templates" if workspace else None
    return tuple(sorted(templates(own).values(), key=lambda one: one.key))


def evaluate(
    workspace: Workspace,
    template: str,
    *,
    subject: str | None = None,
    year: int | None = None,
    peers: Sequence[str] = (),
    scope: Scope = NOW,
) -> Evaluated:
    """Apply a method: pass, fail or unknown for each clause, points for each criterion.

    Args:
        template: its key. subject: a firm, cluster or place by any of its names; None: the district, or every
            firm, cluster or park of which a number the method asks for is known.
        year: the year assessed; None: for each subject the newest of which the method's numbers are known.
        peers: further subjects to rank beside `subject`; only for a method scored by goalposts.
        scope: as of which day, and whether only what is public.

    Raises:
        BadRequest: no such method, nothing is known of the subject, or peers cannot be ranked by it.
        VocabularyError: a template does not fit. LedgerError: the workspace was not built yet.
    """
    method = _method(workspace, template)
    ground = _ground(workspace, scope)
    asked = _subjects(method, ground, workspace, subject)
    if peers:
        return _beside(method, ground, [*asked, *(_whoever(ground, one) for one in peers)], year)
    evaluations = tuple(_one(method, ground, one, year) for one in asked)
    return Evaluated(method, evaluations, ground.seen)


def evaluate_all(
    workspace: Workspace, *, scope: Scope = NOW
) -> tuple[tuple[Template, tuple[Evaluation, ...], BadRequest | None], ...]:
    """Every method applied to all of whom its numbers are known; with the reason where that is nobody.

    Raises:
        VocabularyError: a template does not fit. LedgerError: the workspace was not built yet.
    """
    ground = _ground(workspace, scope)
    found: list[tuple[Template, tuple[Evaluation, ...], BadRequest | None]] = []
    for method in methods(workspace):
        try:
            asked = _subjects(method, ground, workspace, None)
            found.append((method, tuple(_one(method, ground, one, None) for one in asked), None))
        except BadRequest as error:
            found.append((method, (), error))
    return tuple(found)


def attest(
    workspace: Workspace,
    template: str,
    clause: str,
    *,
    subject: str,
    holds: bool,
    by: str,
    why: str,
    now: str,
) -> Word:
    """Enter in the journal that a clause holds of a subject, or does not; `why` names the evidence seen.

    The last word counts; all stay in the journal.

    Raises:
        BadRequest: no such method or clause. JournalError: nobody signed it, or it names no evidence.
    """
    method = _method(workspace, template)
    keys = [part.key for part in _parts(method.clauses) if not isinstance(part.test, AllOf | AnyOf)]
    if clause not in keys:
        raise BadRequest(
            f"{template} has no clause {clause!r} to attest. There are: {', '.join(keys)}.",
            f"{template} 没有可以确认的条款“{clause}”。可用的有：{'、'.join(keys)}。",
        )
    if not by.strip() or not why.strip():
        raise JournalError(
            "A word needs the name of who gives it and the evidence seen.", "确认须写明是谁、看到了什么证据。"
        )
    with read_ledger(workspace.ledger) as ledger:
        whose = identities_in(ledger, workspace.name).name_of(subject)
    word = Word(holds, by, now, why)
    signing.append(
        workspace.journal,
        BOOK,
        {
            "at": now,
            "by": by,
            "why": why,
            "template": template,
            "subject": whose,
            "clause": clause,
            "holds": holds,
        },
    )
    return word


def _method(workspace: Workspace, key: str) -> Template:
    found = {one.key: one for one in methods(workspace)}
    if key not in found:
        raise BadRequest(
            f"There is no method {key!r}. There are: {', '.join(found)}.",
            f"没有方法“{key}”。可用的有：{'、'.join(found)}。",
        )
    return found[key]


def _ground(workspace: Workspace, scope: Scope) -> _Ground:
    with read_ledger(workspace.ledger) as ledger:
        shown = seen(ledger, scope)
        names = identities_in(ledger, workspace.name)
        book = book_of(ledger, shown, names)
    designated = [
        (names.name_of(fact.head), fact.tail, fact.id)
        for fact in (one.fact for one in shown.facts if in_force(one))
        if isinstance(fact, Relation) and fact.type == "designated"
    ]
    words: dict[tuple[str, str], dict[str, Word]] = {}
    for entry in signing.read(workspace.journal, BOOK):
        act = entry.act
        about = words.setdefault((act["template"], names.name_of(act["subject"])), {})
        about[act["clause"]] = Word(act["holds"], act["by"], act["at"], act["why"])
    data = data_in_force(shown.facts, names)
    of: dict[str, list[Datum]] = {}
    for datum in data:
        if datum.subject:
            of.setdefault(datum.subject, []).append(datum)
    mine = {subject: tuple(several) for subject, several in of.items()}
    clusters = _clusters(shown, names)
    return _Ground(names, shown, data, mine, by_subject(designated), book, words, clusters)


def _subjects(method: Template, ground: _Ground, workspace: Workspace, subject: str | None) -> list[str]:
    if subject is not None:
        return [_whoever(ground, subject)]
    if method.applies_to == "district":
        return [ground.names.name_of(workspace.name)]
    wanted, kinds = _indicators(method), _KINDS[method.applies_to]
    found = {
        datum.subject
        for datum in ground.data
        if datum.subject and datum.indicator in wanted and _kind(ground, datum.subject) in kinds
    }
    if not found:
        raise BadRequest(
            f"No {method.applies_to} has a number that {method.key} asks for. Bring a table of them, or name "
            "one with --subject.",
            f"没有一个{_ZH[method.applies_to]}有“{method.zh}”要的数。请放进相应的表，或用 --subject 指明。",
        )
    return sorted(found)


def _whoever(ground: _Ground, name: str) -> str:
    if ground.names.entity(name) is None:
        raise BadRequest(
            f"Nothing in the ledger is about {name!r}. bulian facts --subject NAME shows what is.",
            f"账本里没有关于“{name}”的内容。用 bulian facts --subject 名称 看看有什么。",
        )
    return ground.names.name_of(name)


_ZH = {"firm": "企业", "cluster": "集群", "park": "园区", "district": "区"}


def _kind(ground: _Ground, subject: str) -> str:
    entity = ground.names.entity(subject)
    return entity.kind if entity else "other"


def _known(method: Template, ground: _Ground, subject: str) -> Known:
    return known(
        subject, ground.of.get(subject, ()), ground.titles.get(subject, {}),
        ground.words.get((method.key, subject), {}),
    )  # fmt: skip


def _one(method: Template, ground: _Ground, subject: str, year: int | None) -> Evaluation:
    about = _known(method, ground, subject)
    assessed = year or _newest(method, about, ground)
    if subject in ground.book:
        about = replace(about, titles=titles_on(ground.book[subject], f"{assessed}-12-31"))
    return evaluate_known(method, about, assessed, ground.clusters)


def _beside(method: Template, ground: _Ground, subjects: list[str], year: int | None) -> Evaluated:
    if method.scoring != "goalposts":
        raise BadRequest(
            f"{method.key} gives no points that peers could be ranked by.",
            f"“{method.zh}”没有可以排位的分数，不能与别区并列。",
        )
    several = [_known(method, ground, one) for one in dict.fromkeys(subjects)]
    common = year or max(_newest(method, one, ground) for one in several)
    rivals = compare_known(method, several, common)
    return Evaluated(method, tuple(one.evaluation for one in rivals), ground.seen, rivals)


def _newest(method: Template, about: Known, ground: _Ground) -> int:
    wanted = _indicators(method)
    years = [year for name, _, year in about.data if name in wanted] or list(about.years)
    if not years:
        years = [datum.days[1].year for datum in ground.data if datum.days and not datum.ahead]
    if not years:
        raise BadRequest(
            "The ledger holds no dated number, so there is no year to assess. Name one with --year.",
            "账本里没有带日期的数，定不出评价年份。请用 --year 指明。",
        )
    return max(years)


def _indicators(method: Template) -> frozenset[str]:
    lines = [part.test.quantity for part in _parts(method.clauses) if isinstance(part.test, Line)]
    asked = [*lines, *(one.quantity for one in method.criteria if one.quantity)]
    return frozenset(name for one in asked for name in (*one.names, *one.over))


def _parts(parts: Iterable[Part]) -> Iterable[Part]:
    for part in parts:
        yield part
        yield from _parts(tests_of(part.test))


def _clusters(shown: Seen, names: Identities) -> tuple[tuple[str, str], ...]:
    """The district's clusters, chains and industries, each with the first fact that names it."""
    found: dict[str, str] = {}
    for one in filter(in_force, shown.facts):
        for name in _named(one.fact):
            entity = names.entity(name)
            if entity and entity.kind in _CHAINS:
                found.setdefault(entity.name, one.fact.id)
    return tuple(sorted(found.items()))


def _named(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Relation():
            return (fact.head, fact.tail)
        case Event():
            return fact.participants
        case Observation():
            return (fact.subject,) if fact.subject else ()
        case _:
            return (fact.subject,) if fact.subject else ()
