"""Watch the quality of development: the set of gauges in force for a year, read from the facts."""

from dataclasses import dataclass, replace

from bulian.assess.datum import data_in_force
from bulian.assess.evaluate.readings import known
from bulian.assess.scorecard import Scorecard, SetChoice, newest
from bulian.assess.scorecard import scorecard as card_of
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.steps.asking import look
from bulian.steps.identifying import identities
from bulian.vocab.scorecards import GaugeSet, gauge_sets

BOOK = "scorecards"
DEFAULT = "quality"


@dataclass(frozen=True, slots=True)
class Monitored:
    """What `scorecard` answers: the card, all the sets there are, and what was left out."""

    card: Scorecard
    sets: tuple[GaugeSet, ...]
    seen: Seen


def scorecard(
    workspace: Workspace, *, key: str | None = None, year: int | None = None, scope: Scope = NOW
) -> Monitored:
    """The district's gauges by dimension, the last five years beside each other.

    Args:
        key: the set; None: the one chosen for the year, else `quality`.
        year: the last year shown; None: the newest of which the set knows anything.

    Raises:
        BadRequest: there is no such set, it is not meant for the year, or nothing dated is known.
        VocabularyError: a set does not fit. LedgerError: the workspace was not built yet.
    """
    sets = gauge_sets(workspace.root / "scorecards")
    seen, who = look(workspace, scope=scope), identities(workspace)
    about = known(who.name_of(workspace.name), data_in_force(seen.facts, who), {}, {})
    chosen = choices(workspace)
    when = year or newest(_named(sets, key or DEFAULT), about)
    if when is None:
        raise BadRequest(
            "No dated number is known that this set watches. Bring a report or name a --year.",
            "本区没有这套指标要看的、带日期的数。请放进报告，或用 --year 指明年份。",
        )
    choice = None if key else chosen.get(when)
    in_force = _named(sets, key or (choice.key if choice else DEFAULT))
    if not in_force.covers(when):
        raise BadRequest(
            f"{in_force.key} is not meant for {when}; it is for {_span(in_force)}.",
            f"{in_force.zh}（{in_force.key}）不适用于 {when} 年，适用年份是 {_span(in_force)}。",
        )
    card = replace(card_of(in_force, about, when), choice=choice)
    return Monitored(card, tuple(sets.values()), seen)


def choices(workspace: Workspace) -> dict[int, SetChoice]:
    """The set that a person put in force, by year; the last word counts."""
    acts = (entry.act for entry in signing.read(workspace.journal, BOOK))
    return {act["year"]: SetChoice(act["year"], act["set"], act["by"], act["at"], act["why"]) for act in acts}


def choose_set(workspace: Workspace, key: str, *, year: int, by: str, why: str, now: str) -> SetChoice:
    """Put a set in force for a year; what was in force before stays in the journal.

    Raises:
        BadRequest: no such set, or it is not meant for the year. JournalError: unsigned or without a reason.
    """
    chosen = _named(gauge_sets(workspace.root / "scorecards"), key)
    if not chosen.covers(year):
        raise BadRequest(
            f"{key} is for {_span(chosen)}, not for {year}.",
            f"{chosen.zh}（{key}）适用于 {_span(chosen)}，不适用于 {year} 年。",
        )
    if not by.strip() or not why.strip():
        raise JournalError(
            "Choosing a set needs --by WHO and --why REASON.", "选用指标体系要写明 --by 谁、--why 理由。"
        )
    choice = SetChoice(year, key, by.strip(), now, why.strip())
    line = {"at": now, "by": choice.by, "set": key, "why": choice.why, "year": year}
    signing.append(workspace.journal, BOOK, line)
    return choice


def _named(sets: dict[str, GaugeSet], key: str) -> GaugeSet:
    if key not in sets:
        raise BadRequest(
            f"There is no set {key!r}. There are: {', '.join(sets)}.",
            f"没有指标体系“{key}”。可用的有：{'、'.join(sets)}。",
        )
    return sets[key]


def _span(one: GaugeSet) -> str:
    return f"{one.first or '…'}—{one.last or '…'}"
