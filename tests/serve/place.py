"""A small district with every kind of fact, and one with hostile strings, built for real."""

from pathlib import Path

import bulian
from bulian.corpus.workspace import Workspace

NOW = "2026-01-31T09:00:00+08:00"
REPORT = (
    "产业发展情况\n\n"
    "2023年，甲山区工业总产值309.8亿元，增长8%。甲山光电有限公司生产镜头，是智能视觉产业链链主企业。\n\n"
    "甲山光电有限公司2023年4月在创业板上市。体外诊断企业300家。甲山区力争建成全国一流的产业基地。\n"
)
BULLETIN = "2023年，甲山区工业總產值約300億元，地區生產總值增長6.5%。\n"
TABLE = "企业名称,营业收入（万元）\n甲山光电有限公司,26000\n甲山面业有限公司,1700\n"
META = 'published_on = "{day}"\npublisher = "{who}"\naccess = "public"\n'
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}"


def district(folder: Path) -> Workspace:
    """The district 甲山区 with a report, a bulletin in Traditional script and a table."""
    workspace = bulian.init(folder / "甲山区", region="500104", name="甲山区")
    for name, text, day, who in (
        ("报告.txt", REPORT, "2024-01-31", "甲山区人民政府"),
        ("公报.txt", BULLETIN, "2024-03-20", "甲山区统计局"),
        ("2023年企业.csv", TABLE, "2024-02-10", "甲山区经信委"),
    ):
        (workspace.sources / name).write_text(text, "utf-8")
        (workspace.sources / f"{name}.meta.toml").write_text(META.format(day=day, who=who), "utf-8")
    bulian.build(workspace, now=NOW)
    return workspace


def hostile(folder: Path) -> Workspace:
    """A district whose every text and name tries to be markup or a formula."""
    workspace = bulian.init(folder / "坏", region="500104", name=f"甲{HOSTILE}")
    name = "报<img src=x onerror=alert(3)>告.txt"
    text = f"{HOSTILE}\n2023年，乙{HOSTILE}公司产值12亿元，{HOSTILE}增长5%。=1+1家企业3家。\n"
    (workspace.sources / name).write_text(text, "utf-8")
    meta = 'publisher = "<b>x</b>"\naddress = "javascript:alert(4)"\nlicence = "<i>"\n'
    (workspace.sources / f"{name}.meta.toml").write_text(meta, "utf-8")
    (workspace.sources / "表.csv").write_text(
        f"企业名称,产值（亿元）,=cmd|' /C calc'!A0\n{HOSTILE},5,x\n", "utf-8"
    )
    bulian.build(workspace, now=NOW)
    return workspace
