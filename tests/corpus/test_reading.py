"""From a path to a document, or to one clear sentence that says what to do."""

import hashlib
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.corpus import read
from bulian.corpus.reading import MAX_TEXT_BYTES, lies_within, needs_limits
from bulian.corpus.workers import Limits, run_each
from bulian.errors import Unreadable
from bulian.model.document import Document, Metadata
from tests.corpus import made
from tests.corpus.fuzzing import read_bytes
from tests.shared import SEEDS, needs_seeds

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_as(folder: Path, name: str, raw: bytes) -> Document:
    path = folder / name
    path.write_bytes(raw)
    return read(path, name)


def refusal(folder: Path, name: str, raw: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_as(folder, name, raw)
    assert caught.value.file == name
    assert name in caught.value.zh
    return caught.value


def test_a_text_with_blanks_and_chinese_in_its_name(tmp_path: Path) -> None:
    raw = "产值 380亿元。\r\n".encode("gb18030")
    document = read_as(tmp_path, "大渡口区 2023年 公报.txt", raw)
    assert document.text == "产值 380亿元。\r\n"
    assert document.doc == hashlib.sha256(raw).hexdigest()
    assert (document.reader, document.encoding) == ("text", "gb18030, guessed")
    assert document.metadata == Metadata()


def test_metadata_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("文", "utf-8")
    known = Metadata(published_on="2024-01", synthetic=True)
    assert read(tmp_path / "a.md", "a.md", metadata=known).metadata == known


@pytest.mark.parametrize(
    ("name", "make", "reader"),
    [
        ("a.docx", made.word, "docx"),
        ("a.xlsx", made.xlsx, "sheet"),
        ("a.xls", made.xls, "sheet"),
        ("a.ods", made.ods, "sheet"),
        ("a.pdf", made.pdf, "pdf"),
        # Endings that lie:
        ("a.doc", made.word, "docx"),
        ("a.txt", made.word, "docx"),
        ("a.xls", made.xlsx, "sheet"),
        ("a.xlsx", made.xls, "sheet"),
        ("a.et", made.xlsx, "sheet"),
        ("a.txt", made.pdf, "pdf"),
        ("a", made.pdf, "pdf"),
        (
            "a.xls",
            lambda: b"<html><table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>",
            "html",
        ),
        ("a.xls", lambda: "指标\t数值\n产值\t380\n".encode("gb18030"), "csv"),
        ("a.xls", lambda: "指标\t数值\n产值\t380\n".encode("utf-16"), "csv"),
        ("a.csv", lambda: "指标,数值\n".encode(), "csv"),
        ("a.csv", lambda: "HN01,湖南\n".encode(), "csv"),
        ("a.txt", lambda: b"about %PDF-1.7 files", "text"),
        ("a.HTM", lambda: "<p>产值380亿元。</p>".encode(), "html"),
    ],
)
def test_a_file_is_read_by_what_it_holds(tmp_path: Path, name: str, make, reader: str) -> None:  # type: ignore[no-untyped-def]
    document = read_as(tmp_path, name, make())
    assert document.reader == reader
    assert document.text.strip() or document.tables[0].cells


@pytest.mark.parametrize(
    ("name", "raw", "says", "remedy"),
    [
        ("a.txt", b"", "is empty", "空的"),
        ("a.txt", b" \r\n\t", "is empty", "空的"),
        ("a.csv", b",,\n,,\n", "is empty", "空的"),
        ("a.doc", OLE + b"\0" * 600, "compound file", "请转换"),
        ("a.rtf", b"{\\rtf1 x}", "RTF", "另存为 .docx"),
        ("a.doc", b"{\\rtf1 x}", "RTF", "另存为 .docx"),
        ("a.docx", b"PK\x03\x04 no archive", "damaged", "已损坏"),
        ("a.docx", b"no archive at all", "no docx", "另存"),
        ("a.pdf", b"%PDF-1.7 and nothing else", "damaged", "重新打印"),
        ("a.pdf", b"just words", "no pdf", "另存"),
        ("a.zip", made.packed({"a.txt": b"x"}), "packed archive", "解压"),
        ("a.rar", b"Rar!\x1a\x07\x00 etc", "packed archive", "解压"),
        ("a.jpg", b"\xff\xd8\xff\xe0 etc", "picture", "OCR"),
        ("a.pptx", made.packed({"ppt/presentation.xml": b"<x/>"}), "slide show", "PDF"),
        ("a.ofd", made.packed({"OFD.xml": b"<x/>"}), "OFD", "PDF"),
        ("a.wps", b"whatever this is", "WPS", "另存为 .docx"),
        ("a.et", made.xls(), "WPS", "另存为 .xlsx"),
        ("a.mht", b"MIME-Version: 1.0\r\n", "MHTML", "PDF"),
        ("a.xml", b"<?xml version='1.0'?><Workbook/>", "XML", "另存为 .xlsx"),
        ("a.xls", b"<?xml version='1.0'?><Workbook/>", "XML", "另存为 .xlsx"),
        ("a.exe", b"MZ\x90\x00", "not read", "转换"),
        ("a.xlsx", made.formulas_only(), "formulas without results", "打开并保存"),
        ("a.pdf", made.scan(), "scan", "OCR"),
        ("a.pdf", made.pdf(1, password="秘密".encode().hex()), "password", "密码"),
    ],
)
def test_what_is_not_read_says_what_to_do(
    tmp_path: Path, name: str, raw: bytes, says: str, remedy: str
) -> None:
    error = refusal(tmp_path, name, raw)
    assert says in error.en
    assert remedy in error.zh
    assert "\n" not in error.en + error.zh


def test_an_encrypted_office_file_has_a_password(tmp_path: Path) -> None:
    assert "password" in refusal(tmp_path, "a.xlsx", encrypted_package()).en


def encrypted_package() -> bytes:
    """The container of an encrypted Office file: one directory sector with the entry that says so."""
    header = bytearray(OLE + b"\0" * 504)
    header[30:32] = (9).to_bytes(2, "little")  # sectors of 512 bytes
    header[44:48], header[48:52] = (1).to_bytes(4, "little"), (1).to_bytes(4, "little")
    header[68:72] = b"\xfe\xff\xff\xff"
    header[76:512] = b"\0\0\0\0" + b"\xff" * 432
    table = b"\xfd\xff\xff\xff\xfe\xff\xff\xff".ljust(512, b"\xff")
    return (
        bytes(header)
        + table
        + directory_entry("Root Entry", child=1)
        + directory_entry("EncryptedPackage")
        + b"\0" * 256
    )


def directory_entry(name: str, *, child: int = 0xFFFFFFFF) -> bytes:
    encoded = name.encode("utf-16-le")
    none = b"\xff\xff\xff\xff"
    entry = encoded.ljust(64, b"\0") + (len(encoded) + 2).to_bytes(2, "little") + b"\2\1"
    return (entry + none + none + child.to_bytes(4, "little")).ljust(128, b"\0")


def test_a_text_over_the_cap_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(300 * 1024**2)
    with pytest.raises(Unreadable, match="300 MB; at most 64 MB") as caught:
        read(path, "大.txt")
    assert MAX_TEXT_BYTES == 64 * 1024**2
    assert "拆分" in caught.value.zh


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "fehlt.txt", tmp_path):
        with pytest.raises(Unreadable, match="no such file"):
            read(path, path.name)


@pytest.mark.skipif(
    os.geteuid() == 0, reason="the superuser may read any file, so permissions were not tested"
)
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("文", "utf-8")
    path.chmod(0)
    with pytest.raises(Unreadable, match="does not let it be read"):
        read(path, "a.txt")


def test_only_plain_text_is_read_without_limits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("产值".encode())
    (tmp_path / "b.txt").write_bytes(made.packed({"a": b"x"}))
    (tmp_path / "c.docx").write_bytes(b"")
    assert [needs_limits(tmp_path / name) for name in ("a.txt", "b.txt", "c.docx", "d.csv", "e.jpg")] == [
        False,
        True,
        True,
        False,
        True,
    ]


def test_a_link_out_of_the_folder_is_seen(tmp_path: Path) -> None:
    inside, outside = tmp_path / "sources", tmp_path / "secret.txt"
    inside.mkdir()
    outside.write_text("x")
    (inside / "link.txt").symlink_to(outside)
    (inside / "own.txt").write_text("x")
    assert not lies_within(inside / "link.txt", inside)
    assert lies_within(inside / "own.txt", inside)


@needs_seeds
def test_a_real_report_is_read_as_stored() -> None:
    path = next(SEEDS.glob("000_*.txt"))
    assert read(path, path.name).text == path.read_text("utf-8")


def test_reading_twice_gives_the_same_document(tmp_path: Path) -> None:
    for name, raw in (("a.pdf", made.pdf(8)), ("a.docx", made.word()), ("a.xlsx", made.xlsx())):
        assert read_as(tmp_path, name, raw) == read_as(tmp_path, name, raw)


LIMITS = Limits(memory_bytes=1024**3, seconds=20)
SUFFIXES = (".txt", ".md", ".csv", ".html", ".docx", ".xlsx", ".xls", ".ods", ".pdf", ".doc", "")


@settings(max_examples=4, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SUFFIXES), st.binary(max_size=2000)), min_size=20, max_size=40))
def test_any_bytes_are_a_document_or_quarantined(items: list[tuple[str, bytes]]) -> None:
    assert_read_or_refused(items)


def test_damaged_files_are_a_document_or_quarantined() -> None:
    dice = random.Random(7)
    originals = {".docx": made.word(), ".xlsx": made.xlsx(), ".xls": made.xls(), ".pdf": made.pdf(3)}
    assert_read_or_refused([(s, damage(raw, dice)) for s, raw in originals.items() for _ in range(20)])


def damage(raw: bytes, dice: random.Random) -> bytes:
    """The bytes cut off, or with some of them changed."""
    if dice.random() < 0.3:
        return raw[: dice.randrange(len(raw))]
    changed = bytearray(raw)
    for _ in range(dice.choice([1, 5, 30])):
        changed[dice.randrange(len(raw))] = dice.randrange(256)
    return bytes(changed)


def assert_read_or_refused(items: list[tuple[str, bytes]]) -> None:
    """Whatever the parsers meet, they say it in our words: none breaks off."""
    for _, outcome in run_each(read_bytes, items, workers=2, limits=LIMITS, name=lambda item: "a" + item[0]):
        assert isinstance(outcome, str | Unreadable)
        assert "broke off" not in str(outcome)
