"""`ledger.db` is derived: made anew from `sources/` and `journal/` it says the same."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.errors import JournalError, LedgerError
from bulian.ledger import journal, runs
from bulian.ledger.auditing import verify
from bulian.ledger.handle import Ledger
from bulian.ledger.judging import judge, judgements, orphans
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import FactQuery, facts
from bulian.ledger.runs import begin_run, changes, finish_run
from bulian.ledger.runs import runs as all_runs
from bulian.ledger.sources import sources
from bulian.ledger.storing import known, store
from bulian.model.fact import Observation
from bulian.model.stored import Judgement, Verdict
from tests.ledger.making import Lying, build, ingredients_of, number, opened, reading, text_document

LATER = "2030-01-01T00:00:00+08:00"


def paper(name: str, content: int) -> Lying:
    document = text_document(name, f"乙区有企业{content}家，另有项目{content + 1}个")
    firms = number(document, f"企业{content}家", f"{content}家")
    projects = number(document, f"项目{content + 1}个", f"{content + 1}个")
    return {name: (document, reading(firms, projects, published_on=f"202{content}"))}


def told(ledger: Ledger) -> list[object]:
    """All that a ledger says of what still lies in `sources/`, and the history of the rest."""
    every = all_runs(ledger)
    days = [facts(ledger, FactQuery(known_on=run.recorded_at[:10])) for run in every]
    return [
        facts(ledger),
        [[one for one in found if one.source.retired_at is None] for found in days],
        [source for source in sources(ledger) if source.retired_at is None],
        [changes(ledger, run.run) for run in every],
        known(ledger),
        orphans(ledger),
    ]


def anew(workspace: Path, lying: Lying, reader: str) -> list[object]:
    """What the ledger says when it was deleted and built again, by another clock."""
    (workspace / "ledger.db").unlink()
    build(workspace, lying, at=LATER, reader=reader)
    with opened(workspace) as ledger:
        return told(ledger)


def test_a_deleted_ledger_comes_back_with_its_dates_history_and_judgements(tmp_path: Path) -> None:
    lying = paper("a.txt", 1) | paper("b.txt", 2)
    build(tmp_path, lying, at="2026-01-01T00:00:00+08:00")
    lying |= paper("b.txt", 3) | paper("c.txt", 4)
    build(tmp_path, lying, at="2026-01-02T00:00:00+08:00")
    del lying["c.txt"]
    build(tmp_path, lying, at="2026-01-03T00:00:00+08:00")
    build(tmp_path, lying, at="2026-01-04T00:00:00+08:00", reader="2")
    with opened(tmp_path) as ledger:
        first = facts(ledger, FactQuery(doc="a.txt"))[0]
        judge(ledger, Judgement(first.fact.id, "reject", "王", "2026-01-05T00:00:00+08:00", "重复"))
        before = told(ledger)
        assert len(facts(ledger)) == 3
    lines = (tmp_path / "journal" / "builds.jsonl").read_bytes()
    assert anew(tmp_path, lying, "2") == before
    assert (tmp_path / "journal" / "builds.jsonl").read_bytes() == lines
    assert anew(tmp_path, lying, "2") == before
    with opened(tmp_path) as ledger:
        assert changes(ledger, 3).retired == ("c.txt",)
        assert judgements(ledger, first.fact.id)[0].why == "重复"
        assert {source.recorded_at for source in sources(ledger)} == {
            "2026-01-01T00:00:00+08:00",
            "2026-01-02T00:00:00+08:00",
        }


def test_a_file_removed_while_there_was_no_ledger_is_retired_too(tmp_path: Path) -> None:
    lying = paper("a.txt", 1) | paper("b.txt", 2)
    build(tmp_path, lying)
    (tmp_path / "ledger.db").unlink()
    build(tmp_path, paper("a.txt", 1), at=LATER)
    with opened(tmp_path) as ledger:
        assert known(ledger).keys() == {"a.txt"}
        assert changes(ledger, 2).retired == ("b.txt",)
        assert changes(ledger, 2).added == ()


def test_a_build_with_nothing_to_do_leaves_no_line(tmp_path: Path) -> None:
    build(tmp_path, paper("a.txt", 1))
    before = (tmp_path / "journal" / "builds.jsonl").read_bytes()
    build(tmp_path, paper("a.txt", 1), at=LATER)
    assert (tmp_path / "journal" / "builds.jsonl").read_bytes() == before
    with opened(tmp_path) as ledger:
        assert len(all_runs(ledger)) == 1


def test_a_build_killed_before_its_line_is_told_by_the_next_with_its_own_time(tmp_path: Path) -> None:
    document, read = paper("a.txt", 1)["a.txt"]
    with opened(tmp_path) as ledger:
        run = begin_run(ledger, recorded_at="2026-01-01T00:00:00Z", reader="1")
        store(ledger, run, document=document, reading=read, ingredients=ingredients_of(document, "1"))
    build(tmp_path, paper("a.txt", 1), at=LATER)
    assert [entry.act["at"] for entry in journal.read(tmp_path / "journal", "builds")] == [
        "2026-01-01T00:00:00Z"
    ]
    with opened(tmp_path) as ledger:
        assert facts(ledger)[0].source.recorded_at == "2026-01-01T00:00:00Z"


def test_a_build_killed_after_its_line_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, read = paper("a.txt", 1)["a.txt"]
    with opened(tmp_path) as ledger, monkeypatch.context() as patch:
        run = begin_run(ledger, recorded_at="2026-01-01T00:00:00Z", reader="1")
        store(ledger, run, document=document, reading=read, ingredients=ingredients_of(document, "1"))
        patch.setattr(runs, "catch_up", lambda ledger: None)  # the process dies here
        finish_run(ledger, run)
    build(tmp_path, paper("a.txt", 1) | paper("b.txt", 2), at=LATER)
    assert [entry.act["run"] for entry in journal.read(tmp_path / "journal", "builds")] == [1, 2]


def test_a_ledger_older_than_its_journal_catches_up(tmp_path: Path) -> None:
    build(tmp_path, paper("a.txt", 1))
    backup = (tmp_path / "ledger.db").read_bytes()
    lying = paper("a.txt", 2) | paper("b.txt", 3)
    build(tmp_path, lying, at="2026-02-01T00:00:00Z")
    with opened(tmp_path) as ledger:
        expected = told(ledger)
    (tmp_path / "ledger.db").write_bytes(backup)
    with read_ledger(tmp_path / "ledger.db") as ledger:
        assert known(ledger) == {"a.txt": "", "b.txt": ""}
    build(tmp_path, lying, at=LATER)
    with opened(tmp_path) as ledger:
        assert told(ledger) == expected


def test_a_journal_shorter_than_the_ledger_is_refused(tmp_path: Path) -> None:
    build(tmp_path, paper("a.txt", 1))
    kept = {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()}
    build(tmp_path, paper("a.txt", 2))
    for path, content in kept.items():
        path.write_bytes(content)
    with pytest.raises(LedgerError, match="no longer holds all"), opened(tmp_path):
        pass
    (tmp_path / "ledger.db").unlink()
    build(tmp_path, paper("a.txt", 2))
    assert verify(tmp_path / "journal") == []


@pytest.mark.parametrize("more", [0, 1, 2])
@pytest.mark.parametrize("name", ["b.txt", "longer.txt"])
def test_another_journal_than_the_ledgers_is_refused(tmp_path: Path, name: str, more: int) -> None:
    build(tmp_path, paper("a.txt", 1))
    build(tmp_path, paper("a.txt", 2))
    (tmp_path / "other").mkdir()
    for content in range(1, 3 + more):
        build(tmp_path / "other", paper(name, content))
    for path in (tmp_path / "other" / "journal").iterdir():
        (tmp_path / "journal" / path.name).write_bytes(path.read_bytes())
    with pytest.raises(LedgerError, match="no longer holds all"), opened(tmp_path):
        pass


@dataclass
class Naive:
    """The same laws over plain dicts: what lies where, and who was seen when."""

    lying: Lying = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    lay: list[tuple[str, set[str]]] = field(default_factory=list)

    def built(self, at: str) -> None:
        for document, _ in self.lying.values():
            self.seen.setdefault(document.doc, at)
        self.lay.append((at, {document.doc for document, _ in self.lying.values()}))

    def facts(self) -> dict[str, tuple[str, str | None]]:
        """Of each fact in force that nobody rejected: when its document was first seen, and its verdict."""
        return {
            fact.id: (self.seen[document.doc], self.verdicts.get(fact.id))
            for document, read in self.lying.values()
            for fact in read.facts
            if self.verdicts.get(fact.id) != "reject"
        }

    def known_on(self, day: str) -> set[str]:
        """The documents that lay in sources/ at the end of a day."""
        return next((docs for at, docs in reversed(self.lay) if at[:10] <= day), set())


STEPS = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(["a.txt", "b.txt", "甲/c.txt"]), st.integers(1, 4)),
    st.tuples(st.just("remove"), st.sampled_from(["a.txt", "b.txt", "甲/c.txt"]), st.just(0)),
    st.tuples(st.just("build"), st.just(""), st.integers(0, 2)),
    st.tuples(st.just("delete ledger"), st.just(""), st.just(0)),
    st.tuples(st.just("judge"), st.sampled_from(["accept", "reject", "withdraw"]), st.integers(0, 9)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=14))
def test_any_history_agrees_with_plain_dicts(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    workspace, naive = tmp_path_factory.mktemp("workspace"), Naive()
    pending: Lying = {}
    for day, (what, name, how) in enumerate([*steps, ("build", "", 0)], start=1):
        if what == "put":
            pending |= paper(name, how)
        elif what == "remove":
            pending.pop(name, None)
        elif what == "build":
            at = f"2026-01-{day:02}T09:00:00+08:00"
            build(workspace, pending, at=at)
            naive.lying = dict(pending)
            naive.built(at)
        elif what == "delete ledger":
            (workspace / "ledger.db").unlink(missing_ok=True)
            # Nothing is known of facts until the next build; that is its business, not the journal's.
            build(workspace, naive.lying, at=f"2026-01-{day:02}T10:00:00+08:00")
        else:
            _judge(workspace, naive, name, how, day)  # type: ignore[arg-type]  # drawn from the verdicts
    with opened(workspace) as ledger:
        found = {one.fact.id: one for one in facts(ledger)}
        expected = naive.facts()
        assert {
            key: (one.source.recorded_at, one.judgement.verdict if one.judgement else None)
            for key, one in found.items()
        } == expected
        for day in range(1, len(steps) + 3):
            on = f"2026-01-{day:02}"
            asked = FactQuery(known_on=on, include_rejected=True)
            lie = {document.doc for document, _ in naive.lying.values()}
            assert {one.source.doc for one in facts(ledger, asked)} & lie == naive.known_on(on) & lie
        before = told(ledger)
    assert anew(workspace, naive.lying, "1")[0] == before[0]
    assert verify(workspace / "journal") == []


def _judge(workspace: Path, naive: Naive, verdict: Verdict, which: int, day: int) -> None:
    with opened(workspace) as ledger:
        there = facts(ledger, FactQuery(include_rejected=True))
        if not there:
            return
        chosen = there[which % len(there)].fact
        if verdict == "withdraw" and chosen.id not in naive.verdicts:
            with pytest.raises(JournalError, match="nothing to withdraw"):
                judge(ledger, Judgement(chosen.id, "withdraw", "王", f"2026-01-{day:02}", "错"))
            return
        judge(ledger, Judgement(chosen.id, verdict, "王", f"2026-01-{day:02}", "错"))
    if verdict == "withdraw":
        del naive.verdicts[chosen.id]
    else:
        naive.verdicts[chosen.id] = verdict


def test_the_first_name_by_alphabet_gives_the_reading_in_force(tmp_path: Path) -> None:
    one = text_document("a.txt", "企业41家")
    firms = number(one, "企业41家", "41家")
    reads: list[Callable[[], Lying]] = [
        lambda: {"b.txt": (replace(one, name="b.txt"), reading(firms, published_on="2022"))},
        lambda: {"a.txt": (one, reading(replace(firms, period="2020"), published_on="2021"))},
    ]
    for order in (reads, reads[::-1]):
        workspace = tmp_path / str(order is reads)
        workspace.mkdir()
        lying: Lying = {}
        for read in order:
            lying |= read()
            build(workspace, lying)
        with opened(workspace) as ledger:
            (kept,) = facts(ledger)
            assert isinstance(kept.fact, Observation)
            assert (kept.fact.period, kept.source.published_on) == ("2020", "2021")
