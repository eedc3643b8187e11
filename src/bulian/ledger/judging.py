"""What people decide of facts: into the journal first, then into the ledger."""

import json
from dataclasses import dataclass, replace

from bulian.errors import JournalError, LedgerError
from bulian.ledger import signing
from bulian.ledger.handle import Ledger, rows
from bulian.ledger.query import fact
from bulian.ledger.replay import JUDGEMENTS, catch_up
from bulian.ledger.signing import names
from bulian.ledger.verdicts import says
from bulian.model.fact import Observation, value_of, value_text
from bulian.model.stored import Judgement


@dataclass(frozen=True, slots=True)
class Orphan:
    """A judgement whose fact is no longer read where it stood, for a person to look at again.

    `line` is its line in the journal; `quote` and `said` are what was judged, `said` its value or words.
    """

    line: int
    judgement: Judgement
    name: str
    quote: str
    said: str


def judge(ledger: Ledger, judgement: Judgement) -> Judgement:
    """Enter a judgement; when this returns it is on the disk. The fact's id may be shortened.

    The last judgement on a fact holds, after a withdrawal none; all stay readable (`judgements`).

    Raises:
        JournalError: nobody signed it, a rejection or withdrawal has no reason, a correction no value or no
            number; there is nothing to withdraw.
        LedgerError: there is no such fact, or its document is gone from `sources/`.
        WorkspaceError: the disk is full or read-only; nothing was entered.
    """
    judged = fact(ledger, judgement.fact_id)
    if judged.source.retired_at is not None:
        raise _gone(judged.source.name, judged.source.retired_at)
    whole = replace(judgement, fact_id=judged.fact.id)
    _check(whole, isinstance(judged.fact, Observation))
    if whole.verdict == "withdraw" and judged.judgement is None:
        raise _none_holds(judged.fact.id)
    act: dict[str, object] = {
        "at": whole.at, "by": whole.by, "verdict": whole.verdict, "why": whole.why, "fact": whole.fact_id,
        "doc": judged.source.doc, "name": judged.source.name, "says": says(judged.fact),
    }  # fmt: skip
    if whole.value is not None:
        act["value"] = value_text(whole.value)
    signing.append(ledger.journal, JUDGEMENTS, act)
    catch_up(ledger)
    return whole


def judgements(ledger: Ledger, fact_id: str) -> list[Judgement]:
    """Every judgement on a fact, oldest first; the last is in force, unless it withdraws those before it."""
    signers = names(ledger.journal)
    return [_judgement(row, signers) for row in rows(ledger, _ON_FACT, (fact(ledger, fact_id).fact.id,))]


def last_line(ledger: Ledger) -> int:
    """The last line of the book of judgements that the ledger has taken over; 0 before the first."""
    return max((int(seq) for (seq,) in rows(ledger, "select max(seq) from judgement") if seq), default=0)


def judged_after(ledger: Ledger, line: int) -> tuple[str, ...]:
    """The ids of the facts for which a judgement was entered after this line of the book."""
    return tuple(str(fact_id) for (fact_id,) in rows(ledger, _AFTER, (line,)))


def in_force(ledger: Ledger) -> list[Judgement]:
    """The judgement that holds for each judged fact whose document lies in `sources/`, the newest first.

    Each names the fact that it holds for now, which is another than the one it was made on where it moved.
    """
    signers = names(ledger.journal)
    return [_judgement(row, signers) for row in rows(ledger, _HELD)]


def orphans(ledger: Ledger) -> list[Orphan]:
    """The judgements that lost their fact while its file still lies in `sources/`, oldest first.

    A judgement on a file that is gone waits with its retired fact and is none, nor is one that was withdrawn.
    """
    signers = names(ledger.journal)
    return [_orphan(row, signers) for row in rows(ledger, _ORPHANED)]


_ON_FACT = """
    select fact_id, verdict, by_whom, at, why, value, seq, name, says from judgement
    where target = (select fact from fact where id = ?)
    order by seq
"""
_AFTER = """
    select distinct fact.id from judgement join fact on fact.fact = judgement.target where seq > ? order by 1
"""
_HELD = """
    select fact.id, verdict, by_whom, at, why, judgement.value
    from judgement
    join fact on fact.fact = judgement.target
    join document on document.document = fact.document
    where verdict <> 'withdraw' and document.retired_run is null
        and seq = (select max(seq) from judgement as last where last.target = judgement.target)
    order by seq desc
"""
_ORPHANED = """
    select fact_id, verdict, by_whom, at, why, value, seq, name, says from judgement
    where target is null and not exists (
        select 1 from judgement as last
        where last.fact_id = judgement.fact_id and last.doc = judgement.doc
            and last.verdict = 'withdraw' and last.seq >= judgement.seq
    ) and exists (
        select 1 from file join document on document.document = file.document
        where file.until_run is null and document.reading is not null
            and (file.name = judgement.name or document.doc = judgement.doc)
    )
    order by seq
"""


def _gone(name: str, since: str) -> LedgerError:
    return LedgerError(
        f"The document of this fact, {name}, is gone from sources/ (found so on {since[:10]}), so there is "
        "nothing to judge. Put it back and build, or judge a fact that is in force.",
        f"这条事实所在的文件 {name} 已不在 sources/ 里（{since[:10]} 发现），没有可判断的内容。"
        "请放回文件再 build，或判断一条现行的事实。",
    )


def _none_holds(fact_id: str) -> JournalError:
    return JournalError(
        f"There is nothing to withdraw: no judgement holds for fact {fact_id}. `bulian source {fact_id}` "
        "shows what was decided of it.",
        f"没有可撤回的：事实 {fact_id} 现在没有生效的判断。`bulian source {fact_id}` 列出对它作过的判断。",
    )


def _check(judgement: Judgement, has_value: bool) -> None:
    if not judgement.by.strip():
        raise JournalError("A judgement needs the name of who made it.", "判断须写明是谁作出的。")
    if judgement.verdict != "accept" and not judgement.why.strip():
        raise JournalError(
            "A correction, rejection or withdrawal needs its reason: it is kept.",
            "更正、否决或撤回须写明理由：理由会一并保存。",
        )
    if (judgement.verdict == "correct") != (judgement.value is not None):
        raise JournalError(
            "A correction, and only a correction, says what the value should be.",
            "更正须写明正确的数值，其他判断不写数值。",
        )
    if judgement.value is not None and not has_value:
        raise JournalError(
            "Only an observation has a value to correct; reject the fact instead.",
            "只有数值事实可以更正；请改为否决。",
        )


def _judgement(row: tuple[str, ...], signers: dict[str, str]) -> Judgement:
    fact_id, verdict, by, at, why, value = row[:6]
    corrected = None if value is None else value_of(value)
    return Judgement(fact_id, verdict, signers.get(by, by), at, why, corrected)  # type: ignore[arg-type]


def _orphan(row: tuple[str, ...], signers: dict[str, str]) -> Orphan:
    told = json.loads(row[8])
    said = [told.get(key) for key in ("value", "unit", "subject", "type", "object", "period")]
    words = " ".join(str(part) for part in said if part is not None)
    return Orphan(int(row[6]), _judgement(row, signers), row[7], told["quote"], words)
