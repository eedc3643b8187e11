"""`bulian chain` on the example district, in both languages, and what it refuses."""

import json
from pathlib import Path

import pytest

from bulian.cli.commands.chain import ACTIONS
from tests.cli.command import Bulian

TEXT = """\
三峰环境是垃圾焚烧行业的龙头企业。
重庆三峰环境集团股份有限公司（以下简称“三峰环境”）是一家垃圾焚烧炉生产商。
"""


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    folder = tmp_path / "区"
    bulian("init", folder, "--region", "500104", "--name", "大渡口区")
    (folder / "sources" / "简况.txt").write_text(TEXT, "utf-8")
    bulian("build", folder)
    return folder


def test_the_chains_are_listed(bulian: Bulian, place: Path) -> None:
    said = bulian("chain", place)
    assert "体外诊断" in said.out
    assert "waste" in said.out


@pytest.mark.parametrize("action", ["show", "gaps", "depend", "lose"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_answer_is_told_in_both_languages(bulian: Bulian, place: Path, action: str, lang: str) -> None:
    said = bulian("chain", place, action, "固废", "--lang", lang)
    assert said.code == 0
    assert "重庆三峰环境集团股份有限公司" in said.out
    assert ("大渡口区　" if lang == "zh" else "大渡口区: ") in said.out


@pytest.mark.parametrize("action", ["list", "show", "gaps", "depend", "lose", "diff", "place"])
def test_each_answer_is_told_as_json(bulian: Bulian, place: Path, action: str) -> None:
    chain = [] if action == "list" else ["waste"]
    assert json.loads(bulian("chain", place, action, *chain, "--format", "json").out)


def test_json_carries_every_node_with_its_evidence(bulian: Bulian, place: Path) -> None:
    told = json.loads(bulian("chain", place, "show", "waste", "--format", "json").out)
    (grate,) = [node for node in told["nodes"] if node["node"] == "grate"]
    (firm,) = grate["firms"]
    assert grate["status"] == "single_source"
    assert firm["evidence"][0]["quote"] in TEXT
    assert firm["evidence"][0]["source"] == "简况.txt"


def test_all_nodes_are_shown_on_request(bulian: Bulian, place: Path) -> None:
    assert "汽轮发电机组" not in bulian("chain", place, "gaps", "waste").out.split("先去查")[0]
    few, all_of_them = (bulian("chain", place, "show", "waste", *more).out for more in ((), ("--all",)))
    assert len(all_of_them.splitlines()) > len(few.splitlines()) + 40


def test_what_breaks_without_one_can_be_supposed_and_kept(bulian: Bulian, place: Path) -> None:
    said = bulian(
        "chain",
        place,
        "lose",
        "waste",
        "--without",
        "三峰环境",
        "--save",
        "焚烧",
        "--by",
        "张三",
        "--why",
        "会商",
    )
    assert "最终产品 −100%" in said.out
    assert "存下的情景：焚烧" in bulian("chain", place, "lose", "waste").out


def test_a_part_of_a_firm_can_be_supposed_gone(bulian: Bulian, place: Path) -> None:
    asked = ("chain", place, "lose", "waste", "--without", "三峰环境", "--share", "0.4")
    said = bulian(*asked, "--save", "四成", "--by", "张三", "--why", "会商").out
    assert "走掉 40%：最终产品 −40%" in said
    assert "占全区多少，资料中没有能相除的数" in said
    told = json.loads(bulian(*asked, "--format", "json").out)
    assert (told["share"], told["impact"], told["of_district"]) == (0.4, 0.4, [])
    assert "四成（少了 重庆三峰环境集团股份有限公司 40%；" in bulian("chain", place, "lose", "waste").out


def test_a_change_is_entered_and_shown(bulian: Bulian, place: Path) -> None:
    said = bulian(
        "chain", place, "edit", "waste", "--do", "place 甲公司 项目运营", "--by", "张三", "--why", "走访"
    )
    assert said.code == 0
    assert "张三 2026-01-31：走访" in bulian("chain", place, "diff", "waste").out
    assert "甲公司" in bulian("chain", place, "show", "waste").out


def test_the_lists_lie_where_they_were_asked_for(bulian: Bulian, place: Path) -> None:
    said = bulian("chain", place, "sheets", "waste")
    assert (place / "out" / "固废与环保装备_一图N清单.xlsx").exists()
    assert "一图N清单.xlsx" in said.out
    assert bulian("chain", place, "sheets", "waste", "-o", place / "清单.xlsx").code == 0
    assert (place / "清单.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("show", "钢铁"), "没有“钢铁”这条链"),
        (("show",), "请写哪条链"),
        (("shwo", "waste"), "应当写"),
        (("show", "waste", "more"), "应当写"),
        (("edit", "waste"), "请写怎么改"),
        (("lose", "waste", "--without", "甲公司"), "既不是固废与环保装备的环节"),
        (("lose", "waste", "--without", "三峰环境", "--share", "40"), "40% 写 0.4"),
        (("lose", "waste", "--share", "0.4"), "还要写走的是谁"),
        (("edit", "waste", "--do", "remove-node 炼钢"), "没有“炼钢”这个环节"),
        (("edit", "waste", "--do", "remove-node wte"), "须写明是谁改的"),
        (("sheets", "waste", "-o", "清单.docx"), "清单只写成 .xlsx"),
        (("show", "waste", "--format", "xml"), "--format"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    bulian: Bulian, place: Path, arguments: tuple[str, ...], problem: str
) -> None:
    said = bulian("chain", place, *arguments)
    assert said.code != 0
    assert problem in said.err


def test_a_misspelt_action_is_not_taken_for_a_folder(bulian: Bulian) -> None:
    said = bulian("chain", "shwo", "waste")
    assert said.code == 1
    assert "既不是文件夹，也不是动作" in said.err


def test_a_broken_chain_of_the_district_is_named_with_its_line(bulian: Bulian, place: Path) -> None:
    (place / "chains").mkdir()
    (place / "chains" / "steel.yaml").write_text("id: steel\nname: 钢铁\n", "utf-8")
    said = bulian("chain", place, "list")
    assert said.code == 1
    assert "steel.yaml 第" in said.err


def test_every_action_has_its_line_in_the_help(bulian: Bulian) -> None:
    said = bulian("chain", "--help").out.replace("\n", "")
    assert all(action in said for action in ACTIONS)
