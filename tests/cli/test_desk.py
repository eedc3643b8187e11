"""`bulian desk` and `bulian forget` as an officer types them."""

from pathlib import Path

import pytest

from bulian.ledger import journal
from tests.cli.command import Bulian

TABLE = "单位：万元,,,\n宗地编号,占地面积（亩）,税收,备用列\n示-01,30,5000,x\n示-02,很大,12,x\n"


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    bulian("init", tmp_path / "区", "--region", "500104", "--name", "示例区")
    (tmp_path / "地块.csv").write_bytes(TABLE.encode("gb18030"))
    return tmp_path / "区"


def load(bulian: Bulian, place: Path, *more: str):  # type: ignore[no-untyped-def]
    return bulian("desk", place, "load", "sites", place.parent / "地块.csv", *more)


def test_a_preview_enters_nothing(bulian: Bulian, place: Path) -> None:
    said = load(bulian, place, "--preview")
    assert "税收 → 年税收（万元）" in said.out
    assert "备用列 → 不用 （不认识" in said.out
    assert "没有记入" in said.out
    assert "还没有行" in bulian("desk", place, "show", "sites").out


def test_a_file_of_two_encodings_loads_and_says_so(bulian: Bulian, place: Path) -> None:
    table = "宗地编号,占地面积（亩）,位置\n".encode() + "示-01,30,东区闲置厂房\n".encode("gb18030")
    (place.parent / "混.csv").write_bytes(table)
    said = bulian("desk", place, "load", "sites", place.parent / "混.csv", "--preview").out
    assert "文件混用编码" in said
    assert "新增 1 行" in said


def test_a_table_without_known_headers_names_the_guessed_encoding(bulian: Bulian, place: Path) -> None:
    (place.parent / "天气.csv").write_bytes("日期,天气\n一月,晴天\n".encode("gb18030"))
    said = bulian("desk", place, "load", "sites", place.parent / "天气.csv", "--preview").err
    assert "没有表头认得出“地块”两列以上" in said
    assert "按 gb18030 读取，是推测的" in said


def test_what_was_mended_loads_with_the_units_of_the_table(bulian: Bulian, place: Path) -> None:
    said = load(bulian, place, "--by", "经办", "--on", "2026-01-01", "--map", "备用列=-")
    assert "新增 1 行" in said.out
    assert "地块!B4 用地面积：“很大”不是数" in said.out
    mend = place / "out" / "地块-待改.csv"
    text = mend.read_text("utf-8-sig")
    assert "税收（万元）" in text
    mend.write_text(text.replace("很大", "20"), "utf-8")
    assert (
        "新增 1 行" in bulian("desk", place, "load", "sites", mend, "--by", "经办", "--on", "2026-01-01").out
    )
    shown = bulian("desk", place, "show", "sites").out
    assert "5000万元" in shown
    assert "12万元" in shown
    assert "地块.csv 地块!3" in bulian("desk", place, "show", "sites", "示-01").out


def test_by_hand_in_english_and_as_data(bulian: Bulian, place: Path) -> None:
    told = ("name=示例项目", "total=1.2亿元")
    said = bulian("desk", place, "add", "projects", *told, "--by", "x", "--on", "2026-01-05", "--lang", "en")
    assert said.out == "Entered in Leads and projects: 示例项目, as of 2026-01-05.\n"
    rows = bulian("desk", place, "show", "projects", "--format", "csv").out
    assert "示例项目" in rows
    assert "120000000" in rows
    listed = bulian("desk", place, "--format", "json").out
    assert '"register": "projects"' in listed


def test_a_row_can_be_corrected_and_closed(bulian: Bulian, place: Path) -> None:
    bulian("desk", place, "add", "sites", "code=示-09", "area=3亩", "--by", "x", "--on", "2026-01-05")
    assert "--why" in bulian("desk", place, "correct", "sites", "示-09", "area=4亩", "--by", "x").err
    bulian("desk", place, "correct", "sites", "示-09", "area=4亩", "--by", "x", "--why", "复测")
    closed = bulian(
        "desk", place, "end", "sites", "示-09", "--by", "x", "--on", "2026-01-20", "--why", "收储"
    )
    assert "已关闭" in closed.out
    assert "4亩" in bulian("desk", place, "show", "sites", "--as-of", "2026-01-10").out
    assert "日志完好" in bulian("verify", place).out


def test_registers_stay_in_the_house(bulian: Bulian, place: Path) -> None:
    load(bulian, place, "--by", "经办", "--on", "2026-01-01")
    assert "1 行不对外" in bulian("desk", place, "show", "sites", "--public").out


def test_a_person_is_described_outside_the_journal(bulian: Bulian, place: Path) -> None:
    load(bulian, place, "--by", "某经办", "--on", "2026-01-01")
    assert "招商局" in bulian("desk", place, "person", "某经办", "单位=招商局", "联系方式=内线八").out
    assert "P1" in bulian("desk", place, "person").out
    assert (
        b"\xe6\x8b\x9b\xe5\x95\x86\xe5\xb1\x80" not in (place / "journal" / "desk-sites.jsonl").read_bytes()
    )
    assert "没有“谁”" in bulian("desk", place, "person", "谁").err
    assert "不是 单位" in bulian("desk", place, "person", "某经办", "生日=x").err


def test_the_board_of_a_task_force(bulian: Bulian, place: Path) -> None:
    assert "还没有专班" in bulian("desk", place, "boards").out
    for told in (
        (
            "tasks",
            "下达日期=2026-01-05",
            "产业链=镜头链",
            "任务=找场地",
            "责任人=李工",
            "完成期限=2026-01-20",
        ),
        ("meetings", "会议日期=2026-01-05", "产业链=镜头链", "议题=场地", "议定事项=月底前定", "主持人=王敏"),
    ):
        bulian("desk", place, "add", *told, "--by", "王敏")
    listed = bulian("desk", place, "boards", "--on", "2026-01-31").out
    assert "镜头链" in listed
    assert "未定" in listed
    board = bulian("desk", place, "boards", "镜头链", "--on", "2026-01-31").out
    for said in ("找场地；李工；2026-01-20 [desk-tasks:1]　已过 11 天", "2026-01-05 场地；王敏；月底前定"):
        assert said in board
    assert "没有“天气链”这个专班；现有 镜头链" in bulian("desk", place, "boards", "天气链").err


def test_a_person_is_forgotten(bulian: Bulian, place: Path) -> None:
    load(bulian, place, "--by", "某经办", "--on", "2026-01-01")
    assert "某经办" in bulian("desk", place, "show", "sites").out
    assert "已清空 P1" in bulian("forget", place, "某经办", "--by", "数据局", "--why", "本人要求").out
    assert "P1（已清空）" in bulian("desk", place, "show", "sites").out
    assert "没有查到别处" in bulian("forget", place, "某经办", "--find").out
    (place / "out").mkdir(exist_ok=True)
    (place / "out" / "周报.md").write_text("某经办走访", "utf-8")
    assert "out/周报.md" in bulian("forget", place, "某经办", "--find").out
    assert "没有" in bulian("forget", place, "某经办", "--find", "--also", place / "无").err
    assert "没有“某经办”" in bulian("forget", place, "某经办", "--by", "数据局", "--why", "再来").err


def test_a_signer_of_an_old_book_is_forgotten_and_verify_says_so(bulian: Bulian, place: Path) -> None:
    act = {"at": "2026-01-01", "by": "某经办", "why": "会议", "act": "link", "target": "a", "parent": "b"}
    journal.append(place / "journal", "targets", act)
    assert "已清空 P1" in bulian("forget", place, "某经办", "--by", "数据局", "--why", "本人要求").out
    said = bulian("verify", place)
    assert said.code == 0
    assert "由 P2 改写过 journal/targets.jsonl：第 1 行的姓名换成编号" in said.out
    (place / "journal" / "targets.head").unlink()
    (place / "journal" / "targets.jsonl").unlink()
    journal.append(place / "journal", "targets", act)
    assert "不是 journal/persons.jsonl 第 1 行所记的那一册" in bulian("verify", place).out


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("desk", "nowhere"), "既不是文件夹"),
        (("desk", "show", "天气"), "没有“天气”这个台账"),
        (("desk", "show", "sites", "示-77"), "没有“示-77”这一行"),
        (("desk", "add", "sites", "area"), "请写 列=值"),
        (("desk", "add", "sites"), "应当写"),
        (("desk", "load", "sites", "没有.csv", "--by", "x"), "没有这个文件"),
        (("desk", "load", "projects", "地块.csv", "--by", "x"), "没有表头认得出"),
        (("desk", "load", "sites", "地块.csv", "--by", "x"), "截至哪天"),
        (("desk", "load", "sites", "地块.csv", "--by", "x", "--on", "昨天"), "不是日期"),
        (("forget", "无名", "--by", "x", "--why", "y"), "没有“无名”"),
        (("forget", "无名"), "--by"),
    ],
)
def test_wrong_input_ends_in_a_sentence(
    bulian: Bulian, place: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...], message: str
) -> None:
    (place / "地块.csv").write_bytes(TABLE.encode("gb18030"))
    monkeypatch.chdir(place)
    said = bulian(*given)
    assert said.code == 1
    assert message in said.err


@pytest.mark.parametrize("command", [("due",), ("status",), ("desk", "show", "sites")])
def test_a_damaged_book_is_told_by_whoever_reads_it(
    bulian: Bulian, place: Path, command: tuple[str, ...]
) -> None:
    bulian("desk", place, "add", "sites", "code=示-09", "area=3亩", "--by", "x", "--on", "2026-01-05")
    verb, *rest = command
    assert bulian(verb, place, *rest).err == ""
    book = place / "journal" / "desk-sites.jsonl"
    book.write_text(book.read_text("utf-8").replace("示-09", "示-90"), "utf-8")
    said = bulian(verb, place, *rest)
    assert said.code == 0
    assert "journal/desk-sites.jsonl 第 1 行被改动过" in said.err
    assert "bulian verify" in said.err
