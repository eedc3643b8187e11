"""The page for people with tables: its code runs as printed and gives what it says."""

import re
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from bulian.measure.complexity_index import NotSeparated

PAGE = Path(__file__).parents[3] / "docs" / "howto" / "measure-a-table.md"


def test_the_code_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    made: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotSeparated)
        exec(compile(code, str(PAGE), "exec"), made)
    quotients: pd.DataFrame = made["quotients"]
    held_back = quotients[quotients["why"] == "suppressed"]
    assert held_back[["区县", "行业"]].to_numpy().tolist() == [["丙区", "物流"]]
    # 60 of 100 here, 60 of 280 everywhere
    glass = quotients[(quotients["区县"] == "甲区") & (quotients["行业"] == "玻璃")]
    assert glass["location_quotient"].item() == pytest.approx(0.6 / (60 / 280))
    assert "Hirschman" in capsys.readouterr().out
