"""A made-up district at the size of a real one, to measure on: 300,000 facts, 20,000 firms, six chains.

    .venv/bin/python bench/big_district.py FOLDER [FIRMS]

The example district, to which come made-up files that are read as any other: a register of every firm with
its business scope, tables of what firms earned, spent and employed in four years, a thousand at a time, and
short reports that tell of firms, deals, projects, aims and months. One number in twenty of a report is not
what the table says. Every firm bears 示例 in its name, every title says 合成; the rows do not, or the pages
to be measured would leave them out. Same seed, same files; a folder that holds them is used again.
"""

import csv
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from place_rows import Maker

import bulian
from bulian.corpus.workspace import Workspace, load_workspace
from bulian.ledger.handle import rows
from bulian.ledger.opening import read_ledger

FIRMS, SEED = 20_000, 20261126
NOW = "2026-01-31T09:00:00+08:00"
YEARS = (2021, 2022, 2023, 2024)
FIRMS_A_TABLE, FIRMS_A_REPORT = 1_000, 12
_BRANDS = (
    "华恒瑞丰泰嘉禾宏博鼎盛佳源启润泽康迪凯沃德盟宝美兴隆永智云航飞翔凤湖林森竹松柏梅兰菊荷玉晶铭锐锋钧钛碳影"
    "棋琴雪霜露霞晨曦旭朝辰宇宙乾坤圆静雅致诚义仁贤真纯净澄岚若扶采薇梧榆郁苍翠芳菲芷蕙莲萱葵蓉薰芝茗茂荣葆"
    "沁沐涵淳清渊渝湘漓潇潭澜瀚灏炎焕煜熙烨燊珂珑珠琅琛琦琪瑶瑾璞璟璇皓皎睿祺祥禧稷穆筠篁绮绣绫维缘羽翎翰耀"
)
_PLACES = ("重庆", "重庆", "重庆", "重庆市大渡口区", "", "四川")
_TRADES = (
    "精密机械", "光学", "生物科技", "食品", "环保设备", "新材料", "电子", "软件", "玻纤制品", "医疗器械",
    "信息技术", "包装", "科技", "科技", "实业", "智能科技", "机电设备", "商贸",
)  # fmt: skip
_MONTHLY = (
    "规模以上工业增加值",
    "固定资产投资",
    "社会消费品零售总额",
    "工业投资",
    "进出口总额",
    "工业用电量",
)
_CHAINS = ("智能视觉", "体外诊断", "重庆小面", "垃圾焚烧", "玻璃纤维", "智算")
_TITLES = ("国家级专精特新“小巨人”企业", "国家高新技术企业", "市级专精特新企业")


@dataclass(frozen=True, slots=True)
class Firm:
    """A made-up firm; revenue (万元) and persons by year."""

    name: str
    scope: str
    code: str
    revenue: tuple[int, ...]
    persons: tuple[int, ...]

    def spent(self, at: int) -> int:
        """On research in one of the years, 万元."""
        return self.revenue[at] // (15 + self.persons[at] % 45)


def firms(count: int) -> list[Firm]:
    """So many firms, each under its own name."""
    chance, maker = random.Random(SEED), Maker(SEED)
    made: dict[str, Firm] = {}
    while len(made) < count:
        brand = "".join(chance.sample(_BRANDS, chance.choice((2, 2, 3))))
        name = f"{chance.choice(_PLACES)}{brand}示例{chance.choice(_TRADES)}有限公司"
        if name not in made:
            row = maker.row(on_none=len(made) % 5 == 4)
            revenue, persons = [chance.randint(200, 90_000)], [chance.randint(5, 900)]
            for _ in YEARS[1:]:
                revenue.append(max(100, round(revenue[-1] * chance.uniform(0.85, 1.3))))
                persons.append(max(3, round(persons[-1] * chance.uniform(0.9, 1.15))))
            made[name] = Firm(name, row.scope, row.code, tuple(revenue), tuple(persons))
    return list(made.values())


def write(folder: Path, count: int) -> None:
    """The made-up files below `sources/`."""
    everyone, chance = firms(count), random.Random(SEED)
    _table(
        folder / "合成示例企业登记.csv", ("企业名称", "行业代码", "经营范围"),
        [(one.name, one.code, one.scope) for one in everyone], "2026-06-30",
    )  # fmt: skip
    for first in range(0, count, FIRMS_A_TABLE):
        some = everyone[first : first + FIRMS_A_TABLE]
        for at, year in enumerate(YEARS):
            _table(
                folder / f"合成示例企业经营情况_{year}年_{first // FIRMS_A_TABLE + 1:02d}.csv",
                ("企业名称", "年份", "营业收入（万元）", "研发费用（万元）", "员工人数（人）"),
                [(one.name, year, one.revenue[at], one.spent(at), one.persons[at]) for one in some],
                f"{year + 1}-03",
            )  # fmt: skip
    for number, first in enumerate(range(0, count, FIRMS_A_REPORT), start=1):
        text = "\n".join(_report(number, everyone[first : first + FIRMS_A_REPORT], everyone, chance))
        (folder / f"合成示例快报_{number:04d}.txt").write_text(text, "utf-8")


def _table(path: Path, heads: tuple[str, ...], lines: list[tuple[object, ...]], dated: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *lines])
    path.with_name(f"{path.name}.meta.toml").write_text(
        f'publisher = "bulian 项目（合成）"\npublished_on = "{dated}"\nlicence = "Apache-2.0"\n'
        'access = "public"\n',
        "utf-8",
    )


def _report(number: int, some: list[Firm], everyone: list[Firm], chance: random.Random) -> Iterator[str]:
    year, month = YEARS[number % 2 + 2], 2 + number % 11
    yield f"产业运行快报（合成示例第{number}期）"
    yield f"{year}年{month}月20日"
    growth = [f"{name}同比增长{chance.uniform(-3, 15):.1f}%" for name in chance.sample(_MONTHLY, 2)]
    yield f"1-{month - 1}月，全区{'，'.join(growth)}。" if month > 2 else f"1月，全区{'，'.join(growth)}。"
    for one in some:
        yield "".join(_sentences(one, year, month, everyone, chance))
    yield "本文为测量而编造，所述企业与数字均为合成。"


def _sentences(
    one: Firm, year: int, month: int, everyone: list[Firm], chance: random.Random
) -> Iterator[str]:
    last = YEARS.index(year) - 1
    wrong = 1.3 if chance.random() < 0.05 else 1
    yield f"{one.name}{year - 1}年实现营业收入{one.revenue[last] * wrong / 10_000:.2f}亿元，"
    yield f"同比增长{chance.uniform(-10, 30):.1f}%。"
    match chance.randrange(6):
        case 0:
            yield f"{one.name}与{chance.choice(everyone).name}签订战略合作协议。"
        case 1:
            yield f"{year}年{month}月，{one.name}二期项目开工建设，总投资{chance.uniform(0.5, 40):.1f}亿元。"
        case 2:
            yield f"预计到{year + 3}年，{one.name}产值达到{one.revenue[last] / 4_000:.1f}亿元。"
        case 3:
            yield f"{year}年{month - 1}月，{one.name}获评{chance.choice(_TITLES)}。"
        case 4:
            yield f"{chance.choice(everyone).name}采购{one.name}的产品。"
        case _:
            yield f"{one.name}是{chance.choice(_CHAINS)}产业链的骨干企业。"


def district(folder: Path, count: int = FIRMS) -> Workspace:
    """The district in `folder`, made where it is not there yet."""
    done = folder / "made.txt"
    if not (done.is_file() and done.read_text("utf-8") == f"{count} {SEED}"):
        place = bulian.demo(folder, now=NOW, lang="zh").workspace
        write(place.sources, count)
        bulian.build(place, now=NOW)
        done.write_text(f"{count} {SEED}", "utf-8")
    return load_workspace(folder)


def told(workspace: Workspace) -> str:
    """How large the district is."""
    with read_ledger(workspace.ledger) as ledger:
        ((documents, facts),) = rows(ledger, "select count(distinct document), count(*) from fact")
        kinds = ", ".join(f"{count:,} of {kind}" for kind, count in rows(
            ledger, "select kind, count(*) from fact group by kind order by kind"
        ))  # fmt: skip
    return f"{facts:,} facts of {documents:,} documents: {kinds}"


def main() -> None:
    """Make the district and tell how large it is."""
    began = time.perf_counter()
    place = district(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else FIRMS)
    print(f"made in {time.perf_counter() - began:.0f} s: {told(place)}")


if __name__ == "__main__":
    main()
