"""Where the reference data lies: BULIAN_DATA, else `../shared/data` beside the project."""

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("BULIAN_DATA") or Path(__file__).parents[2] / "shared" / "data").resolve()
SEEDS = DATA.parent / "seeds"
GOLD = DATA.parent / "gold"
SCORER = DATA.parent / "tools" / "score.py"

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"reference data not tested: {DATA} is not there")
needs_seeds = pytest.mark.skipif(
    not (SEEDS.is_dir() and GOLD.is_dir() and SCORER.is_file()),
    reason=f"the two founding reports were not read: {SEEDS} is not there",
)
