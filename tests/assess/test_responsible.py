"""Who is responsible, by the words of plans."""

import pytest

from bulian.assess.responsible import responsible_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新增厂房十万平方米（責任單位：區經信委、建橋園區）", ["区经信委", "建桥园区"]),
        ("由区商务委牵头，区财政局配合。", ["区商务委"]),
        ("牵头单位：区科技局；责任单位：各镇街", ["区科技局", "各镇街"]),
        ("公司负责人介绍，今年订单饱满。", []),
        ("完善牵头机制，压实责任。", []),
        ("由市里支持科技领军企业牵头攻关。", []),
        ("发放岗位补贴（区人社局负责）。", ["区人社局"]),
        ("", []),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert [one.name for one in responsible_in(text)] == names
