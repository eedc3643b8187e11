"""Whom to attract: 200,000 outside firms indexed once and asked; introductions beside brute force.

    .venv/bin/python bench/prospects.py

The register is made (`place_rows.py`, with regions and customers), written as CSV and brought in as a user
would; the answers are whole calls on a workspace with a document. The recall beside placing every row says
what retrieval loses.
"""

import csv
import random
import resource
import tempfile
import time
from itertools import pairwise, permutations
from math import isclose, prod
from pathlib import Path

from machine import facts as machine
from place_rows import Row, made_rows

import bulian
from bulian.chain.catalogue import shipped_chains
from bulian.chain.placing import FirmRow, place
from bulian.chain.retrieve import index_of
from bulian.extract.fold import fold
from bulian.plan.firm_index import nearest
from bulian.plan.introducing import Link, Network
from bulian.vocab.introductions import link_kinds

FIRMS, SEED, GRAPHS = 200_000, 20261126, 1_000
NOW = "2026-11-26T09:00:00+08:00"
ASKED = ("光学镜头", "智能视觉", None)
TEXT = "甲山光学有限公司生产光学镜头，是智能视觉产业链链主企业。\n"
PLACES = ("江苏省苏州市", "浙江省杭州市", "广东省深圳市", "四川省成都市", "上海市")
HEADS = (
    "企业名称",
    "所属地区",
    "经营范围",
    "行业代码",
    "注册资本",
    "成立日期",
    "参保人数",
    "经营状态",
    "主要客户",
)


def write_register(path: Path, count: int) -> None:
    """A register as an office would export it."""
    draw = random.Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        for at, row in enumerate(made_rows(count, SEED)):
            writer.writerow((
                f"{row.firm[:-4]}{at}{row.firm[-4:]}", draw.choice(PLACES), row.scope, row.code,
                f"{draw.randint(10, 90_000)}万元", f"{draw.randint(1995, 2025)}-0{draw.randint(1, 9)}-15",
                draw.randint(0, 3000), draw.choice(("存续", "存续", "存续", "注销")),
                "甲山光学有限公司" if draw.random() < 0.01 else "",
            ))  # fmt: skip


def main() -> None:
    """Print how long each step takes and what retrieval loses."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        speed(Path(folder))
    recall(20_000)
    introductions()


def speed(folder: Path) -> None:
    """Bring the register in, then ask."""
    register = folder / "外地企业.csv"
    write_register(register, FIRMS)
    workspace = bulian.init(folder / "甲山区", region="500104", name="甲山区")
    (workspace.sources / "情况.txt").write_text(TEXT, "utf-8")
    bulian.build(workspace, now=NOW)
    began = time.perf_counter()
    done = bulian.bring(workspace, register)
    assert done.indexed is not None
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = (workspace.root / "outside.db").stat().st_size / 1e6
    print(
        f"indexed {done.indexed.firms:,} of {FIRMS:,} rows in {took:.1f} s (bar 120), {peak:.0f} MB "
        f"(bar 2,048), file {size:.0f} MB"
    )
    for asked in ASKED:
        began = time.perf_counter()
        found = bulian.prospects(workspace, asked, now=NOW)
        took = time.perf_counter() - began
        print(
            f"prospects {asked or '(all gaps)'}: {len(found.found)} firms for {len(found.wanted)} nodes in "
            f"{took:.2f} s (bar 3)"
        )
    began = time.perf_counter()
    firm = next(one.candidate.firm.name for one in found.found)
    bulian.path(workspace, firm)
    print(f"path: {time.perf_counter() - began:.2f} s")


def recall(count: int) -> None:
    """Of the firms that placing every row puts on a node, how many are among its nearest 400."""
    from bulian.plan.firm_index import OutsideFirm, write_index

    index = index_of(shipped_chains())
    rows = made_rows(count, SEED + 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outside.db"
        firms = (
            OutsideFirm(
                f"{row.firm}{at}", {"scope": fold(row.scope), "industry": row.code}, str(at), None, True
            )
            for at, row in enumerate(rows)
        )
        write_index(path, firms, index, "")
        placed: dict[tuple[str, str], set[str]] = {}
        told = (FirmRow(f"{row.firm}{at}", row.scope, code=row.code) for at, row in enumerate(rows))
        for row, spotted in place(index, told):
            for one in spotted:
                if one.sure:
                    placed.setdefault((one.chain, one.node), set()).add(row.firm)
        met = sum(
            len({one.name for one in nearest(path, *node, 400)} & names) for node, names in placed.items()
        )
        whole = sum(map(len, placed.values()))
    print(
        f"retrieval: of {whole:,} firms that placing {count:,} rows puts on a node, {met / whole:.4f} are "
        "among its nearest 400"
    )


def _told(row: Row) -> dict[str, str]:
    """A row as reading a table leaves it: folded."""
    return {"scope": fold(row.scope), "industry": row.code}


def introductions() -> None:
    """The strongest introduction beside trying every chain of at most three links."""
    draw = random.Random(SEED)
    names, kinds = "abcdefg", sorted(link_kinds())
    same = 0
    for _ in range(GRAPHS):
        pairs = [draw.sample(names, 2) for _ in range(draw.randint(0, 12))]
        links = [Link(one, other, draw.choice(kinds), "", "") for one, other in pairs]
        here, goal = set(draw.sample(names, 2)), draw.choice(names)
        best: dict[tuple[str, str], float] = {}
        for one in links:
            for pair in ((one.one, one.other), (one.other, one.one)):
                best[pair] = max(best.get(pair, 0.0), one.strength)
        tried = (
            prod(best.get(pair, 0.0) for pair in pairwise(chain))
            for length in (2, 3, 4)
            for chain in permutations(names, length)
            if chain[0] in here and chain[-1] == goal
        )
        found = Network(links).strongest(goal, here)
        same += isclose(found.strength if found else 0.0, max(tried, default=0.0))
    print(f"introductions: {same:,} of {GRAPHS:,} random networks as strong as the best of all chains")


if __name__ == "__main__":
    main()
