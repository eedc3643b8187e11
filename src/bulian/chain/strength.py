"""How strong a node is by numbers that no report tells: what a district works out and enters itself (强链).

They lie in `chains/CHAIN.strength.csv` of the workspace, a line a node, an empty cell where nothing is known:
node, location_quotient (its share of the district's output over the same share of the country's),
local_coverage (of what the chain here uses of it, the part made here), share_trend (points a year that its
share of the country gained over five years), technology_rank (0 the lowest to 1 the highest among peers),
source. A node is weak where LQ < 1, coverage < 0.5, trend < 0 or its rank lies in the lowest third; unknown
fails no test.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from bulian.vocab.table import Row, rows
from bulian.vocab.thresholds import chain_thresholds

Measured = Literal["location_quotient", "local_coverage", "share_trend", "technology_rank"]
MEASURED: tuple[Measured, ...] = ("location_quotient", "local_coverage", "share_trend", "technology_rank")


@dataclass(frozen=True, slots=True)
class Strength:
    """What is known of a node's strength; a number that nobody knows is left out. `source` says whence."""

    node: str
    numbers: Mapping[Measured, Decimal]
    source: str

    @property
    def failed(self) -> tuple[Measured, ...]:
        """The tests it fails, in the order of `MEASURED`."""
        least = chain_thresholds()
        return tuple(
            name for name in MEASURED if name in self.numbers and self.numbers[name] < least[f"weak_{name}"]
        )


def strengths(file: Path, nodes: Container[str]) -> dict[str, Strength]:
    """The strengths that a file tells, by node; {} where there is no file.

    Raises:
        VocabularyError: a header, number or node is wrong, or a node stands there twice; names the line.
    """
    if not file.is_file():
        return {}
    found: dict[str, Strength] = {}
    for row in rows(file, ("node", *MEASURED, "source")):
        node = row.text("node")
        if node not in nodes:
            raise row.wrong(f"the chain has no node {node!r}", f"链上没有环节“{node}”")
        if node in found:
            raise row.wrong(f"{node} stands here twice; keep one row", f"{node} 出现两次，请保留一行")
        found[node] = Strength(node, _numbers(row), row.text("source"))
    return found


def untested(known: Iterable[Strength]) -> tuple[Measured, ...]:
    """The tests for which no node has a number."""
    tested = {name for one in known for name in one.numbers}
    return tuple(name for name in MEASURED if name not in tested)


def _numbers(row: Row) -> dict[Measured, Decimal]:
    return {name: row.decimal(name) for name in MEASURED if row.optional(name)}
