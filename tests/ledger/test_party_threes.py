"""A part of a name is found by threes of its characters exactly where it stands in the name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.ledger.handle import Ledger
from bulian.ledger.migrate import steps
from bulian.ledger.opening import open_ledger, read_ledger
from bulian.ledger.query import FactQuery, facts
from tests.ledger.making import build, number, opened, reading, text_document

LETTERS = "体外诊断aAbß\"'%_*（）-0𠮷"


def named(workspace: Path, names: set[str]) -> None:
    paper = text_document("甲.txt", "".join(f"企业{at}家，" for at in range(len(names))))
    found = [number(paper, f"企业{at}家", f"{at}家", subject=name) for at, name in enumerate(sorted(names))]
    build(workspace, {paper.name: (paper, reading(*found))})


@given(
    st.sets(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=6),
    st.lists(st.text(LETTERS, min_size=1, max_size=5), max_size=4),
    st.data(),
)
def test_threes_find_what_a_look_at_every_name_would(
    tmp_path_factory: pytest.TempPathFactory, names: set[str], parts: list[str], data: st.DataObject
) -> None:
    workspace = tmp_path_factory.mktemp("threes")
    named(workspace, names)
    name = data.draw(st.sampled_from(sorted(names)))
    start = data.draw(st.integers(0, len(name) - 1))
    with opened(workspace) as ledger:
        for part in (*parts, name[start:], name):
            found = {one.fact.subject for one in facts(ledger, FactQuery(subject=part))}  # type: ignore[union-attr]
            assert found == {one for one in names if part in one}, part


def test_a_ledger_from_the_version_before_is_brought_up(tmp_path: Path) -> None:
    named(tmp_path, {"乙药业有限公司"})
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for what in ("trigger party_added", "table party_threes"):
            ledger.connection.execute(f"drop {what}")
        ledger.connection.execute("pragma user_version = 2")
    assert len(steps()) >= 3
    with open_ledger(tmp_path / "ledger.db", upgrade=True):
        pass
    with read_ledger(tmp_path / "ledger.db") as ledger:
        assert count(ledger) == 1


def count(ledger: Ledger) -> int:
    return len(facts(ledger, FactQuery(subject="药业有")))
