"""What the file beside a document says of it."""

from pathlib import Path

import pytest

from bulian.corpus.metadata import metadata_path, read_metadata
from bulian.errors import BadRequest
from bulian.model.document import Metadata


def beside(folder: Path, text: str) -> Path:
    path = folder / "一月 报告.xlsx"
    metadata_path(path).write_text(text, "utf-8")
    return path


def test_every_field(tmp_path: Path) -> None:
    text = (
        'published_on = "2024-02-18"\npublisher = "区统计局"\naddress = "https://example.org/1"\n'
        'licence = "CC BY 4.0"\naccess = "public"\nsynthetic = true\n'
    )
    assert metadata_path(tmp_path / "a.txt").name == "a.txt.meta.toml"
    assert read_metadata(beside(tmp_path, text)) == Metadata(
        "2024-02-18", "区统计局", "https://example.org/1", "CC BY 4.0", "public", True
    )


def test_nothing_beside_it_means_nothing_known(tmp_path: Path) -> None:
    assert read_metadata(tmp_path / "a.txt") == Metadata()


@pytest.mark.parametrize(
    ("written", "date"),
    [('"2024"', "2024"), ("2024", "2024"), ('"2024-02"', "2024-02"), ("2024-02-18", "2024-02-18")],
)
def test_dates_as_people_write_them(tmp_path: Path, written: str, date: str) -> None:
    assert read_metadata(beside(tmp_path, f"published_on = {written}")).published_on == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('publsher = "x"', "publsher"),
        ("publisher = 3", "publisher"),
        ('publisher = " "', "publisher"),
        ('published_on = "2024-13"', "2024-13"),
        ('published_on = "2024-02-30"', "2024-02-30"),
        ('published_on = "昨天"', "昨天"),
        ("published_on = 2024-02-18T08:00:00", "published_on"),
        ("published_on = true", "published_on"),
        ('access = "secret"', "secret"),
        ("synthetic = 1", "synthetic"),
        ("published_on =", "no TOML"),
    ],
)
def test_what_does_not_fit_is_named_with_its_file(tmp_path: Path, text: str, names: str) -> None:
    with pytest.raises(BadRequest) as caught:
        read_metadata(beside(tmp_path, text))
    assert names in caught.value.en
    assert "一月 报告.xlsx.meta.toml" in caught.value.zh
    assert "请改正" in caught.value.zh
