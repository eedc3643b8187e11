"""The two founding reports, from files to a cited report. They are read where they lie, never kept here."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.model.fact import Observation, fact_row
from bulian.model.place import Span
from tests.shared import GOLD, SCORER, SEEDS, needs_seeds

NOW = "2026-01-31T09:00:00+08:00"
NAMES = {"seed0": "000_c0a7660904309b76.txt", "seed3": "003_bab4f8e620e8fad7.txt"}

pytestmark = needs_seeds


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with both reports, built."""
    workspace = bulian.init(tmp_path_factory.mktemp("seeds") / "区", region="500104")
    for name in NAMES.values():
        shutil.copy(SEEDS / name, workspace.sources / name)
    bulian.build(workspace, now=NOW)
    return workspace


def test_the_scorer_finds_the_numbers(place: Workspace, tmp_path: Path) -> None:
    for doc, name in NAMES.items():
        rows = [fact_row(one.fact, name) for one in bulian.facts(place) if one.source.name == name]
        (tmp_path / f"{doc}.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, str(SCORER), str(GOLD), str(tmp_path), "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert scores["value"]["f1"] >= 0.90


def test_every_quote_stands_where_it_says(place: Workspace) -> None:
    texts = {name: (SEEDS / name).read_bytes().decode("utf-8") for name in NAMES.values()}
    seen = 0
    for one in bulian.facts(place):
        for span in (one.fact.place, *one.fact.also):
            assert isinstance(span, Span)
            span.verify(one.source.name, texts[one.source.name])
            seen += 1
    assert seen > 100


def test_a_paragraph_printed_twice_is_one_fact_with_two_places(place: Workspace) -> None:
    """Trap T1: 87 firms, 41 of them, 47.13 %; each counted once."""
    found = {
        one.fact.surface: one.fact
        for one in bulian.facts(place, subject="大渡口")
        if isinstance(one.fact, Observation) and one.fact.surface in ("87家", "41家", "47.13%")
    }
    assert set(found) == {"87家", "41家", "47.13%"}
    assert all(len(fact.also) == 1 for fact in found.values())


def test_the_report_quotes_them(place: Workspace) -> None:
    paper = (
        bulian.report(place, place.out / "简报.md", lang="zh", now=NOW).read_text("utf-8").replace("**", "")
    )
    for printed in ("87家", "41家", "47.13%", "外資企業87家", "港資企業41家", "總數的47.13%"):
        assert printed in paper
