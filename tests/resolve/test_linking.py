"""Names linked to a register: to one firm, to none, or left open; however many processes work."""

import pytest

from bulian.resolve.linking import CAP, link

REGISTER = [
    "重庆江岚环境有限公司",
    "重庆国际复合材料股份有限公司",
    "成都望溪食品有限公司",
    "重庆望溪食品有限公司",
    "宝山钢铁股份有限公司",
]


@pytest.mark.parametrize(
    ("name", "row", "decision"),
    [
        ("重慶江嵐環境有限公司", 0, "merge"),
        ("江岚环境", 0, "merge"),
        ("国际复材", 1, "merge"),
        ("重庆望溪食品", 3, "merge"),
        ("望溪食品", 2, "review"),  # two firms are called so
        ("宝钢股份", 4, "merge"),
        ("重庆江岚食品有限公司", None, "apart"),
        ("无名之辈", None, "apart"),
    ],
)
def test_each_name_finds_its_firm(name: str, row: int | None, decision: str) -> None:
    (found,) = link([name], REGISTER).links
    assert (found.row, found.decision) == (row, decision)


def test_processes_change_nothing() -> None:
    names = ["江岚环境", "望溪食品", "国际复材"] * 3
    assert link(names, REGISTER, workers=2) == link(names, REGISTER)


def test_a_block_that_is_too_great_is_told() -> None:
    many = [
        f"重庆天安{first}{second}有限公司" for first in "甲乙丙丁戊己庚辛" for second in "子丑寅卯辰巳午未"
    ]
    assert len(many) > CAP
    found = link(["天安"], [f"{name[:4]}食品（{name[4:6]}）有限公司" for name in many])
    assert found.links[0].row is None
    assert any(size > CAP for size in found.skipped.values())


def test_a_name_with_a_line_break_costs_no_other() -> None:
    found = link(["江岚\n环境", "国际复材"], REGISTER).links
    assert [one.row for one in found] == [0, 1]
