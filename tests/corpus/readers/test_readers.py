"""One contract for every reader: a new file is held to it by being there."""

import inspect
from pathlib import Path

import pytest

from bulian.corpus.reader import Reader
from bulian.corpus.readers import readers

DOCS = Path(__file__).parents[3] / "docs" / "formats.md"


@pytest.mark.parametrize("reader", {reader.name: reader for reader in readers().values()}.values())
def test_a_reader_explains_itself(reader: Reader) -> None:
    assert inspect.getdoc(reader.read)
    assert inspect.getdoc(inspect.getmodule(reader.read))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in reader.suffixes)


def test_every_ending_is_documented() -> None:
    text = DOCS.read_text("utf-8")
    assert [suffix for suffix in readers() if f"`{suffix}`" not in text] == []


def test_readers_are_light_until_they_read() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from bulian.corpus import read; from bulian.corpus.readers import readers; readers()\n"
        "heavy = {'lxml', 'docx', 'openpyxl', 'pypdfium2', 'pdfplumber', 'trafilatura', 'python_calamine'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
