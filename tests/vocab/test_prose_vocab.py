"""The word lists of the reader of prose: each loads, and a bad row is named by file and line."""

from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab.cues import cues
from bulian.vocab.indicators import indicators
from bulian.vocab.prose import prose_stops
from bulian.vocab.regions import regions
from bulian.vocab.table import rows
from bulian.vocab.units import magnitudes, units


def test_an_alias_names_the_bureaus_term() -> None:
    assert indicators()["规上工业增加值"] is indicators()["规模以上工业增加值"]
    assert indicators()["社零"].name == "社会消费品零售总额"


def test_units_turn_into_canonical_ones() -> None:
    assert (units()["公顷"].canonical, str(units()["公顷"].factor)) == ("ha", "1")
    assert magnitudes()["万亿"] == 10**12


def test_a_division_knows_its_parent() -> None:
    assert regions()["500104"].name == "大渡口区"
    assert regions()[regions()["320583"].parent].name == "苏州市"


def test_longer_cues_come_first() -> None:
    words = list(cues("before"))
    assert words.index("不超过") < words.index("超过") < words.index("超")


def test_no_indicator_is_a_stop() -> None:
    assert not {word for word, stop in prose_stops().items() if stop.kind != "guard"} & set(indicators())


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("# source\nword,kind\n达到,link\n为\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"words\.csv, line 4: 1 cells instead of 2"):
        list(rows(file, ("word", "kind")))


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("wort,kind\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="header must read word,kind"):
        list(rows(file, ("word", "kind")))
