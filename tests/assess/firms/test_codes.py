"""The column of credit codes in a firm table is a clue of who is who."""

from pathlib import Path

import bulian

NOW = "2026-01-31T09:00:00+08:00"
CODE, OTHER, WRONG = "91500000MA5U00000W", "91500104MA5U00001X", "91500000MA5U000000"
TEXT = (
    "远山汇吉生物有限公司主要生产诊断试剂。西岭生物有限公司主要生产分析仪。东湖食品有限公司主要生产挂面。\n"
)


def same(folder: Path, rows: str, one: str, other: str) -> bool:
    """Whether two names are one where a firm table has these rows."""
    place = bulian.init(folder / "区", region="500104")
    (place.sources / "综述.txt").write_text(TEXT, "utf-8")
    (place.sources / "名录.csv").write_text("企业名称,统一社会信用代码,营业收入（万元）\n" + rows, "utf-8")
    bulian.build(place, now=NOW)
    return bulian.identities(place).same(one, other)


def test_two_names_of_one_code_are_one_firm(tmp_path: Path) -> None:
    rows = f"远山汇吉生物有限公司,{CODE},100\n西岭生物有限公司,{CODE},100\n"
    assert same(tmp_path, rows, "远山汇吉生物有限公司", "西岭生物有限公司")


def test_a_code_that_fails_its_check_joins_nothing(tmp_path: Path) -> None:
    rows = f"远山汇吉生物有限公司,{WRONG},100\n西岭生物有限公司,{WRONG},100\n"
    assert not same(tmp_path, rows, "远山汇吉生物有限公司", "西岭生物有限公司")


def test_a_name_with_two_codes_has_none(tmp_path: Path) -> None:
    rows = f"远山汇吉生物有限公司,{CODE},100\n远山汇吉生物有限公司,{OTHER},100\n西岭生物有限公司,{CODE},100\n"
    assert not same(tmp_path, rows, "远山汇吉生物有限公司", "西岭生物有限公司")


def test_a_made_up_row_joins_no_real_firms(tmp_path: Path) -> None:
    place = bulian.init(tmp_path / "区", region="500104")
    (place.sources / "综述.txt").write_text(TEXT, "utf-8")
    rows = "".join(f"{name},{CODE},100,合成\n" for name in ("远山汇吉生物有限公司", "西岭生物有限公司"))
    head = "企业名称,统一社会信用代码,营业收入（万元）,数据性质\n"
    (place.sources / "名录.csv").write_text(head + rows, "utf-8")
    bulian.build(place, now=NOW)
    assert not bulian.identities(place).same("远山汇吉生物有限公司", "西岭生物有限公司")
