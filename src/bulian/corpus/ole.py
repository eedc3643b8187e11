"""Compound files, the container of the old Office formats: which streams lie in it, and what they hold.

Layout after [MS-CFB]: a header, a table that chains sectors, a directory of 128-byte entries.
"""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors
_MINI_CUTOFF = 4096  # shorter streams lie in the mini stream


def stream_names(raw: bytes) -> tuple[str, ...]:
    """The names of what lies directly in the file, such as "Workbook"; () when it is damaged."""
    try:
        return tuple(name for name, _, _ in _top_level(raw))
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return ()


def read_stream(raw: bytes, name: str) -> bytes:
    """The bytes of a stream of at least 4 KB; b"" when there is none, or the file is damaged."""
    try:
        for found, start, size in _top_level(raw):
            if found == name and size >= _MINI_CUTOFF:
                return b"".join(_chain(raw, start))[:size]
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        pass
    return b""


def _top_level(raw: bytes) -> Iterator[tuple[str, int, int]]:
    """(name, first sector, size) of each entry in the root, by walking its tree of siblings."""
    directory = b"".join(_chain(raw, struct.unpack_from("<I", raw, 48)[0]))
    waiting, seen = [struct.unpack_from("<I", directory, 76)[0]], set()
    while waiting:
        number = waiting.pop()
        if number >= _LAST or number in seen:
            continue
        seen.add(number)
        entry = directory[number * 128 : number * 128 + 128]
        length, left, right = struct.unpack_from("<H", entry, 64)[0], *struct.unpack_from("<II", entry, 68)
        yield entry[: max(0, length - 2)].decode("utf-16-le"), *struct.unpack_from("<II", entry, 116)
        waiting += [left, right]


def _chain(raw: bytes, sector: int) -> Iterator[bytes]:
    """The sectors from `sector` on, in the order of the table."""
    size = 1 << struct.unpack_from("<H", raw, 30)[0]
    if size not in (512, 4096):
        raise ValueError("no sector size of a compound file")
    table = _table(raw, size)
    for _ in range(len(raw) // size + 1):  # a ring cannot be longer than the file
        if sector >= _LAST:
            return
        yield raw[(sector + 1) * size : (sector + 2) * size]
        sector = struct.unpack_from("<I", table, sector * 4)[0]


def _table(raw: bytes, size: int) -> bytes:
    places = list(struct.unpack_from("<109I", raw, 76))
    further, count = struct.unpack_from("<II", raw, 68)
    for _ in range(min(count, len(raw) // size)):
        if further >= _LAST:
            break
        *more, further = struct.unpack_from(f"<{size // 4}I", raw, (further + 1) * size)
        places += more
    return b"".join(raw[(place + 1) * size : (place + 2) * size] for place in places if place < _LAST)
