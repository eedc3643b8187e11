"""A folder in one zip: the same bytes for the same files, and nothing harmful comes out."""

import json
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.corpus.bundle import MANIFEST, pack, unpack
from bulian.errors import WorkspaceError

TOPS = ("bulian.toml", "sources")


def crafted(file: Path, members: dict[str, bytes], *, mode: int = 0) -> Path:
    """A zip with a fitting manifest, whatever the names are."""
    pack(file, members, {})
    with zipfile.ZipFile(file) as sound:
        manifest = sound.read(MANIFEST)
    with zipfile.ZipFile(file, "w") as archive:
        for name, raw in members.items():
            told = zipfile.ZipInfo(name)
            told.external_attr = mode << 16
            archive.writestr(told, raw)
        archive.writestr(MANIFEST, manifest)
    return file


@given(st.dictionaries(st.text("甲乙ab ", min_size=1, max_size=5).filter(str.strip), st.binary(max_size=50)))
def test_what_goes_in_comes_out(tmp_path_factory: pytest.TempPathFactory, content: dict[str, bytes]) -> None:
    folder = tmp_path_factory.mktemp("bundle")
    members: dict[str, bytes | Path] = {f"sources/{name}": raw for name, raw in content.items()}
    pack(folder / "one.zip", members, {"name": "乙区"})
    pack(folder / "two.zip", dict(reversed(members.items())), {"name": "乙区"})
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()
    into = folder / "into"
    into.mkdir()
    assert unpack(folder / "one.zip", into, TOPS)["name"] == "乙区"
    found = {
        path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*") if path.is_file()
    }
    assert found == members


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "/etc/outside", "sources/../../outside", "sources\\..\\..\\outside", "C:/outside",
     "ledger.db", "sources//a", "sources/./a"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    file = crafted(tmp_path / "bad.zip", {name: b"x"})
    into = tmp_path / "into"
    into.mkdir()
    with pytest.raises(WorkspaceError, match="no file of a workspace"):
        unpack(file, into, TOPS)
    assert not any(into.iterdir())


def test_a_link_is_refused(tmp_path: Path) -> None:
    file = crafted(tmp_path / "bad.zip", {"sources/a": b"/etc"}, mode=stat.S_IFLNK | 0o777)
    with pytest.raises(WorkspaceError, match="no file of a workspace"):
        unpack(file, tmp_path, TOPS)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    pack(tmp_path / "bomb.zip", {"sources/a": bytes(64 * 1024**2)}, {})
    assert (tmp_path / "bomb.zip").stat().st_size < 100_000
    with pytest.raises(WorkspaceError, match="unpacks to 64 MB"):
        unpack(tmp_path / "bomb.zip", tmp_path, TOPS)
    assert not (tmp_path / "sources").exists()


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    pack(tmp_path / "a.zip", {"sources/a": b"2021"}, {})
    with zipfile.ZipFile(tmp_path / "a.zip") as sound:
        manifest = sound.read(MANIFEST)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("sources/a", b"2022")
        archive.writestr(MANIFEST, manifest)
    with pytest.raises(WorkspaceError, match="sources/a was changed"):
        unpack(tmp_path / "b.zip", tmp_path, TOPS)


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", json.dumps({"format": 9, "files": {}}).encode()])
def test_another_kind_of_zip_is_refused(tmp_path: Path, manifest: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(MANIFEST, manifest)
    with pytest.raises(WorkspaceError):
        unpack(tmp_path / "a.zip", tmp_path, TOPS)
    (tmp_path / "b.zip").write_bytes(b"PK not really")
    with pytest.raises(WorkspaceError):
        unpack(tmp_path / "b.zip", tmp_path, TOPS)
