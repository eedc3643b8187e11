"""Make the synthetic peer table of the examples: districts, jobs by manufacturing division, three years.

    .venv/bin/python tools/make_peers.py

Districts are called 示例01区 …; each leans to one or two of four families of industries, and of what it lacks
of them some comes with time. Every row says 合成. Same seed, same bytes.
"""

import csv
from pathlib import Path

import numpy as np

PLACE = Path(__file__).parents[1] / "examples" / "peers" / "示例同类地区_合成.csv"
FAMILIES = {
    "13 农副食品加工业": 0, "14 食品制造业": 0, "15 酒、饮料和精制茶制造业": 0, "17 纺织业": 0,
    "20 木材加工业": 0, "22 造纸和纸制品业": 0, "25 石油、煤炭及其他燃料加工业": 1,
    "26 化学原料和化学制品制造业": 1, "27 医药制造业": 1, "28 化学纤维制造业": 1, "29 橡胶和塑料制品业": 1,
    "30 非金属矿物制品业": 2, "31 黑色金属冶炼和压延加工业": 2, "32 有色金属冶炼和压延加工业": 2,
    "33 金属制品业": 2, "34 通用设备制造业": 2, "42 废弃资源综合利用业": 2, "35 专用设备制造业": 3,
    "36 汽车制造业": 3, "37 铁路、船舶、航空航天设备制造业": 3, "38 电气机械和器材制造业": 3,
    "39 计算机、通信和其他电子设备制造业": 3, "40 仪器仪表制造业": 3,
}  # fmt: skip
REGIONS, YEARS = 80, (2010, 2015, 2020)


def main() -> None:
    """Write the table."""
    chance = np.random.default_rng(20)
    family = np.array(list(FAMILIES.values()))
    leaning = chance.dirichlet([0.3] * 4, REGIONS)[:, family]
    size = chance.lognormal(0, 0.7, (REGIONS, 1))
    common = chance.uniform(0.6, 1.6, len(family))
    held = chance.random(leaning.shape) < np.clip(0.06 + 0.5 * leaning * common, 0, 0.9)
    PLACE.parent.mkdir(exist_ok=True)
    with PLACE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["地区", "行业", "年份", "数值", "数据性质"])
        for year in YEARS:
            jobs = np.where(
                held, size * chance.lognormal(6, 0.3, held.shape), size * chance.poisson(4, held.shape)
            )
            for r, a in zip(*np.nonzero(jobs.round()), strict=True):
                rows.writerow(
                    [f"示例{r + 1:02d}区", list(FAMILIES)[a], year, int(jobs[r, a].round()), "合成"]
                )
            held |= chance.random(held.shape) < 0.01 + 0.35 * leaning * common


if __name__ == "__main__":
    main()
