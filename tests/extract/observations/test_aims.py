"""What is planned beside what is done, what a plant will bring, and when; in sentences of our own."""

import pytest

from tests.extract.observations.test_news import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # What has been done is no plan, and the plan is of the year.
        (
            "2023年1—9月，全区年度计划投资22亿元，1—9月完成投资17亿元，占年度投资计划的77%。",
            [("plan", "2023"), ("actual", "2023-01/2023-09"), ("actual", "2023-01/2023-09")],
        ),
        (
            "2016年一季度，实现产值18亿元，完成年任务75亿元的24%。",
            [("actual", "2016-Q1"), ("target", "2016"), ("actual", "2016-Q1")],
        ),
        ("某项目2016年计划投资10亿元。", [("plan", "2016")]),
        # 要 and 需 before a verb of reaching are no part of the name.
        (
            "到2027年，经济总量要达到23亿元，规上企业需达到240家。",
            [("target", "2027"), ("target", "2027")],
        ),
        ("主要指标达到20个。", [("actual", None)]),
        # 从目前的…增加到: only the first of the two is by now.
        (
            "2022年，劳动生产率要增长1万元、从目前的14万元增加到20万元。",
            [("target", "2022"), ("actual", None), ("target", "2022")],
        ),
        # What a plant brings along, in the list and in the clause behind it.
        (
            "项目全部达产达效后，年可实现产值（营业收入）30亿元、税收1亿元、带动就业近2000人。",
            [("capacity", None)] * 3,
        ),
        ("项目投产后，可年产电机8万台，产值达6亿元，可解决300多人就业。", [("capacity", None)] * 3),
        (
            "2023年1—5月，园区投资5亿元。项目达产后预计形成年产值200亿元。",
            [("actual", "2023-01/2023-05"), ("forecast", None)],
        ),
        # A month with 累计 is the year so far.
        ("2023年6月，收入累计完成31亿元。", [("actual", "2023-01/2023-06")]),
        ("2023年6月底，收入累计完成31亿元。", [("actual", "2023-06")]),
        # The quarter is what the next sentence goes on of.
        (
            "2023年以来，全区上下努力，一季度经济运行平稳。实现产值664亿元。",
            [("actual", "2023-Q1")],
        ),
        # 2022年年末 is one time.
        (
            "2023年前三季度，民营经济比重由2022年年末的31%提高至32%。",
            [("actual", "2022-12"), ("actual", "2023-01/2023-09")],
        ),
        # Both are what is compared with.
        (
            "2024年上半年，产值增长1%，增速较一季度和1—5月分别提高15和2个百分点。",
            [("actual", "2024-H1")] * 3,
        ),
    ],
)
def test_when_and_how(text: str, rows: list[tuple[str, str | None]]) -> None:
    assert told(text, "modality", "period") == rows


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # 全市 is no district, 全区 no province.
        ("全市新增项目373个。主要有涵江区远山工业园项目。", "莆田市"),
        ("全区实现地区生产总值369亿元。集群入选湖北百家集群。", None),
        ("我区实现产值369亿元，涵江区居全市第一。全市共有项目3个。", "莆田市涵江区"),
    ],
)
def test_whole_of_its_kind(text: str, subject: str | None) -> None:
    assert told(text, "subject")[0] == (subject,)
