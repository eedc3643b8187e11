"""The index of outside firms: whom a node may mean, who knows whom, and a file that is no index."""

from pathlib import Path

import pytest

from bulian.chain.catalogue import shipped_chains
from bulian.chain.retrieve import Index, index_of
from bulian.plan.firm_index import OutsideFirm, every_firm, firm_named, linked, nearest, stamp_of, write_index

FIRMS = (
    OutsideFirm(
        "甲光学有限公司", {"scope": "光学镜头制造", "customers": "乙集团、丙公司"}, "a!2", "2026", False
    ),
    OutsideFirm("丁商贸有限公司", {"scope": "日用百货销售；各类光学镜头销售"}, "a!3", None, False),
    OutsideFirm("戊百货有限公司", {"scope": "服装零售"}, "a!4", None, True),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(shipped_chains())


@pytest.fixture
def path(tmp_path: Path, index: Index) -> Path:
    made = tmp_path / "outside.db"
    assert write_index(made, FIRMS, index, "s1") == 3
    return made


def node_of(word: str) -> tuple[str, str]:
    return next(
        (chain.id, node.id)
        for chain in shipped_chains()
        for node in chain.nodes
        if word in (node.name.zh, *node.words)
    )


def test_the_nearest_first_and_nobody_else(path: Path) -> None:
    found = nearest(path, *node_of("光学镜头"), 10)
    assert [one.name for one in found] == ["甲光学有限公司", "丁商贸有限公司"]
    assert found[0] == FIRMS[0]
    assert nearest(path, *node_of("光学镜头"), 1) == found[:1]


def test_links_run_both_ways(path: Path) -> None:
    for asked in ("乙集团", "甲光学有限公司"):
        assert ("甲光学有限公司", "customer", "乙集团") in {
            (firm.name, kind, other) for firm, kind, other in linked(path, [asked], 10)
        }
    assert linked(path, ["丁商贸有限公司", "无名"], 10) == []
    assert len(linked(path, ["甲光学有限公司"], 1)) == 1


def test_it_says_what_it_was_made_from_and_holds_all(path: Path, tmp_path: Path) -> None:
    assert stamp_of(path) == "s1"
    assert list(every_firm(path)) == list(FIRMS)
    assert firm_named(path, "戊百货有限公司") == FIRMS[2]
    assert firm_named(path, "无名") is None
    torn = tmp_path / "torn.db"
    torn.write_bytes(path.read_bytes()[:100] + b"?" * 2000)
    assert stamp_of(torn) is None
    assert stamp_of(tmp_path / "none.db") is None
