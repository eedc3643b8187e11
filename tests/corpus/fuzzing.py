"""What a limited child does with bytes of any kind."""

import tempfile
from pathlib import Path

from bulian.corpus import read


def read_bytes(item: tuple[str, bytes]) -> str:
    """The content hash of the document in a file of this ending with these bytes."""
    suffix, raw = item
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("文 件" + suffix)
        path.write_bytes(raw)
        return read(path, path.name).doc
