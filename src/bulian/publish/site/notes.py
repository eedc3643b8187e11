"""The method notes that ship with the program: one text for the documentation and for the pages."""

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def notes() -> dict[str, str]:
    """Every note as Markdown, by the name of its file, in the order of the names."""
    inside = Path(str(files("bulian"))) / "methods"
    folder = inside if inside.is_dir() else Path(__file__).parents[4] / "docs" / "methods"
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}


def title_of(note: str) -> str:
    """The first heading of a note.

    >>> title_of("# Does it add up\\n\\nText")
    'Does it add up'
    """
    return note.partition("\n")[0].lstrip("# ").strip()
