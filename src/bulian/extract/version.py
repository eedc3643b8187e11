"""Which rules read a document: a hash over readers, rules and words themselves, so it cannot be forgotten."""

import hashlib
from functools import cache
from pathlib import Path

import bulian.corpus
import bulian.extract
import bulian.vocab


@cache
def reader_version() -> str:
    """Twelve hex digits over every file of `vocab`, `corpus` and `extract`, and the converter's version."""
    from importlib.metadata import version

    whole = hashlib.sha256(version("opencc").encode())
    for room in (bulian.corpus, bulian.extract, bulian.vocab):
        folder = Path(room.__path__[0])
        for file in sorted(folder.rglob("*")):
            if file.suffix in _READ:
                whole.update(file.relative_to(folder).as_posix().encode() + b"\x00")
                whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


_READ = frozenset({".py", ".csv", ".toml", ".txt", ".yaml"})
