"""Sets of YAML files, one thing a file named by its key: those shipped, and a workspace's own over them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from bulian.vocab.marked_yaml import Entry, load_entry


class Keyed(Protocol):
    """What a file of a set holds."""

    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)


def files_of(folder: Path | None) -> list[Path]:
    """The YAML files of a folder by name; [] where there is no folder."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml"))


def shipped_and_own(shipped: Path, own: Path | None, read: Callable[[Path, bool], K]) -> dict[str, K]:
    """Every thing by its key; one of the workspace's folder `own` stands in for the shipped one of its name.

    Args:
        read: reads a file; its second argument is whether the file is the workspace's own.
    """
    found = [read(file, False) for file in files_of(shipped)] + [read(file, True) for file in files_of(own)]
    return {one.key: one for one in found}


def keyed_entry(file: Path, *allowed: str) -> Entry:
    """What a file of a set holds: these entries and its key, which is the file's name.

    Raises:
        VocabularyError: another entry, or another key; names file and line.
    """
    entry = load_entry(file)
    entry.refuse_others("key", *allowed)
    if entry.text("key") != file.stem:
        raise entry.wrong(f"key must be the file's name, {file.stem}", f"key 应与文件名一致：{file.stem}")
    return entry
