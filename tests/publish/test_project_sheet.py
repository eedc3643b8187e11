"""A project's sheet: what it shows, what it marks as missing, which rules its terms touch."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bulian
from bulian.corpus.workspace import Workspace
from bulian.desk.book import Row, Signed
from bulian.errors import BadRequest
from bulian.publish.project_sheet import Sheet, missing, project_sheet
from bulian.publish.renderers._renderer import plain
from bulian.vocab.fair_competition import fair_competition, flags_in
from bulian.vocab.registers import register

NOW = "2026-11-26T09:00:00+08:00"
TOLD = {
    "name": "镜头基地", "site": "一号地块", "area": "20亩", "total": "1.5亿元", "content": "镜头生产线",
    "chain": "智能视觉", "nodes": "光学镜头、时光机", "terms": "对新办企业给予税收返还",
    "policy": "示例办法", "contact": "王五",
}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    workspace = bulian.init(tmp_path / "丙山区", region="500104", name="丙山区")
    (workspace.sources / "情况.txt").write_text("丙山光学有限公司生产光学镜头。\n", "utf-8")
    bulian.build(workspace, now=NOW)
    bulian.desk_add(workspace, "packages", TOLD, Signed("李", NOW, "2026-06-30"))
    return workspace


def test_the_sheet_says_what_is_known_missing_and_touched(place: Workspace, tmp_path: Path) -> None:
    told = bulian.sheet(place, "镜头基地", tmp_path / "a.md", lang="zh", now=NOW).read_text("utf-8")
    for said in ("1.5亿元", "20亩", "王五", "光学镜头：本区只有一家", "时光机：本区链上没有叫这个名字的环节"):
        assert said in told
    assert "还缺：建设条件、项目定位、合作方式、联系单位、联系电话" in told
    assert "联系电话 | **待补**" in told
    assert "“税收返还”：给特定企业的税收优惠" in told
    assert "desk-packages:1" in told


def test_english_says_where_there_is_chinese_only(place: Workspace, tmp_path: Path) -> None:
    told = bulian.sheet(place, "镜头基地", tmp_path / "a.md", lang="en", now=NOW).read_text("utf-8")
    assert "CNY 150,000,000" in told
    assert "镜头生产线 (in Chinese only)" in told
    assert "to be filled in" in told
    assert "Camera lenses, 时光机 (in Chinese only)" in told
    assert "对新办企业给予税收返还 (in Chinese only)" in told


@pytest.mark.parametrize("ending", [".docx", ".html", ".pdf"])
def test_every_format_is_the_same_twice(place: Workspace, tmp_path: Path, ending: str) -> None:
    first, second = (
        bulian.sheet(place, "镜头基地", tmp_path / f"{name}{ending}", lang="zh", now=NOW).read_bytes()
        for name in "ab"
    )
    assert first == second


def test_refusals(place: Workspace, tmp_path: Path) -> None:
    from bulian.ledger.scope import Scope

    with pytest.raises(BadRequest):
        bulian.sheet(place, "没有这个", tmp_path / "a.md", lang="zh", now=NOW)
    with pytest.raises(BadRequest):
        bulian.sheet(place, "镜头基地", tmp_path / "a.exe", lang="zh", now=NOW)
    with pytest.raises(BadRequest, match="internal"):
        bulian.sheet(place, "镜头基地", tmp_path / "a.md", lang="zh", now=NOW, scope=Scope(public=True))


def test_plain_terms_raise_no_flag_and_every_word_raises_its_own() -> None:
    assert flags_in("提供标准厂房和人才公寓信息") == ()
    for flag in fair_competition():
        for word in flag.words:
            assert flag.key in {found.key for found, _ in flags_in(f"可{word}。")}


@given(st.sets(st.sampled_from([one.key for one in register("packages").fields])))
def test_what_is_not_filled_is_missing_and_nothing_else(filled: set[str]) -> None:
    values = {key: "1" if key in ("area", "floor", "total") else "甲" for key in {*filled, "name"}}
    row = Row("packages", "甲", values, "", "2026-06-30", NOW, "", "", dict.fromkeys(values, 1), "2026-06-30")
    gone = {one.key for one in missing(row)}
    assert gone.isdisjoint(values)
    paper = project_sheet(Sheet("丙山区", row, (), {}, {}, "2026-11-26"))
    for one in missing(row):
        assert one.zh in plain(paper.lead)
