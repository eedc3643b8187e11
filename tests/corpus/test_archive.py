"""Archives made to hurt are not unpacked."""

import io
import zipfile
from pathlib import Path

import pytest

from bulian.corpus import read
from bulian.corpus.archive import open_archive, read_member
from bulian.corpus.workers import Limits, run_each
from bulian.errors import Unreadable
from tests.corpus import made
from tests.corpus.fuzzing import read_bytes


def bomb(megabytes: int) -> bytes:
    """A Word document of a few hundred kilobytes that unpacks to many megabytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 1024**2)
    return buffer.getvalue()


def test_a_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    (tmp_path / "炸弹.docx").write_bytes(bomb(300))
    with pytest.raises(Unreadable, match="unpacks to 300 MB") as caught:
        read(tmp_path / "炸弹.docx", "炸弹.docx")
    assert "拆分另存" in caught.value.zh


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(Unreadable, match="10001 parts"):
        open_archive(made.packed({f"{n}": b"" for n in range(10_001)}), "a.docx")


@pytest.mark.parametrize("name", ["../evil", "word/../../evil", "..\\evil"])
def test_a_part_outside_its_folder_is_refused(name: str) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        open_archive(made.packed({name: b"x"}), "a.docx")


def test_a_directory_that_lies_about_a_size_gives_no_more_than_it_says() -> None:
    raw = bytearray(bomb(20))
    declared = (20 * 1024**2).to_bytes(4, "little")
    assert raw.count(declared) >= 1
    lying = bytes(raw).replace(declared, (1000).to_bytes(4, "little"))
    archive = open_archive(lying, "a.docx")
    with pytest.raises(Unreadable, match="damaged"):
        read_member(archive, "word/document.xml", "a.docx")


def test_a_flood_of_markup_ends_at_the_limit_of_memory() -> None:
    rows = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 3_000_000
    namespace = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    raw = made.packed(
        {"word/document.xml": b'<w:d xmlns:w="' + namespace + b'"><w:body>' + rows + b"</w:body></w:d>"}
    )
    limits = Limits(memory_bytes=700 * 1024**2, seconds=20)
    [(_, outcome)] = run_each(read_bytes, [(".docx", raw)], limits=limits, name=lambda _: "a.docx")
    assert isinstance(outcome, Unreadable)
