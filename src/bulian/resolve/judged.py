"""What people decided of identities: lines of the journal's book `identities`, none of which is ever changed.

A merge says that two names are one, a split that they are two; an undo takes one of these back. Of several on
one pair the last holds; where two people decided otherwise, the pair is disputed and goes back to the queue.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bulian.errors import JournalError
from bulian.ledger import signing
from bulian.ledger.chain import Entry
from bulian.resolve.folding import plain
from bulian.resolve.matching import Match

BOOK = "identities"
Verdict = Literal["merge", "split"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A merge or split as a person entered it.

    Attributes:
        line: its number in the book. pair: both names as `plain` writes them, in code point order.
        score: what the clues came to at that time, in bits; None where they were not asked.
    """

    line: int
    verdict: Verdict
    pair: Pair
    by: str
    at: str
    why: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The book as it stands.

    Attributes:
        held: by pair, the judgement in force. disputed: by pair, all that stand where people differ.
        taken_back: the lines that an undo took back.
    """

    held: dict[Pair, Judged]
    disputed: dict[Pair, tuple[Judged, ...]]
    taken_back: frozenset[int]
    every: tuple[Judged, ...]

    def among(self, names: Collection[str]) -> "Standing":
        """What of it speaks of these names alone: nothing else may show where little may be shown."""

        def both(pair: Pair) -> bool:
            return pair[0] in names and pair[1] in names

        return Standing(
            held={pair: act for pair, act in self.held.items() if both(pair)},
            disputed={pair: acts for pair, acts in self.disputed.items() if both(pair)},
            taken_back=self.taken_back,
            every=tuple(act for act in self.every if both(act.pair)),
        )


def pair_of(one: str, other: str) -> Pair:
    """Two names as `plain` writes them, in code point order."""
    first, second = sorted((plain(one), plain(other)))
    return first, second


def standing(folder: Path, until: str | None = None) -> Standing:
    """The judgements in the journal at `folder`; empty where nobody decided anything.

    Args:
        until: only those of this day or before, ISO 8601.

    Raises:
        JournalError: a line of the book is no act of it.
    """
    entries = signing.read(folder, BOOK)
    return stand(entry for entry in entries if until is None or str(entry.act.get("at", ""))[:10] <= until)


def stand(entries: Iterable[Entry]) -> Standing:
    """What holds after these lines."""
    acts: dict[int, Judged] = {}
    undone: set[int] = set()
    for entry in entries:
        try:
            if entry.act["verdict"] == "undo":
                undone.add(entry.act["line"])
            else:
                acts[entry.seq] = _judged(entry.seq, entry.act)
        except (KeyError, TypeError, ValueError) as error:
            raise JournalError(
                f"journal/{BOOK}.jsonl, act {entry.seq} cannot be understood ({error}). Did a newer bulian "
                "write it? Then upgrade.",
                f"无法理解 journal/{BOOK}.jsonl 第 {entry.seq} 条记录（{error}）。"
                "如由更新版本的 bulian 写成，请升级。",
            ) from error
    left = [act for line, act in acts.items() if line not in undone]
    by_pair: dict[Pair, list[Judged]] = {}
    for act in left:
        by_pair.setdefault(act.pair, []).append(act)
    return Standing(
        held={pair: several[-1] for pair, several in by_pair.items()},
        disputed={pair: found for pair, several in by_pair.items() if (found := _differing(several))},
        taken_back=frozenset(undone),
        every=tuple(acts.values()),
    )


def enter(folder: Path, verdict: Verdict, found: Match, *, by: str, why: str, at: str) -> Judged:
    """Write a merge or split with its score and clues; when this returns it is on the disk.

    Raises:
        JournalError: nobody signed it, it has no reason, or both names are one already as written.
    """
    _check(by, why)
    pair = pair_of(found.one, found.other)
    if pair[0] == pair[1]:
        raise JournalError(
            f"{found.one} and {found.other} are one name as written; there is nothing to decide.",
            f"“{found.one}”与“{found.other}”写法一致，本是同一个名称，无须判断。",
        )
    clues = [[said.name, said.outcome, said.bits] for said in found.clues]
    act = {
        "at": at, "by": by.strip(), "verdict": verdict, "why": why.strip(),
        "one": pair[0], "other": pair[1], "score": found.score, "clues": clues,
    }  # fmt: skip
    return _judged(signing.append(folder, BOOK, act).seq, act)


def take_back(folder: Path, line: int, *, by: str, why: str, at: str) -> Judged:
    """Undo the judgement of a line; both lines stay.

    Raises:
        JournalError: there is no such line, it was taken back before, or the undo is not signed or reasoned.
    """
    _check(by, why)
    now = standing(folder)
    act = next((one for one in now.every if one.line == line), None)
    if act is None:
        raise JournalError(
            f"journal/{BOOK}.jsonl has no merge or split in line {line}; `bulian review` lists them.",
            f"journal/{BOOK}.jsonl 第 {line} 行没有合并或拆分；`bulian review` 会列出。",
        )
    if line in now.taken_back:
        raise JournalError(f"Line {line} was taken back before.", f"第 {line} 行此前已撤销。")
    signing.append(
        folder, BOOK, {"at": at, "by": by.strip(), "verdict": "undo", "why": why.strip(), "line": line}
    )
    return act


def _differing(several: list[Judged]) -> tuple[Judged, ...]:
    """Each person's last word on a pair, where these differ; () where they agree."""
    last = {act.by: act for act in several}
    return tuple(last.values()) if len({act.verdict for act in last.values()}) > 1 else ()


def _check(by: str, why: str) -> None:
    if not by.strip():
        raise JournalError(
            "A judgement needs the name of who made it (--by).", "判断须写明是谁作出的（--by）。"
        )
    if not why.strip():
        raise JournalError(
            "A judgement needs its reason (--why): it is kept.", "判断须写明理由（--why），会保存。"
        )


def _judged(line: int, act: dict[str, Any]) -> Judged:
    verdict = act["verdict"]
    if verdict not in ("merge", "split"):
        raise ValueError(f"verdict {verdict!r}")
    return Judged(
        line, verdict, pair_of(act["one"], act["other"]), act["by"], act["at"], act["why"], act.get("score")
    )
