"""Firm tables in a workspace: who is placed, what is missing by them, and what a table must say for that."""

from pathlib import Path

import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError

NOW = "2026-01-31T09:00:00+08:00"
TABLE = "企业名录.csv"
ROWS = """企业名称,行业代码,经营范围,数据性质
甲装备有限公司,3411,余热锅炉制造；货物进出口,
乙机械有限公司,3411,余热锅炉的研发、生产、销售,
丙环保设备有限公司,3591,污泥脱水机制造,
丁商贸有限公司,5179,垃圾焚烧炉销售,
示例一号环保有限公司,3591,飞灰熔融设备制造,合成
"""


def place_with(tmp_path: Path, meta: str) -> Workspace:
    workspace = bulian.init(tmp_path / "区", region="500104")
    (workspace.sources / TABLE).write_text(ROWS, "utf-8")
    (workspace.sources / f"{TABLE}.meta.toml").write_text(meta, "utf-8")
    bulian.build(workspace, now=NOW)
    return workspace


def statuses(workspace: Workspace, now: str = NOW) -> dict[str, str]:
    view = bulian.chain_view(workspace, "waste", now=now)
    return {node: state.status for node, state in view.states.items()}


def test_a_table_that_covers_the_district_tells_present_single_and_missing(tmp_path: Path) -> None:
    workspace = place_with(tmp_path, 'published_on = "2025-12"\ncovers = "500104"\n')
    told = statuses(workspace)
    assert (told["boiler"], told["sludge-e"], told["grate"]) == ("present", "single_source", "missing")
    view = bulian.chain_view(workspace, "waste", now=NOW)
    (searched,) = view.searched
    assert (searched.name, searched.dated) == (TABLE, "2025-12-01")
    (firm,) = view.states["sludge-e"].firms
    assert (firm.firm, firm.area, firm.evidence) == ("丙环保设备有限公司", "district", "register")
    assert "C4" in firm.why[1]


def test_made_up_rows_count_nowhere_and_are_shown_apart(tmp_path: Path) -> None:
    workspace = place_with(tmp_path, 'published_on = "2025-12"\ncovers = "500104"\n')
    view = bulian.chain_view(workspace, "waste", now=NOW)
    assert view.states["ash-e"].status == "missing"
    assert view.illustrated["ash-e"].status == "single_source"


@pytest.mark.parametrize(
    ("meta", "now"),
    [
        ('published_on = "2025-12"\n', NOW),
        ('covers = "500104"\n', NOW),
        ('published_on = "2025-12"\ncovers = "500103"\n', NOW),
        ('published_on = "2025-12"\ncovers = "500104"\n', "2028-01-31T09:00:00+08:00"),
    ],
)
def test_without_cover_day_or_youth_nothing_is_missing(tmp_path: Path, meta: str, now: str) -> None:
    told = statuses(place_with(tmp_path, meta), now)
    assert told["grate"] == "unknown"
    assert "missing" not in told.values()


def test_a_person_may_say_that_a_table_covers_the_district(tmp_path: Path) -> None:
    workspace = place_with(tmp_path, 'published_on = "2025-12"\n')
    bulian.chain_cover(workspace, TABLE, "500104", by="张三", why="市场监管局全量", now=NOW)
    assert statuses(workspace)["grate"] == "missing"


def test_a_correction_stands_against_the_table(tmp_path: Path) -> None:
    workspace = place_with(tmp_path, 'published_on = "2025-12"\ncovers = "500104"\n')
    bulian.chain_edit(
        workspace, "waste", "unplace 丙环保设备有限公司 sludge-e", by="张三", why="已停产", now=NOW
    )
    assert statuses(workspace)["sludge-e"] == "missing"


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    workspace = place_with(tmp_path, "")
    with pytest.raises(BadRequest, match=TABLE):
        bulian.chain_place(workspace, table="没有.csv")
    with pytest.raises(BadRequest, match="999999"):
        bulian.chain_cover(workspace, TABLE, "999999", by="张三", why="x", now=NOW)
    with pytest.raises(JournalError):
        bulian.chain_cover(workspace, TABLE, "500104", by="", why="", now=NOW)
    with pytest.raises(BadRequest):
        bulian.chain_cover(workspace, None, "500104", by="张三", why="x", now=NOW)
