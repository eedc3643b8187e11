"""A workspace is found, made, and refused with one clear sentence."""

import os
from pathlib import Path

import pytest

from bulian.corpus.workspace import create_workspace, find_workspace, leftovers, list_sources, load_workspace
from bulian.errors import WorkspaceError


def test_made_and_found_from_below(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "大 渡口", region="500104", name='大渡口"区"')
    assert find_workspace(made.sources) == load_workspace(made.root)
    assert find_workspace(made.root).name == '大渡口"区"'


def test_sources_leave_out_litter_and_links(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "w", region="500104", name="区")
    for name in ("报告.txt", "子 夹/表.csv", "~$报告.docx", ".DS_Store", "Thumbs.db", "报告.txt.meta.toml"):
        file = workspace.sources / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", "utf-8")
    (workspace.sources / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    (workspace.sources / "没有主文件.txt.meta.toml").write_text("", "utf-8")
    assert [source.name for source in list_sources(workspace)] == ["子 夹/表.csv", "报告.txt"]
    assert leftovers(workspace) == ("link.txt", "没有主文件.txt.meta.toml")


def test_a_name_that_is_no_utf8_is_written_out(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "w", region="500104", name="区")
    file = Path(os.fsdecode(os.fsencode(workspace.sources) + b"/\xb1\xa8.txt"))
    file.write_text("报告", "utf-8")
    [source] = list_sources(workspace)
    assert source.name == r"\xb1\xa8.txt"
    assert source.path.read_text("utf-8") == "报告"


def test_a_second_init_changes_nothing(tmp_path: Path) -> None:
    create_workspace(tmp_path, region="500104", name="区")
    with pytest.raises(WorkspaceError, match="Nothing was changed"):
        create_workspace(tmp_path, region="500105", name="别处")
    assert load_workspace(tmp_path).region == "500104"


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("name = ", "not valid TOML"),
        ('name = "区"', "region is missing"),
        ('name = "区"\nregion = 500104', "region = 500104 is not understood"),
        ('name = "区"\nregion = "500104"\ncolour = "red"', "colour = 'red' is not understood"),
    ],
)
def test_a_malformed_config_names_what_is_wrong(tmp_path: Path, config: str, says: str) -> None:
    (tmp_path / "bulian.toml").write_text(config, "utf-8")
    with pytest.raises(WorkspaceError, match=says):
        load_workspace(tmp_path)


def test_no_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="bulian init"):
        find_workspace(tmp_path)
    (tmp_path / "bulian.toml").write_text('name = "区"\nregion = "500104"', "utf-8")
    with pytest.raises(WorkspaceError, match="sources"):
        list_sources(find_workspace(tmp_path))
