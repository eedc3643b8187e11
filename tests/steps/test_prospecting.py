"""From a gap to a firm, end to end: a table of other headers, a no that is kept, an introduction."""

from pathlib import Path

import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.desk.book import Signed
from bulian.errors import BadRequest, JournalError, MappingError

NOW = "2026-11-26T09:00:00+08:00"
TEXT = (
    "产业情况\n\n丙山光学有限公司生产光学镜头，是智能视觉产业链链主企业。丙山光学有限公司位于丙山区。\n\n"
    "2026年8月，外地一号光学有限公司新建镜头项目开工。\n"
)
TABLE = (
    "外地企业一览,,,,,\n全称,地址,经营范围,注册资金（万元）,状态,客户\n"
    "外地一号光学有限公司,江苏省苏州市工业园,光学镜头的研发、生产、销售,5000,存续,丙山光学有限公司\n"
    "外地二号光学有限公司,浙江省杭州市,光学镜头制造,许多,存续,\n"
    "外地三号光学有限公司,上海市,光学镜头制造,800,注销,\n"
    "外地一号光学有限公司,江苏省苏州市,光学镜头制造,5000,存续,\n"
    ",上海市,光学镜头制造,800,存续,\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    workspace = bulian.init(tmp_path / "丙山区", region="500104", name="丙山区")
    (workspace.sources / "情况.txt").write_text(TEXT, "utf-8")
    bulian.build(workspace, now=NOW)
    return workspace


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "长三角企业.csv"
    path.write_bytes(TABLE.encode("gb18030"))
    (tmp_path / "长三角企业.csv.meta.toml").write_text('published_on = "2026-06-30"\n', "utf-8")
    return path


def test_a_table_of_other_headers_is_understood_once_told(place: Workspace, table: Path) -> None:
    with pytest.raises(BadRequest, match="--map"):
        bulian.bring(place, table)
    looked = bulian.bring(place, table, mapping=["全称=name"], only_look=True)
    assert looked.indexed is None
    assert not (place.root / "outside").exists()
    done = bulian.bring(place, table, mapping=["全称=name"])
    assert done.indexed is not None
    assert (done.indexed.firms, done.indexed.twice, len(done.indexed.bad)) == (3, 1, 2)
    assert done.to_mend is not None
    mended = done.to_mend.read_text("utf-8-sig")
    assert "注册资本" in mended
    assert "许多" in mended
    with pytest.raises(MappingError):
        bulian.bring(place, table, mapping=["全称=colour"])


def test_prospects_with_parts_and_reasons_and_a_no_that_is_kept(place: Workspace, table: Path) -> None:
    bulian.bring(place, table, mapping=["全称=name"])
    found = bulian.prospects(place, "光学镜头", now=NOW)
    first = found.found[0]
    assert first.candidate.firm.name == "外地一号光学有限公司"
    parts = {one.key: one.value for one in first.parts}
    assert parts["expansion"] == 1.0
    assert parts["path"] == 0.7
    assert parts["room"] is None
    assert {one.reason for one in found.left_out} == {"closed"}
    with pytest.raises(JournalError):
        bulian.reject(place, first.candidate.firm.name, "", by="李", why="", now=NOW)
    bulian.reject(place, first.candidate.firm.name, "", by="李", why="只要补贴", now=NOW)
    again = bulian.prospects(place, "光学镜头", now=NOW)
    assert first.candidate.firm.name not in {one.candidate.firm.name for one in again.found}
    assert any("只要补贴" in one.says[1] for one in again.left_out)
    bulian.restore(place, first.candidate.firm.name, "", by="李", why="谈成了", now=NOW)
    assert bulian.prospects(place, "光学镜头", now=NOW).found == found.found


def test_who_can_introduce_us_and_nothing_where_there_is_nothing(place: Workspace, table: Path) -> None:
    bulian.bring(place, table, mapping=["全称=name"])
    chain = bulian.path(place, "外地一号光学有限公司").chains[0]
    assert chain.names == ("丙山光学有限公司", "外地一号光学有限公司")
    assert chain.links[0].where == "长三角企业.csv !3"
    assert bulian.path(place, "外地二号光学有限公司").chains == ()
    with pytest.raises(BadRequest):
        bulian.path(place, "没有这家")


def test_without_a_table_only_documents_are_searched_and_an_unknown_node_is_told(place: Workspace) -> None:
    assert bulian.prospects(place, "智能视觉", now=NOW).found == ()
    with pytest.raises(BadRequest, match="chain list"):
        bulian.prospects(place, "时光机", now=NOW)


def test_land_wanted_is_held_against_the_largest_site_that_nobody_uses(
    place: Workspace, tmp_path: Path
) -> None:
    signed = Signed("李", NOW, "2026-06-30")
    for code, area, status in (("一号", "30亩", "闲置"), ("二号", "90亩", "在用")):
        bulian.desk_add(place, "sites", {"code": code, "area": area, "status": status}, signed)
    path = tmp_path / "要地.csv"
    path.write_text("企业名称,经营范围,用地需求（亩）\n外地镜头有限公司,光学镜头制造,50\n", "utf-8")
    bulian.bring(place, path)
    (found,) = bulian.prospects(place, "光学镜头", now=NOW).found
    assert "要地 50 亩，最大空地 30 亩" in "；".join(zh for _, zh in found.why_not)


def test_made_up_rows_stand_apart(place: Workspace, table: Path) -> None:
    meta = table.with_name(f"{table.name}.meta.toml")
    meta.write_text('published_on = "2026-06-30"\nsynthetic = true\n', "utf-8")
    bulian.bring(place, table, mapping=["全称=name"])
    found = bulian.prospects(place, "光学镜头", now=NOW)
    assert found.found == ()
    assert found.made_up
