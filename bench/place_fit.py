"""Fit the weights that put firms on nodes, on made rows with a fixed seed, and write them to the vocabulary.

    .venv/bin/python bench/place_fit.py

Maximum a posteriori logistic regression by Newton's method. What made rows do not show (a firm's name, what
documents say) keeps its prior, which is ours; all else starts from 0. The rows
are other ones than the bench's.
"""

from pathlib import Path

import numpy as np
from place_rows import made_rows

from bulian.chain.catalogue import shipped_chains
from bulian.chain.placing import FirmRow, cases
from bulian.chain.retrieve import index_of
from bulian.chain.score import PARTS, parts_of
from bulian.vocab.table import FOLDER
from bulian.vocab.thresholds import placement_weights

ROWS, SEED, ROUNDS = 4_000, 1126, 2
PRIOR = {"name": 1.0, "relation": 3.0}
STRENGTH = 1.0
FILE = FOLDER / "placement_weights.csv"


def examples(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The best clause of every firm and node by these weights, and whether the firm is there."""
    index = index_of(shipped_chains())
    rows: list[np.ndarray] = []
    truth: list[bool] = []
    for row in made_rows(ROWS, SEED):
        best: dict[tuple[str, str], np.ndarray] = {}
        for case in cases(index, FirmRow(row.firm, row.scope, code=row.code)):
            key = (case.spot.chain, case.spot.node)
            parts = np.array([1.0, *parts_of(case).values()])
            if key not in best or parts @ weights > best[key] @ weights:
                best[key] = parts
        rows += best.values()
        truth += [key in row.nodes for key in best]
    return np.array(rows), np.array(truth, dtype=float)


def fitted(rows: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """The weights, the constant first."""
    prior = np.array([0.0, *(PRIOR.get(name, 0.0) for name in PARTS)])
    strength = np.array([0.0, *[STRENGTH] * len(PARTS)])
    weights = prior.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (truth - chance) - strength * (weights - prior)
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(strength + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Fit, write, and say what came out."""
    known = placement_weights()
    weights = np.array([known["constant"], *(known[name] for name in PARTS)])
    for _ in range(ROUNDS):
        rows, truth = examples(weights)
        weights = fitted(rows, truth)
    told = dict(zip(("constant", *PARTS), (f"{one:.2f}" for one in weights), strict=True))
    lines = []
    for line in FILE.read_text("utf-8").splitlines():
        part, _, rest = line.partition(",")
        lines.append(f"{part},{told[part]},{rest.split(',', 1)[1]}" if part in told else line)
    Path(FILE).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} pairs, {int(truth.sum())} true; {told}")


if __name__ == "__main__":
    main()
