"""`bulian backtest` on the synthetic table of the examples, and what it refuses."""

import json
from pathlib import Path

from tests.cli.command import Bulian

PEERS = Path(__file__).parents[2] / "examples" / "peers" / "示例同类地区_合成.csv"


def test_the_example_says_that_it_is_made_up(bulian: Bulian) -> None:
    said = bulian("backtest", PEERS, "--train", 2010, "--test", 2015, "--draws", 20)
    assert said.code == 0
    assert "合成数据" in said.out
    assert "扎根模型" in said.out


def test_json_has_an_order_a_row_the_model_first(bulian: Bulian) -> None:
    asked = ("--train", 2010, "--test", 2015, "--draws", 20, "--format", "json")
    rows = json.loads(bulian("backtest", PEERS, *asked).out)
    assert [row["order"] for row in rows][:2] == ["entry_model", "margins_only"]
    assert all(0 < row["auc"] < 1 for row in rows)


def test_training_on_what_nobody_knew_is_refused(bulian: Bulian) -> None:
    said = bulian("backtest", PEERS, "--train", 2015, "--test", 2015, "--lang", "en")
    assert said.code == 1
    assert "leak" in said.err


def test_a_missing_column_is_named_with_its_option(bulian: Bulian) -> None:
    said = bulian("backtest", PEERS, "--train", 2010, "--test", 2015, "--value", "产值", "--lang", "en")
    assert said.code == 1
    assert "--value NAME" in said.err
