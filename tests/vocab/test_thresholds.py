"""Files of thresholds: each number with its meaning in both languages, and bad rows refused."""

import re
from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab.table import FOLDER
from bulian.vocab.thresholds import FILES, told


def test_every_file_of_thresholds_is_listed() -> None:
    named = {path.name for path in FOLDER.glob("*.csv") if "\nname,value,meaning," in path.read_text("utf-8")}
    assert named == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_a_chinese_meaning_is_chinese_and_speaks_of_the_same_numbers(file: str) -> None:
    for one in told(file):
        assert re.search("[一-鿿]", one.zh), one.name
        assert one.value == one.value.__class__(one.written)
        for number in re.findall(r"\b(?:19|20)\d\d\b", one.en):  # years of sources stand in both
            assert number in one.zh, one.name


@pytest.mark.parametrize(
    ("row", "said"),
    [("a,1,x,甲\na,2,x,甲", "twice"), ("a,many,x,甲", "no number"), ("a,1,x,", "meaning_zh is empty")],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(f"name,value,meaning,meaning_zh\n{row}\n", "utf-8")
    with pytest.raises(VocabularyError, match=said):
        told(str(file))
