"""Sets of YAML files: shipped, the workspace's own over them, in either ending."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab.sets import files_of, keyed_entry, shipped_and_own


@dataclass(frozen=True)
class Thing:
    key: str
    own: bool


def thing(file: Path, own: bool) -> Thing:
    return Thing(keyed_entry(file, "zh").text("key"), own)


def written(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(f"key: {name.partition('.')[0]}\nzh: 甲\n", "utf-8")
    return folder


def test_ones_own_stands_in_for_the_shipped_and_both_endings_are_read(tmp_path: Path) -> None:
    shipped = written(tmp_path / "带", "a.yaml", "b.yaml")
    own = written(tmp_path / "己", "b.yml", "c.yaml", "说明.txt")
    told = shipped_and_own(shipped, own, thing)
    assert {key: one.own for key, one in told.items()} == {"a": False, "b": True, "c": True}
    assert list(shipped_and_own(shipped, tmp_path / "没有", thing)) == ["a", "b"]
    assert files_of(None) == []


@pytest.mark.parametrize(("text", "says"), [("key: b\nzh: 甲", "file's name, a"), ("key: a\nx: 1", "x")])
def test_another_key_or_entry_is_refused_with_its_file(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(VocabularyError, match=says) as refused:
        keyed_entry(tmp_path / "a.yaml", "zh")
    assert "a.yaml" in str(refused.value)
