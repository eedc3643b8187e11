"""Put a finished paper where it was asked for, whole or not at all."""

from contextlib import suppress
from pathlib import Path

from bulian.errors import WorkspaceError


def write_whole(output: Path, content: bytes) -> None:
    """Write a file in one go.

    Raises:
        WorkspaceError: it cannot be written; what lay there before stays.
    """
    fresh = output.with_name(f".{output.name}.new")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(content)
        fresh.replace(output)
    except OSError as error:
        _drop(fresh)
        raise WorkspaceError(
            output,
            f"cannot be written ({error.strerror}). Close it where it is open, or choose another place.",
            f"写不进去（{error.strerror}）。请关掉正打开它的程序，或换个地方。",
        ) from error


def _drop(file: Path) -> None:
    with suppress(OSError):  # it may never have been made, or its folder may be read-only
        file.unlink(missing_ok=True)
